/** The fix for an owner who is no member, in their row. */
import { Button } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";

import { useOpenGroup } from "../openGroup";
import type { MemberRow } from "./pending";
import { usePeopleChange } from "./usePeopleChange";

type Props = { row: MemberRow; tabIndex: number };

export function AddAsMember({ row, tabIndex }: Props) {
  const { details } = useOpenGroup();
  const needed = row.owner && !row.member && !row.hidden && row.pending.length === 0;
  return needed && details && !details.peopleFixed ? <Offer row={row} tabIndex={tabIndex} /> : null;
}

function Offer({ row, tabIndex }: Props) {
  const { t } = useTranslation();
  const { add } = usePeopleChange();
  return (
    <Button size="small" tabIndex={tabIndex} onClick={() => void add([row.person], "member")}>
      {t("group.act.addAsMember")}
    </Button>
  );
}
