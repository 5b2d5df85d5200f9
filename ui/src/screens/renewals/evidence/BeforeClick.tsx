/** What renewing today gives, beside what the service would do by itself if the group is used. */
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";

import type { GroupList, Outlook } from "@/ipc/bindings";
import { daysAfter, formatDate, formatNear } from "@/lib/dates";
import type { DeskGroup } from "../gone";

const useStyles = makeStyles({
  list: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) auto",
    gap: "2px 8px",
    margin: 0,
    color: tokens.colorNeutralForeground2,
  },
  term: { gridColumn: 1 },
  value: { gridColumn: 2, margin: 0, textAlign: "end", whiteSpace: "nowrap" },
  renewed: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground1 },
  small: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase300 },
});

type Props = { group: DeskGroup; list: GroupList; outlook: Outlook | null };

export function BeforeClick({ group, list: { policy, now }, outlook }: Props) {
  const styles = useStyles();
  const { t } = useTranslation();
  if (group.gone || group.expires === null) return null;
  const lifetime = policy.state === "active" ? policy.lifetimeDays : null;
  const today = outlook?.renewingToday ?? (lifetime === null ? null : daysAfter(now, lifetime));
  return (
    <dl aria-label={t("evidence.outlook")} className={styles.list}>
      <dt className={styles.term}>{t("evidence.renewing")}</dt>
      <dd className={mergeClasses(styles.value, styles.renewed)}>
        {today === null ? t("evidence.noPolicy") : formatDate(today)}
      </dd>
      {outlook?.byActivity && outlook.byActivityFrom && (
        <>
          <dt className={mergeClasses(styles.term, styles.small)}>
            {/* Near the end the service looks every day, before that about 35 days ahead. */}
            {outlook.byActivityFrom <= now.slice(0, 10)
              ? t("evidence.byActivity")
              : t("evidence.byActivityFrom", { from: formatNear(outlook.byActivityFrom, now) })}
          </dt>
          <dd className={mergeClasses(styles.value, styles.small)}>
            {formatDate(outlook.byActivity)}
          </dd>
        </>
      )}
    </dl>
  );
}
