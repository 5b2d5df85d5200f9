/**
 * A long list in a frame of its own: only the rows in view are drawn, one of them is reached with Tab, and
 * arrows lead to the others. What stands in the cells is the caller's.
 */
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useVirtualizer } from "@tanstack/react-virtual";
import {
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
} from "react";

import { textScale } from "@/lib/paint";
import { tenure } from "@/theme/colors";

const useStyles = makeStyles({
  scroller: {
    overflow: "auto",
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: "6px",
    backgroundColor: tokens.colorNeutralBackground1,
  },
  grid: { minWidth: "var(--least, 0)" },
  head: {
    position: "sticky",
    top: 0,
    zIndex: 1,
    display: "grid",
    gridTemplateColumns: "var(--columns)",
    gap: "12px",
    padding: "6px 12px",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
    backgroundColor: tokens.colorNeutralBackground2,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  rows: { position: "relative" },
  row: {
    position: "absolute",
    left: 0,
    right: 0,
    display: "grid",
    gridTemplateColumns: "var(--columns)",
    gap: "12px",
    alignItems: "center",
    padding: "0 12px",
    ":not(:first-child)": { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
    ":hover": { backgroundColor: tenure.tenureHover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  cell: { minWidth: 0 },
});

interface Column {
  id: string;
  head: ReactNode;
  /** A track of the grid, such as `minmax(0, 1fr)`. */
  width: string;
  /** How the column is sorted, where it can be. */
  sorted?: "ascending" | "descending" | "none";
}

interface Props {
  label: string;
  count: number;
  columns: readonly Column[];
  /** Whether the heads are only said. */
  headless?: boolean;
  /** Height of a row at the usual text size, in px. */
  height: number;
  /** So many rows are seen at once, at most; `null` for as many as there is room for. */
  most: number | null;
  /** Narrower than this it scrolls sideways. In rem. */
  least?: number;
  cells: (index: number) => readonly ReactNode[];
  onRange?: (first: number, end: number) => void;
  /** A key on a row, where arrows have not taken it. */
  onKey?: (index: number, event: KeyboardEvent) => void;
  selected?: (index: number) => boolean;
}

export function Rows(props: Props) {
  const { label, count, columns, headless, height: usual, most, least, onRange, onKey } = props;
  const styles = useStyles();
  const scroller = useRef<HTMLDivElement>(null);
  const height = usual * textScale();
  const [active, setActive] = useState(0);
  const at = Math.min(active, Math.max(0, count - 1));
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 8,
  });
  const items = virtual.getVirtualItems();
  const [first, end] = [items[0]?.index ?? 0, (items.at(-1)?.index ?? -1) + 1];
  useEffect(() => onRange?.(first, end), [onRange, first, end]);
  const wanted = useRef(-1);
  useLayoutEffect(() => {
    const row = scroller.current?.querySelector<HTMLElement>(`[data-row="${wanted.current}"]`);
    if (!row) return;
    wanted.current = -1;
    row.focus({ preventScroll: true });
  });
  const goTo = (index: number) => {
    const next = Math.max(0, Math.min(count - 1, index));
    wanted.current = next;
    setActive(next);
    virtual.scrollToIndex(next);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const next = target(event.key, at, count, most ?? PAGE);
    if (next === null || event.ctrlKey || event.metaKey || event.altKey) onKey?.(at, event);
    else {
      event.preventDefault();
      goTo(next);
    }
  };
  const style = {
    ...(most === null ? FILL : { maxHeight: tallest(count, most, height, headless) }),
    "--columns": columns.map(({ width }) => width).join(" "),
    "--least": least === undefined ? "0" : `${least}rem`,
  };
  return (
    <div ref={scroller} className={styles.scroller} style={style}>
      <div role="grid" aria-label={label} aria-rowcount={count + 1} className={styles.grid}>
        <div role="rowgroup" className={headless ? undefined : styles.head} style={hide(headless)}>
          <div role="row" aria-rowindex={1} style={{ display: "contents" }}>
            {columns.map(({ id, head, sorted }) => (
              <div key={id} role="columnheader" aria-sort={sorted} className={styles.cell}>
                {head}
              </div>
            ))}
          </div>
        </div>
        <div
          role="rowgroup"
          className={styles.rows}
          style={{ height: virtual.getTotalSize() }}
          onKeyDown={onKeyDown}
        >
          {items.map(({ index, start }) => (
            <div
              key={index}
              role="row"
              data-row={index}
              aria-rowindex={index + 2}
              aria-selected={props.selected?.(index)}
              tabIndex={index === at ? 0 : -1}
              className={mergeClasses(styles.row)}
              style={{ top: start, height }}
              onFocus={() => setActive(index)}
            >
              {props.cells(index).map((cell, place) => (
                <div key={columns[place]?.id} role="gridcell" className={styles.cell}>
                  {cell}
                </div>
              ))}
            </div>
          ))}
        </div>
      </div>
    </div>
  );
}

/** So many rows a page has where that depends on the room. */
const PAGE = 10;
const FILL = { flex: "1 1 0", minHeight: "12rem" } as const;

/** The rows that are seen, with the heads above them. */
const tallest = (count: number, most: number, height: number, headless?: boolean): string =>
  `${Math.min(most, Math.max(count, 1)) * height + (headless ? 2 : 36 * textScale())}px`;

/** Heads that are said and take no place. */
const hide = (hidden: boolean | undefined) =>
  hidden
    ? ({
        position: "absolute",
        width: "1px",
        height: "1px",
        overflow: "hidden",
        clipPath: "inset(50%)",
      } as const)
    : undefined;

function target(key: string, at: number, count: number, page: number): number | null {
  const steps: Record<string, number> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + page,
    PageUp: at - page,
    Home: 0,
    End: count - 1,
  };
  return steps[key] ?? null;
}
