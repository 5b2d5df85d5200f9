/**
 * Classifications as the setting keeps them: names separated by commas, and what they mean as
 * `Name:Text,Name:Text`. A comma cannot be written in either.
 */

export interface Classification {
  name: string;
  description: string;
}

/** All descriptions together, in characters. */
export const DESCRIPTIONS_MOST = 300;

export const listOf = (text: string): string[] =>
  text
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");

export function classificationsOf(list: string, descriptions: string): Classification[] {
  const means = new Map(
    listOf(descriptions).map((pair) => {
      const [name = "", ...text] = pair.split(":");
      return [name.trim(), text.join(":").trim()] as const;
    }),
  );
  return listOf(list).map((name) => ({ name, description: means.get(name) ?? "" }));
}

const named = (all: readonly Classification[]): Classification[] =>
  all.filter(({ name }) => name.trim() !== "");

export const listText = (all: readonly Classification[]): string =>
  named(all)
    .map(({ name }) => name.trim())
    .join(",");

export const descriptionsText = (all: readonly Classification[]): string =>
  named(all)
    .filter(({ description }) => description.trim() !== "")
    .map(({ name, description }) => `${name.trim()}:${description.trim()}`)
    .join(",");

/** What cannot stand in a name, or in what it means. */
export const plainName = (text: string): string => text.replace(/[,:]/g, "");
export const plainText = (text: string): string => text.replace(/,/g, "");

export type ClassificationProblem = "twice" | "tooLong";

/** What would come out otherwise than it was typed. */
export function problemOf(all: readonly Classification[]): ClassificationProblem | null {
  const names = named(all).map(({ name }) => name.trim().toLowerCase());
  if (new Set(names).size < names.length) return "twice";
  return descriptionsText(all).length > DESCRIPTIONS_MOST ? "tooLong" : null;
}
