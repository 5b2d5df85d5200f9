/** What a recurrence means, in a sentence. */
import type { TFunction } from "i18next";

import type { Recurrence, RecurrencePattern, Weekday } from "@/ipc/bindings";
import { formatNumber, locale } from "@/lib/dates";
import { dayWords } from "./times";

export const WEEKDAYS: readonly Weekday[] = [
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
  "sunday",
];

/** The 1st of January 2024 was a Monday. */
const dayNamed = (weekday: Weekday): string =>
  `2024-01-${String(WEEKDAYS.indexOf(weekday) + 1).padStart(2, "0")}`;

export const weekdayWords = (weekday: Weekday, width: "long" | "short" | "narrow" = "long") =>
  dayWords(dayNamed(weekday), { weekday: width });

const monthWords = (month: number): string =>
  dayWords(`2024-${String(month).padStart(2, "0")}-01`, { month: "long" });

const list = new Intl.ListFormat(locale, { type: "conjunction" });
const DATE = { day: "numeric", month: "long", year: "numeric" } as const;

const WORKDAYS = WEEKDAYS.slice(0, 5);

/** Days in the order of the week, or what several are called together. */
function daysWords(t: TFunction, days: readonly Weekday[]): string {
  const ordered = WEEKDAYS.filter((day) => days.includes(day));
  if (ordered.length === WEEKDAYS.length) return t("calendar.repeat.everyDay");
  if (ordered.length === WORKDAYS.length && WORKDAYS.every((day) => days.includes(day))) {
    return t("calendar.repeat.workdays");
  }
  return list.format(ordered.map((day) => weekdayWords(day)));
}

export function recurrenceWords(t: TFunction, { pattern, end }: Recurrence): string {
  const rule = patternWords(t, pattern);
  switch (end.kind) {
    case "never":
      return t("calendar.repeat.never", { rule });
    case "on":
      return t("calendar.repeat.until", { rule, date: dayWords(end.date, DATE) });
    case "after":
      return t("calendar.repeat.times", {
        rule,
        count: end.occurrences,
        shown: formatNumber(end.occurrences),
      });
  }
}

function patternWords(t: TFunction, pattern: RecurrencePattern): string {
  const every = { count: pattern.interval };
  switch (pattern.kind) {
    case "daily":
      return t("calendar.repeat.daily", every);
    case "weekly":
      return t("calendar.repeat.weekly", { ...every, days: daysWords(t, pattern.days) });
    case "monthlyOnDay":
      return t("calendar.repeat.monthlyOnDay", { ...every, day: pattern.day });
    case "monthlyOnWeekday":
      return t("calendar.repeat.monthlyOnWeekday", {
        ...every,
        index: t(`calendar.repeat.index.${pattern.index}`),
        days: daysWords(t, pattern.days),
      });
    case "yearlyOnDay":
      return t("calendar.repeat.yearlyOnDay", {
        ...every,
        day: pattern.day,
        month: monthWords(pattern.month),
      });
    case "yearlyOnWeekday":
      return t("calendar.repeat.yearlyOnWeekday", {
        ...every,
        index: t(`calendar.repeat.index.${pattern.index}`),
        days: daysWords(t, pattern.days),
        month: monthWords(pattern.month),
      });
  }
}
