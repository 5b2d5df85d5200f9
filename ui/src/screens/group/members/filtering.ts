/** Which of the people are shown: found by what is typed, and let through by the filters that are on. */
import type { GroupMember } from "@/ipc/bindings";
import { fold, matches, wordsOf } from "@/lib/folding";

export const PEOPLE_FILTERS = ["guests", "disabled", "ownersOnly"] as const;
export type PeopleFilter = (typeof PEOPLE_FILTERS)[number];

const passes: Record<PeopleFilter, (member: GroupMember) => boolean> = {
  guests: ({ person }) => person.kind === "guest",
  disabled: ({ person }) => person.enabled === false,
  ownersOnly: ({ owner, member }) => owner && !member,
};

export function countPeople(people: readonly GroupMember[]): Record<PeopleFilter, number> {
  const count = (filter: PeopleFilter) => people.filter(passes[filter]).length;
  return { guests: count("guests"), disabled: count("disabled"), ownersOnly: count("ownersOnly") };
}

/** What is searched of somebody: folded once, and kept as long as the answer it came with. */
const folded = new WeakMap<GroupMember["person"], string>();

function searchable(person: GroupMember["person"]): string {
  const known = folded.get(person);
  if (known !== undefined) return known;
  const made = fold([person.displayName, person.address, person.jobTitle].join("\n"));
  folded.set(person, made);
  return made;
}

/** Somebody passes when one of the filters lets them through. */
export function narrow<T extends GroupMember>(
  people: readonly T[],
  text: string,
  filters: ReadonlySet<PeopleFilter>,
): readonly T[] {
  const words = wordsOf(text);
  if (words.length === 0 && filters.size === 0) return people;
  return people.filter(
    (member) =>
      (filters.size === 0 || [...filters].some((filter) => passes[filter](member))) &&
      (words.length === 0 || matches(searchable(member.person), words)),
  );
}
