/**
 * Rows of a list that scrolls with the whole screen: which are in view, and where they stand. The screen
 * is what the frame marks as `#content`.
 */
import {
  defaultRangeExtractor,
  measureElement,
  useVirtualizer,
  type Range,
} from "@tanstack/react-virtual";
import { useCallback, useLayoutEffect, useRef, useState, type RefObject } from "react";

import { textScale } from "./paint";

export interface ContentRows {
  items: ReadonlyArray<{ index: number; key: string | number | bigint; top: number }>;
  total: number;
  /** Height of a row before it is measured, in the person's text size. */
  height: number;
  /** Tells how high a row really is. */
  measure: (element: HTMLElement | null) => void;
  /** Brings a row into view and gives it the focus. */
  focus: (index: number) => void;
}

const content = (): HTMLElement | null => document.getElementById("content");

export function useContentRows(
  list: RefObject<HTMLElement | null>,
  count: number,
  size: number,
  keyOf: (index: number) => string | number,
  active = -1,
): ContentRows {
  const height = size * textScale();
  const [margin, setMargin] = useState(0);
  const virtual = useVirtualizer({
    count,
    getScrollElement: content,
    estimateSize: () => height,
    getItemKey: keyOf,
    // What is not laid out yet has no height.
    measureElement: (...measured) => measureElement(...measured) || height,
    overscan: 10,
    scrollMargin: margin,
    scrollPaddingStart: 8,
    scrollPaddingEnd: 80,
    rangeExtractor: (range) => withActive(range, active),
  });
  useLayoutEffect(() => watchPlace(list.current, setMargin), [list]);
  const wanted = useRef<number | null>(null);
  useLayoutEffect(() => {
    if (wanted.current === null) return;
    const row = list.current?.querySelector<HTMLElement>(`[data-index="${wanted.current}"]`);
    if (!row) return;
    wanted.current = null;
    row.focus({ preventScroll: true });
  });
  const focus = useCallback(
    (index: number) => {
      wanted.current = index;
      virtual.scrollToIndex(index);
      const row = list.current?.querySelector<HTMLElement>(`[data-index="${index}"]`);
      row?.focus({ preventScroll: true });
    },
    [list, virtual],
  );
  return {
    items: virtual.getVirtualItems().map(({ index, key, start }) => ({
      index,
      key,
      top: start - margin,
    })),
    total: virtual.getTotalSize(),
    height,
    measure: virtual.measureElement,
    focus,
  };
}

function withActive(range: Range, active: number): number[] {
  const shown = defaultRangeExtractor(range);
  if (active < 0 || active >= range.count || shown.includes(active)) return shown;
  return [...shown, active].sort((a, b) => a - b);
}

/** Tells where an element begins in the screen; again when something above it grows or goes. */
function watchPlace(element: HTMLElement | null, tell: (top: number) => void): () => void {
  const scroller = content();
  if (!scroller || !element) return () => {};
  const place = () => {
    const from = element.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
    tell(Math.round(from + scroller.scrollTop));
  };
  place();
  const observer = new ResizeObserver(place);
  for (const part of scroller.children) observer.observe(part);
  return () => observer.disconnect();
}
