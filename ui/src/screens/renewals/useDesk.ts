/** What the desk shows and which row is selected; decisions that were taken here stay where they are. */
import { useCallback, useDeferredValue, useMemo, useState } from "react";

import type { GroupList, GroupSummary } from "@/ipc/bindings";
import { EVERYTHING, passes, type Filter } from "./filters";
import { groupsOf, linesOf, type Line } from "./lanes";

export interface Desk {
  lines: readonly Line[];
  groups: readonly GroupSummary[];
  selected: GroupSummary | undefined;
  select: (id: string) => void;
  /** Selects by a number of rows from where the selection is. */
  move: (by: number) => void;
  /** Goes on to the next group that was not renewed here, if the given one is still selected. */
  leave: (id: string) => void;
  filter: Filter;
  narrow: (change: Partial<Filter>) => void;
  clear: () => void;
  /** Keeps a row in its place although its expiry changes. */
  hold: (group: GroupSummary) => void;
}

export function useDesk(list: GroupList, address: URLSearchParams): Desk {
  const asked = address.get("group");
  const [selectedId, select] = useState(asked);
  const [filter, setFilter] = useState(EVERYTHING);
  const [held, setHeld] = useState<ReadonlyMap<string, string | null>>(new Map());
  const lines = useLines(list, filter, held, asked);
  const groups = useMemo(() => groupsOf(lines), [lines]);
  const at = groups.findIndex(({ id }) => id === selectedId);
  const selected = groups[at] ?? groups[0];
  const move = (by: number) => {
    const next = groups[Math.min(groups.length - 1, Math.max(0, Math.max(at, 0) + by))];
    if (next) select(next.id);
  };
  const leave = (id: string) => {
    const after = groups.slice(groups.findIndex((group) => group.id === id) + 1);
    const next = after.find((group) => !held.has(group.id));
    if (next) select((current) => (current === null || current === id ? next.id : current));
  };
  const hold = useCallback(
    ({ id, expires }: GroupSummary) =>
      setHeld((before) => (before.has(id) ? before : new Map(before).set(id, expires))),
    [],
  );
  return {
    lines,
    groups,
    selected,
    select,
    move,
    leave,
    filter,
    narrow: (change) => setFilter((before) => ({ ...before, ...change })),
    clear: () => setFilter(EVERYTHING),
    hold,
  };
}

/** Groups of one's own, and the one that was asked for, whoever owns it. */
function useLines(
  list: GroupList,
  filter: Filter,
  held: ReadonlyMap<string, string | null>,
  asked: string | null,
): readonly Line[] {
  const { groups, now } = list;
  const behind = useDeferredValue(filter);
  return useMemo(() => {
    const shown = passes(behind);
    const mine = groups.filter((group) => (group.owned || group.id === asked) && shown(group));
    return linesOf(mine, now, held).filter(
      ({ lane }) => behind.lane === null || lane === behind.lane,
    );
  }, [groups, now, behind, held, asked]);
}
