/** Colours that Fluent has no token for, for each theme, and the variables they are read by. */

const hues = (colors: ReadonlyArray<readonly [string, string]>) =>
  Object.fromEntries(
    colors.flatMap(([back, fore], index) => [
      [`tenureHue${index}`, back],
      [`tenureHueText${index}`, fore],
    ]),
  ) as Record<`tenureHue${number}` | `tenureHueText${number}`, string>;

export const HUES = 6;

export const lightColors = {
  tenureRed: "#b42318",
  tenureRedSoft: "#fdecea",
  tenureRedLine: "#e9a49b",
  tenureRedBar: "#b42318",
  tenureAmber: "#8a5300",
  tenureAmberSoft: "#fdf3e1",
  tenureAmberLine: "#efd09a",
  tenureAmberBar: "#e8a33d",
  tenureGreen: "#1f6f43",
  tenureGreenSoft: "#e6f3ea",
  tenureStar: "#b7791f",
  tenureBar: "#a9c9c6",
  tenureBarNotice: "#8fb9b5",
  tenureBarLater: "#cfdad9",
  tenureMark: "#5c6868",
  tenureHatch: "#d3d9d9",
  tenureHover: "#f3f5f5",
  tenureSelected: "#e3f1f0",
  tenureBrandLine: "#9fcfcb",
  tenureSkeleton: "#e1e4e4",
  tenureShadow: "0 1px 2px #0b1f1f14, 0 2px 8px #0b1f1f0d",
  tenureShadowFloat: "0 8px 24px #0b1f1f26",
  tenureDot: "#b42318",
  tenureDotText: "#ffffff",
  ...hues([
    ["#d9ecea", "#0d5a5a"],
    ["#e7e3f6", "#4b3a9c"],
    ["#e2ecfa", "#1d4f91"],
    ["#f8e1ea", "#93264f"],
    ["#e5f0d8", "#43691a"],
    ["#fbe5d6", "#8f4515"],
  ]),
};

export type TenureColors = typeof lightColors;

export const darkColors: TenureColors = {
  tenureRed: "#ff9a8f",
  tenureRedSoft: "#3a1d1a",
  tenureRedLine: "#8a3d35",
  tenureRedBar: "#d4574b",
  tenureAmber: "#f3c277",
  tenureAmberSoft: "#33270f",
  tenureAmberLine: "#66501f",
  tenureAmberBar: "#c98a2b",
  tenureGreen: "#7fd3a2",
  tenureGreenSoft: "#15301f",
  tenureStar: "#e0a64a",
  tenureBar: "#3d6d69",
  tenureBarNotice: "#4d8782",
  tenureBarLater: "#333f3f",
  tenureMark: "#a3b0b0",
  tenureHatch: "#3b4545",
  tenureHover: "#252b2b",
  tenureSelected: "#12312f",
  tenureBrandLine: "#2b5f5b",
  tenureSkeleton: "#2b3232",
  tenureShadow: "0 1px 2px #0006",
  tenureShadowFloat: "0 8px 24px #0009",
  tenureDot: "#ff9a8f",
  tenureDotText: "#2a0c08",
  ...hues([
    ["#173a38", "#7bd0c9"],
    ["#2d2650", "#bcb0f2"],
    ["#1a2f50", "#9cc3f5"],
    ["#45182b", "#f2a6c3"],
    ["#2a3813", "#bcd88f"],
    ["#44260f", "#f2b98c"],
  ]),
};

export const highContrastColors: TenureColors = {
  tenureRed: "#ffffff",
  tenureRedSoft: "#000000",
  tenureRedLine: "#ffffff",
  tenureRedBar: "#ff6b6b",
  tenureAmber: "#ffffff",
  tenureAmberSoft: "#000000",
  tenureAmberLine: "#ffffff",
  tenureAmberBar: "#ffff00",
  tenureGreen: "#3ff23f",
  tenureGreenSoft: "#000000",
  tenureStar: "#ffff00",
  tenureBar: "#1aebff",
  tenureBarNotice: "#0fb5c6",
  tenureBarLater: "#7f7f7f",
  tenureMark: "#ffffff",
  tenureHatch: "#ffffff",
  // Fluent inverts what is pointed at; our rows carry colours that an inverted ground would drown.
  tenureHover: "#2b2b2b",
  tenureSelected: "#000000",
  tenureBrandLine: "#1aebff",
  tenureSkeleton: "#3f3f3f",
  tenureShadow: "0 0 0 1px #ffffff",
  tenureShadowFloat: "0 0 0 2px #ffffff",
  tenureDot: "#ffffff",
  tenureDotText: "#000000",
  ...hues(Array.from({ length: HUES }, () => ["#000000", "#ffffff"] as const)),
};

/** The variables, for styles: `tenure.tenureRed` is `var(--tenureRed)`. */
export const tenure = Object.fromEntries(
  Object.keys(lightColors).map((name) => [name, `var(--${name})`]),
) as TenureColors;

export const hueStyle = (index: number) => ({
  backgroundColor: `var(--tenureHue${index})`,
  color: `var(--tenureHueText${index})`,
});
