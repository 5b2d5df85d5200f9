/** The groups in their lanes, as one list of headings and rows; soonest first within a lane. */
import type { GroupSummary } from "@/ipc/bindings";
import { laneOf, type Lane } from "@/lib/expiry";

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
  const placed = inOrder(groups, held);
  const lines: Line[] = [];
  for (let from = 0; from < placed.length;) {
    const lane = laneOf(placed[from] ?? NEVER, now);
    const end = endOf(lane, placed, from, now);
    lines.push({ kind: "lane", lane, count: end - from });
    for (const { group } of placed.slice(from, end)) lines.push({ kind: "group", group, lane });
    from = end;
  }
  return lines;
}

const NEVER = { expires: null };

/** Lanes follow the order of expiry, so the end of one is found by halving. */
function endOf(lane: Lane, placed: readonly Expiring[], from: number, now: string): number {
  let low = from;
  let high = placed.length;
  while (low + 1 < high) {
    const middle = (low + high) >> 1;
    if (laneOf(placed[middle] ?? NEVER, now) === lane) low = middle;
    else high = middle;
  }
  return high;
}

type Expiring = Pick<GroupSummary, "expires">;

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
