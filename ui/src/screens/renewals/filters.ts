/** What of the queue is shown: by words, lane, star and the want of an owner. */
import type { GroupSummary } from "@/ipc/bindings";
import type { Lane } from "@/lib/expiry";
import { fold, matches, wordsOf } from "@/lib/folding";
import { hasNoOwner } from "@/lib/people";

export interface Filter {
  text: string;
  /** Only this lane; `null` for all. */
  lane: Lane | null;
  favorites: boolean;
  noOwner: boolean;
}

export const EVERYTHING: Filter = { text: "", lane: null, favorites: false, noOwner: false };

/** Folded once a group, so that a letter typed over ten thousand of them answers at once. */
const folded = new WeakMap<GroupSummary, string>();

function foldedName(group: GroupSummary): string {
  const known = folded.get(group) ?? fold(`${group.displayName}\n${group.mailNickname}`);
  folded.set(group, known);
  return known;
}

/** All but the lane, in which a group that was just renewed stays. */
export function passes({ text, favorites, noOwner }: Filter): (group: GroupSummary) => boolean {
  const words = wordsOf(text);
  return (group) =>
    (!favorites || group.favorite.marked === true) &&
    (!noOwner || hasNoOwner(group)) &&
    (words.length === 0 || matches(foldedName(group), words));
}
