/** The rows of the list: which are drawn, and which one the keyboard is at. */
import { defaultRangeExtractor, useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent } from "react";

import { textScale } from "@/lib/paint";
import { useDensity } from "@/theme/useAppearance";
import { keyOf, type Row } from "./rows";

export function useListRows(
  rows: readonly Row[],
  opened: number,
  onRange: (first: number, end: number) => void,
  onOpen: (row: Row) => void,
) {
  const height = Math.round((useDensity() === "compact" ? 66 : 74) * textScale());
  const scroller = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState<string | null>(null);
  const wanted = useRef(false);
  const found = rows.findIndex((row) => keyOf(row) === at);
  const active = found >= 0 ? found : Math.max(0, opened);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    getItemKey: (index) => {
      const row = rows[index];
      return row ? keyOf(row) : index;
    },
    overscan: 8,
    rangeExtractor: (range) => {
      const shown = defaultRangeExtractor(range);
      const reachable = active < rows.length && !shown.includes(active);
      return reachable ? [...shown, active].sort((a, b) => a - b) : shown;
    },
  });
  useLayoutEffect(() => virtual.measure(), [virtual, height]);
  const { range } = virtual;
  const [first, end] = [range?.startIndex ?? 0, range?.endIndex ?? 0];
  useEffect(() => onRange(first, end), [onRange, first, end]);
  // A row far away is only drawn once it is active, so the focus follows after that.
  useLayoutEffect(() => {
    if (!wanted.current) return;
    const row = scroller.current?.querySelector<HTMLElement>(`[data-index="${active}"]`);
    if (!row) return;
    wanted.current = false;
    row.focus({ preventScroll: true });
  });
  const goTo = (index: number) => {
    const next = Math.max(0, Math.min(rows.length - 1, index));
    const row = rows[next];
    if (!row) return;
    wanted.current = true;
    setAt(keyOf(row));
    virtual.scrollToIndex(next);
    scroller.current?.querySelector<HTMLElement>(`[data-index="${next}"]`)?.focus();
  };
  const page = () =>
    Math.max(1, Math.floor((scroller.current?.clientHeight ?? height) / height) - 1);
  const onKeyDown = (event: KeyboardEvent) => {
    const row = rows[active];
    if ((event.key === "Enter" || event.key === " ") && row) onOpen(row);
    else {
      const step = stepOf(event, active, rows.length, page());
      if (step === null) return;
      goTo(step);
    }
    event.preventDefault();
  };
  /** From outside the list, the first step goes to where one is. */
  const move = (by: number) => {
    const inList = scroller.current?.contains(document.activeElement) ?? false;
    goTo(inList || opened >= 0 ? active + by : active);
  };
  return { scroller, virtual, active, height, setAt, goTo, move, onKeyDown };
}

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
