/** Colours, text and density as they were set, around everything. */
import { FluentProvider } from "@fluentui/react-components";
import { useEffect, type ReactNode } from "react";

import { useSettings } from "@/ipc/session";
import type { Density, Theme } from "@/ipc/bindings";
import { DensityContext, useAppearance } from "@/theme/useAppearance";

type Props = { theme: Theme; density: Density; children: ReactNode };

export function Appearance({ theme: set, density, children }: Props) {
  const { theme, scheme, name } = useAppearance(set);
  useEffect(() => {
    document.documentElement.style.colorScheme = scheme;
    document.body.style.backgroundColor = theme.colorNeutralBackground2;
  }, [scheme, theme]);
  return (
    <FluentProvider
      theme={theme}
      data-theme={name}
      style={{ height: "100%", backgroundColor: theme.colorNeutralBackground2 }}
    >
      <DensityContext value={density}>{children}</DensityContext>
    </FluentProvider>
  );
}

export function AppearanceAsSet({ children }: { children: ReactNode }) {
  const { theme, density } = useSettings();
  return (
    <Appearance theme={theme} density={density}>
      {children}
    </Appearance>
  );
}
