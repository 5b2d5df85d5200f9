/** When a group expires: days in words while it is near, the date first while it is not. */
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";

import { formatDate, formatNear } from "@/lib/dates";
import { daysLeft, urgencyOf, type Urgency } from "@/lib/expiry";
import { tenure } from "@/theme/colors";

const pill = {
  padding: "1px 8px",
  borderRadius: tokens.borderRadiusCircular,
  fontWeight: tokens.fontWeightSemibold,
};

const useStyles = makeStyles({
  root: {
    display: "inline-flex",
    alignItems: "baseline",
    gap: "8px",
    minWidth: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: "1.25rem",
    whiteSpace: "nowrap",
  },
  red: {
    ...pill,
    color: tenure.tenureRed,
    backgroundColor: tenure.tenureRedSoft,
    outline: "1px solid transparent",
  },
  amber: {
    ...pill,
    color: tenure.tenureAmber,
    backgroundColor: tenure.tenureAmberSoft,
    outline: "1px solid transparent",
  },
  calm: { color: tokens.colorNeutralForeground1 },
  second: {
    color: tokens.colorNeutralForeground3,
    overflowX: "clip",
    minWidth: 0,
    textOverflow: "ellipsis",
  },
});

/** "4 days", "today", "expired 2 days ago": how an expiry is said while it is near. */
export function expiryWords(t: TFunction, days: number, urgency: Urgency): string {
  if (urgency === "overdue") {
    return days === 0
      ? t("groups.expiry.overdueToday")
      : t("groups.expiry.overdue", { count: -days });
  }
  return days === 0 ? t("groups.expiry.today") : t("groups.expiry.days", { count: days });
}

type Props = { expires: string | null; now: string; brief?: boolean };

export function ExpiryBadge({ expires, now, brief }: Props) {
  const styles = useStyles();
  const { t } = useTranslation();
  const days = daysLeft({ expires }, now);
  if (expires === null || days === null) {
    return (
      <span className={mergeClasses(styles.root, styles.second)}>{t("groups.expiry.never")}</span>
    );
  }
  const urgency = urgencyOf({ expires }, now);
  const words = expiryWords(t, days, urgency);
  const calm = urgency === "calm";
  const tone = { overdue: styles.red, urgent: styles.red, soon: styles.amber, calm: styles.calm };
  const title = t(urgency === "overdue" ? "groups.expiry.was" : "groups.expiry.on", {
    date: formatDate(expires, "moment"),
  });
  return (
    <span className={styles.root} title={title}>
      <span className={urgency === "never" ? undefined : tone[urgency]}>
        {calm ? formatDate(expires) : words}
      </span>
      {!brief && <span className={styles.second}>{calm ? words : formatNear(expires, now)}</span>}
    </span>
  );
}
