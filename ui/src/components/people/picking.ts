/** Who can be picked for a role, and what is said about those who cannot. */
import type { PersonFound, Role } from "@/ipc/bindings";

const has = (found: Role | null, role: "member" | "owner"): boolean =>
  found === role || found === "ownerAndMember";

/** Whether adding somebody as `role` would change anything. */
export function isPickable({ person, role: now }: PersonFound, role: Role): boolean {
  if (person.kind === "servicePrincipal" || person.kind === "other") return false;
  const asMember = role !== "owner" && !has(now, "member");
  const asOwner = role !== "member" && !has(now, "owner");
  return asMember || asOwner;
}

export type PickMark = "isMember" | "isOwner" | "isOwnerOnly" | "isMemberToo" | "notAPerson";

/** What is said of somebody who is in the group already, or cannot be. */
export function markOf(found: PersonFound, role: Role): PickMark | null {
  const { person, role: now } = found;
  if (person.kind === "servicePrincipal" || person.kind === "other") return "notAPerson";
  if (now === null) return null;
  if (isPickable(found, role)) return now === "owner" ? "isOwnerOnly" : "isMemberToo";
  return role === "member" ? "isMember" : "isOwner";
}

/** Whether a pasted text is a list of people rather than one name. */
export const looksLikeList = (text: string): boolean =>
  /[\r\n]/.test(text.trim()) || (text.match(/@/g) ?? []).length > 1;
