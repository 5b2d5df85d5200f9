/** Moving through the rows by keyboard. One row is active; it alone can be reached with Tab. */
import { useLayoutEffect, useRef, type KeyboardEvent } from "react";

import type { GroupSummary } from "@/ipc/bindings";
import { rowId } from "./GroupRow";
import type { Rows } from "./rows";

interface Options {
  groups: Rows;
  active: number;
  /** How many rows a page has. */
  page: () => number;
  scrollTo: (index: number) => void;
  onActive: (group: GroupSummary) => void;
  /** With Shift the selection goes along. */
  onExtend: (from: GroupSummary, to: GroupSummary) => void;
  onOpen: (group: GroupSummary) => void;
  onLook: (group: GroupSummary) => void;
}

export function useRowNavigation(options: Options) {
  const { groups, active, page, scrollTo, onActive, onExtend, onOpen, onLook } = options;
  const focusWanted = useRef(false);
  /** A row that was gone to before its group was read. */
  const awaited = useRef<number | null>(null);
  useLayoutEffect(() => {
    const group = awaited.current === null ? undefined : groups[awaited.current];
    if (!group) return;
    awaited.current = null;
    focusWanted.current = true;
    onActive(group);
  });
  // The row is only drawn once it is active, so the focus follows after that.
  useLayoutEffect(() => {
    if (!focusWanted.current) return;
    focusWanted.current = false;
    const row = document.getElementById(rowId(groups[active]?.id ?? ""));
    row?.focus({ preventScroll: true });
  });
  const goTo = (index: number): GroupSummary | undefined => {
    const next = Math.max(0, Math.min(groups.length - 1, index));
    const group = groups[next];
    scrollTo(next);
    awaited.current = group ? null : next;
    if (!group) return undefined;
    focusWanted.current = true;
    onActive(group);
    return group;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const target = targetOf(event, active, groups.length, page());
    const onRow = (event.target as HTMLElement).getAttribute("role") === "row";
    const group = groups[active];
    if (target !== null) {
      const reached = goTo(target);
      if (event.shiftKey && onRow && group && reached) onExtend(group, reached);
    } else if (event.key === "Enter" && onRow && group) onOpen(group);
    else if (event.key === " " && onRow && group) onLook(group);
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
