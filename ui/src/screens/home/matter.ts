/** What needs the owner, in the order of what is lost first. */
import type { GroupSummary } from "@/ipc/bindings";
import { byExpiry, expiresSoon, laneOf } from "@/lib/expiry";
import { hasGuests, hasNoOwner, hasOneOwner } from "@/lib/people";

export type MatterKind = "overdue" | "expiring" | "noOwner" | "oneOwner" | "guests";

export interface Matter {
  kind: MatterKind;
  /** Soonest expiry first; never empty. */
  groups: readonly [GroupSummary, ...GroupSummary[]];
}

type Test = (group: GroupSummary, now: string) => boolean;

/** What depends on people holds only of groups whose people were read. */
const tests: Record<MatterKind, Test> = {
  overdue: (group, now) => group.owned && laneOf(group, now) === "overdue",
  expiring: (group, now) => group.owned && expiresSoon(group, now),
  noOwner: hasNoOwner,
  oneOwner: (group) => group.owned && hasOneOwner(group),
  guests: (group) => group.owned && group.visibility === "public" && hasGuests(group),
};

export function mattersOf(groups: readonly GroupSummary[], now: string): Matter[] {
  const soonest = [...groups].sort(byExpiry);
  return (Object.keys(tests) as MatterKind[]).flatMap((kind) => {
    const [first, ...rest] = soonest.filter((group) => tests[kind](group, now));
    return first ? [{ kind, groups: [first, ...rest] as const }] : [];
  });
}

export const guestsIn = (groups: readonly GroupSummary[]): number =>
  groups.reduce((sum, { people }) => sum + (people?.guestCount ?? 0), 0);

/** The owned group that expires next, after what is due already. */
export const nextToExpire = (groups: readonly GroupSummary[], now: string) =>
  groups
    .filter((group) => group.owned && group.expires !== null && laneOf(group, now) !== "overdue")
    .sort(byExpiry)[0];
