/** One group in the table. It is drawn anew only when something of its own changed. */
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { memo, type CSSProperties } from "react";

import { ExpiryBadge } from "@/components/ExpiryBadge";
import { PersonaStack } from "@/components/PersonaStack";
import { StarButton } from "@/components/StarButton";
import { VisibilityBadge } from "@/components/VisibilityBadge";
import type { GroupSummary } from "@/ipc/bindings";
import { formatNumber } from "@/lib/dates";
import { tenure } from "@/theme/colors";
import { useColumnStyles } from "./columns";
import { KindBadges } from "./KindBadges";
import { NameCell } from "./NameCell";

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
  open: {
    backgroundColor: tenure.tenureSelected,
    borderLeft: `3px solid ${tokens.colorCompoundBrandStroke}`,
    paddingLeft: "calc(0.75rem - 3px)",
    ":hover": { backgroundColor: tenure.tenureSelected },
  },
  cell: { minWidth: 0, display: "flex", alignItems: "center" },
  number: {
    justifyContent: "flex-end",
    paddingRight: "0.25rem",
    fontVariantNumeric: "tabular-nums",
  },
  quiet: { color: tokens.colorNeutralForeground3 },
});

export interface GroupRowProps {
  group: GroupSummary;
  now: string;
  /** Place among all rows, from 0. */
  index: number;
  height: number;
  top?: number;
  active: boolean;
  open: boolean;
  unreadable: boolean;
  onOpen: (group: GroupSummary, index: number) => void;
  onStar: (group: GroupSummary, marked: boolean) => void;
}

export const rowId = (groupId: string): string => `group-${groupId}`;

export const GroupRow = memo(function GroupRow(props: GroupRowProps) {
  const { group, now, index, height, top, active, open, unreadable, onOpen, onStar } = props;
  const styles = useStyles();
  const columns = useColumnStyles();
  const place: CSSProperties =
    top === undefined
      ? { height }
      : { height, position: "absolute", top: 0, left: 0, transform: `translateY(${top}px)` };
  const people = group.people ?? (unreadable ? null : undefined);
  const members = people?.memberCount;
  const cell = (column: keyof typeof columns, ...more: string[]) => ({
    role: "gridcell",
    className: mergeClasses(styles.cell, columns[column], ...more),
  });
  return (
    <div
      id={rowId(group.id)}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={open}
      tabIndex={active ? 0 : -1}
      className={mergeClasses(columns.line, styles.row, open && styles.open)}
      style={place}
      onClick={() => onOpen(group, index)}
    >
      <div {...cell("star")}>
        <StarButton inRow group={group} onToggle={(marked) => onStar(group, marked)} />
      </div>
      <div {...cell("name")}>
        <NameCell group={group} />
      </div>
      <div {...cell("visibility")}>
        <VisibilityBadge visibility={group.visibility} />
      </div>
      <div {...cell("owners")}>
        <PersonaStack people={people} />
      </div>
      <div {...cell("members", styles.number)}>
        {members === undefined || members === null ? (
          <span className={styles.quiet}>{people === undefined ? "" : "–"}</span>
        ) : (
          formatNumber(members)
        )}
      </div>
      <div {...cell("expires")}>
        <ExpiryBadge expires={group.expires} now={now} />
      </div>
      <div {...cell("kind")}>
        <KindBadges group={group} />
      </div>
    </div>
  );
});
