/** The rules by which an event can repeat, begun from the day on which it first is. */
import { Temporal } from "temporal-polyfill";

import type { Recurrence, RecurrenceEnd, RecurrencePattern, WeekIndex } from "@/ipc/bindings";
import { WEEKDAYS } from "../recurrenceWords";
import { weekStart } from "../zones";

export const KINDS = [
  "daily",
  "weekly",
  "monthlyOnDay",
  "monthlyOnWeekday",
  "yearlyOnDay",
  "yearlyOnWeekday",
] as const satisfies ReadonlyArray<RecurrencePattern["kind"]>;
export type RuleKind = (typeof KINDS)[number];

export const INDEXES: readonly WeekIndex[] = ["first", "second", "third", "fourth", "last"];

const MOST_INTERVAL = 99;
/** A series that nobody ended: half a year is seen over. */
const USUAL_END = { months: 6 };
const USUAL_TIMES = 10;

/** A rule of another kind, as the first day suggests it; how long it goes on stays. */
export function ruleOf(kind: RuleKind, startDate: string, before: Recurrence | null): Recurrence {
  const first = Temporal.PlainDate.from(startDate);
  const end = before?.end ?? { kind: "on", date: first.add(USUAL_END).toString() };
  return { pattern: patternOf(kind, first), end };
}

function patternOf(kind: RuleKind, first: Temporal.PlainDate): RecurrencePattern {
  const weekday = WEEKDAYS[first.dayOfWeek - 1] ?? "monday";
  const index = INDEXES[Math.min(INDEXES.length, Math.ceil(first.day / 7)) - 1] ?? "first";
  const { day, month } = first;
  switch (kind) {
    case "daily":
      return { kind, interval: 1 };
    case "weekly":
      return { kind, interval: 1, days: [weekday], weekStart: WEEKDAYS[weekStart - 1] ?? "monday" };
    case "monthlyOnDay":
      return { kind, interval: 1, day };
    case "monthlyOnWeekday":
      return { kind, interval: 1, index, days: [weekday] };
    case "yearlyOnDay":
      return { kind, interval: 1, month, day };
    case "yearlyOnWeekday":
      return { kind, interval: 1, month, index, days: [weekday] };
  }
}

export function withInterval(recurrence: Recurrence, asked: number): Recurrence {
  const interval = Math.min(MOST_INTERVAL, Math.max(1, Math.trunc(asked) || 1));
  return { ...recurrence, pattern: { ...recurrence.pattern, interval } };
}

export function withEnd(recurrence: Recurrence, kind: RecurrenceEnd["kind"]): Recurrence {
  const { end } = recurrence;
  if (end.kind === kind) return recurrence;
  const today = Temporal.Now.plainDateISO();
  const ends: Record<RecurrenceEnd["kind"], RecurrenceEnd> = {
    never: { kind: "never" },
    on: { kind: "on", date: today.add(USUAL_END).toString() },
    after: { kind: "after", occurrences: USUAL_TIMES },
  };
  return { ...recurrence, end: ends[kind] };
}

export function unitOf({ kind }: RecurrencePattern): "daily" | "weekly" | "monthly" | "yearly" {
  if (kind === "daily" || kind === "weekly") return kind;
  return kind.startsWith("monthly") ? "monthly" : "yearly";
}
