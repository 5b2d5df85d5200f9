/** The height of rows: it follows the person's text size and density. */
import { textScale } from "@/lib/paint";
import { useDensity } from "@/theme/useAppearance";

export function useRowHeight(): number {
  const density = useDensity();
  return Math.round((density === "compact" ? 40 : 48) * textScale());
}
