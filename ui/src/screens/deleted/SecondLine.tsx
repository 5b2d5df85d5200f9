/** What a deleted group was: alias, who saw it, whether it had a team, when it was deleted. */
import { makeStyles, tokens } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";

import type { DeletedGroup, DeletedList } from "@/ipc/bindings";
import { formatNear } from "@/lib/dates";

const useStyles = makeStyles({
  line: {
    overflowX: "clip",
    minWidth: 0,
    textOverflow: "ellipsis",
    whiteSpace: "nowrap",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
});

export function SecondLine({ group, list }: { group: DeletedGroup; list: DeletedList }) {
  const { t } = useTranslation();
  const facts = [
    group.mailNickname,
    group.visibility !== "unknown" && t(`groups.visibility.${group.visibility}`),
    group.team && t("groups.kind.team"),
    list.all && !group.owned && t("deleted.notOwned"),
    t("deleted.deletedOn", { date: formatNear(group.deleted, list.now) }),
  ];
  return <div className={useStyles().line}>{facts.filter(Boolean).join(" · ")}</div>;
}
