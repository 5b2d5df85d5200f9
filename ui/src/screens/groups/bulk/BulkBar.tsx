/** What can be done with the selected groups, and what the first of it costs. It floats above the table's bottom edge. */
import { Button, makeStyles, Tooltip } from "@fluentui/react-components";
import {
  DeleteRegular,
  DismissRegular,
  PersonAddRegular,
  StarOffRegular,
  StarRegular,
} from "@fluentui/react-icons";
import { useTranslation } from "react-i18next";

import { FloatingBar } from "@/components/FloatingBar";
import { Key } from "@/components/Key";
import type { GroupSummary } from "@/ipc/bindings";
import { formatNumber } from "@/lib/dates";
import { BulkWords } from "./BulkWords";
import { useFoldedStyles } from "./folded";
import { VisibilityMenu } from "./VisibilityMenu";

const useStyles = makeStyles({
  key: { marginLeft: "8px", display: "inline-flex" },
});

export interface BulkActions {
  renew: () => void;
  addPeople: () => void;
  setVisibility: (visibility: "public" | "private") => void;
  star: (marked: boolean) => void;
  remove: () => void;
}

interface Props {
  groups: readonly GroupSummary[];
  /** How many of them are not among the rows. */
  hidden: number;
  canManage: boolean;
  busy: boolean;
  actions: BulkActions;
  onClear: () => void;
}

export const canRenew = ({ owned, expires }: GroupSummary): boolean => owned && expires !== null;

export function BulkBar({ groups, hidden, canManage, busy, actions, onClear }: Props) {
  const styles = useStyles();
  const fold = useFoldedStyles();
  const { t } = useTranslation();
  const count = groups.length;
  const renewable = groups.filter(canRenew).length;
  const marked = groups.every(({ favorite }) => favorite.marked === true);
  const off = !canManage || busy;
  return (
    <FloatingBar label={t("groups.bulk.label")}>
      <BulkWords count={count} hidden={hidden} renewable={renewable} canManage={canManage} />
      <Button
        appearance="primary"
        disabledFocusable={off || renewable === 0}
        onClick={actions.renew}
      >
        {t("groups.bulk.renew", { shown: formatNumber(renewable) })}
        <span className={styles.key}>
          <Key onBrand>R</Key>
        </span>
      </Button>
      <Button
        className={fold.button}
        icon={<PersonAddRegular />}
        disabledFocusable={off}
        onClick={actions.addPeople}
      >
        <span className={fold.word}>{t("groups.bulk.addPeople")}</span>
      </Button>
      <VisibilityMenu disabled={off} onChoose={actions.setVisibility} />
      <Button
        className={fold.button}
        icon={marked ? <StarOffRegular /> : <StarRegular />}
        disabledFocusable={off}
        onClick={() => actions.star(!marked)}
      >
        <span className={fold.word}>{t(marked ? "groups.bulk.unstar" : "groups.bulk.star")}</span>
      </Button>
      <Button
        className={fold.button}
        icon={<DeleteRegular />}
        disabledFocusable={off}
        onClick={actions.remove}
      >
        <span className={fold.word}>
          {t(count === 1 ? "groups.bulk.delete" : "groups.bulk.deleteMany")}
        </span>
      </Button>
      <Tooltip relationship="label" content={t("groups.bulk.clear")}>
        <Button appearance="subtle" icon={<DismissRegular />} onClick={onClear} />
      </Tooltip>
    </FloatingBar>
  );
}
