/** Which rows are drawn: those in view, some around them, and the active one. */
import { defaultRangeExtractor, useVirtualizer, type Range } from "@tanstack/react-virtual";
import { useLayoutEffect, useMemo, type RefObject } from "react";

import type { Rows } from "./rows";

/** Height of the head of the table, which stays in view above the rows. */
export const HEADER = 36;

export function useVirtualRows(
  groups: Rows,
  scroller: RefObject<HTMLElement | null>,
  height: number,
  active: number,
) {
  const virtualizer = useVirtualizer({
    count: groups.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    getItemKey: (index) => groups[index]?.id ?? index,
    overscan: 8,
    // Who comes for one group finds its row in view.
    initialOffset: () => Math.max(0, (active - 4) * height),
    scrollMargin: HEADER,
    scrollPaddingStart: HEADER,
    rangeExtractor: (range) => withActive(range, active),
  });
  useLayoutEffect(() => virtualizer.measure(), [virtualizer, height]);
  const items = virtualizer.getVirtualItems();
  const { startIndex, endIndex } = virtualizer.range ?? { startIndex: 0, endIndex: -1 };
  return {
    items,
    /** First and end of what is in view. */
    range: useMemo(() => [startIndex, endIndex + 1] as const, [startIndex, endIndex]),
    total: virtualizer.getTotalSize(),
    scrollTo: (index: number) => virtualizer.scrollToIndex(index),
  };
}

function withActive(range: Range, active: number): number[] {
  const shown = defaultRangeExtractor(range);
  if (active >= range.count || shown.includes(active)) return shown;
  return [...shown, active].sort((a, b) => a - b);
}
