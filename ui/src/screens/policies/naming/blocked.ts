/** The list of blocked words, as text that people paste and as the setting keeps it: separated by commas. */

export const BLOCKED_MOST = 5_000;

/** What is in a text, each once: lines, commas, semicolons and tabs separate; quotes of a spreadsheet go. */
export function wordsIn(text: string): string[] {
  const words = text
    .split(/[\r\n,;\t]+/)
    .map((word) =>
      word
        .trim()
        .replace(/^"(.*)"$/, "$1")
        .trim(),
    )
    .filter((word) => word !== "");
  return distinct(words);
}

/** Upper and lower case are the same to the service. */
function distinct(words: readonly string[]): string[] {
  const known = new Map<string, string>();
  for (const word of words) {
    const key = word.toLowerCase();
    if (!known.has(key)) known.set(key, word);
  }
  return [...known.values()];
}

export interface Added {
  words: readonly string[];
  /** How many are new. */
  added: number;
  /** How many were there already. */
  known: number;
}

export function withWords(words: readonly string[], more: readonly string[]): Added {
  const together = distinct([...words, ...more]);
  const added = together.length - words.length;
  return { words: together, added, known: more.length - added };
}

export const without = (words: readonly string[], word: string): string[] =>
  words.filter((each) => each !== word);

export const asSetting = (words: readonly string[]): string => words.join(",");
