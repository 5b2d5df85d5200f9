/**
 * The themes: Fluent's over a teal ramp on cool neutral surfaces, and what Fluent has no token for
 * (urgency, the timeline's marks, avatars). Text sizes are in rem, so that they follow the person's.
 */
import {
  createDarkTheme,
  createHighContrastTheme,
  createLightTheme,
  type BrandVariants,
  type Theme,
} from "@fluentui/react-components";

import { darkColors, highContrastColors, lightColors, type TenureColors } from "./colors";

export type TenureTheme = Theme & TenureColors;

const teal: BrandVariants = {
  10: "#021413",
  20: "#072625",
  30: "#083534",
  40: "#084341",
  50: "#094d4b",
  60: "#0b5757",
  70: "#0d6160",
  80: "#0f6b6b",
  90: "#1d7f7d",
  100: "#2f9590",
  110: "#4fb8b0",
  120: "#66c4bd",
  130: "#7bd0c9",
  140: "#9fdcd7",
  150: "#c3e9e6",
  160: "#e3f1f0",
};

const fontFamilyBase =
  '"Segoe UI Variable Text","Segoe UI",-apple-system,Cantarell,Inter,"Noto Sans","Noto Sans CJK JP","Noto Sans Arabic",system-ui,sans-serif';

/** Fluent's ramp in rem: 16 px at the default text size. */
const type: Partial<Theme> = {
  fontFamilyBase,
  fontSizeBase100: "0.625rem",
  lineHeightBase100: "0.875rem",
  fontSizeBase200: "0.75rem",
  lineHeightBase200: "1rem",
  fontSizeBase300: "0.875rem",
  lineHeightBase300: "1.25rem",
  fontSizeBase400: "1rem",
  lineHeightBase400: "1.375rem",
  fontSizeBase500: "1.25rem",
  lineHeightBase500: "1.75rem",
  fontSizeBase600: "1.5rem",
  lineHeightBase600: "2rem",
  fontSizeHero700: "1.75rem",
  lineHeightHero700: "2.25rem",
};

const light: Partial<Theme> = {
  colorNeutralForeground1: "#1b2323",
  colorNeutralForeground2: "#4a5757",
  colorNeutralForeground3: "#596666",
  colorNeutralForeground4: "#5f6c6c",
  colorNeutralBackground1: "#ffffff",
  colorNeutralBackground2: "#f6f7f7",
  colorNeutralBackground3: "#eef0f0",
  colorNeutralBackground1Hover: "#f3f5f5",
  colorNeutralBackground1Pressed: "#e6eaea",
  colorNeutralStroke1: "#cdd2d2",
  colorNeutralStroke2: "#e1e4e4",
  colorNeutralStrokeAccessible: "#6b7878",
  colorBrandBackground2: "#e3f1f0",
};

const dark: Partial<Theme> = {
  colorNeutralForeground1: "#eef2f2",
  colorNeutralForeground2: "#b6c2c2",
  colorNeutralForeground3: "#9aa7a7",
  colorNeutralForeground4: "#93a0a0",
  colorNeutralBackground1: "#1c2121",
  colorNeutralBackground2: "#141818",
  colorNeutralBackground3: "#161b1b",
  colorNeutralBackground1Hover: "#252b2b",
  colorNeutralBackground1Pressed: "#181c1c",
  colorNeutralStroke1: "#3b4545",
  colorNeutralStroke2: "#2b3232",
  colorNeutralStrokeAccessible: "#8b9898",
  colorBrandBackground: "#4fb8b0",
  colorBrandBackgroundHover: "#66c4bd",
  colorBrandBackgroundPressed: "#3fa69e",
  colorBrandBackgroundSelected: "#4fb8b0",
  colorNeutralForegroundOnBrand: "#06201f",
  colorBrandBackground2: "#12312f",
  colorBrandForeground1: "#4fb8b0",
  colorBrandForeground2: "#7bd0c9",
  colorBrandForegroundLink: "#5cc0b8",
  colorBrandForegroundLinkHover: "#7bd0c9",
  colorBrandStroke1: "#4fb8b0",
  colorCompoundBrandForeground1: "#4fb8b0",
  colorCompoundBrandStroke: "#4fb8b0",
  colorCompoundBrandBackground: "#4fb8b0",
  colorCompoundBrandBackgroundHover: "#66c4bd",
};

export const lightTheme: TenureTheme = {
  ...createLightTheme(teal),
  ...type,
  ...light,
  ...lightColors,
};
export const darkTheme: TenureTheme = { ...createDarkTheme(teal), ...type, ...dark, ...darkColors };
export const highContrastTheme: TenureTheme = {
  ...createHighContrastTheme(),
  ...type,
  ...highContrastColors,
};
