/** The avatar of a row, which becomes a tick: the way to select groups for doing many at once. */
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { CheckmarkFilled } from "@fluentui/react-icons";
import { memo, type MouseEvent } from "react";
import { useTranslation } from "react-i18next";

import { GroupAvatar } from "@/components/GroupAvatar";
import type { DeskGroup } from "../gone";

const useStyles = makeStyles({
  button: {
    flex: "none",
    position: "relative",
    display: "grid",
    padding: 0,
    border: "none",
    borderRadius: "6px",
    background: "none",
    cursor: "pointer",
    ":hover > [data-tick]": { opacity: 1 },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "1px" },
  },
  tick: {
    position: "absolute",
    inset: 0,
    display: "grid",
    placeItems: "center",
    borderRadius: "6px",
    fontSize: "16px",
    opacity: 0,
    color: "transparent",
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
  },
  marking: { opacity: 1 },
  marked: {
    opacity: 1,
    color: tokens.colorNeutralForegroundOnBrand,
    backgroundColor: tokens.colorBrandBackground,
    borderTopColor: "transparent",
    borderRightColor: "transparent",
    borderBottomColor: "transparent",
    borderLeftColor: "transparent",
  },
});

interface Props {
  group: DeskGroup;
  marked: boolean;
  /** Whether any is selected: then all show that they can be. */
  marking: boolean;
  onMark: (id: string) => void;
  onMarkTo: (id: string) => void;
}

export const MarkButton = memo(function MarkButton(props: Props) {
  const { group, marked, marking, onMark, onMarkTo } = props;
  const styles = useStyles();
  const { t } = useTranslation();
  const click = (event: MouseEvent) => {
    event.stopPropagation();
    if (event.shiftKey) onMarkTo(group.id);
    else onMark(group.id);
  };
  return (
    <button
      type="button"
      role="checkbox"
      aria-checked={marked}
      aria-label={t("renewals.many.select", { name: group.displayName })}
      tabIndex={-1}
      className={styles.button}
      onClick={click}
    >
      <GroupAvatar group={group} />
      <span
        aria-hidden
        data-tick
        className={mergeClasses(styles.tick, marking && styles.marking, marked && styles.marked)}
      >
        <CheckmarkFilled />
      </span>
    </button>
  );
});
