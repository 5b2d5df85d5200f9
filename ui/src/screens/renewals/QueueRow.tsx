/** One group in the queue: who it is, and its time as a bar or as dates. */
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { StarFilled } from "@fluentui/react-icons";
import { memo } from "react";

import { GroupAvatar } from "@/components/GroupAvatar";
import type { GroupSummary } from "@/ipc/bindings";
import { tenure } from "@/theme/colors";
import { useColumnStyles } from "./columns";
import { Dates } from "./Dates";
import type { Shape } from "./RenewalsHeader";
import type { TimeWindow } from "./scale";
import { SecondLine } from "./SecondLine";
import { Track } from "./Track";
import type { Decision } from "./useDecisions";

const cut = {
  overflowX: "clip",
  minWidth: 0,
  textOverflow: "ellipsis",
  whiteSpace: "nowrap",
} as const;

const useStyles = makeStyles({
  row: {
    position: "absolute",
    left: 0,
    right: 0,
    cursor: "default",
    outlineStyle: "none",
    ":hover": { backgroundColor: tenure.tenureHover },
    ":focus-visible": { boxShadow: `inset 0 0 0 2px ${tokens.colorStrokeFocus2}` },
    "@media (forced-colors: active)": {
      ":focus-visible": { outline: "2px solid Highlight", outlineOffset: "-2px" },
    },
  },
  selected: {
    backgroundColor: `color-mix(in srgb, ${tenure.tenureSelected} 78%, transparent)`,
    boxShadow: `inset 3px 0 0 ${tokens.colorCompoundBrandStroke}`,
    ":hover": {
      backgroundColor: `color-mix(in srgb, ${tenure.tenureSelected} 78%, transparent)`,
    },
    ":focus-visible": {
      boxShadow: `inset 3px 0 0 ${tokens.colorCompoundBrandStroke}, inset 0 0 0 2px ${tokens.colorStrokeFocus2}`,
    },
    "@media (forced-colors: active)": { outline: "2px solid Highlight", outlineOffset: "-2px" },
  },
  who: {
    display: "flex",
    alignItems: "center",
    gap: "10px",
    minWidth: 0,
    paddingLeft: "20px",
    paddingRight: "12px",
  },
  words: { flex: 1, minWidth: 0 },
  first: { display: "flex", alignItems: "center", gap: "4px" },
  name: {
    ...cut,
    fontSize: "0.8125rem",
    lineHeight: "1.125rem",
    fontWeight: tokens.fontWeightSemibold,
  },
  star: { flex: "none", fontSize: "13px", color: tenure.tenureStar },
});

export interface QueueRowProps {
  group: GroupSummary;
  index: number;
  top: number;
  height: number;
  now: string;
  view: TimeWindow;
  shape: Shape;
  selected: boolean;
  unreadable: boolean;
  decision: Decision | undefined;
  onSelect: (id: string) => void;
}

export const QueueRow = memo(function QueueRow(props: QueueRowProps) {
  const { group, index, top, height, now, view, shape, selected, unreadable, decision, onSelect } =
    props;
  const styles = useStyles();
  const columns = useColumnStyles();
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={selected}
      tabIndex={selected ? 0 : -1}
      className={mergeClasses(columns.line, styles.row, selected && styles.selected)}
      style={{ top, height }}
      onClick={() => onSelect(group.id)}
      onFocus={() => onSelect(group.id)}
    >
      <Who group={group} unreadable={unreadable} />
      {shape === "timeline" ? (
        <Track group={group} now={now} view={view} decision={decision} />
      ) : (
        <Dates group={group} now={now} decision={decision} />
      )}
    </div>
  );
});

/** Apart from the bar, so that panning does not draw the names anew. */
const Who = memo(function Who({ group, unreadable }: Pick<QueueRowProps, "group" | "unreadable">) {
  const styles = useStyles();
  return (
    <div role="gridcell" className={styles.who}>
      <GroupAvatar group={group} />
      <div className={styles.words}>
        <div className={styles.first}>
          <span dir="auto" className={styles.name} title={group.displayName}>
            {group.displayName}
          </span>
          {group.favorite.marked && <StarFilled aria-hidden className={styles.star} />}
        </div>
        <SecondLine group={group} unreadable={unreadable} />
      </div>
    </div>
  );
});
