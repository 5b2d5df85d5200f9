/** What is known of a group's people. "Not read yet" and "may not be read" are not "none". */
import type { GroupPeople, GroupSummary } from "@/ipc/bindings";

/** Owners who can act; an account of which the service did not say so counts as enabled. */
export const activeOwners = (people: GroupPeople) =>
  people.owners.filter((owner) => owner.enabled !== false);

export const hasNoOwner = (group: GroupSummary): boolean =>
  group.people !== null && activeOwners(group.people).length === 0;

export const hasOneOwner = (group: GroupSummary): boolean =>
  group.people !== null && activeOwners(group.people).length === 1;

export const hasGuests = (group: GroupSummary): boolean => (group.people?.guestCount ?? 0) > 0;

/** One or two letters, or two characters of a script without capitals. */
export function initialsOf(name: string): string {
  const words = name.split(/[\s\-–—_/|.,:;()&]+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
  const letters = words.map((word) => [...word].find((c) => /[\p{L}\p{N}]/u.test(c)) ?? "");
  const first = letters[0] ?? "?";
  if (!/\p{Lu}|\p{Ll}|\p{N}/u.test(first)) return [...(words[0] ?? first)].slice(0, 2).join("");
  return (first + (letters[1] ?? "")).toLocaleUpperCase();
}

/** The same colour for the same name, out of `count`. */
export function hueOf(seed: string, count: number): number {
  let hash = 0;
  for (const character of seed) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) >>> 0;
  return hash % count;
}
