/** What the desk shows and which row is selected; what was renewed here stays where it is. */
import { useCallback, useDeferredValue, useMemo, useState } from "react";

import type { Decided, DeletedList, GroupList } from "@/ipc/bindings";
import { useSession } from "@/ipc/session";
import { EVERYTHING, passes, type Filter } from "./filters";
import { goneGroup, type DeskGroup } from "./gone";
import { groupsOf, linesOf, type Grouping, type Line } from "./lanes";
import { useLook, type Shape } from "./remembered";

export interface Desk {
  lines: readonly Line[];
  groups: readonly DeskGroup[];
  selected: DeskGroup | undefined;
  select: (id: string) => void;
  /** Selects by a number of rows from where the selection is. */
  move: (by: number) => void;
  /** Goes on to the next group that was not renewed here, if the given one is still selected. */
  leave: (id: string) => void;
  filter: Filter;
  narrow: (change: Partial<Filter>) => void;
  clear: () => void;
  grouping: Grouping;
  groupBy: (grouping: Grouping) => void;
  shape: Shape;
  setShape: (shape: Shape) => void;
  /** Keeps rows in their places although their expiry changes. */
  hold: (groups: readonly DeskGroup[]) => void;
}

export interface DeskData {
  list: GroupList;
  deleted: DeletedList | undefined;
  decided: ReadonlyMap<string, Decided>;
}

export function useDesk(data: DeskData, address: URLSearchParams): Desk {
  const asked = address.get("group");
  const account = useSession()?.account.id ?? "";
  const [selectedId, select] = useState(asked);
  const [{ filter, grouping, shape }, look] = useLook(account, asked !== null);
  const [held, setHeld] = useState<ReadonlyMap<string, string | null>>(new Map());
  const lines = useLines(data, filter, grouping, held, asked);
  const groups = useMemo(() => groupsOf(lines), [lines]);
  const at = groups.findIndex(({ id }) => id === selectedId);
  // What can still be renewed comes before what is lost already.
  const selected = groups[at] ?? groups.find(({ gone }) => !gone) ?? groups[0];
  const move = (by: number) => {
    const from = selected ? groups.indexOf(selected) : 0;
    const next = groups[Math.min(groups.length - 1, Math.max(0, from + by))];
    if (next) select(next.id);
  };
  const leave = (id: string) => {
    const place = groups.findIndex((group) => group.id === id);
    const next = groups.slice(place + 1).find((group) => !held.has(group.id));
    // After the last one there is the one before it.
    const other = next ?? groups[place - 1];
    if (other) select((current) => (current === null || current === id ? other.id : current));
  };
  const hold = useCallback(
    (kept: readonly DeskGroup[]) =>
      setHeld((before) => {
        const fresh = kept.filter(({ id }) => !before.has(id));
        if (fresh.length === 0) return before;
        return new Map([...before, ...fresh.map(({ id, expires }) => [id, expires] as const)]);
      }),
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
    narrow: (change) => look({ filter: { ...filter, ...change } }),
    clear: () => look({ filter: EVERYTHING }),
    grouping,
    groupBy: (by) => look({ grouping: by }),
    shape,
    setShape: (next) => look({ shape: next }),
    hold,
  };
}

/** Groups of one's own that wait for a decision, and the one that was asked for, whoever owns it. */
function useLines(
  { list, deleted, decided }: DeskData,
  filter: Filter,
  grouping: Grouping,
  held: ReadonlyMap<string, string | null>,
  asked: string | null,
): readonly Line[] {
  const { groups, now } = list;
  const behind = useDeferredValue(filter);
  const [opened] = useState(now);
  const gone = useMemo(
    () =>
      (deleted?.groups ?? [])
        .filter(({ owned, restorableUntil }) => owned && restorableUntil > now)
        .map(goneGroup),
    [deleted, now],
  );
  return useMemo(() => {
    const shown = passes(behind);
    // Who comes for a group sees it, also when it was decided about before.
    const stands = (id: string) => {
      const its = decided.get(id);
      return its?.reopened === null && !(id === asked && its.at < opened);
    };
    const live = new Set(groups.map(({ id }) => id));
    const mine: DeskGroup[] = [
      ...gone.filter(({ id }) => !live.has(id)),
      ...groups.filter(({ id, owned }) => (owned || id === asked) && !stands(id)),
    ].filter(shown);
    const lines = linesOf(mine, now, held, grouping);
    if (behind.lane === null) return lines;
    const within = new Set(
      lines.flatMap((line) =>
        line.kind === "group" && line.lane === behind.lane ? [line.group] : [],
      ),
    );
    return linesOf([...within], now, held, grouping);
  }, [groups, gone, decided, now, behind, grouping, held, asked, opened]);
}
