import { describe, expect, it } from "vitest";

import { HUES, type TenureColors } from "./colors";
import { darkTheme, highContrastTheme, lightTheme, type TenureTheme } from "./themes";

const themes = { light: lightTheme, dark: darkTheme, highContrast: highContrastTheme };

/** WCAG's relative luminance of `#rgb` or `#rrggbb`. */
function luminance(color: string): number {
  const hex = color.length === 4 ? color.replace(/[0-9a-f]/gi, "$&$&") : color;
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const channel = parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

const surfaces = [
  "colorNeutralBackground1",
  "colorNeutralBackground2",
  "colorNeutralBackground3",
  "tenureHover",
] as const;

type Pair = readonly [text: keyof TenureTheme, back: keyof TenureTheme];

const texts: Pair[] = [
  ...(
    [
      "colorNeutralForeground1",
      "colorNeutralForeground2",
      "colorNeutralForeground3",
      "colorBrandForegroundLink",
      "colorBrandForeground1",
      "tenureRed",
      "tenureAmber",
      "tenureGreen",
    ] as const
  ).flatMap((text) => surfaces.map((back): Pair => [text, back])),
  ["tenureRed", "tenureRedSoft"],
  ["tenureAmber", "tenureAmberSoft"],
  ["tenureGreen", "tenureGreenSoft"],
  ["tenureDotText", "tenureDot"],
  ["colorNeutralForegroundOnBrand", "colorBrandBackground"],
  ["colorNeutralForeground1", "tenureSelected"],
  ["colorNeutralForeground3", "tenureSelected"],
];

describe.each(Object.entries(themes))("In %s colours", (_name, theme) => {
  it("text stands out from what it is written on by 4.5 to 1", () => {
    const hues = Array.from({ length: HUES }, (_, index): Pair => [
      `tenureHueText${index}` as keyof TenureColors,
      `tenureHue${index}` as keyof TenureColors,
    ]);
    const faint = [...texts, ...hues]
      .map(
        ([text, back]) => [text, back, contrast(String(theme[text]), String(theme[back]))] as const,
      )
      .filter(([, , ratio]) => ratio < 4.5);
    expect(faint).toEqual([]);
  });

  it("marks stand out by 3 to 1", () => {
    const marks = [
      "tenureStar",
      "tenureMark",
      "tenureRedBar",
      "colorNeutralStrokeAccessible",
    ] as const;
    const faint = marks
      .map((mark) => [mark, contrast(theme[mark], theme.colorNeutralBackground1)] as const)
      .filter(([, ratio]) => ratio < 3);
    expect(faint).toEqual([]);
  });
});
