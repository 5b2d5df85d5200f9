/** What the desk shows and which row is selected; decisions that were taken here stay where they are. */
import { useCallback, useDeferredValue, useMemo, useState } from "react";

import type { GroupList, GroupSummary } from "@/ipc/bindings";
import { fold, matches, wordsOf } from "@/lib/folding";
import { groupsOf, linesOf, type Line } from "./lanes";

export interface Desk {
  lines: readonly Line[];
  groups: readonly GroupSummary[];
  selected: GroupSummary | undefined;
  select: (id: string) => void;
  /** Selects by a number of rows from where the selection is. */
  move: (by: number) => void;
  /** Goes on to the next group, if the given one is still selected. */
  leave: (id: string) => void;
  text: string;
  setText: (text: string) => void;
  favoritesOnly: boolean;
  setFavoritesOnly: (on: boolean) => void;
  clear: () => void;
  /** Keeps a row in its place although its expiry changes. */
  hold: (group: GroupSummary) => void;
}

export function useDesk(list: GroupList, address: URLSearchParams): Desk {
  const [selectedId, select] = useState(address.get("group"));
  const [text, setText] = useState("");
  const [favoritesOnly, setFavoritesOnly] = useState(false);
  const [held, setHeld] = useState<ReadonlyMap<string, string | null>>(new Map());
  const searched = useDeferredValue(text);
  const lines = useMemo(() => {
    const words = wordsOf(searched);
    const shown = list.groups.filter(
      (group) =>
        group.owned &&
        (!favoritesOnly || group.favorite.marked === true) &&
        (words.length === 0 || matches(fold(`${group.displayName} ${group.mailNickname}`), words)),
    );
    return linesOf(shown, list.now, held);
  }, [list.groups, list.now, searched, favoritesOnly, held]);
  const groups = useMemo(() => groupsOf(lines), [lines]);
  const at = groups.findIndex(({ id }) => id === selectedId);
  const selected = groups[at] ?? groups[0];
  const move = (by: number) => {
    const next = groups[Math.min(groups.length - 1, Math.max(0, Math.max(at, 0) + by))];
    if (next) select(next.id);
  };
  const leave = (id: string) => {
    const next = groups[groups.findIndex((group) => group.id === id) + 1];
    if (next) select((current) => (current === null || current === id ? next.id : current));
  };
  const hold = useCallback(
    ({ id, expires }: GroupSummary) =>
      setHeld((before) => (before.has(id) ? before : new Map(before).set(id, expires))),
    [],
  );
  const clear = () => {
    setText("");
    setFavoritesOnly(false);
  };
  return {
    lines,
    groups,
    selected,
    select,
    move,
    leave,
    text,
    setText,
    favoritesOnly,
    setFavoritesOnly,
    clear,
    hold,
  };
}
