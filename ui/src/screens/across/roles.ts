/** Who is what in which group, ready to be looked up; and what of a hand-over happens in each group. */
import type { GroupSummary, LeftOut, Matrix, Reason, Role } from "@/ipc/bindings";

/** Roles by person and group; who is in no entry is not in the group. */
export type Roles = ReadonlyMap<string, ReadonlyMap<string, Role>>;

export function rolesOf(matrix: Matrix | undefined): Roles {
  const roles = new Map<string, Map<string, Role>>();
  for (const { personId, groupId, role } of matrix?.cells ?? []) {
    const theirs = roles.get(personId) ?? new Map<string, Role>();
    roles.set(personId, theirs.set(groupId, role));
  }
  return roles;
}

export const isOwner = (role: Role | undefined): boolean =>
  role === "owner" || role === "ownerAndMember";

export interface HandOver {
  group: GroupSummary;
  /** What the one who takes over is in it now. */
  successor: Role | "none";
  /** Whether the one who leaves goes as an owner alone, or as a member too. */
  goes: "owner" | "both";
  /** Why the group is left out, or something of it. */
  why: Reason | null;
}

/** That something is so already keeps nobody from leaving. */
const HARMLESS: readonly Reason[] = [
  "alreadyMember",
  "alreadyOwner",
  "notMember",
  "nothingToChange",
];

export function handOvers(
  groups: readonly GroupSummary[],
  roles: Roles,
  people: { from: string; to: string; removeMembership: boolean },
  leftOut: readonly LeftOut[],
): HandOver[] {
  const reasons = new Map(
    leftOut
      .filter(({ reason }) => !HARMLESS.includes(reason))
      .map(({ groupName, reason }) => [groupName, reason]),
  );
  const leaver = roles.get(people.from);
  const successor = roles.get(people.to);
  return groups
    .filter(({ id }) => isOwner(leaver?.get(id)))
    .map((group) => ({
      group,
      successor: successor?.get(group.id) ?? "none",
      goes:
        people.removeMembership && leaver?.get(group.id) === "ownerAndMember" ? "both" : "owner",
      why: reasons.get(group.displayName) ?? null,
    }));
}
