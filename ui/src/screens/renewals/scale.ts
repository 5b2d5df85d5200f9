/** The time axis: which stretch of time is in view, and where on it an instant lies. Fractions, not pixels. */
import { eachMonthOfInterval, eachWeekOfInterval } from "date-fns";

const DAY = 86_400_000;

/** From where days on the axis are counted: near to what is looked at, so that fractions stay exact. */
const ORIGIN = Date.UTC(2026, 0, 1);

/** An instant in days of the axis. */
export const dayOf = (instant: string | number): number =>
  ((typeof instant === "number" ? instant : Date.parse(instant)) - ORIGIN) / DAY;

/** What can be chosen at the head of the screen, in days. */
const SPANS = { months3: 92, months10: 304, years2: 731 } as const;
export type Span = keyof typeof SPANS;

/** A stretch of time, in milliseconds since 1970. */
export interface TimeWindow {
  start: number;
  end: number;
}

/** Today stands at about a quarter, so that most of the view is what is ahead. */
const TODAY_AT = 0.26;
const SHORTEST = 28 * DAY;
const LONGEST = 5 * 366 * DAY;

export const windowAround = (now: string, span: Span): TimeWindow =>
  withToday(now, SPANS[span] * DAY);

/** As wide as it was, with today at its place again. */
export const broughtBack = (now: string, { start, end }: TimeWindow): TimeWindow =>
  withToday(now, end - start);

function withToday(now: string, width: number): TimeWindow {
  const start = Date.parse(now) - width * TODAY_AT;
  return { start, end: start + width };
}

/** Where an instant lies: 0 is the left edge, 1 the right one; also beyond them. */
export function placeOf(time: number, { start, end }: TimeWindow): number {
  return (time - start) / (end - start);
}

/** Moves the view by a part of its own width. */
export function panned({ start, end }: TimeWindow, by: number): TimeWindow {
  const shift = (end - start) * by;
  return { start: start + shift, end: end + shift };
}

/** Widens or narrows the view around a place in it, within four weeks and five years. */
export function zoomed(view: TimeWindow, factor: number, around: number): TimeWindow {
  const width = Math.min(LONGEST, Math.max(SHORTEST, (view.end - view.start) * factor));
  const fixed = view.start + (view.end - view.start) * around;
  const start = fixed - width * around;
  return { start, end: start + width };
}

export interface Tick {
  time: number;
  /** What begins here; a year's first month is a year. */
  unit: "week" | "month" | "year";
}

/** At most so many labels stand on the axis. */
const MOST_TICKS = 14;

/** The beginnings of weeks or months in view, by the calendar of this computer's time zone. */
export function ticksOf({ start, end }: TimeWindow): Tick[] {
  const days = (end - start) / DAY;
  if (days / 7 <= MOST_TICKS - 1) {
    return eachWeekOfInterval({ start, end }, { weekStartsOn: 1 })
      .map((week): Tick => ({ time: week.getTime(), unit: "week" }))
      .filter(({ time }) => time >= start);
  }
  const step = [1, 2, 3, 6, 12].find((each) => days / 30.4 / each <= MOST_TICKS) ?? 12;
  return eachMonthOfInterval({ start, end })
    .filter((month) => month.getTime() >= start && month.getMonth() % step === 0)
    .map((month) => ({ time: month.getTime(), unit: month.getMonth() === 0 ? "year" : "month" }));
}
