/** Names and figures, one below the other. A figure that is not there yet is a grey bar. */
import { makeStyles, tokens } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";

import { VisuallyHidden } from "@/components/VisuallyHidden";
import { tenure } from "@/theme/colors";

const useStyles = makeStyles({
  list: { display: "grid", gridTemplateColumns: "1fr auto", gap: "6px 16px", margin: 0 },
  name: { color: tokens.colorNeutralForeground2 },
  figure: { margin: 0, textAlign: "right", fontVariantNumeric: "tabular-nums" },
  bar: {
    display: "inline-block",
    width: "28px",
    height: "12px",
    borderRadius: "6px",
    backgroundColor: tenure.tenureSkeleton,
  },
});

/** `null` is not read yet. */
export type FigureRow = [name: string, value: number | string | null];

export function Figures({ rows }: { rows: readonly FigureRow[] }) {
  const styles = useStyles();
  const { t } = useTranslation();
  return (
    <dl className={styles.list}>
      {rows.map(([name, value]) => [
        <dt key={name} className={styles.name}>
          {name}
        </dt>,
        <dd key={`${name}:`} className={styles.figure}>
          {value ?? (
            <span className={styles.bar}>
              <VisuallyHidden>{t("common.loading")}</VisuallyHidden>
            </span>
          )}
        </dd>,
      ])}
    </dl>
  );
}
