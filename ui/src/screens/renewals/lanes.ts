/** The groups under their headings, as one list of headings and rows; soonest first under each. */
import { LANES, type Lane } from "@/lib/expiry";
import { activeOwners } from "@/lib/people";
import { laneOfRow, type DeskGroup } from "./gone";

export const GROUPINGS = ["lane", "month", "owners", "favorites"] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** What a heading says: a lane, a month by its first instant, so many enabled owners, favorites or not. */
export type Heading =
  | { by: "lane"; lane: Lane }
  | { by: "month"; month: number | null }
  | { by: "owners"; owners: 0 | 1 | 2 | 3 | null }
  | { by: "favorites"; favorite: boolean };

export type Line =
  | { kind: "head"; id: string; heading: Heading; count: number }
  | { kind: "group"; group: DeskGroup; lane: Lane };

type Held = ReadonlyMap<string, string | null>;

/** A row with what its place follows from. */
interface Placed {
  group: DeskGroup;
  lane: Lane;
  at: number;
  heading: Heading;
  /** The place of its heading among the others. */
  order: number;
}

/**
 * `held` keeps the expiry with which a group came into view: a renewed group stays where it is until
 * the person leaves, since nothing moves under the pointer.
 */
export function linesOf(
  groups: readonly DeskGroup[],
  now: string,
  held: Held,
  grouping: Grouping = "lane",
): Line[] {
  const placed = groups
    .map((group) => place(group, now, held, grouping))
    .sort((a, b) => a.order - b.order || (a.at === b.at ? byId(a, b) : a.at - b.at));
  const lines: Line[] = [];
  const heads = new Map<number, Extract<Line, { kind: "head" }>>();
  for (const { group, lane, heading, order } of placed) {
    let head = heads.get(order);
    if (!head) {
      head = { kind: "head", id: `${grouping} ${order}`, heading, count: 0 };
      heads.set(order, head);
      lines.push(head);
    }
    head.count += 1;
    lines.push({ kind: "group", group, lane });
  }
  return lines;
}

const byId = (a: Placed, b: Placed): number => (a.group.id < b.group.id ? -1 : 1);

function place(group: DeskGroup, now: string, held: Held, grouping: Grouping): Placed {
  const expires = held.get(group.id) ?? group.expires;
  const ends = group.gone?.deleted ?? expires;
  const at = ends === null ? Infinity : Date.parse(ends);
  const lane = laneOfRow(group.gone ? group : { ...group, expires }, now);
  const [heading, order] = headingOf(group, lane, at, grouping);
  return { group, lane, at, heading, order };
}

function headingOf(
  group: DeskGroup,
  lane: Lane,
  at: number,
  grouping: Grouping,
): [heading: Heading, order: number] {
  switch (grouping) {
    case "lane":
      return [{ by: "lane", lane }, LANES.indexOf(lane)];
    case "month": {
      if (at === Infinity) return [{ by: "month", month: null }, Infinity];
      const date = new Date(at);
      const month = new Date(date.getFullYear(), date.getMonth()).getTime();
      return [{ by: "month", month }, month];
    }
    case "owners": {
      if (group.people === null) return [{ by: "owners", owners: null }, Infinity];
      const owners = Math.min(3, activeOwners(group.people).length) as 0 | 1 | 2 | 3;
      return [{ by: "owners", owners }, owners];
    }
    case "favorites": {
      const favorite = group.favorite.marked === true;
      return [{ by: "favorites", favorite }, favorite ? 0 : 1];
    }
  }
}

/** The groups of a list of lines, in order. */
export const groupsOf = (lines: readonly Line[]): DeskGroup[] =>
  lines.flatMap((line) => (line.kind === "group" ? [line.group] : []));
