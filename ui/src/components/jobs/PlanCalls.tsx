/** The very calls that a plan will make, for who wants to see them: folded away. */
import { makeStyles, tokens } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";

import type { Plan } from "@/ipc/bindings";
import { formatNumber } from "@/lib/dates";

const useStyles = makeStyles({
  root: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  summary: { cursor: "pointer", padding: "4px 0", width: "fit-content" },
  calls: {
    maxHeight: "14rem",
    overflow: "auto",
    margin: "4px 0 0",
    padding: "8px 12px",
    listStyleType: "none",
    borderRadius: "4px",
    backgroundColor: tokens.colorNeutralBackground2,
  },
  call: { display: "flex", gap: "8px", padding: "2px 0" },
  method: {
    flex: "none",
    width: "3.75rem",
    fontFamily: tokens.fontFamilyMonospace,
    fontWeight: tokens.fontWeightSemibold,
  },
  path: {
    flex: 1,
    minWidth: 0,
    fontFamily: tokens.fontFamilyMonospace,
    overflowWrap: "anywhere",
    userSelect: "text",
  },
  items: { flex: "none", color: tokens.colorNeutralForeground3 },
});

export function PlanCalls({ plan: { calls, requests } }: { plan: Plan }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const more = requests - calls.length;
  return (
    <details className={styles.root}>
      <summary className={styles.summary}>{t("jobs.plan.calls")}</summary>
      <ul className={styles.calls} tabIndex={0}>
        {calls.map(({ method, path, items }, index) => (
          <li key={index} className={styles.call}>
            <span className={styles.method}>{method}</span>
            <span className={styles.path}>{path}</span>
            <span className={styles.items}>
              {t("jobs.plan.callItems", { count: items, shown: formatNumber(items) })}
            </span>
          </li>
        ))}
        {more > 0 && (
          <li>{t("jobs.plan.callsMore", { count: more, shown: formatNumber(more) })}</li>
        )}
      </ul>
    </details>
  );
}
