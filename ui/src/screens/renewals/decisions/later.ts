/** The days on which it makes sense to decide later. */
import { addDays, addMonths, format } from "date-fns";

export interface LaterChoice {
  name: "week" | "fortnight" | "beforeTwoWeeks" | "beforeWeek" | "quarter";
  /** A day of the calendar, such as 2026-12-01. */
  day: string;
}

/** A day as the contract and a field for dates want it. */
export const dayOfCalendar = (date: Date): string => format(date, "yyyy-MM-dd");

/** At most four days ahead, soonest first, none twice, and none on which the group is lost. */
export function laterChoices(now: string, expires: string): LaterChoice[] {
  const today = new Date(now);
  const end = new Date(expires);
  const all: [LaterChoice["name"], Date][] = [
    ["week", addDays(today, 7)],
    ["fortnight", addDays(today, 14)],
    ["quarter", addMonths(today, 3)],
    ["beforeTwoWeeks", addDays(end, -14)],
    ["beforeWeek", addDays(end, -7)],
  ];
  const last = dayOfCalendar(end);
  const first = dayOfCalendar(today);
  const ahead = all
    .map(([name, date]) => ({ name, day: dayOfCalendar(date) }))
    .filter(({ day }) => day > first && day < last)
    .sort((a, b) => (a.day < b.day ? -1 : 1));
  return ahead.filter(({ day }, index) => day !== ahead[index - 1]?.day).slice(0, 4);
}
