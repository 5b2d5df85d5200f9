/** The groups in their lanes, as one list of headings and rows; soonest first within a lane. */
import type { GroupSummary } from "@/ipc/bindings";
import { laneOf, LANES, type Lane } from "@/lib/expiry";

export type Line =
  { kind: "lane"; lane: Lane; count: number } | { kind: "group"; group: GroupSummary; lane: Lane };

/**
 * `held` keeps the expiry with which a group came into view: a renewed group stays where it is until
 * the person leaves, since nothing moves under the pointer.
 */
export function linesOf(
  groups: readonly GroupSummary[],
  now: string,
  held: ReadonlyMap<string, string | null>,
): Line[] {
  const lanes = new Map<Lane, GroupSummary[]>(LANES.map((lane) => [lane, []]));
  for (const { group, expires } of inOrder(groups, held)) {
    lanes.get(laneOf({ expires }, now))?.push(group);
  }
  return [...lanes].flatMap(([lane, members]): Line[] =>
    members.length === 0
      ? []
      : [
          { kind: "lane", lane, count: members.length },
          ...members.map((group): Line => ({ kind: "group", group, lane })),
        ],
  );
}

/** Soonest first, what does not expire last; dates are read once, since there may be thousands. */
function inOrder(groups: readonly GroupSummary[], held: ReadonlyMap<string, string | null>) {
  return groups
    .map((group) => {
      const expires = held.get(group.id) ?? group.expires;
      return { group, expires, at: expires === null ? Infinity : Date.parse(expires) };
    })
    .sort((a, b) => (a.at === b.at ? (a.group.id < b.group.id ? -1 : 1) : a.at - b.at));
}

/** The groups of a list of lines, in order. */
export const groupsOf = (lines: readonly Line[]): GroupSummary[] =>
  lines.flatMap((line) => (line.kind === "group" ? [line.group] : []));
