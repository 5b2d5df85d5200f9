/** How many lines came to what; each chip shows only its lines. */
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";

import type { CheckedCounts, LineVerdict } from "@/ipc/bindings";
import { formatNumber } from "@/lib/dates";
import { tenure } from "@/theme/colors";
import { TONES, VERDICTS } from "./verdicts";

const useStyles = makeStyles({
  chips: { display: "flex", flexWrap: "wrap", gap: "6px" },
  chip: {
    minHeight: "24px",
    padding: "1px 9px",
    border: "1px solid transparent",
    borderRadius: tokens.borderRadiusCircular,
    fontFamily: "inherit",
    fontSize: tokens.fontSizeBase200,
    lineHeight: "1.25rem",
    fontWeight: tokens.fontWeightSemibold,
    cursor: "pointer",
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  on: {
    borderTopColor: "currentColor",
    borderRightColor: "currentColor",
    borderBottomColor: "currentColor",
    borderLeftColor: "currentColor",
  },
  neutral: {
    color: tokens.colorNeutralForeground2,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  brand: { color: tokens.colorBrandForeground1, backgroundColor: tenure.tenureSelected },
  green: { color: tenure.tenureGreen, backgroundColor: tenure.tenureGreenSoft },
  amber: { color: tenure.tenureAmber, backgroundColor: tenure.tenureAmberSoft },
  red: { color: tenure.tenureRed, backgroundColor: tenure.tenureRedSoft },
});

interface Props {
  counts: CheckedCounts;
  only: LineVerdict | null;
  onOnly: (verdict: LineVerdict | null) => void;
}

export function VerdictChips({ counts, only, onOnly }: Props) {
  const styles = useStyles();
  const { t } = useTranslation();
  return (
    <div role="group" aria-label={t("group.add.verdicts")} className={styles.chips}>
      {VERDICTS.filter((verdict) => counts[verdict] > 0).map((verdict) => (
        <button
          key={verdict}
          type="button"
          aria-pressed={verdict === only}
          className={mergeClasses(
            styles.chip,
            styles[TONES[verdict]],
            verdict === only && styles.on,
          )}
          onClick={() => onOnly(verdict === only ? null : verdict)}
        >
          {t(`group.add.verdict.${verdict}`, {
            count: counts[verdict],
            shown: formatNumber(counts[verdict]),
          })}
        </button>
      ))}
    </div>
  );
}
