/** The time axis: which stretch of time is in view, and where on it an instant lies. Fractions, not pixels. */
import { addMonths, startOfMonth } from "date-fns";

const DAY = 86_400_000;

/** What can be chosen at the head of the screen, in days. */
export const SPANS = { months3: 92, months10: 304, years2: 731 } as const;
export type Span = keyof typeof SPANS;

/** A stretch of time, in milliseconds since 1970. */
export interface TimeWindow {
  start: number;
  end: number;
}

/** Today stands at about a quarter, so that most of the view is what is ahead. */
const TODAY_AT = 0.26;
const SHORTEST = 14 * DAY;
const LONGEST = 5 * 366 * DAY;

export function windowAround(now: string, span: Span): TimeWindow {
  const start = Date.parse(now) - SPANS[span] * DAY * TODAY_AT;
  return { start, end: start + SPANS[span] * DAY };
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

/** Widens or narrows the view around a place in it, within two weeks and five years. */
export function zoomed(view: TimeWindow, factor: number, around: number): TimeWindow {
  const width = Math.min(LONGEST, Math.max(SHORTEST, (view.end - view.start) * factor));
  const fixed = view.start + (view.end - view.start) * around;
  const start = fixed - width * around;
  return { start, end: start + width };
}

export interface Tick {
  time: number;
  /** Whether a year begins here. */
  year: boolean;
}

/** At most so many labels stand on the axis. */
const MOST_TICKS = 14;

/** The beginnings of months in view, by the calendar of this computer's time zone. */
export function ticksOf({ start, end }: TimeWindow): Tick[] {
  const months = (end - start) / (30.4 * DAY);
  const step = [1, 2, 3, 6, 12].find((each) => months / each <= MOST_TICKS) ?? 12;
  const ticks: Tick[] = [];
  let month = startOfMonth(new Date(start));
  while (month.getTime() <= end) {
    if (month.getTime() >= start && month.getMonth() % step === 0) {
      ticks.push({ time: month.getTime(), year: month.getMonth() === 0 });
    }
    month = addMonths(month, 1);
  }
  return ticks;
}
