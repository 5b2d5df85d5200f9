/** The colours of the bars in the theme in force: a canvas does not inherit them. */
import { useMemo } from "react";

import { useSettings } from "@/ipc/session";
import { useAppearance, useForcedColors } from "@/theme/useAppearance";
import { barColors, type BarColors } from "./drawBar";

export function useBarColors(): BarColors {
  const { theme } = useAppearance(useSettings().theme);
  const forced = useForcedColors();
  return useMemo(() => barColors(theme, forced), [theme, forced]);
}
