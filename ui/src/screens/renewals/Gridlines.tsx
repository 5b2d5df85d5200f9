/** What goes through all rows: months or weeks behind them, and today before them. */
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";

import { tenure } from "@/theme/colors";
import { useColumnStyles } from "./columns";
import { dayOf, ticksOf } from "./scale";
import { useTime, useTimeView } from "./TimeProvider";
import { onAxis } from "./onAxis";

const useStyles = makeStyles({
  lines: { position: "absolute", inset: 0, pointerEvents: "none" },
  before: { zIndex: 1 },
  track: { position: "relative", overflow: "hidden" },
  line: {
    ...onAxis,
    top: 0,
    bottom: 0,
    width: "1px",
    backgroundColor: tenure.tenureSkeleton,
  },
  now: {
    ...onAxis,
    top: 0,
    bottom: 0,
    width: "2px",
    marginLeft: "-1px",
    backgroundColor: tokens.colorNeutralForeground1,
    "@media (forced-colors: active)": { backgroundColor: "CanvasText" },
  },
});

export function Gridlines() {
  const styles = useStyles();
  const columns = useColumnStyles();
  const { attach } = useTime();
  const view = useTimeView();
  return (
    <div aria-hidden className={mergeClasses(columns.line, styles.lines)}>
      <span />
      <div ref={attach} className={styles.track}>
        {ticksOf(view).map(({ time }) => (
          <span key={time} className={styles.line} style={{ "--at": dayOf(time) }} />
        ))}
      </div>
    </div>
  );
}

export function TodayLine({ now }: { now: string }) {
  const styles = useStyles();
  const { attach } = useTime();
  const columns = useColumnStyles();
  return (
    <div aria-hidden className={mergeClasses(columns.line, styles.lines, styles.before)}>
      <span />
      <div ref={attach} className={styles.track}>
        <span className={styles.now} style={{ "--at": dayOf(now) }} />
      </div>
    </div>
  );
}
