/** Which days a recurrence names, for the fake host alone: the window asks the service. */
import { Temporal } from "temporal-polyfill";

import type { Recurrence, RecurrencePattern, WeekIndex, Weekday } from "../bindings";

const DAYS: readonly Weekday[] = [
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
  "sunday",
];
const INDEXES: readonly WeekIndex[] = ["first", "second", "third", "fourth", "last"];
const MOST = 260;
const LONGEST = { days: 800 };

const weekdayOf = (day: Temporal.PlainDate): Weekday => DAYS[day.dayOfWeek - 1] ?? "monday";

/** The days of a series that begins on `first`, at most 260. */
export function daysOf(recurrence: Recurrence, first: Temporal.PlainDate): Temporal.PlainDate[] {
  const { pattern, end } = recurrence;
  const until = end.kind === "on" ? Temporal.PlainDate.from(end.date) : first.add(LONGEST);
  const most = end.kind === "after" ? end.occurrences : MOST;
  const days: Temporal.PlainDate[] = [];
  for (let day = first; Temporal.PlainDate.compare(day, until) <= 0; day = day.add({ days: 1 })) {
    if (days.length >= Math.min(most, MOST)) break;
    if (isOn(pattern, day, first)) days.push(day);
  }
  return days;
}

function isOn(
  pattern: RecurrencePattern,
  day: Temporal.PlainDate,
  first: Temporal.PlainDate,
): boolean {
  const months = first
    .with({ day: 1 })
    .until(day.with({ day: 1 }), { largestUnit: "month" }).months;
  switch (pattern.kind) {
    case "daily":
      return first.until(day).days % pattern.interval === 0;
    case "weekly": {
      const monday = first.subtract({ days: first.dayOfWeek - 1 });
      const week = Math.floor(monday.until(day).days / 7);
      return week % pattern.interval === 0 && pattern.days.includes(weekdayOf(day));
    }
    case "monthlyOnDay":
      return months % pattern.interval === 0 && day.day === Math.min(pattern.day, day.daysInMonth);
    case "monthlyOnWeekday":
      return months % pattern.interval === 0 && isNth(day, pattern.index, pattern.days);
    case "yearlyOnDay":
      return (
        (day.year - first.year) % pattern.interval === 0 &&
        day.month === pattern.month &&
        day.day === Math.min(pattern.day, day.daysInMonth)
      );
    case "yearlyOnWeekday":
      return (
        (day.year - first.year) % pattern.interval === 0 &&
        day.month === pattern.month &&
        isNth(day, pattern.index, pattern.days)
      );
  }
}

function isNth(day: Temporal.PlainDate, index: WeekIndex, days: readonly Weekday[]): boolean {
  if (!days.includes(weekdayOf(day))) return false;
  if (index === "last") return day.day + 7 > day.daysInMonth;
  return Math.ceil(day.day / 7) === INDEXES.indexOf(index) + 1;
}
