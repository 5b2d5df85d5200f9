/** In which order and colour verdicts stand; their words never leave it to the colour. */
import type { LineVerdict } from "@/ipc/bindings";
import type { Tone } from "@/components/people/Mark";

export const VERDICTS: readonly LineVerdict[] = [
  "ready",
  "guest",
  "alreadyIn",
  "unclear",
  "unknown",
  "notAddable",
  "repeated",
];

export const TONES: Record<LineVerdict, Tone> = {
  ready: "green",
  guest: "brand",
  alreadyIn: "neutral",
  unclear: "amber",
  unknown: "red",
  notAddable: "red",
  repeated: "neutral",
};
