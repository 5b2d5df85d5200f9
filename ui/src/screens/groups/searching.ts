/**
 * Search as you type over what is already here. What is searched of a group is folded once and kept
 * with the group, so that a keystroke over ten thousand groups only compares strings.
 */
import type { GroupSummary } from "@/ipc/bindings";
import { fold, matches, wordsOf } from "@/lib/folding";

const STEP = 500;

const folded = new WeakMap<GroupSummary, string>();
const sortKeys = new WeakMap<GroupSummary, string>();

function kept(
  cache: WeakMap<GroupSummary, string>,
  group: GroupSummary,
  make: (group: GroupSummary) => string,
): string {
  const known = cache.get(group);
  if (known !== undefined) return known;
  const made = make(group);
  cache.set(group, made);
  return made;
}

/** Name, alias, address and description, apart from each other so that no word spans two. */
const searchable = (group: GroupSummary): string =>
  fold([group.displayName, group.mailNickname, group.mail, group.description].join("\n"));

export function searcher(text: string): (group: GroupSummary) => boolean {
  const words = wordsOf(text);
  if (words.length === 0) return () => true;
  return (group) => matches(kept(folded, group, searchable), words);
}

/** Folds in small steps what the first search will need, so that its first letter answers at once. */
export function foldAhead(groups: readonly GroupSummary[]): () => void {
  let next = 0;
  const timer = setInterval(() => {
    groups.slice(next, next + STEP).forEach((group) => kept(folded, group, searchable));
    next += STEP;
    if (next >= groups.length) clearInterval(timer);
  }, 50);
  return () => clearInterval(timer);
}

/** What names sort by: folded, and numbers by their value ("Team 9" before "Team 10"). */
export const nameKey = (group: GroupSummary): string =>
  kept(sortKeys, group, ({ displayName }) =>
    fold(displayName).replace(/\d+/g, (digits) => digits.padStart(12, "0")),
  );
