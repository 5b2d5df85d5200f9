/** A group's theme: its colour beside its name. */
import { makeStyles, tokens } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";

/** Graph's seven, with the colour that Outlook gives them. */
export const THEMES = {
  Teal: "#0f7b7b",
  Purple: "#6b4fbb",
  Green: "#3f8f3f",
  Blue: "#2b6cb0",
  Pink: "#c2418a",
  Orange: "#c8641b",
  Red: "#b3362c",
} as const;

export type ThemeWord = keyof typeof THEMES;

export const isTheme = (theme: string): theme is ThemeWord => theme in THEMES;

const useStyles = makeStyles({
  root: { display: "inline-flex", alignItems: "center", gap: "6px" },
  dot: {
    flex: "none",
    width: "12px",
    height: "12px",
    borderRadius: tokens.borderRadiusCircular,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    forcedColorAdjust: "none",
  },
});

export function ThemeName({ theme }: { theme: string }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const known = isTheme(theme);
  return (
    <span className={styles.root}>
      {known && (
        <span aria-hidden className={styles.dot} style={{ backgroundColor: THEMES[theme] }} />
      )}
      {known ? t(`group.theme.${theme}`) : theme}
    </span>
  );
}
