/** Whether a group has a team, and whether its members follow from a rule. */
import { makeStyles, tokens } from "@fluentui/react-components";
import { FlashRegular, PeopleTeamRegular } from "@fluentui/react-icons";
import { useTranslation } from "react-i18next";

import type { GroupSummary } from "@/ipc/bindings";

const useStyles = makeStyles({
  root: {
    display: "flex",
    flexWrap: "wrap",
    columnGap: "10px",
    color: tokens.colorNeutralForeground2,
  },
  badge: {
    display: "inline-flex",
    alignItems: "center",
    gap: "4px",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    "& svg": { flex: "none", fontSize: "16px" },
  },
});

export function KindBadges({ group }: { group: Pick<GroupSummary, "team" | "dynamic"> }) {
  const styles = useStyles();
  const { t } = useTranslation();
  return (
    <span className={styles.root}>
      {group.team && (
        <span className={styles.badge}>
          <PeopleTeamRegular />
          {t("groups.kind.team")}
        </span>
      )}
      {group.dynamic && (
        <span className={styles.badge} title={t("groups.kind.dynamicHint")}>
          <FlashRegular />
          {t("groups.kind.dynamic")}
        </span>
      )}
    </span>
  );
}
