/** What the dates rest on that the service's documentation does not say. */
import { Badge, makeStyles, tokens } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";

import type { ExpiryAssumption } from "@/ipc/bindings";

const useStyles = makeStyles({
  root: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  summary: { cursor: "pointer", padding: "4px 0", width: "fit-content" },
  list: { margin: "4px 0 0", padding: 0, listStyleType: "none", display: "grid", gap: "6px" },
  item: { display: "flex", alignItems: "baseline", gap: "8px" },
  badge: { flex: "none" },
});

/** What any reckoning takes for granted; the others are inferred rules of the service. */
const GIVEN: readonly ExpiryAssumption[] = ["notUsed", "madeNow"];

export function Assumptions({ assumptions }: { assumptions: readonly ExpiryAssumption[] }) {
  const styles = useStyles();
  const { t } = useTranslation();
  if (assumptions.length === 0) return null;
  return (
    <details className={styles.root}>
      <summary className={styles.summary}>{t("policies.assumption.title")}</summary>
      <ul className={styles.list}>
        {assumptions.map((assumption) => (
          <li key={assumption} className={styles.item}>
            <Badge
              className={styles.badge}
              size="small"
              appearance="tint"
              color={GIVEN.includes(assumption) ? "informative" : "warning"}
            >
              {t(
                GIVEN.includes(assumption)
                  ? "policies.assumption.given"
                  : "policies.assumption.inferred",
              )}
            </Badge>
            {t(`policies.assumption.by.${assumption}`)}
          </li>
        ))}
      </ul>
    </details>
  );
}
