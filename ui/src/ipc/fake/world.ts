/** A company in memory: the same for the same number of groups, so that pictures can be compared. */
import type { GroupPeople, GroupSummary, OwnerSummary, Visibility } from "../bindings";
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
  groups: GroupSummary[];
  people: Map<string, GroupPeople>;
}

export function world(count: number): World {
  const next = generator(count);
  const rows = Array.from({ length: count }, (_, index) => {
    const row = chosen[index];
    return row ? chosenGroup(row, index) : combinedGroup(index, next);
  });
  return {
    groups: rows.map(([summary]) => summary),
    people: new Map(rows.map(([summary, its]) => [summary.id, its])),
  };
}
