/** What goes through all rows: months or weeks behind them, and today before them. */
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";

import { tenure } from "@/theme/colors";
import { useColumnStyles } from "./columns";
import { placeOf, ticksOf, type TimeWindow } from "./scale";

const useStyles = makeStyles({
  lines: { position: "absolute", inset: 0, pointerEvents: "none" },
  before: { zIndex: 1 },
  track: { position: "relative", overflow: "hidden" },
  line: {
    position: "absolute",
    top: 0,
    bottom: 0,
    width: "1px",
    backgroundColor: tenure.tenureSkeleton,
  },
  now: {
    position: "absolute",
    top: 0,
    bottom: 0,
    width: "2px",
    marginLeft: "-1px",
    backgroundColor: tokens.colorNeutralForeground1,
    "@media (forced-colors: active)": { backgroundColor: "CanvasText" },
  },
});

export function Gridlines({ view }: { view: TimeWindow }) {
  const styles = useStyles();
  const columns = useColumnStyles();
  return (
    <div aria-hidden className={mergeClasses(columns.line, styles.lines)}>
      <span />
      <div className={styles.track}>
        {ticksOf(view).map(({ time }) => (
          <span
            key={time}
            className={styles.line}
            style={{ left: `${placeOf(time, view) * 100}%` }}
          />
        ))}
      </div>
    </div>
  );
}

export function TodayLine({ now, view }: { now: string; view: TimeWindow }) {
  const styles = useStyles();
  const columns = useColumnStyles();
  const today = placeOf(Date.parse(now), view);
  if (today < 0 || today > 1) return null;
  return (
    <div aria-hidden className={mergeClasses(columns.line, styles.lines, styles.before)}>
      <span />
      <div className={styles.track}>
        <span className={styles.now} style={{ left: `${today * 100}%` }} />
      </div>
    </div>
  );
}
