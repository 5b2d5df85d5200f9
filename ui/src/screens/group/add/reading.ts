/** Reads a list of people from a file or from pasted text, and says at once what is no such list. */

/** What the program takes at most. */
export const MOST_BYTES = 16_000_000;

export interface PeopleList {
  /** The file's name; `null` for pasted text. */
  fileName: string | null;
  /** The bytes, in base64. */
  content: string;
}

export type Unreadable = "empty" | "tooLarge" | "spreadsheet" | "binary" | "unreadable";

/** Says why a file is no list of people; `null` when it may be one. */
function problemOf(bytes: Uint8Array): Unreadable | null {
  if (bytes.length === 0) return "empty";
  const starts = (...head: number[]) => head.every((byte, index) => bytes[index] === byte);
  // Excel's old and new formats, and OpenDocument's: all of them are one of these containers.
  if (starts(0x50, 0x4b, 0x03, 0x04) || starts(0xd0, 0xcf, 0x11, 0xe0)) return "spreadsheet";
  const utf16 = starts(0xff, 0xfe) || starts(0xfe, 0xff);
  return !utf16 && isBinary(bytes.subarray(0, 4096)) ? "binary" : null;
}

/** Text has no zero bytes, except every second one in UTF-16 without its mark. */
function isBinary(head: Uint8Array): boolean {
  const zeros = head.filter((byte) => byte === 0).length;
  return zeros > 0 && Math.abs(zeros - head.length / 2) > head.length / 8;
}

export async function readFile(file: File): Promise<PeopleList | Unreadable> {
  if (file.size > MOST_BYTES) return "tooLarge";
  try {
    const bytes = await bytesOf(file);
    return problemOf(bytes) ?? { fileName: file.name, content: base64(bytes) };
  } catch {
    return "unreadable";
  }
}

export function readText(text: string): PeopleList | Unreadable {
  const bytes = new TextEncoder().encode(text);
  if (text.trim() === "") return "empty";
  if (bytes.length > MOST_BYTES) return "tooLarge";
  return { fileName: null, content: base64(bytes) };
}

/** The bytes of a picture or list that somebody chose. */
export function bytesOf(file: Blob): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(new Uint8Array(reader.result as ArrayBuffer));
    reader.onerror = () => reject(reader.error ?? new Error("The file could not be read."));
    reader.readAsArrayBuffer(file);
  });
}

const CHUNK = 0x8000;

export function base64(bytes: Uint8Array): string {
  let text = "";
  for (let from = 0; from < bytes.length; from += CHUNK) {
    text += String.fromCharCode(...bytes.subarray(from, from + CHUNK));
  }
  return btoa(text);
}
