/**
 * The favorite's star. It answers at once and goes back when the service refuses; how certain the
 * state is stands in its tooltip, and in a dot beside it while the service has not confirmed.
 */
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { StarFilled, StarRegular } from "@fluentui/react-icons";
import { useTranslation } from "react-i18next";

import type { GroupSummary } from "@/ipc/bindings";
import { tenure } from "@/theme/colors";

const useStyles = makeStyles({
  button: {
    position: "relative",
    display: "grid",
    placeItems: "center",
    width: "32px",
    height: "32px",
    padding: 0,
    border: "none",
    borderRadius: tokens.borderRadiusMedium,
    background: "none",
    fontSize: "20px",
    cursor: "pointer",
    ":hover": { backgroundColor: tenure.tenureHover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  marked: { color: tenure.tenureStar },
  unmarked: { color: tokens.colorNeutralForeground4 },
  dot: {
    position: "absolute",
    right: "3px",
    bottom: "5px",
    width: "7px",
    height: "7px",
    borderRadius: "50%",
    border: `1.5px solid ${tokens.colorNeutralForeground3}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  sent: { backgroundColor: tokens.colorNeutralForeground3 },
});

export interface StarButtonProps {
  group: Pick<GroupSummary, "displayName" | "favorite">;
  onToggle: (marked: boolean) => void;
  /** Out of the tab order, where the row it stands in has a key for it. */
  inRow?: boolean;
}

export function StarButton({ group, onToggle, inRow }: StarButtonProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { marked, certainty } = group.favorite;
  const name = group.displayName;
  const does = t(marked ? "groups.star.remove" : "groups.star.add", { name });
  const told = marked !== null && (marked || certainty === "sent");
  const unsure = told && certainty !== "confirmed";
  const how = t(`groups.star.${marked === null ? "unknown" : certainty}`);
  const label = `${does}. ${how}.`;
  // A plain button: thousands of them scroll by, and a component for each would be felt.
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      aria-pressed={marked === true}
      tabIndex={inRow ? -1 : undefined}
      className={mergeClasses(styles.button, marked ? styles.marked : styles.unmarked)}
      onClick={(event) => {
        event.stopPropagation();
        onToggle(marked !== true);
      }}
    >
      {marked ? <StarFilled /> : <StarRegular />}
      {unsure && (
        <span
          aria-hidden
          className={mergeClasses(styles.dot, certainty === "sent" && styles.sent)}
        />
      )}
    </button>
  );
}
