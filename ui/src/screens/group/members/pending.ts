/**
 * Changes to people that were sent, and that the list has not shown yet. They are shown as sent until
 * the list, read again, confirms them.
 */
import type { Action, GroupMember, MemberList, Person } from "@/ipc/bindings";

/** What a change to somebody in a group can be. */
export type PeopleAction = Extract<
  Action,
  "addMember" | "removeMember" | "addOwner" | "removeOwner"
>;

export interface Pending {
  person: Person;
  action: PeopleAction;
  /** When the service accepted it; `null` while it has not. */
  accepted: string | null;
}

/** Somebody in the list, with what was sent about them. */
export interface MemberRow extends GroupMember {
  pending: readonly Pending[];
  /** Whether they are in the list only because they were added here. */
  added: boolean;
  /** Whether they are a member is not told: the membership is hidden. */
  hidden?: boolean;
}

/** The service's index lags: after so long without it, the list is right and not the change. */
const PATIENCE_MS = 120_000;

const shows = (member: GroupMember | undefined, action: PeopleAction): boolean => {
  switch (action) {
    case "addMember":
      return member?.member === true;
    case "removeMember":
      return member?.member !== true;
    case "addOwner":
      return member?.owner === true;
    case "removeOwner":
      return member?.owner !== true;
  }
};

/** What is still to be confirmed once a list was read. */
export function stillPending(pending: readonly Pending[], list: MemberList): readonly Pending[] {
  const readAt = list.asOf === null ? -Infinity : Date.parse(list.asOf);
  const left = pending.filter(({ person, action, accepted }) => {
    if (accepted === null) return true;
    const sentAt = Date.parse(accepted);
    if (readAt < sentAt) return true;
    const member = list.people.find((each) => each.person.id === person.id);
    return !shows(member, action) && readAt < sentAt + PATIENCE_MS;
  });
  return left.length === pending.length ? pending : left;
}

const NOTHING: readonly Pending[] = [];

/** Everybody in the list, and those who were added and are not in it yet. */
export function withPending(
  people: readonly GroupMember[],
  pending: readonly Pending[],
): MemberRow[] {
  const byPerson = grouped(pending);
  const rows = people.map((member) => ({
    ...member,
    pending: byPerson.get(member.person.id) ?? NOTHING,
    added: false,
  }));
  const known = new Set(people.map(({ person }) => person.id));
  for (const [id, changes] of byPerson) {
    const person = changes[0]?.person;
    const adds = changes.filter(({ action }) => action === "addMember" || action === "addOwner");
    if (!person || known.has(id) || adds.length === 0) continue;
    const owner = adds.some(({ action }) => action === "addOwner");
    const member = adds.some(({ action }) => action === "addMember");
    rows.push({ person, owner, member, me: false, pending: adds, added: true });
  }
  return rows;
}

function grouped(pending: readonly Pending[]): Map<string, Pending[]> {
  const groups = new Map<string, Pending[]>();
  for (const each of pending) {
    groups.set(each.person.id, [...(groups.get(each.person.id) ?? []), each]);
  }
  return groups;
}
