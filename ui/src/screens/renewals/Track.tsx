/** A group's bar on the time axis. The eye gets the bar, a screen reader the same in words. */
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import {
  ArrowSyncRegular,
  CheckmarkCircleFilled,
  DismissCircleRegular,
  QuestionCircleRegular,
  SendRegular,
} from "@fluentui/react-icons";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";

import { VisuallyHidden } from "@/components/VisuallyHidden";
import type { Urgency } from "@/lib/expiry";
import { tenure } from "@/theme/colors";
import { barOf, type Bar, type Stretch } from "./bar";
import { laneOfRow, type DeskGroup } from "./gone";
import { alongAxis, onAxis } from "./onAxis";
import type { Step } from "./useRenewals";
import { labelOf, saidOf } from "./words";

const HEIGHT = "14px";
const stretch = {
  ...alongAxis,
  top: `calc(50% - ${HEIGHT} / 2)`,
  height: HEIGHT,
  transitionProperty: "left, width",
  transitionDuration: "0ms",
  outline: "1px solid transparent",
} as const;
const hatch = (color: string) =>
  `repeating-linear-gradient(135deg, ${color} 0 1.5px, transparent 1.5px 5px)`;

const useStyles = makeStyles({
  track: { position: "relative", overflow: "hidden", minWidth: 0 },
  calm: { ...stretch, backgroundColor: tenure.tenureBar, borderRadius: "3px 0 0 3px" },
  later: { backgroundColor: tenure.tenureBarLater },
  notice: { ...stretch, backgroundColor: tenure.tenureBarNotice },
  amber: {
    backgroundColor: tenure.tenureAmberBar,
    "@media (forced-colors: active)": { backgroundColor: "Highlight" },
  },
  red: {
    backgroundColor: tenure.tenureRedBar,
    "@media (forced-colors: active)": { backgroundColor: "Highlight" },
  },
  restore: {
    ...stretch,
    borderRadius: "0 3px 3px 0",
    border: `1px dashed ${tenure.tenureHatch}`,
    boxSizing: "border-box",
    backgroundImage: hatch(tenure.tenureHatch),
  },
  restoreRed: {
    border: `1px dashed ${tenure.tenureRedLine}`,
    backgroundImage: hatch(tenure.tenureRedLine),
  },
  grow: {
    transitionDuration: "var(--grow, 200ms)",
    transitionTimingFunction: "ease-out",
    "@media (prefers-reduced-motion: reduce)": { transitionDuration: "0ms" },
  },
  end: {
    ...onAxis,
    top: "calc(50% - 10px)",
    height: "20px",
    width: "2px",
    marginLeft: "-1px",
    backgroundColor: tokens.colorNeutralForeground1,
    "@media (forced-colors: active)": { backgroundColor: "CanvasText" },
  },
  mark: {
    ...onAxis,
    top: "calc(50% - 12px)",
    marginLeft: "-4px",
    width: "8px",
    height: "5px",
    backgroundColor: tenure.tenureMark,
    clipPath: "polygon(0 0, 100% 0, 50% 100%)",
    "@media (forced-colors: active)": { backgroundColor: "CanvasText" },
  },
  sent: { backgroundColor: tenure.tenureAmberBar },
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
}

export function Track({ group, now, step }: Props) {
  const styles = useStyles();
  const { t } = useTranslation();
  const bar = barOf(group, now);
  return (
    <div role="gridcell" className={styles.track}>
      <VisuallyHidden>{saidOf(t, group, now, step)}</VisuallyHidden>
      {bar && (
        <div aria-hidden>
          <BarShapes
            bar={bar}
            later={laneOfRow(group, now) === "later"}
            grows={step !== undefined}
          />
          <span className={styles.labelLine} style={{ "--at": bar.label }}>
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

function BarShapes({ bar, later, grows }: { bar: Bar; later: boolean; grows: boolean }) {
  const styles = useStyles();
  const red = bar.urgency === "urgent" || bar.urgency === "overdue";
  const amber = bar.urgency === "soon";
  const grow = grows && styles.grow;
  return (
    <>
      {bar.calm && (
        <span
          className={mergeClasses(styles.calm, later && styles.later, grow)}
          style={at(bar.calm)}
        />
      )}
      {bar.notice && (
        <span
          className={mergeClasses(styles.notice, amber && styles.amber, red && styles.red, grow)}
          style={at(bar.notice)}
        />
      )}
      {bar.restore && (
        <span
          className={mergeClasses(
            styles.restore,
            bar.urgency === "overdue" && styles.restoreRed,
            grow,
          )}
          style={at(bar.restore)}
        />
      )}
      <span className={styles.end} style={{ "--at": bar.end }} />
      {bar.notices.map(({ days, at: day, sent }) => (
        <span
          key={days}
          className={mergeClasses(styles.mark, sent && styles.sent)}
          style={{ "--at": day }}
        />
      ))}
    </>
  );
}

const at = ({ from, to }: Stretch) => ({ "--at": from, "--to": to });
