/**
 * Days and dates. What "now" is comes from the service (with the list of groups), never from this
 * computer's clock: the practice clock can be moved and a computer's clock can be wrong.
 */
import { addDays, differenceInCalendarDays, isSameDay } from "date-fns";

/** The formats of the person's region, in the language that the screens speak. */
export const locale = navigator.languages.find((language) => language.startsWith("en")) ?? "en-GB";

/** Whole days from `now` until `instant` by the calendar; negative when it is over. */
export function daysUntil(now: string, instant: string): number {
  return differenceInCalendarDays(new Date(instant), new Date(now));
}

const sameDay = (a: string, b: string): boolean => isSameDay(new Date(a), new Date(b));

export const daysAfter = (instant: string, days: number): string =>
  addDays(new Date(instant), days).toISOString();

const formats = {
  date: new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", year: "numeric" }),
  dayMonth: new Intl.DateTimeFormat(locale, { day: "numeric", month: "short" }),
  day: new Intl.DateTimeFormat(locale, { weekday: "long", day: "numeric", month: "long" }),
  month: new Intl.DateTimeFormat(locale, { month: "short" }),
  monthYear: new Intl.DateTimeFormat(locale, { month: "short", year: "numeric" }),
  monthLong: new Intl.DateTimeFormat(locale, { month: "long", year: "numeric" }),
  time: new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit" }),
  moment: new Intl.DateTimeFormat(locale, {
    weekday: "short",
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
  }),
};

export type DateFormat = keyof typeof formats;

export function formatDate(instant: string | number | Date, format: DateFormat = "date"): string {
  return formats[format].format(new Date(instant));
}

const sameYear = (a: string, b: string): boolean =>
  new Date(a).getFullYear() === new Date(b).getFullYear();

/** A date without its year when that is the present one. */
export const formatNear = (instant: string, now: string): string =>
  formatDate(instant, sameYear(instant, now) ? "dayMonth" : "date");

/** The same with the day of the week, written out. */
export const formatDay = (instant: string, now: string): string =>
  formatDate(instant, sameYear(instant, now) ? "day" : "date");

/** The time of day when it was today, else the date. */
export function formatAsOf(instant: string, now: string): string {
  return sameDay(instant, now) ? formatDate(instant, "time") : formatNear(instant, now);
}

const numbers = new Intl.NumberFormat(locale);
export const formatNumber = (value: number): string => numbers.format(value);

const units = ["byte", "kilobyte", "megabyte", "gigabyte"] as const;

/** A size such as "1.2 MB". */
export function formatBytes(bytes: number): string {
  const step = Math.min(units.length - 1, bytes > 0 ? Math.floor(Math.log10(bytes) / 3) : 0);
  return new Intl.NumberFormat(locale, {
    style: "unit",
    unit: units[step] ?? "byte",
    maximumFractionDigits: 1,
  }).format(bytes / 1000 ** step);
}

/** A span such as "4 seconds" or "14 minutes". */
export function formatSeconds(seconds: number): string {
  const [value, unit] =
    seconds < 90
      ? [seconds, "second"]
      : seconds < 5400
        ? [seconds / 60, "minute"]
        : [seconds / 3600, "hour"];
  return new Intl.NumberFormat(locale, {
    style: "unit",
    unit,
    unitDisplay: "long",
    maximumFractionDigits: 0,
  }).format(value);
}

/** Minutes and seconds that are left, such as "14:05". */
export const formatCountdown = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;

/** Days in the largest unit that says enough: days up to three weeks, then weeks, then months. */
function inUnits(days: number): [value: number, unit: "day" | "week" | "month"] {
  if (days < 21) return [days, "day"];
  return days < 75 ? [Math.round(days / 7), "week"] : [Math.round(days / 30.44), "month"];
}

const relative = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });

/** How long ago some days are, such as "yesterday" or "6 weeks ago". */
export function formatAgo(days: number): string {
  const [value, unit] = inUnits(days);
  return relative.format(-value, unit);
}

/** How long some days are, such as "7 months". */
export function formatSpan(days: number): string {
  const [value, unit] = inUnits(days);
  return new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay: "long" }).format(value);
}
