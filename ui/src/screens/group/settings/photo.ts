/** Reads a picture that somebody chose for a group, and says at once what the service would not take. */
import { base64, bytesOf } from "../add/reading";

/** The service takes less than this. */
export const MOST_PHOTO_BYTES = 4_000_000;

export interface ReadPhoto {
  /** For looking at it. */
  dataUrl: string;
  /** The bytes, in base64. */
  content: string;
}

export type PhotoProblem = "tooLarge" | "noPicture";

const JPEG = [0xff, 0xd8, 0xff];
const PNG = [0x89, 0x50, 0x4e, 0x47];

export async function readPhoto(file: File): Promise<ReadPhoto | PhotoProblem> {
  if (file.size >= MOST_PHOTO_BYTES) return "tooLarge";
  const bytes = await bytesOf(file).catch(() => new Uint8Array());
  // What a file is called does not say what it is.
  const begins = (head: readonly number[]) => head.every((byte, index) => bytes[index] === byte);
  const type = begins(JPEG) ? "image/jpeg" : begins(PNG) ? "image/png" : null;
  if (!type) return "noPicture";
  const content = base64(bytes);
  return { content, dataUrl: `data:${type};base64,${content}` };
}
