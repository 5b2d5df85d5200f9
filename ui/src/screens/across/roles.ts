/** Who is what in which group, ready to be looked up. */
import type { Matrix, Role } from "@/ipc/bindings";

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
