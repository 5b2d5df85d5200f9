/** One group in the table. It is drawn anew only when something of its own changed. */
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { memo, type CSSProperties, type MouseEvent } from "react";

import { StarButton } from "@/components/StarButton";
import type { GroupSummary } from "@/ipc/bindings";
import { tenure } from "@/theme/colors";
import { Cell } from "./cells";
import { FIGURES, useColumnStyles, type Column } from "./columns";
import { NameCell } from "./NameCell";
import { SelectBox } from "./SelectBox";

const useStyles = makeStyles({
  row: {
    width: "100%",
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    cursor: "pointer",
    outlineStyle: "none",
    ":hover": { backgroundColor: tenure.tenureHover },
    ":focus-visible": { boxShadow: `inset 0 0 0 2px ${tokens.colorStrokeFocus2}` },
    "@media (forced-colors: active)": {
      ":focus-visible": { outline: "2px solid Highlight", outlineOffset: "-2px" },
    },
  },
  selected: {
    backgroundColor: tenure.tenureSelected,
    ":hover": { backgroundColor: tenure.tenureSelected },
  },
  open: {
    borderLeft: `3px solid ${tokens.colorCompoundBrandStroke}`,
    paddingLeft: "calc(0.75rem - 3px)",
  },
  cell: { minWidth: 0, display: "flex", alignItems: "center" },
  number: {
    justifyContent: "flex-end",
    fontVariantNumeric: "tabular-nums",
  },
});

/** What a press on a row is to do, by the keys that are held with it. */
export interface RowPress {
  group: GroupSummary;
  /** As with Ctrl, or on the box. */
  toggle: boolean;
  /** As with Shift. */
  extend: boolean;
  /** Whether it is the second one in a moment. */
  twice: boolean;
}

export interface GroupRowProps {
  group: GroupSummary;
  now: string;
  columns: readonly Column[];
  /** Place among all rows, from 0. */
  index: number;
  height: number;
  top?: number;
  active: boolean;
  selected: boolean;
  /** Whether it is what the quick look shows. */
  open: boolean;
  unreadable: boolean;
  onPress: (press: RowPress) => void;
  onStar: (group: GroupSummary, marked: boolean) => void;
}

export const rowId = (groupId: string): string => `group-${groupId}`;

export const GroupRow = memo(function GroupRow(props: GroupRowProps) {
  const { group, now, columns, index, height, top, active, selected, open, onPress } = props;
  const styles = useStyles();
  const { line } = useColumnStyles();
  const press = (event: MouseEvent, onBox: boolean) =>
    onPress({
      group,
      toggle: onBox || event.ctrlKey || event.metaKey,
      extend: event.shiftKey,
      twice: event.detail > 1,
    });
  return (
    <div
      id={rowId(group.id)}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={selected}
      aria-current={open || undefined}
      tabIndex={active ? 0 : -1}
      className={mergeClasses(line, styles.row, selected && styles.selected, open && styles.open)}
      style={placeOf(height, top)}
      onMouseDown={(event) => event.shiftKey && event.preventDefault()}
      onClick={(event) => press(event, false)}
    >
      <div role="gridcell" data-stuck="select">
        <SelectBox
          checked={selected}
          name={group.displayName}
          onPress={(event) => press(event, true)}
        />
      </div>
      <div role="gridcell" data-stuck="star" className={styles.cell}>
        <StarButton inRow group={group} onToggle={(marked) => props.onStar(group, marked)} />
      </div>
      <div role="gridcell" data-stuck="name" className={styles.cell}>
        <NameCell group={group} />
      </div>
      {columns.map((column) => (
        <div
          key={column}
          role="gridcell"
          className={mergeClasses(styles.cell, FIGURES.has(column) && styles.number)}
        >
          <Cell column={column} group={group} now={now} unreadable={props.unreadable} />
        </div>
      ))}
    </div>
  );
});

export const placeOf = (height: number, top: number | undefined): CSSProperties =>
  top === undefined
    ? { height }
    : { height, position: "absolute", top: 0, left: 0, transform: `translateY(${top}px)` };
