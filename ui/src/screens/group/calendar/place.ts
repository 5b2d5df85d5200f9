/** Where in time the calendar stands: its view, its day, and the days that are read and shown for them. */
import { Temporal } from "temporal-polyfill";

export const VIEWS = ["month", "week", "agenda"] as const;
export type View = (typeof VIEWS)[number];

export interface Place {
  view: View;
  /** A day within what is shown, such as `2026-11-23`. */
  day: string;
}

export interface Days {
  first: string;
  last: string;
}

const WEEK = 7;
const WEEKS_READ = 6;

/** The day on which the week of `day` begins; `weekStart` counts from Monday, 1, to Sunday, 7. */
function weekOf(day: Temporal.PlainDate, weekStart: number): Temporal.PlainDate {
  return day.subtract({ days: (day.dayOfWeek - weekStart + WEEK) % WEEK });
}

/** What is shown: the days of a week or of a month. */
export function shownDays({ view, day }: Place, weekStart: number): Days {
  const date = Temporal.PlainDate.from(day);
  if (view === "week") {
    const first = weekOf(date, weekStart);
    return { first: first.toString(), last: first.add({ days: WEEK - 1 }).toString() };
  }
  const last = date.with({ day: date.daysInMonth });
  return { first: date.with({ day: 1 }).toString(), last: last.toString() };
}

/**
 * What is read: always the six weeks that a month can lie in. They hold every week that begins in it, so that
 * changing views asks for nothing.
 */
export function readDays(place: Place, weekStart: number): Days {
  const begin = Temporal.PlainDate.from(shownDays(place, weekStart).first).with({ day: 1 });
  const first = weekOf(begin, weekStart);
  return {
    first: first.toString(),
    last: first.add({ days: WEEKS_READ * WEEK - 1 }).toString(),
  };
}

/** A week or a month further, or back. */
export function step({ view, day }: Place, by: number): Place {
  const date = Temporal.PlainDate.from(day);
  const next =
    view === "week" ? date.add({ weeks: by }) : date.with({ day: 1 }).add({ months: by });
  return { view, day: next.toString() };
}

/** A month further, or back, whatever the view: what is read ahead. */
export const besides = ({ day }: Place): Place[] =>
  [-1, 1].map((by) => step({ view: "month", day }, by));

export const holds = ({ first, last }: Days, day: string): boolean => first <= day && day <= last;
