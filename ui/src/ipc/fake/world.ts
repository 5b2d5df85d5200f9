/** A company in memory: the same for the same number of groups, so that pictures can be compared. */
import type {
  Decided,
  GroupMember,
  GroupPeople,
  GroupSummary,
  HistoryEntry,
  OwnerSummary,
  Person,
  Visibility,
} from "../bindings";
import type { Check } from "./check";
import type { DeletedRecord, ReturningRecord } from "./deleted";
import type { More } from "./details";
import { directory } from "./directory";
import type { Calendar } from "./events";
import type { JobRecord } from "./jobs";
import { policyWorld, type PolicyWorld } from "./policies";
import { defaults, type FakeOptions } from "./options";
import { chosen, first, people, second, third } from "./names";

export const LIFETIME_DAYS = 180;
export const START = "2026-11-23T09:41:00Z";
const DAY = 86_400_000;

export const shift = (instant: string, days: number): string =>
  new Date(Date.parse(instant) + days * DAY).toISOString();

/** A generator of numbers from 0 to 1 that repeats itself from the same seed. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const owner = (index: number): OwnerSummary => ({
  id: `person-${index}`,
  displayName: people[index % people.length] ?? "Adele Vance",
  enabled: index % 7 !== 6,
  guest: false,
});

const peopleOf = (index: number, owners: number, members: number, guests: number): GroupPeople => ({
  owners: Array.from({ length: owners }, (_, place) =>
    place === 0 ? owner(0) : owner(1 + ((index + place) % 5)),
  ),
  memberCount: members,
  guestCount: guests,
});

function chosenGroup(row: (typeof chosen)[number], index: number): [GroupSummary, GroupPeople] {
  const [name, alias, days, visibility, team, favorite, owners, members, guests] = row;
  return [
    group(index, name, alias, days, visibility, { team, owned: true, favorite }),
    peopleOf(index, owners, members, guests),
  ];
}

function group(
  index: number,
  displayName: string,
  mailNickname: string,
  days: number | null,
  visibility: Visibility,
  more: { team: boolean; owned: boolean; favorite: boolean },
): GroupSummary {
  const expires = days === null ? null : shift("2026-11-23T14:20:00Z", days);
  return {
    id: `00000000-0000-4000-8000-${String(index).padStart(12, "0")}`,
    displayName,
    mailNickname,
    mail: `${mailNickname}@contoso.example`,
    description: index % 3 === 0 ? `Where ${displayName} is planned and written down.` : null,
    visibility,
    classification: null,
    team: more.team,
    dynamic: index % 17 === 16,
    owned: more.owned,
    member: !more.owned || index % 2 === 0,
    created: shift(START, -400 - index * 3),
    renewed: expires && shift(expires, -LIFETIME_DAYS),
    expires,
    favorite: { marked: more.favorite, certainty: "confirmed" },
    people: null,
  };
}

function combinedGroup(index: number, next: () => number): [GroupSummary, GroupPeople] {
  const pick = (from: readonly string[]) => from[Math.floor(next() * from.length)] ?? "";
  const name = `${pick(first)} ${pick(second)}${pick(third)}`;
  const days = next() < 0.08 ? null : 31 + Math.floor(next() * (LIFETIME_DAYS - 31));
  const visibility: Visibility = next() < 0.2 ? "public" : "private";
  const owned = next() < 0.8;
  const alias = `${name
    .normalize("NFKD")
    .replace(/[^A-Za-z0-9]+/g, "-")
    .toLowerCase()}-${index}`;
  return [
    group(index, name, alias, days, visibility, { team: next() < 0.4, owned, favorite: false }),
    peopleOf(index, 1 + Math.floor(next() * 4), 3 + Math.floor(next() * 120), next() < 0.1 ? 3 : 0),
  ];
}

export interface World {
  /** The groups of the signed-in person. */
  groups: GroupSummary[];
  /** Groups of the tenant that are not among them. */
  elsewhere: GroupSummary[];
  /** Their people in figures. */
  people: Map<string, GroupPeople>;
  directory: Person[];
  /** Everybody in a group, once somebody looked. */
  members: Map<string, GroupMember[]>;
  more: Map<string, More>;
  photos: Map<string, string>;
  checks: Map<string, Check>;
  deleted: DeletedRecord[];
  returning: ReturningRecord[];
  jobs: JobRecord[];
  decisions: Decided[];
  history: HistoryEntry[];
  /** By group, once somebody looked. */
  calendars: Map<string, Calendar>;
  policies: PolicyWorld;
  /** How many groups were created. */
  made: number;
}

/** How many of what, as the options say it, and what is decided about them. */
export interface Size extends Partial<FakeOptions> {
  groups: number;
  /** Members of the first groups, instead of the usual numbers; 0 for those. */
  members?: number;
  deleted?: number;
  returning?: number;
}

const BIG = 3;
const ELSEWHERE = 40;

export function world({
  groups: count,
  members = 0,
  deleted = 0,
  returning = 0,
  ...policy
}: Size): World {
  const next = generator(count);
  const rows = Array.from({ length: count }, (_, index) => {
    const row = chosen[index];
    return row ? chosenGroup(row, index) : combinedGroup(index, next);
  });
  rows.slice(0, members > 0 ? BIG : 0).forEach(([, its]) => (its.memberCount = members));
  return {
    groups: rows.map(([summary]) => summary),
    elsewhere: Array.from({ length: ELSEWHERE }, (_, index) => foreign(index, next)),
    people: new Map(rows.map(([summary, its]) => [summary.id, its])),
    directory: directory(),
    members: new Map(),
    more: new Map(),
    photos: new Map(),
    checks: new Map(),
    deleted: Array.from({ length: deleted }, (_, index) => deletedRecord(index)),
    returning: Array.from({ length: returning }, (_, index) => returningRecord(index)),
    jobs: [],
    decisions: [],
    history: [],
    calendars: new Map(),
    policies: policyWorld({ ...defaults, ...policy }),
    made: 1,
  };
}

function foreign(index: number, next: () => number): GroupSummary {
  const [summary] = combinedGroup(900_000 + index, next);
  return { ...summary, owned: false, member: false };
}

const gone: ReadonlyArray<readonly [name: string, alias: string, daysLeft: number, team: boolean]> =
  [
    ["Relaunch War Room", "relaunch", 3, true],
    ["Sommerfest Zürich", "sommerfest", 9, false],
    ["採用プロジェクト", "saiyo", 17, true],
    ["Trainee Circle", "trainees", 28, false],
  ];

function deletedRecord(index: number): DeletedRecord {
  const [name, alias, daysLeft, team] = gone[index % gone.length] ?? ["", "", 1, false];
  const round = Math.floor(index / gone.length);
  const suffix = round > 0 ? ` ${round + 1}` : "";
  const left = round > 0 ? 1 + ((index * 7) % 29) : daysLeft;
  const number = 800_000 + index;
  const kind = { team, owned: true, favorite: false };
  const visibility = index % 3 === 1 ? "public" : "private";
  return {
    group: group(number, `${name}${suffix}`, `${alias}${round || ""}`, 90, visibility, kind),
    deleted: shift("2026-11-23T14:20:00Z", left - 30),
  };
}

const returningRecord = (index: number): ReturningRecord => ({
  groupId: `returning-${index}`,
  displayName: ["Lighthouse", "Harbour Press"][index % 2] ?? "",
  team: index % 2 === 0,
  since: shift(START, -(5 + index * 4) / 24),
});
