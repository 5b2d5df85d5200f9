/** The parts of a naming rule while they are put in order; what they come to is the backend's to say. */
import type { NameAttribute } from "@/ipc/bindings";

export const ATTRIBUTES = [
  "department",
  "company",
  "office",
  "stateOrProvince",
  "countryOrRegion",
  "title",
] as const satisfies readonly NameAttribute[];

export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const next = [...list];
  const [one] = next.splice(from, 1);
  if (one !== undefined) next.splice(Math.max(0, Math.min(next.length, to)), 0, one);
  return next;
}
