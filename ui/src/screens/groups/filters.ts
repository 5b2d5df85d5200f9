/** The filters of the Groups screen: what each one lets through, and how they combine. */
import type { GroupSummary } from "@/ipc/bindings";
import { expiresSoon, laneOf } from "@/lib/expiry";
import type { GroupFilter } from "@/lib/links";
import { hasGuests, hasNoOwner, hasOneOwner } from "@/lib/people";

export type Filter = GroupFilter | "member" | "private";

const passes: Record<Filter, (group: GroupSummary, now: string) => boolean> = {
  owned: (group) => group.owned,
  member: (group) => group.member,
  favorites: (group) => group.favorite.marked === true,
  expiring: (group, now) => expiresSoon(group, now) || laneOf(group, now) === "overdue",
  oneOwner: hasOneOwner,
  noOwner: hasNoOwner,
  public: (group) => group.visibility === "public",
  private: (group) => group.visibility === "private" || group.visibility === "hiddenMembership",
  team: (group) => group.team,
  dynamic: (group) => group.dynamic,
  guests: hasGuests,
};

/** In the order in which the chips stand. */
export const FILTERS = Object.keys(passes) as Filter[];

/** What these say is only known once the people of the groups were read. */
export const PEOPLE_FILTERS: ReadonlySet<Filter> = new Set(["oneOwner", "noOwner", "guests"]);

/** Filters that can never hold at once: switching one on switches the others off. */
const either: ReadonlyArray<ReadonlySet<Filter>> = [
  new Set(["public", "private"]),
  new Set(["oneOwner", "noOwner"]),
];

export function toggleFilter(on: ReadonlySet<Filter>, filter: Filter): Set<Filter> {
  const next = new Set(on);
  if (next.delete(filter)) return next;
  for (const set of either) if (set.has(filter)) set.forEach((each) => next.delete(each));
  return next.add(filter);
}

export const passesAll = (group: GroupSummary, on: ReadonlySet<Filter>, now: string): boolean =>
  [...on].every((filter) => passes[filter](group, now));

/** How many groups each filter by itself lets through. */
export function countFilters(groups: readonly GroupSummary[], now: string): Record<Filter, number> {
  const counts = Object.fromEntries(FILTERS.map((filter) => [filter, 0])) as Record<Filter, number>;
  for (const group of groups) {
    for (const filter of FILTERS) if (passes[filter](group, now)) counts[filter] += 1;
  }
  return counts;
}

/** What of some names are filters; what is not one is left out. */
export function filtersFrom(names: readonly string[]): Set<Filter> {
  return new Set(names.filter((name): name is Filter => Object.hasOwn(passes, name)));
}
