/** How near a group's expiry is, in the steps in which all screens speak of it. */
import { addDays, startOfDay } from "date-fns";

import type { GroupSummary } from "@/ipc/bindings";
import { daysUntil } from "./dates";

/** Overdue and ≤ 10 days are red, ≤ 30 days amber; nothing else has a colour. */
export type Urgency = "overdue" | "urgent" | "soon" | "calm" | "never";
export type Lane = "overdue" | "within30" | "within90" | "later" | "never";

export const LANES: readonly Lane[] = ["overdue", "within30", "within90", "later", "never"];
export const URGENT_DAYS = 10;
export const NOTICE_DAYS = 30;
export const RESTORE_DAYS = 30;

type Expiring = Pick<GroupSummary, "expires">;

export function daysLeft(group: Expiring, now: string): number | null {
  return group.expires === null ? null : daysUntil(now, group.expires);
}

const isOver = (expires: string, now: string): boolean =>
  new Date(expires).getTime() <= new Date(now).getTime();

export function urgencyOf(group: Expiring, now: string): Urgency {
  if (group.expires === null) return "never";
  if (isOver(group.expires, now)) return "overdue";
  const days = daysUntil(now, group.expires);
  if (days <= URGENT_DAYS) return "urgent";
  return days <= NOTICE_DAYS ? "soon" : "calm";
}

/** Where the lanes end, in milliseconds of the epoch. */
type Ends = { now: string; overdue: number; within30: number; within90: number };

/** Thousands of groups are asked about at one moment: its days are counted once, and not for each. */
let ends: Ends = { now: "", overdue: NaN, within30: NaN, within90: NaN };

function endsAt(now: string): Ends {
  if (ends.now === now) return ends;
  const today = startOfDay(new Date(now));
  const endOf = (days: number) => addDays(today, days + 1).getTime();
  ends = {
    now,
    overdue: Date.parse(now),
    within30: endOf(NOTICE_DAYS),
    within90: endOf(90),
  };
  return ends;
}

export function laneOf(group: Expiring, now: string): Lane {
  if (group.expires === null) return "never";
  const at = Date.parse(group.expires);
  const { overdue, within30, within90 } = endsAt(now);
  if (at <= overdue) return "overdue";
  if (at < within30) return "within30";
  return at < within90 ? "within90" : "later";
}

/** Whether the group expires within the notice period, and is not over yet. */
export const expiresSoon = (group: Expiring, now: string): boolean =>
  laneOf(group, now) === "within30";

/** Groups that the person decides about: those which only an owner can renew. */
export const needsDecision = (group: GroupSummary, now: string): boolean =>
  group.owned && (expiresSoon(group, now) || laneOf(group, now) === "overdue");

/** Soonest first, what does not expire last, then by id so that the order is total. */
export function byExpiry(a: GroupSummary, b: GroupSummary): number {
  const left = a.expires === null ? Infinity : Date.parse(a.expires);
  const right = b.expires === null ? Infinity : Date.parse(b.expires);
  return left === right ? (a.id < b.id ? -1 : 1) : left - right;
}

/**
 * Whether the date of a group had moved on, by its use or by another owner, between what was known when its renewal was
 * decided and what the service had right before it.
 */
export const hadMovedBefore = (known: string | null, before: string | null): boolean =>
  known !== null && before !== null && Date.parse(before) > Date.parse(known);
