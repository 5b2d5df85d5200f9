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
import type { GroupSummary } from "@/ipc/bindings";
import { laneOf, type Urgency } from "@/lib/expiry";
import { tenure } from "@/theme/colors";
import { barOf, type Bar, type Stretch } from "./bar";
import type { TimeWindow } from "./scale";
import type { Decision } from "./useDecisions";
import { labelOf, saidOf } from "./words";

const HEIGHT = "14px";
const stretch = {
  position: "absolute",
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
  cut: { borderRadius: 0 },
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
    transitionDuration: "200ms",
    transitionTimingFunction: "ease-out",
    "@media (prefers-reduced-motion: reduce)": { transitionDuration: "0ms" },
  },
  end: {
    position: "absolute",
    top: "calc(50% - 10px)",
    height: "20px",
    width: "2px",
    marginLeft: "-1px",
    backgroundColor: tokens.colorNeutralForeground1,
    "@media (forced-colors: active)": { backgroundColor: "CanvasText" },
  },
  mark: {
    position: "absolute",
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
  },
  /** As high as the row, so that no mark looks out from behind it. */
  atEdge: {
    alignSelf: "stretch",
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: "3px",
  },
  redText: { color: tenure.tenureRed },
  amberText: { color: tenure.tenureAmber },
  greenText: { color: tenure.tenureGreen },
  calmText: { color: tokens.colorNeutralForeground2 },
});

interface Props {
  group: GroupSummary;
  now: string;
  view: TimeWindow;
  decision: Decision | undefined;
}

export function Track({ group, now, view, decision }: Props) {
  const styles = useStyles();
  const { t } = useTranslation();
  const bar = barOf(group, now, view);
  return (
    <div role="gridcell" className={styles.track}>
      <VisuallyHidden>{saidOf(t, group, now, decision)}</VisuallyHidden>
      {bar && (
        <div aria-hidden>
          <BarShapes
            bar={bar}
            later={laneOf(group, now) === "later"}
            grows={decision !== undefined}
          />
          <span className={styles.labelLine}>
            {/* Gives way where the label would not fit, so that it is never cut. */}
            <span style={{ flex: `0 1 ${"left" in bar.label ? bar.label.left : 100}%` }} />
            <span
              className={mergeClasses(
                styles.label,
                ("right" in bar.label || bar.label.left > 70) && styles.atEdge,
                styles[toneOf(bar.urgency, decision)],
              )}
            >
              {decision && ICONS[decision]}
              {labelOf(t, group, now, decision)}
            </span>
          </span>
        </div>
      )}
    </div>
  );
}

const ICONS: Record<Decision, ReactElement> = {
  renewing: <ArrowSyncRegular />,
  confirmed: <CheckmarkCircleFilled />,
  sent: <SendRegular />,
  failed: <DismissCircleRegular />,
  unknown: <QuestionCircleRegular />,
};

type Tone = "redText" | "amberText" | "greenText" | "calmText";

function toneOf(urgency: Urgency, decision: Decision | undefined): Tone {
  if (decision === "confirmed") return "greenText";
  if (decision === "failed" || decision === "unknown") return "redText";
  if (decision) return "calmText";
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
          className={mergeClasses(
            styles.calm,
            later && styles.later,
            bar.calm.cut && styles.cut,
            grow,
          )}
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
      {bar.end !== null && <span className={styles.end} style={{ left: `${bar.end}%` }} />}
      {bar.notices.map(({ days, at: left, sent }) => (
        <span
          key={days}
          className={mergeClasses(styles.mark, sent && styles.sent)}
          style={{ left: `${left}%` }}
        />
      ))}
    </>
  );
}

const at = ({ left, width }: Stretch) => ({ left: `${left}%`, width: `${width}%` });
