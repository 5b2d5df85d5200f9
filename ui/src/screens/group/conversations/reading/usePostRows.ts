/** Which of the entries are drawn, and where. It begins at the newest post; what is being written is always there. */
import { defaultRangeExtractor, measureElement, useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useLayoutEffect, useRef, type RefObject } from "react";

import { textScale } from "@/lib/paint";
import { heightOf, type Entry } from "./entries";

/** Where one begins to read: at the newest post, with the heading of its thread where that is just above. */
function beginOf(entries: readonly Entry[]): number {
  const newest = entries.findIndex((entry) => entry.kind === "post" && entry.newest);
  return entries[newest - 1]?.kind === "thread" ? newest - 1 : newest;
}

export function usePostRows(entries: readonly Entry[]) {
  const scroller = useRef<HTMLDivElement>(null);
  const composing = entries.findIndex(({ kind }) => kind === "compose");
  const estimate = (index: number) => {
    const entry = entries[index];
    return entry ? heightOf(entry) * textScale() : 0;
  };
  const virtual = useVirtualizer({
    count: entries.length,
    getScrollElement: () => scroller.current,
    estimateSize: estimate,
    getItemKey: (index) => entries[index]?.key ?? index,
    // What is not laid out yet has no height.
    measureElement: (element, ...more) =>
      measureElement(element, ...more) || estimate(Number(element.getAttribute("data-index"))),
    overscan: 3,
    rangeExtractor: (range) => {
      const shown = defaultRangeExtractor(range);
      if (composing < 0 || shown.includes(composing)) return shown;
      return [...shown, composing].sort((a, b) => a - b);
    },
  });
  const entry = entries[composing];
  const asked = entry?.kind === "compose" && entry.answer.focus ? entry.key : null;
  const begin = beginOf(entries);
  const pin = usePin(scroller, begin > 0 ? (entries[begin]?.key ?? null) : null, asked);
  const total = virtual.getTotalSize();
  // Bodies and the editor come later and are higher than was thought.
  useLayoutEffect(() => {
    const pinned = pin.current;
    const index = pinned ? entries.findIndex(({ key }) => key === pinned.key) : -1;
    if (pinned && index >= 0) virtual.scrollToIndex(index, { align: pinned.align });
  }, [virtual, entries, total, pin]);
  return { scroller, virtual };
}

interface Pin {
  key: string;
  align: "start" | "end";
}

/**
 * What stays where it is while the entries find their heights, until somebody scrolls or types: at first the newest
 * post at the top, then what was asked to be written at the bottom.
 */
function usePin(
  scroller: RefObject<HTMLElement | null>,
  begin: string | null,
  asked: string | null,
): RefObject<Pin | null> {
  const pin = useRef<Pin | null>(begin === null ? null : { key: begin, align: "start" });
  useLayoutEffect(() => {
    if (asked) pin.current = { key: asked, align: "end" };
  }, [asked]);
  useEffect(() => {
    const element = scroller.current;
    const letGo = () => void (pin.current = null);
    const moments = ["wheel", "pointerdown", "keydown", "touchmove"] as const;
    moments.forEach((moment) => element?.addEventListener(moment, letGo, { passive: true }));
    return () => moments.forEach((moment) => element?.removeEventListener(moment, letGo));
  }, [scroller]);
  return pin;
}
