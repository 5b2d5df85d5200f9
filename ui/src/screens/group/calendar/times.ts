/** When an event is: in a zone, moved, and in words. All arithmetic is Temporal's. */
import { Temporal } from "temporal-polyfill";

import type { EventTime, WallTime } from "@/ipc/bindings";
import { locale } from "@/lib/dates";

const inZone = (instant: string, zone: string): Temporal.ZonedDateTime =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(zone);

/** The day in `zone` on which a moment lies. */
export const dayIn = (instant: string, zone: string): string =>
  inZone(instant, zone).toPlainDate().toString();

export const firstDayOf = (time: EventTime, zone: string): string =>
  time.kind === "allDay" ? time.first : dayIn(time.start, zone);

/** The last day that an event touches; one that ends at midnight does not touch the day that begins then. */
export function lastDayOf(time: EventTime, zone: string): string {
  if (time.kind === "allDay") return time.last;
  const end = inZone(time.end, zone);
  const atMidnight = end.equals(end.startOfDay()) && time.end !== time.start;
  return (atMidnight ? end.subtract({ nanoseconds: 1 }) : end).toPlainDate().toString();
}

/** An unknown zone, which the service may name, is read as UTC. */
export function zoneOf(time: EventTime, zone: string): string {
  if (time.kind === "allDay") return zone;
  try {
    Temporal.Now.instant().toZonedDateTimeISO(time.timeZone);
    return time.timeZone;
  } catch {
    return "UTC";
  }
}

const wall = (instant: string, zone: string): string =>
  inZone(instant, zone).toPlainDateTime().toString({ smallestUnit: "second" });

/** By the clock on the wall of the event's own zone: what a change sends. */
export function wallOf(time: EventTime): WallTime {
  if (time.kind === "allDay") return time;
  const timeZone = zoneOf(time, "UTC");
  return {
    kind: "timed",
    timeZone,
    start: wall(time.start, timeZone),
    end: wall(time.end, timeZone),
  };
}

export interface Shift {
  days: number;
  minutes: number;
}

/** How much the beginning and the end move; by the clock on the wall of `zone`. */
export interface Move {
  start: Shift;
  end: Shift;
}

export const NONE: Shift = { days: 0, minutes: 0 };

export function moved(time: EventTime, move: Move, zone: string): EventTime {
  if (time.kind === "allDay") {
    const first = Temporal.PlainDate.from(time.first).add({ days: move.start.days });
    const last = Temporal.PlainDate.from(time.last).add({ days: move.end.days });
    const ordered = Temporal.PlainDate.compare(last, first) < 0 ? first : last;
    return { kind: "allDay", first: first.toString(), last: ordered.toString() };
  }
  const start = inZone(time.start, zone).add(move.start);
  const end = inZone(time.end, zone).add(move.end);
  const ordered = Temporal.ZonedDateTime.compare(end, start) < 0 ? start : end;
  return {
    ...time,
    start: start.toInstant().toString(),
    end: ordered.toInstant().toString(),
  };
}

/** How an event was moved in days and minutes on the wall of its own zone: what a series is moved by. */
export function moveBetween(before: EventTime, after: EventTime): Move | null {
  const [from, to] = [wallOf(before), wallOf(after)];
  if (from.kind === "allDay" || to.kind === "allDay") {
    if (from.kind !== to.kind) return null;
    return {
      start: { days: daysBetween(edges(from)[0], edges(to)[0]), minutes: 0 },
      end: { days: daysBetween(edges(from)[1], edges(to)[1]), minutes: 0 },
    };
  }
  return { start: shiftBetween(from.start, to.start), end: shiftBetween(from.end, to.end) };
}

const edges = (time: WallTime): [string, string] =>
  time.kind === "allDay" ? [time.first, time.last] : [time.start, time.end];

const daysBetween = (from: string, to: string): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).days;

function shiftBetween(from: string, to: string): Shift {
  const [before, after] = [Temporal.PlainDateTime.from(from), Temporal.PlainDateTime.from(to)];
  const days = before.toPlainDate().until(after.toPlainDate()).days;
  return { days, minutes: before.add({ days }).until(after).total("minutes") };
}

export const sameTime = (a: EventTime, b: EventTime): boolean =>
  a.kind === "allDay"
    ? b.kind === "allDay" && a.first === b.first && a.last === b.last
    : b.kind === "timed" &&
      Date.parse(a.start) === Date.parse(b.start) &&
      Date.parse(a.end) === Date.parse(b.end);

const formats = new Map<string, Intl.DateTimeFormat>();

function formatIn(zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${zone} ${JSON.stringify(options)}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(locale, { timeZone: zone, ...options });
  formats.set(key, made);
  return made;
}

const TIME = { hour: "2-digit", minute: "2-digit" } as const;
const DAY = { weekday: "long", day: "numeric", month: "long", year: "numeric" } as const;
const SHORT_DAY = { weekday: "short", day: "numeric", month: "short" } as const;

/** A day of the calendar, in words; `2026-11-23` is the same day everywhere. */
export const dayWords = (day: string, options: Intl.DateTimeFormatOptions = DAY): string =>
  formatIn("UTC", options).format(new Date(`${day}T00:00:00Z`));

export const shortDayWords = (day: string): string => dayWords(day, SHORT_DAY);

export const daysWords = (
  first: string,
  last: string,
  options: Intl.DateTimeFormatOptions,
): string =>
  formatIn("UTC", options).formatRange(
    new Date(`${first}T00:00:00Z`),
    new Date(`${last}T00:00:00Z`),
  );

export const clockWords = (instant: string, zone: string): string =>
  formatIn(zone, TIME).format(new Date(instant));

/** When within its day, such as `10:15 – 11:00`; empty for whole days. */
export const hoursWords = (time: EventTime, zone: string): string =>
  time.kind === "allDay"
    ? ""
    : formatIn(zone, TIME).formatRange(new Date(time.start), new Date(time.end));

/** Day and time in full. */
export function timeWords(time: EventTime, zone: string): string {
  if (time.kind === "allDay") return daysWords(time.first, time.last, DAY);
  return formatIn(zone, { ...DAY, ...TIME }).formatRange(new Date(time.start), new Date(time.end));
}

/** A wall clock's time in words, such as `2026-03-29T03:30:00`. */
export const wallWords = (dateTime: string): string =>
  formatIn("UTC", { ...SHORT_DAY, ...TIME }).format(new Date(`${dateTime.slice(0, 19)}Z`));
