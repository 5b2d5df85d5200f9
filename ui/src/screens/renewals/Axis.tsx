/** The time axis: its months or weeks, and today, which leads back to itself from anywhere. */
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ChevronLeftRegular, ChevronRightRegular } from "@fluentui/react-icons";
import { useLayoutEffect, useRef } from "react";
import { useTranslation } from "react-i18next";

import { formatDate } from "@/lib/dates";
import { textScale } from "@/lib/paint";
import { useWidth } from "@/lib/useWidth";
import { placeOf, ticksOf, type Tick } from "./scale";
import { useTime, useTimeView } from "./TimeProvider";

const useStyles = makeStyles({
  axis: { position: "absolute", inset: 0 },
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
    display: "inline-flex",
    alignItems: "center",
    gap: "2px",
    minHeight: "24px",
    padding: "0 6px",
    border: "none",
    borderRadius: tokens.borderRadiusMedium,
    whiteSpace: "nowrap",
    font: "inherit",
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralBackground1,
    backgroundColor: tokens.colorNeutralForeground1,
    outline: "1px solid transparent",
    cursor: "pointer",
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "1px" },
  },
  away: {
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground3,
  },
});

/** Half the widths of the tag and of the labels, in pixels: what would lie under the tag is left out. */
const TAG = 54;
const HALF: Record<Tick["unit"], number> = { week: 22, month: 14, year: 32 };

export function Axis({ now }: { now: string }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const axis = useRef<HTMLDivElement>(null);
  const width = useWidth(axis, 600);
  const scale = textScale();
  const { today, drawTo } = useTime();
  useLayoutEffect(() => drawTo(width), [drawTo, width]);
  const view = useTimeView();
  const place = placeOf(Date.parse(now), view);
  const half = TAG * scale;
  const tag = Math.min(width - half, Math.max(half, place * width));
  return (
    <div ref={axis} className={styles.axis}>
      {ticksOf(view)
        .map((tick) => ({ ...tick, at: placeOf(tick.time, view) * width }))
        .filter(roomFor(width, tag, scale))
        .map(({ time, unit, at }) => (
          <span key={time} className={styles.tick} style={{ left: at }}>
            {formatDate(time, FORMATS[unit])}
          </span>
        ))}
      <button
        type="button"
        className={mergeClasses(styles.today, (place < 0 || place > 1) && styles.away)}
        style={{ left: tag }}
        onClick={today}
      >
        {place < 0 && <ChevronLeftRegular aria-hidden />}
        {t("renewals.today", { date: formatDate(now, "dayMonth") })}
        {place > 1 && <ChevronRightRegular aria-hidden />}
      </button>
    </div>
  );
}

const FORMATS = { week: "dayMonth", month: "month", year: "monthYear" } as const;

/** Keeps the labels that lie neither under the tag, nor over the edge, nor over the one before. */
function roomFor(width: number, tag: number, scale: number) {
  let before = -Infinity;
  return ({ unit, at }: { unit: Tick["unit"]; at: number }): boolean => {
    const half = HALF[unit] * scale;
    const inside = at > half && at < width - half;
    if (!inside || Math.abs(at - tag) < TAG * scale + half || at - half < before + 8) return false;
    before = at + half;
    return true;
  };
}
