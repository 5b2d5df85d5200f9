/** Search as people type: without regard to case, accents and the letters that do not decompose. */

const letters: Record<string, string> = {
  ß: "ss",
  ø: "o",
  ł: "l",
  đ: "d",
  æ: "ae",
  œ: "oe",
  ı: "i",
  ð: "d",
  þ: "th",
};

export function fold(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLocaleLowerCase("en")
    .replace(/[ßøłđæœıðþ]/g, (letter) => letters[letter] ?? letter);
}

/** Whether every word of the query occurs in the folded text. */
export function matches(folded: string, words: readonly string[]): boolean {
  return words.every((word) => folded.includes(word));
}

export const wordsOf = (query: string): string[] => fold(query).split(/\s+/).filter(Boolean);
