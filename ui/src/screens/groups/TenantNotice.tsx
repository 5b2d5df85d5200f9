/** How far the first reading of the tenant has come, or why its groups are not all here. */
import { makeStyles, ProgressBar, tokens } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";

import { ErrorPanel } from "@/components/ErrorPanel";
import { commandErrorOf } from "@/components/errorWords";
import { formatNumber } from "@/lib/dates";
import type { TenantView } from "./useTenantGroups";

const useStyles = makeStyles({
  reading: {
    display: "flex",
    alignItems: "center",
    flexWrap: "wrap",
    gap: "4px 12px",
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
  bar: { flex: "0 1 160px" },
  failed: { padding: "20px", display: "grid", gap: "12px" },
  guests: { margin: 0, maxWidth: "72ch", color: tokens.colorNeutralForeground2 },
});

export function TenantReading({ reading }: { reading: number }) {
  const styles = useStyles();
  const { t } = useTranslation();
  return (
    <div role="status" className={styles.reading}>
      <span>
        {t("groups.tenantList.reading", { count: reading, loaded: formatNumber(reading) })}
      </span>
      <ProgressBar className={styles.bar} aria-label={t("groups.tenantList.readingLabel")} />
    </div>
  );
}

export function TenantFailure({ view }: { view: TenantView }) {
  const styles = useStyles();
  const { t } = useTranslation();
  if (!view.error) return null;
  const refused = commandErrorOf(view.error).code === "notAllowed";
  return (
    <div className={styles.failed}>
      <ErrorPanel
        error={view.error}
        title={t("groups.tenantList.failed")}
        onRetry={refused ? undefined : view.retry}
      />
      {refused && <p className={styles.guests}>{t("groups.tenantList.guests")}</p>}
    </div>
  );
}
