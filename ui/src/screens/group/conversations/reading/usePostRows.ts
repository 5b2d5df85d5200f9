/** Which of the entries are drawn, and where. It begins at the newest post; what is being written is always there. */
import { defaultRangeExtractor, measureElement, useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useLayoutEffect, useRef } from "react";

import { textScale } from "@/lib/paint";
import { heightOf, type Entry } from "./entries";

const newestOf = (entries: readonly Entry[]): number =>
  entries.findIndex((entry) => entry.kind === "post" && entry.newest);

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
  const begin = useRef(newestOf(entries));
  useLayoutEffect(() => {
    if (begin.current > 0) virtual.scrollToIndex(begin.current, { align: "start" });
  }, [virtual]);
  const entry = entries[composing];
  const asked = entry?.kind === "compose" && entry.answer.focus ? entry.answer.draftId : null;
  const place = useRef(composing);
  useEffect(() => {
    place.current = composing;
  });
  useEffect(() => {
    if (asked) virtual.scrollToIndex(place.current, { align: "end" });
  }, [asked, virtual]);
  return { scroller, virtual };
}
