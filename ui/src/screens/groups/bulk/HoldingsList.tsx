/** What goes with each group, for who wants to look before they leap. */
import { makeStyles, tokens } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";

import { GroupAvatar } from "@/components/GroupAvatar";
import type { GroupSummary, Holdings } from "@/ipc/bindings";
import { sumsOf } from "./holdings";
import { isPartial, sumWords } from "./words";

const useStyles = makeStyles({
  summary: { cursor: "pointer", padding: "4px 0", width: "fit-content" },
  list: {
    margin: "4px 0 0",
    padding: 0,
    listStyleType: "none",
    maxHeight: "16rem",
    overflowY: "auto",
  },
  item: { display: "flex", alignItems: "center", gap: "10px", padding: "4px 0" },
  words: { minWidth: 0 },
  name: { overflowWrap: "anywhere", fontWeight: tokens.fontWeightSemibold },
  second: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
});

interface Props {
  groups: readonly GroupSummary[];
  holdings: readonly Holdings[];
}

export function HoldingsList({ groups, holdings }: Props) {
  const styles = useStyles();
  const { t } = useTranslation();
  const byId = new Map(holdings.map((each) => [each.groupId, each]));
  const words = (held: Holdings | undefined): string => {
    if (!held) return t("groups.delete.unread");
    const sums = sumsOf([held]);
    const known = sumWords(t, sums);
    if (known.length > 0) return known.join(" · ");
    return t(isPartial(sums) ? "groups.delete.unread" : "groups.delete.none");
  };
  return (
    <details open={groups.length <= 5}>
      <summary className={styles.summary}>{t("groups.delete.perGroup")}</summary>
      <ul className={styles.list}>
        {groups.map((group) => (
          <li key={group.id} className={styles.item}>
            <GroupAvatar group={group} />
            <div className={styles.words}>
              <div dir="auto" className={styles.name}>
                {group.displayName}
              </div>
              <div className={styles.second}>{words(byId.get(group.id))}</div>
            </div>
          </li>
        ))}
      </ul>
    </details>
  );
}
