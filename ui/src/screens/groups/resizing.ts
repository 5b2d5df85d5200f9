/** Widths of columns while they are changed: measured where they stand. */
import { textScale } from "@/lib/paint";

/** One step by keyboard, in pixels at a text size of 16. */
export const STEP = 16;

export const cellId = (column: string): string => `groups-column-${column}`;

/** The width that a column has on the screen, changed by some pixels. */
export function resized(column: string, by: number): number {
  const width = document.getElementById(cellId(column))?.offsetWidth ?? 0;
  return width / textScale() + by;
}
