/**
 * The life of a group under the policy, drawn as the timeline draws it: renewed, the notice zone with its
 * three mails, expiry, and the time in which it can be brought back.
 */
import { makeStyles, tokens } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";

import { formatNumber } from "@/lib/dates";
import { tenure } from "@/theme/colors";

const useStyles = makeStyles({
  root: { display: "grid", gap: "10px", minWidth: 0 },
  bar: { display: "grid", gridTemplateColumns: "var(--life)", alignItems: "end" },
  marks: { position: "relative", height: "10px" },
  mark: {
    position: "absolute",
    bottom: "2px",
    width: 0,
    borderLeft: "4px solid transparent",
    borderRight: "4px solid transparent",
    borderTop: `6px solid ${tenure.tenureMark}`,
    transform: "translateX(-4px)",
  },
  part: { height: "14px" },
  lives: { backgroundColor: tenure.tenureBar, borderRadius: "3px 0 0 3px" },
  notice: { backgroundColor: tenure.tenureAmberBar, borderRight: `2px solid ${tenure.tenureMark}` },
  gone: {
    border: `1px dashed ${tenure.tenureMark}`,
    borderLeft: "none",
    borderRadius: "0 3px 3px 0",
    backgroundImage: `repeating-linear-gradient(135deg, ${tenure.tenureHatch} 0 2px, transparent 2px 6px)`,
  },
  steps: {
    display: "grid",
    gridTemplateColumns: "var(--life)",
    margin: 0,
    padding: 0,
    listStyleType: "none",
    "@container policy (max-width: 34rem)": { gridTemplateColumns: "1fr", gap: "8px" },
  },
  step: {
    paddingRight: "12px",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  name: {
    display: "block",
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
  },
});

/** Shares of the width: not to scale, or the notices of a year would be a sliver. */
const LIFE = { "--life": "minmax(0, 4fr) minmax(0, 3fr) minmax(0, 3fr)" };
/** Where the mails stand in the notice zone, in per cent of it. */
const MAILS = [0, 50, 96];

export function Life({ days }: { days: number }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const values = { shown: formatNumber(days), count: days };
  return (
    <div className={styles.root} style={LIFE as React.CSSProperties}>
      <div aria-hidden className={styles.bar}>
        <span />
        <span className={styles.marks}>
          {MAILS.map((place) => (
            <span key={place} className={styles.mark} style={{ left: `${place}%` }} />
          ))}
        </span>
        <span />
        <span className={`${styles.part} ${styles.lives}`} />
        <span className={`${styles.part} ${styles.notice}`} />
        <span className={`${styles.part} ${styles.gone}`} />
      </div>
      <ol className={styles.steps}>
        {(["lives", "notice", "gone"] as const).map((step) => (
          <li key={step} className={styles.step}>
            <span className={styles.name}>{t(`policies.life.${step}.name`, values)}</span>
            {t(`policies.life.${step}.text`, values)}
          </li>
        ))}
      </ol>
    </div>
  );
}
