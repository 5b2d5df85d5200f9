/** The people of the fake company, and who is in which group: drawn when somebody looks. */
import type { GroupMember, GroupPeople, Person, PersonRef, Role } from "../bindings";
import { people as chosen } from "./names";
import type { World } from "./world";

export const ME = "person-0";

const given = ["Ana", "Björn", "Chidi", "Dana", "Emre", "Fatou", "Goran", "Hana", "Ivo", "Jia"];
const family = [
  "Okafor",
  "Lindqvist",
  "Demir",
  "Novak",
  "Sato",
  "Haddad",
  "Rossi",
  "Nguyen",
  "Weiß",
];
const titles = ["Accountant", "Designer", "Sales Rep", "Planner", "Recruiter", "Analyst", "Buyer"];
const firms = ["fabrikam", "northwind", "tailspin"];

const ascii = (name: string): string =>
  name
    .normalize("NFKD")
    .replace(/ß/g, "ss")
    .replace(/[^A-Za-z ]/g, "")
    .trim()
    .toLowerCase()
    .replace(/ +/g, ".");

/** The address is a made-up one where the name has no Latin letters. */
function employee(index: number): Person {
  const displayName =
    chosen[index] ?? `${pick(given, index)} ${pick(family, index * 7 + (index >> 3))}`;
  const local = ascii(displayName) || `user${index}`;
  return {
    id: `person-${index}`,
    displayName,
    address: `${local}${chosen[index] ? "" : index}@contoso.example`,
    jobTitle: index % 11 === 10 ? null : pick(titles, index),
    kind: "member",
    enabled: index < 16 ? index % 7 !== 6 : index % 41 !== 40,
  };
}

function guest(index: number): Person {
  const displayName = `${pick(given, index * 3 + 1)} ${pick(family, index * 5 + 2)}`;
  return {
    id: `guest-${index}`,
    displayName,
    address: `${ascii(displayName)}${index}@${pick(firms, index)}.example`,
    jobTitle: null,
    kind: "guest",
    enabled: true,
  };
}

const printer: Person = {
  id: "device-0",
  displayName: "printer-3rd-floor",
  address: null,
  jobTitle: null,
  kind: "other",
  enabled: true,
};
const robot: Person = {
  ...printer,
  id: "app-0",
  displayName: "Sync Robot",
  kind: "servicePrincipal",
};

const pick = (from: readonly string[], index: number): string => from[index % from.length] ?? "";

const EMPLOYEES = 240;
const GUESTS = 24;

export function directory(): Person[] {
  return [
    ...Array.from({ length: EMPLOYEES }, (_, index) => employee(index)),
    ...Array.from({ length: GUESTS }, (_, index) => guest(index)),
    printer,
    robot,
  ];
}

/** Somebody by id; also those of whom only very large groups have need. */
export function personOf(world: World, id: string): Person | undefined {
  const known = world.directory.find((person) => person.id === id);
  const index = /^person-(\d+)$/.exec(id)?.[1];
  return known ?? (index ? employee(Number(index)) : undefined);
}

const inGroup = (person: Person, owner: boolean, member: boolean): GroupMember => ({
  person,
  owner,
  member,
  me: person.id === ME,
});

/** Owners first, then by name: as the shell gives them out. */
const inOrder = (people: readonly GroupMember[]): GroupMember[] =>
  [...people].sort(
    (a, b) =>
      Number(b.owner) - Number(a.owner) ||
      a.person.displayName.localeCompare(b.person.displayName, "en"),
  );

/** Everybody in a group; drawn from its counts the first time. */
export function membersOf(world: World, groupId: string): GroupMember[] {
  const known = world.members.get(groupId);
  if (known) return known;
  const drawn = inOrder(draw(world, groupId));
  world.members.set(groupId, drawn);
  return drawn;
}

function draw(world: World, groupId: string): GroupMember[] {
  const counts = world.people.get(groupId);
  const summary = world.groups.find(({ id }) => id === groupId);
  if (!counts || !summary) return [];
  const seed = world.groups.indexOf(summary);
  const owners = [...new Set(counts.owners.map(({ id }) => id))];
  // The second owner of every other group is no member, and so without Planner.
  const drawn = owners.flatMap((id, place) => {
    const person = personOf(world, id);
    const member = id === ME ? summary.member || seed % 2 === 0 : !(place === 1 && seed % 2 === 0);
    return person ? [inGroup(person, true, member)] : [];
  });
  const guests = counts.guestCount ?? 0;
  const wanted = (counts.memberCount ?? 0) - guests - drawn.filter(({ member }) => member).length;
  for (let place = 0, added = 0; added < wanted; place += 1) {
    const id = `person-${(seed * 3 + place) % Math.max(EMPLOYEES, wanted + 20)}`;
    const person = owners.includes(id) || id === ME ? undefined : personOf(world, id);
    if (!person) continue;
    drawn.push(inGroup(person, false, true));
    added += 1;
  }
  for (let place = 0; place < guests; place += 1) {
    const person = personOf(world, `guest-${(seed + place) % GUESTS}`);
    if (person) drawn.push(inGroup(person, false, true));
  }
  return drawn;
}

/** Puts a group's people in place, with everything that is counted from them. */
export function setMembers(world: World, groupId: string, people: readonly GroupMember[]): void {
  const kept = inOrder(people.filter(({ owner, member }) => owner || member));
  world.members.set(groupId, kept);
  const counts = countsOf(kept);
  world.people.set(groupId, counts);
  const mine = kept.find(({ me }) => me);
  world.groups = world.groups.map((group) =>
    group.id === groupId
      ? {
          ...group,
          owned: mine?.owner ?? false,
          member: mine?.member ?? false,
          people: group.people && counts,
        }
      : group,
  );
}

function countsOf(people: readonly GroupMember[]): GroupPeople {
  const members = people.filter(({ member }) => member);
  return {
    owners: people
      .filter(({ owner }) => owner)
      .slice(0, 20)
      .map(({ person }) => ({
        id: person.id,
        displayName: person.displayName,
        enabled: person.enabled,
        guest: person.kind === "guest",
      })),
    memberCount: members.length,
    guestCount: members.filter(({ person }) => person.kind === "guest").length,
  };
}

/** Somebody in a group with one of the two roles given or taken. */
export function withRole(
  people: readonly GroupMember[],
  person: Person,
  role: "owner" | "member",
  has: boolean,
): GroupMember[] {
  const before =
    people.find((each) => each.person.id === person.id) ?? inGroup(person, false, false);
  return [...people.filter((each) => each.person.id !== person.id), { ...before, [role]: has }];
}

export const roleOf = ({ owner, member }: GroupMember): Role =>
  owner ? (member ? "ownerAndMember" : "owner") : "member";

export const refOf = ({ id, displayName }: Person): PersonRef => ({ id, displayName });
