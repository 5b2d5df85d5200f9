/** Somebody's picture that selects their row: it turns into a tick. */
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { CheckmarkFilled } from "@fluentui/react-icons";

import type { PersonRef } from "@/ipc/bindings";
import { PersonAvatar } from "./PersonAvatar";

const useStyles = makeStyles({
  button: {
    position: "relative",
    flex: "none",
    display: "grid",
    placeItems: "center",
    padding: 0,
    border: "none",
    borderRadius: tokens.borderRadiusCircular,
    background: "none",
    cursor: "pointer",
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "1px" },
    ":hover > [data-tick]": { opacity: 1 },
    ":focus-visible > [data-tick]": { opacity: 1 },
  },
  tick: {
    position: "absolute",
    inset: 0,
    display: "grid",
    placeItems: "center",
    borderRadius: tokens.borderRadiusCircular,
    border: `2px solid ${tokens.colorCompoundBrandStroke}`,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorCompoundBrandStroke,
    fontSize: "16px",
    opacity: 0,
  },
  ticked: {
    opacity: 1,
    backgroundColor: tokens.colorCompoundBrandBackground,
    color: tokens.colorNeutralForegroundOnBrand,
  },
});

export interface AvatarSelection {
  selected: boolean;
  /** Such as "Select Megan Bowen". */
  label: string;
  onToggle: (range: boolean) => void;
  tabIndex?: number;
}

type Props = AvatarSelection & { person: PersonRef; size?: number };

export function SelectAvatar({ person, size = 30, selected, label, onToggle, tabIndex }: Props) {
  const styles = useStyles();
  return (
    <button
      type="button"
      role="checkbox"
      aria-checked={selected}
      aria-label={label}
      tabIndex={tabIndex}
      className={styles.button}
      onClick={(event) => {
        event.stopPropagation();
        onToggle(event.shiftKey);
      }}
    >
      <PersonAvatar person={person} size={size} />
      <span data-tick className={mergeClasses(styles.tick, selected && styles.ticked)}>
        <CheckmarkFilled />
      </span>
    </button>
  );
}
