/** The box at the beginning of a row. Plain elements: thousands of them scroll by. */
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { CheckmarkFilled } from "@fluentui/react-icons";
import type { MouseEvent } from "react";
import { useTranslation } from "react-i18next";

const useStyles = makeStyles({
  button: {
    display: "grid",
    placeItems: "center",
    width: "1.5rem",
    height: "2rem",
    padding: 0,
    border: "none",
    background: "none",
    cursor: "pointer",
    ":hover > span": {
      borderTopColor: tokens.colorNeutralStrokeAccessibleHover,
      borderRightColor: tokens.colorNeutralStrokeAccessibleHover,
      borderBottomColor: tokens.colorNeutralStrokeAccessibleHover,
      borderLeftColor: tokens.colorNeutralStrokeAccessibleHover,
    },
  },
  box: {
    display: "grid",
    placeItems: "center",
    width: "1rem",
    height: "1rem",
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusSmall,
    color: tokens.colorNeutralForegroundOnBrand,
    fontSize: "0.75rem",
  },
  checked: {
    backgroundColor: tokens.colorCompoundBrandBackground,
    borderTopColor: tokens.colorCompoundBrandBackground,
    borderRightColor: tokens.colorCompoundBrandBackground,
    borderBottomColor: tokens.colorCompoundBrandBackground,
    borderLeftColor: tokens.colorCompoundBrandBackground,
    "@media (forced-colors: active)": { backgroundColor: "Highlight", color: "HighlightText" },
  },
});

interface Props {
  checked: boolean;
  name: string;
  onPress: (event: MouseEvent) => void;
}

/** Out of the tab order: the row has a key for it. */
export function SelectBox({ checked, name, onPress }: Props) {
  const styles = useStyles();
  const { t } = useTranslation();
  return (
    <button
      type="button"
      role="checkbox"
      aria-checked={checked}
      aria-label={t("groups.select.one", { name })}
      tabIndex={-1}
      className={styles.button}
      onClick={(event) => {
        event.stopPropagation();
        onPress(event);
      }}
    >
      <span className={mergeClasses(styles.box, checked && styles.checked)}>
        {checked && <CheckmarkFilled />}
      </span>
    </button>
  );
}
