/** How long a group can still be brought back: days in words, red while they are few, and the date. */
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";

import { daysUntil, formatDate, formatNear } from "@/lib/dates";
import { URGENT_DAYS } from "@/lib/expiry";
import { tenure } from "@/theme/colors";

const useStyles = makeStyles({
  root: {
    display: "flex",
    flexDirection: "column",
    alignItems: "flex-end",
    minWidth: "7rem",
    fontSize: tokens.fontSizeBase200,
    lineHeight: "1.25rem",
    whiteSpace: "nowrap",
  },
  days: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground1 },
  urgent: {
    padding: "0 8px",
    marginRight: "-8px",
    borderRadius: tokens.borderRadiusCircular,
    color: tenure.tenureRed,
    backgroundColor: tenure.tenureRedSoft,
    outline: "1px solid transparent",
  },
  until: { color: tokens.colorNeutralForeground3 },
});

export function LeftBadge({ until, now }: { until: string; now: string }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const count = daysUntil(now, until);
  return (
    <span className={styles.root} title={t("deleted.until", { date: formatDate(until, "moment") })}>
      <span className={mergeClasses(styles.days, count <= URGENT_DAYS && styles.urgent)}>
        {count <= 0 ? t("deleted.leftToday") : t("deleted.left", { count })}
      </span>
      <span className={styles.until}>
        {t("deleted.until", {
          date: count <= 0 ? formatDate(until, "time") : formatNear(until, now),
        })}
      </span>
    </span>
  );
}
