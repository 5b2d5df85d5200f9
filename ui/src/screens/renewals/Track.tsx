/** A group's bar on the time axis. The eye gets the bar, a screen reader the same in words. */
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import {
  ArrowSyncRegular,
  CheckmarkCircleFilled,
  DismissCircleRegular,
  QuestionCircleRegular,
  SendRegular,
} from "@fluentui/react-icons";
import { useMemo, type ReactElement } from "react";
import { useTranslation } from "react-i18next";

import { VisuallyHidden } from "@/components/VisuallyHidden";
import type { Urgency } from "@/lib/expiry";
import { tenure } from "@/theme/colors";
import { barOf } from "./bar";
import { BarCanvas } from "./BarCanvas";
import type { BarColors } from "./drawBar";
import { laneOfRow, type DeskGroup } from "./gone";
import { useTime } from "./TimeProvider";
import type { Step } from "./useRenewals";
import { labelOf, saidOf } from "./words";

const useStyles = makeStyles({
  track: { position: "relative", overflow: "hidden", minWidth: 0 },
  labelLine: { position: "absolute", inset: 0, display: "flex", alignItems: "center" },
  label: {
    flex: "none",
    display: "inline-flex",
    alignItems: "center",
    gap: "4px",
    "& svg": { fontSize: "16px" },
    marginLeft: "4px",
    padding: "0 4px",
    whiteSpace: "nowrap",
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: "tabular-nums",
    color: tokens.colorNeutralForeground2,
    // Where it was pushed over its bar, no mark looks out from behind it.
    alignSelf: "stretch",
    backgroundImage: "linear-gradient(var(--row), var(--row))",
    backgroundRepeat: "no-repeat",
    // All of it or nothing: the percentages are of the track, whichever box they are counted in.
    backgroundSize:
      "clamp(0%, calc(((var(--at) - var(--from)) * var(--day) - 70%) * 1000), 100%) 100%",
  },
  /** Gives way where the label would not fit, so that it is never cut. */
  space: { flex: "0 1 max(0px, calc((var(--at) - var(--from)) * var(--day)))" },
  redText: { color: tenure.tenureRed },
  amberText: { color: tenure.tenureAmber },
  greenText: { color: tenure.tenureGreen },
  calmText: { color: tokens.colorNeutralForeground2 },
});

interface Props {
  group: DeskGroup;
  now: string;
  step: Step | undefined;
  /** Of the row. */
  height: number;
  colors: BarColors;
}

export function Track({ group, now, step, height, colors }: Props) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { attach } = useTime();
  const bar = useMemo(() => barOf(group, now), [group, now]);
  return (
    <div role="gridcell" className={styles.track}>
      <VisuallyHidden>{saidOf(t, group, now, step)}</VisuallyHidden>
      {bar && (
        <div aria-hidden>
          <BarCanvas
            bar={bar}
            height={height}
            later={laneOfRow(group, now) === "later"}
            grows={step !== undefined}
            colors={colors}
          />
          <span ref={attach} className={styles.labelLine} style={{ "--at": bar.label }}>
            <span className={styles.space} />
            <span className={mergeClasses(styles.label, styles[toneOf(bar.urgency, step)])}>
              {step && ICONS[step]}
              {labelOf(t, group, now, step)}
            </span>
          </span>
        </div>
      )}
    </div>
  );
}

const ICONS: Record<Step, ReactElement> = {
  renewing: <ArrowSyncRegular />,
  confirmed: <CheckmarkCircleFilled />,
  sent: <SendRegular />,
  failed: <DismissCircleRegular />,
  unknown: <QuestionCircleRegular />,
};

type Tone = "redText" | "amberText" | "greenText" | "calmText";

function toneOf(urgency: Urgency, step: Step | undefined): Tone {
  if (step === "confirmed") return "greenText";
  if (step === "failed" || step === "unknown") return "redText";
  if (step) return "calmText";
  if (urgency === "soon") return "amberText";
  return urgency === "urgent" || urgency === "overdue" ? "redText" : "calmText";
}
