/**
 * What can be done about somebody in a group, and why something cannot be. The last owner is protected
 * here, before the service has to.
 */
import type { FixedReason, GroupMember, Role } from "@/ipc/bindings";

export type Act =
  "makeOwner" | "addAsMember" | "makeMemberOnly" | "removeAsOwner" | "remove" | "leave";
type Obstacle = FixedReason | "lastOwner" | "lastOwnerMe";

export interface Possible {
  act: Act;
  /** Why it cannot be done; `null` when it can. */
  obstacle: Obstacle | null;
}

/** Owners who can act: people of the tenant whose account is enabled. */
export const canAct = ({ owner, person }: GroupMember): boolean =>
  owner && person.kind === "member" && person.enabled !== false;

/** Whether the group would have nobody left who can act for it. */
export function isLastOwner(member: GroupMember, people: readonly GroupMember[]): boolean {
  if (!member.owner) return false;
  const others = people.filter(({ owner, person }) => owner && person.id !== member.person.id);
  return others.length === 0 || (canAct(member) && !others.some(canAct));
}

/** As what somebody is removed when they leave altogether. */
export function wholeRole({ owner, member }: GroupMember): Role {
  if (!owner) return "member";
  return member ? "ownerAndMember" : "owner";
}

export function possibilities(
  member: GroupMember,
  people: readonly GroupMember[],
  fixed: FixedReason | null,
): Possible[] {
  const last = isLastOwner(member, people);
  const keeping = last ? (member.me ? "lastOwnerMe" : "lastOwner") : null;
  // Who is no owner may still leave; a rule or another directory lets nobody go.
  const leaving = fixed === "notOwner" && member.me ? keeping : (fixed ?? keeping);
  const possible: Possible[] = [];
  if (!member.owner) possible.push({ act: "makeOwner", obstacle: fixed });
  if (member.owner && !member.member) possible.push({ act: "addAsMember", obstacle: fixed });
  if (member.owner && member.member) {
    possible.push({ act: "makeMemberOnly", obstacle: fixed ?? keeping });
  }
  if (member.me) possible.push({ act: "leave", obstacle: leaving });
  else if (member.owner && !member.member) {
    possible.push({ act: "removeAsOwner", obstacle: fixed ?? keeping });
  } else possible.push({ act: "remove", obstacle: fixed ?? keeping });
  return possible;
}
