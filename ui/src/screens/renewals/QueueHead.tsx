/** The head of the queue: the axis with its months and today, or the names of the date columns. */
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { RefObject } from "react";
import { useTranslation } from "react-i18next";

import { formatDate } from "@/lib/dates";
import { useWidth } from "@/lib/useWidth";
import { useColumnStyles } from "./columns";
import type { Shape } from "./RenewalsHeader";
import { placeOf, ticksOf, type TimeWindow } from "./scale";
import { dragToPan, type TimeView } from "./useTimeWindow";

const useStyles = makeStyles({
  head: {
    position: "sticky",
    top: 0,
    zIndex: 2,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
  },
  name: { display: "flex", alignItems: "center", paddingLeft: "20px" },
  axis: { position: "relative", overflow: "hidden", cursor: "grab", touchAction: "none" },
  tick: {
    position: "absolute",
    top: "50%",
    transform: "translate(-50%, -50%)",
    whiteSpace: "nowrap",
    pointerEvents: "none",
  },
  today: {
    position: "absolute",
    top: "50%",
    transform: "translate(-50%, -50%)",
    padding: "2px 6px",
    borderRadius: tokens.borderRadiusMedium,
    whiteSpace: "nowrap",
    pointerEvents: "none",
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralBackground1,
    backgroundColor: tokens.colorNeutralForeground1,
    outline: "1px solid transparent",
  },
  lines: { position: "absolute", inset: 0, pointerEvents: "none" },
  track: { position: "relative", overflow: "hidden" },
  line: {
    position: "absolute",
    top: 0,
    bottom: 0,
    width: "1px",
    backgroundColor: tokens.colorNeutralStroke2,
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

interface Props {
  track: RefObject<HTMLDivElement | null>;
  now: string;
  time: TimeView;
  shape: Shape;
  height: number;
}

export function QueueHead({ track, now, time, shape, height }: Props) {
  const styles = useStyles();
  const columns = useColumnStyles();
  const { t } = useTranslation();
  return (
    <div
      role="row"
      aria-rowindex={1}
      className={mergeClasses(columns.line, styles.head)}
      style={{ height }}
    >
      <div role="columnheader" className={styles.name}>
        {t("renewals.group")}
      </div>
      {shape === "timeline" ? (
        <div
          role="columnheader"
          aria-label={t("renewals.time")}
          ref={track}
          className={styles.axis}
          {...dragToPan(time.pan)}
        >
          <Axis track={track} now={now} view={time.view} />
        </div>
      ) : (
        <DateHeads />
      )}
    </div>
  );
}

function DateHeads() {
  const columns = useColumnStyles();
  const { t } = useTranslation();
  return (
    <div role="presentation" className={columns.dates}>
      {(["renewed", "expires", "left", "gives"] as const).map((column) => (
        <div key={column} role="columnheader">
          {t(`renewals.column.${column}`)}
        </div>
      ))}
    </div>
  );
}

/** Half the widths of the tag and of the labels, in pixels: what would lie under the tag is left out. */
const TAG = 52;
const MONTH = 14;
const MONTH_AND_YEAR = 32;

type AxisProps = { track: RefObject<HTMLDivElement | null>; now: string; view: TimeWindow };

function Axis({ track, now, view }: AxisProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const width = useWidth(track, 600);
  const today = placeOf(Date.parse(now), view) * width;
  const tag = Math.min(width - TAG, Math.max(TAG, today));
  return (
    <>
      {ticksOf(view)
        .map(({ time, year }) => ({ time, year, at: placeOf(time, view) * width }))
        .filter(({ year, at }) => {
          const half = year ? MONTH_AND_YEAR : MONTH;
          return Math.abs(at - tag) > TAG + half && at > half && at < width - half;
        })
        .map(({ time, year, at }) => (
          <span key={time} className={styles.tick} style={{ left: at }}>
            {formatDate(time, year ? "monthYear" : "month")}
          </span>
        ))}
      {today > 0 && today < width && (
        <span className={styles.today} style={{ left: tag }}>
          {t("renewals.today", { date: formatDate(now, "dayMonth") })}
        </span>
      )}
    </>
  );
}

/** The months and today behind all rows. */
export function Gridlines({ now, view }: { now: string; view: TimeWindow }) {
  const styles = useStyles();
  const columns = useColumnStyles();
  const today = placeOf(Date.parse(now), view);
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
        {today >= 0 && today <= 1 && (
          <span className={styles.now} style={{ left: `${today * 100}%` }} />
        )}
      </div>
    </div>
  );
}
