/** A key, as it stands on a button or in a list. */
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";

const useStyles = makeStyles({
  key: {
    display: "inline-block",
    minWidth: "18px",
    padding: "0 4px",
    textAlign: "center",
    fontFamily: "inherit",
    fontSize: "0.6875rem",
    lineHeight: "1rem",
    fontWeight: tokens.fontWeightMedium,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderBottomWidth: "2px",
    borderRadius: "4px",
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground2,
  },
  onBrand: {
    backgroundColor: "transparent",
    color: "inherit",
    borderTopColor: "currentColor",
    borderRightColor: "currentColor",
    borderBottomColor: "currentColor",
    borderLeftColor: "currentColor",
  },
});

/** Shown only: the name of the button says it all, so it is hidden from screen readers. */
export function Key({ children, onBrand }: { children: string; onBrand?: boolean }) {
  const styles = useStyles();
  return (
    <kbd aria-hidden className={mergeClasses(styles.key, onBrand && styles.onBrand)}>
      {children}
    </kbd>
  );
}
