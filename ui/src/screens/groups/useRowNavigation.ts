/** Moving through the rows by keyboard. One row is active; it alone can be reached with Tab. */
import { useLayoutEffect, useRef, type KeyboardEvent } from "react";

import type { GroupSummary } from "@/ipc/bindings";
import { rowId } from "./GroupRow";

interface Options {
  groups: readonly GroupSummary[];
  active: number;
  /** How many rows a page has. */
  page: () => number;
  scrollTo: (index: number) => void;
  onActive: (group: GroupSummary) => void;
  onOpen: (group: GroupSummary) => void;
}

export function useRowNavigation(options: Options) {
  const { groups, active, page, scrollTo, onActive, onOpen } = options;
  const focusWanted = useRef(false);
  // The row is only drawn once it is active, so the focus follows after that.
  useLayoutEffect(() => {
    if (!focusWanted.current) return;
    focusWanted.current = false;
    const row = document.getElementById(rowId(groups[active]?.id ?? ""));
    row?.focus({ preventScroll: true });
  });
  const goTo = (index: number) => {
    const next = Math.max(0, Math.min(groups.length - 1, index));
    const group = groups[next];
    if (!group) return;
    scrollTo(next);
    focusWanted.current = true;
    onActive(group);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const target = targetOf(event, active, groups.length, page());
    const onRow = (event.target as HTMLElement).getAttribute("role") === "row";
    const group = groups[active];
    if (target !== null) goTo(target);
    else if (event.key === "Enter" && onRow && group) onOpen(group);
    else return;
    event.preventDefault();
  };
  return { goTo, onKeyDown };
}

/** The row that a key leads to; `null` for keys that do not move. */
function targetOf(
  event: KeyboardEvent,
  active: number,
  count: number,
  page: number,
): number | null {
  if (event.altKey || event.ctrlKey || event.metaKey) return null;
  const targets: Record<string, number> = {
    ArrowDown: active + 1,
    ArrowUp: active - 1,
    PageDown: active + page,
    PageUp: active - page,
    Home: 0,
    End: count - 1,
  };
  return targets[event.key] ?? null;
}
