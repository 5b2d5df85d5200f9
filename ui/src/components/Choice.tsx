/** One of a few, side by side. */
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";

import type { ReactElement } from "react";

import { tenure } from "@/theme/colors";

const useStyles = makeStyles({
  root: {
    display: "inline-flex",
    margin: 0,
    padding: 0,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    overflow: "hidden",
    backgroundColor: tokens.colorNeutralBackground1,
  },
  option: {
    minHeight: "30px",
    padding: "0 11px",
    border: "none",
    backgroundColor: "transparent",
    color: tokens.colorNeutralForeground2,
    font: "inherit",
    cursor: "pointer",
    "& svg": { display: "block", fontSize: "18px" },
    ":not(:first-child)": { borderLeft: `1px solid ${tokens.colorNeutralStroke1}` },
    ":hover": { backgroundColor: tenure.tenureHover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  chosen: {
    backgroundColor: tenure.tenureSelected,
    color: tokens.colorBrandForeground1,
    fontWeight: tokens.fontWeightSemibold,
    boxShadow: `inset 0 -2px 0 ${tokens.colorCompoundBrandStroke}`,
    ":hover": { backgroundColor: tenure.tenureSelected },
    "@media (forced-colors: active)": { outline: "2px solid Highlight", outlineOffset: "-2px" },
  },
});

interface Props<T extends string> {
  label: string;
  /** With an icon, the text is only said and shown on hovering. */
  options: { value: T; text: string; icon?: ReactElement }[];
  chosen: T | null;
  onChoose: (value: T) => void;
}

export function Choice<T extends string>({ label, options, chosen, onChoose }: Props<T>) {
  const styles = useStyles();
  return (
    <div role="group" aria-label={label} className={styles.root}>
      {options.map(({ value, text, icon }) => (
        <button
          key={value}
          type="button"
          aria-pressed={value === chosen}
          aria-label={icon && text}
          title={icon && text}
          className={mergeClasses(styles.option, value === chosen && styles.chosen)}
          onClick={() => onChoose(value)}
        >
          {icon ?? text}
        </button>
      ))}
    </div>
  );
}
