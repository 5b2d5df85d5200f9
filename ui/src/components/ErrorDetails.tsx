/** Codes and ids of a failure, for the help desk: folded away, and copied as text. */
import { makeStyles, tokens } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";

import type { CommandError } from "@/ipc/bindings";
import { CopyButton } from "./CopyButton";

const useStyles = makeStyles({
  details: {
    marginTop: "8px",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
    maxWidth: "100%",
  },
  summary: { cursor: "pointer", padding: "4px 0", width: "fit-content" },
  list: {
    display: "grid",
    gridTemplateColumns: "auto 1fr",
    gap: "4px 12px",
    margin: "4px 0 8px",
    "& dt": { color: tokens.colorNeutralForeground3 },
    "& dd": { margin: 0, overflowWrap: "anywhere", userSelect: "text" },
  },
});

export function ErrorDetails({ error }: { error: CommandError }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const rows = [
    [t("errors.code"), error.code],
    [t("errors.status"), error.status?.toString() ?? null],
    [t("errors.serviceCode"), error.serviceCode],
    [t("errors.requestId"), error.requestId],
    [t("errors.reason"), error.params.reason ?? error.message],
  ].filter((row): row is [string, string] => Boolean(row[1]));
  return (
    <details className={styles.details}>
      <summary className={styles.summary}>{t("common.details")}</summary>
      <dl className={styles.list}>
        {rows.map(([name, value]) => [
          <dt key={name}>{name}</dt>,
          <dd key={`${name}:`}>{value}</dd>,
        ])}
      </dl>
      <CopyButton
        text={rows.map(([name, value]) => `${name}: ${value}`).join("\n")}
        label={t("errors.copyDetails")}
        size="small"
      />
    </details>
  );
}
