/** Which theme and density are in force: what was set, or what the system says. */
import { createContext, useContext, useSyncExternalStore } from "react";

import type { Density, Theme } from "@/ipc/bindings";
import { darkTheme, highContrastTheme, lightTheme, type TenureTheme } from "./themes";

export const DensityContext = createContext<Density>("comfortable");
export const useDensity = (): Density => useContext(DensityContext);

function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const media = window.matchMedia(query);
      media.addEventListener("change", changed);
      return () => media.removeEventListener("change", changed);
    },
    () => window.matchMedia(query).matches,
  );
}

/** Whether the system puts its own few colours in place of all others. */
export const useForcedColors = (): boolean => useMedia("(forced-colors: active)");

export type Appearance = { theme: TenureTheme; scheme: "light" | "dark"; name: string };

export function useAppearance(set: Theme): Appearance {
  const systemDark = useMedia("(prefers-color-scheme: dark)");
  const forced = useForcedColors();
  if (set === "highContrast" || forced) {
    return { theme: highContrastTheme, scheme: "dark", name: "highContrast" };
  }
  const dark = set === "dark" || (set === "system" && systemDark);
  return dark
    ? { theme: darkTheme, scheme: "dark", name: "dark" }
    : { theme: lightTheme, scheme: "light", name: "light" };
}
