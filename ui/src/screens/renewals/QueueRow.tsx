/** One group in the queue: who it is, and its time as a bar or as dates. */
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { StarFilled } from "@fluentui/react-icons";
import { memo, type MouseEvent } from "react";

import type { Decided } from "@/ipc/bindings";
import { tenure } from "@/theme/colors";
import { useColumnStyles } from "./columns";
import { Dates } from "./Dates";
import type { BarColors } from "./drawBar";
import type { DeskGroup } from "./gone";
import { MarkButton } from "./many/MarkButton";
import type { Shape } from "./remembered";
import { SecondLine } from "./SecondLine";
import { Track } from "./Track";
import type { Step } from "./useRenewals";

const cut = {
  overflowX: "clip",
  minWidth: 0,
  textOverflow: "ellipsis",
  whiteSpace: "nowrap",
} as const;

const SELECTED = `color-mix(in srgb, ${tenure.tenureSelected} 78%, ${tokens.colorNeutralBackground1})`;

const useStyles = makeStyles({
  row: {
    position: "absolute",
    left: 0,
    right: 0,
    cursor: "default",
    outlineStyle: "none",
    // What moves in one row moves nothing in another.
    contain: "layout paint style",
    // What stands over a bar has the ground of its row.
    "--row": tokens.colorNeutralBackground1,
    ":hover": { backgroundColor: tenure.tenureHover, "--row": tenure.tenureHover },
    ":focus-visible": { boxShadow: `inset 0 0 0 2px ${tokens.colorStrokeFocus2}` },
    "@media (forced-colors: active)": {
      ":focus-visible": { outline: "2px solid Highlight", outlineOffset: "-2px" },
    },
  },
  selected: {
    backgroundColor: `color-mix(in srgb, ${tenure.tenureSelected} 78%, transparent)`,
    "--row": SELECTED,
    boxShadow: `inset 3px 0 0 ${tokens.colorCompoundBrandStroke}`,
    ":hover": {
      backgroundColor: `color-mix(in srgb, ${tenure.tenureSelected} 78%, transparent)`,
      "--row": SELECTED,
    },
    ":focus-visible": {
      boxShadow: `inset 3px 0 0 ${tokens.colorCompoundBrandStroke}, inset 0 0 0 2px ${tokens.colorStrokeFocus2}`,
    },
    "@media (forced-colors: active)": { outline: "2px solid Highlight", outlineOffset: "-2px" },
  },
  marked: {
    backgroundColor: `color-mix(in srgb, ${tenure.tenureSelected} 45%, transparent)`,
    "--row": `color-mix(in srgb, ${tenure.tenureSelected} 45%, ${tokens.colorNeutralBackground1})`,
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
  group: DeskGroup;
  index: number;
  top: number;
  height: number;
  now: string;
  shape: Shape;
  colors: BarColors;
  selected: boolean;
  /** Whether it is selected for doing many at once, and whether any is. */
  marked: boolean;
  marking: boolean;
  unreadable: boolean;
  decided: Decided | undefined;
  step: Step | undefined;
  onSelect: (id: string) => void;
  onMark: (id: string) => void;
  onMarkTo: (id: string) => void;
}

export const QueueRow = memo(function QueueRow(props: QueueRowProps) {
  const { group, index, top, height, now, shape, colors, selected, marked, step } = props;
  const { onSelect, onMark, onMarkTo } = props;
  const styles = useStyles();
  const columns = useColumnStyles();
  const { id } = group;
  const click = ({ shiftKey, ctrlKey, metaKey }: MouseEvent) => {
    if (shiftKey) onMarkTo(id);
    else if (ctrlKey || metaKey) onMark(id);
    onSelect(id);
  };
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={selected}
      tabIndex={selected ? 0 : -1}
      className={mergeClasses(
        columns.line,
        styles.row,
        marked && styles.marked,
        selected && styles.selected,
      )}
      style={{ top, height }}
      onClick={click}
      onFocus={() => onSelect(id)}
    >
      <Who {...props} />
      {shape === "timeline" ? (
        <Track group={group} now={now} step={step} height={height} colors={colors} />
      ) : (
        <Dates group={group} now={now} step={step} />
      )}
    </div>
  );
});

function Who({ group, marked, marking, unreadable, decided, onMark, onMarkTo }: QueueRowProps) {
  const styles = useStyles();
  return (
    <div role="gridcell" className={styles.who}>
      <MarkButton
        group={group}
        marked={marked}
        marking={marking}
        onMark={onMark}
        onMarkTo={onMarkTo}
      />
      <div className={styles.words}>
        <div className={styles.first}>
          <span dir="auto" className={styles.name} title={group.displayName}>
            {group.displayName}
          </span>
          {group.favorite.marked && <StarFilled aria-hidden className={styles.star} />}
        </div>
        <SecondLine group={group} unreadable={unreadable} decided={decided} />
      </div>
    </div>
  );
}
