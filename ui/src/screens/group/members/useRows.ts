/**
 * The rows of owners and members as one list: which one is active, who is selected, which are drawn.
 * One row can be reached with Tab; arrows, J and K move on.
 */
import { defaultRangeExtractor, useVirtualizer, type VirtualItem } from "@tanstack/react-virtual";
import {
  useCallback,
  useLayoutEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type RefObject,
} from "react";

import { textScale } from "@/lib/paint";
import { useDensity } from "@/theme/useAppearance";
import type { MemberRow } from "./pending";
import type { Members } from "./useMembers";
import { useSelection, type Selection } from "./useSelection";

export interface RowMenuState {
  open: { row: MemberRow; target: HTMLElement } | null;
  show: (row: MemberRow, target: HTMLElement) => void;
  close: () => void;
}

export interface Rows {
  all: readonly MemberRow[];
  column: RefObject<HTMLDivElement | null>;
  height: number;
  active: number;
  setActive: (index: number) => void;
  /** Makes a row active and gives it the focus. */
  goTo: (index: number) => void;
  onKeyDown: (event: KeyboardEvent) => void;
  onBlur: () => void;
  selection: Selection;
  menu: RowMenuState;
}

export const rowId = (personId: string): string => `person-${personId}`;

export function useRows({ rows }: Members, column: RefObject<HTMLDivElement | null>): Rows {
  const compact = useDensity() === "compact";
  const height = Math.round((compact ? 38 : 46) * textScale());
  const [last, setLast] = useState<{ id: string; index: number } | null>(null);
  const [open, setOpen] = useState<RowMenuState["open"]>(null);
  const focusWanted = useRef(false);
  const focused = useRef<string | null>(null);
  const selection = useSelection(rows);
  const found = rows.findIndex(({ person }) => person.id === last?.id);
  // Where somebody was removed, the next one is active.
  const active = found >= 0 ? found : Math.max(0, Math.min(last?.index ?? 0, rows.length - 1));
  // A row far away is only drawn once it is active, so the focus follows after that.
  useLayoutEffect(() => {
    const vanished = focused.current !== null && !document.getElementById(focused.current);
    if (vanished && document.activeElement === document.body) focusWanted.current = true;
    if (!focusWanted.current) return;
    const row = document.getElementById(rowId(rows[active]?.person.id ?? ""));
    if (!row) return;
    focusWanted.current = false;
    row.focus({ preventScroll: true });
    row.scrollIntoView({ block: "nearest" });
  });
  const setActive = useCallback(
    (index: number) => {
      const id = rows[index]?.person.id;
      if (id === undefined) return;
      focused.current = rowId(id);
      setLast({ id, index });
    },
    [rows],
  );
  const goTo = (index: number) => {
    if (rows.length === 0) return;
    focusWanted.current = true;
    const next = Math.max(0, Math.min(rows.length - 1, index));
    if (next === active && found >= 0) {
      document.getElementById(rowId(rows[active]?.person.id ?? ""))?.focus();
      focusWanted.current = false;
    } else setActive(next);
  };
  const page = () => Math.max(1, Math.floor((column.current?.clientHeight ?? 0) / height) - 3);
  const onKeyDown = (event: KeyboardEvent) => {
    const target = event.target as HTMLElement;
    const row = rows[active];
    const step = stepOf(event, active, rows.length, page());
    if (step !== null) {
      const next = rows[Math.max(0, Math.min(rows.length - 1, step))];
      if (event.shiftKey && row && next) selection.extend(row, next);
      goTo(step);
    } else if (isMenuKey(event) && target.getAttribute("role") === "row" && row) {
      const anchor = target.querySelector<HTMLElement>("[data-row-menu]");
      setOpen({ row, target: anchor ?? target });
    } else return;
    event.preventDefault();
  };
  return {
    all: rows,
    column,
    height,
    active,
    setActive,
    goTo,
    onKeyDown,
    onBlur: () => void (focused.current = null),
    selection,
    menu: {
      open,
      show: useCallback((row: MemberRow, target: HTMLElement) => setOpen({ row, target }), []),
      close: useCallback(() => setOpen(null), []),
    },
  };
}

const isMenuKey = ({ key, shiftKey }: KeyboardEvent): boolean =>
  key === "Enter" || key === "ContextMenu" || (key === "F10" && shiftKey);

/** The row that a key leads to; `null` for keys that do not move. */
function stepOf(event: KeyboardEvent, at: number, count: number, page: number): number | null {
  if (event.altKey || event.ctrlKey || event.metaKey) return null;
  const steps: Record<string, number> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + page,
    PageUp: at - page,
    Home: 0,
    End: count - 1,
  };
  return steps[event.key] ?? null;
}

/** Few rows are all drawn; of many, those in view and the active one. */
const DRAW_ALL = 20;

export interface Drawn {
  items: ReadonlyArray<Pick<VirtualItem, "index" | "start">>;
  total: number;
}

export function useDrawn(
  people: readonly MemberRow[],
  rows: Rows,
  card: RefObject<HTMLElement | null>,
  first: number,
): Drawn {
  const { column, height, active } = rows;
  const [margin, setMargin] = useState(0);
  // What stands above may become taller or lower: a notice, the owners.
  useLayoutEffect(() => {
    const scroller = column.current;
    if (!scroller) return;
    const measure = () => {
      if (!card.current) return;
      const top = card.current.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
      setMargin(Math.round(top + scroller.scrollTop));
    };
    measure();
    const observer = new ResizeObserver(measure);
    [...scroller.children].forEach((child) => observer.observe(child));
    return () => observer.disconnect();
  }, [column, card]);
  const virtualizer = useVirtualizer({
    count: people.length,
    getScrollElement: () => column.current,
    estimateSize: () => height,
    getItemKey: (index) => people[index]?.person.id ?? index,
    overscan: 8,
    scrollMargin: margin,
    rangeExtractor: (range) => {
      const shown = defaultRangeExtractor(range);
      const here = active - first;
      if (here < 0 || here >= people.length || shown.includes(here)) return shown;
      return [...shown, here].sort((a, b) => a - b);
    },
  });
  useLayoutEffect(() => virtualizer.measure(), [virtualizer, height]);
  const total = people.length * height;
  if (people.length <= DRAW_ALL) {
    return { items: people.map((_, index) => ({ index, start: index * height })), total };
  }
  const items = virtualizer.getVirtualItems();
  return { items: items.map(({ index, start }) => ({ index, start: start - margin })), total };
}
