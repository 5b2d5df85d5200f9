/** The next days, each with the owned groups that expire on it. */
import type { GroupSummary } from "@/ipc/bindings";
import { daysAfter, daysUntil } from "@/lib/dates";
import { NOTICE_DAYS, laneOf } from "@/lib/expiry";

export interface Day {
  /** 0 is today. */
  offset: number;
  at: string;
  groups: GroupSummary[];
}

export function daysOf(groups: readonly GroupSummary[], now: string): Day[] {
  const days: Day[] = Array.from({ length: NOTICE_DAYS + 1 }, (_, offset) => ({
    offset,
    at: daysAfter(now, offset),
    groups: [],
  }));
  for (const group of groups) {
    if (!group.owned || group.expires === null || laneOf(group, now) === "overdue") continue;
    days[daysUntil(now, group.expires)]?.groups.push(group);
  }
  return days;
}
