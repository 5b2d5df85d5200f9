/** The groups in their lanes, as one list of headings and rows; soonest first within a lane. */
import type { GroupSummary } from "@/ipc/bindings";
import { byExpiry, laneOf, LANES, type Lane } from "@/lib/expiry";

export type Line =
  | { kind: "lane"; lane: Lane; count: number }
  | { kind: "group"; group: GroupSummary; lane: Lane; place: number };

/**
 * `held` keeps the expiry with which a group came into view: a renewed group stays where it is until
 * the person leaves, since nothing moves under the pointer.
 */
export function linesOf(
  groups: readonly GroupSummary[],
  now: string,
  held: ReadonlyMap<string, string | null>,
): Line[] {
  const placed = groups
    .map((group) => ({ group, at: { ...group, expires: held.get(group.id) ?? group.expires } }))
    .sort((a, b) => byExpiry(a.at, b.at));
  const lanes = new Map<Lane, GroupSummary[]>(LANES.map((lane) => [lane, []]));
  for (const { group, at } of placed) lanes.get(laneOf(at, now))?.push(group);
  let place = 0;
  return [...lanes].flatMap(([lane, members]): Line[] =>
    members.length === 0
      ? []
      : [
          { kind: "lane", lane, count: members.length },
          ...members.map((group): Line => ({ kind: "group", group, lane, place: place++ })),
        ],
  );
}

/** The groups of a list of lines, in order. */
export const groupsOf = (lines: readonly Line[]): GroupSummary[] =>
  lines.flatMap((line) => (line.kind === "group" ? [line.group] : []));
