/**
 * Which groups are selected. What was selected stays so while one searches on; how many of them are not
 * among the rows is said beside their number.
 */
import { useCallback, useMemo, useRef, useState } from "react";

import type { GroupSummary } from "@/ipc/bindings";
import { known, type Rows } from "./rows";

export interface Selection {
  ids: ReadonlySet<string>;
  /** As they are known now. */
  groups: readonly GroupSummary[];
  /** How many of them are not among the rows. */
  hidden: number;
  checked: boolean | "mixed";
  toggle: (group: GroupSummary) => void;
  /** Selects from where the last one was selected, or from `from`, up to a group. */
  extend: (to: GroupSummary, from?: GroupSummary) => void;
  all: () => void;
  clear: () => void;
}

type Chosen = ReadonlyMap<string, GroupSummary>;
const NONE: Chosen = new Map();

export function useSelection(rows: Rows, latest: readonly GroupSummary[]): Selection {
  const [chosen, setChosen] = useState(NONE);
  const anchor = useRef<string | null>(null);
  const toggle = useCallback((group: GroupSummary) => {
    anchor.current = group.id;
    setChosen((before) => toggled(before, group));
  }, []);
  const extend = (to: GroupSummary, from?: GroupSummary) => {
    const begin = chosen.has(anchor.current ?? "") ? anchor.current : (from?.id ?? to.id);
    anchor.current = begin;
    setChosen(new Map(between(rows, begin ?? to.id, to.id).map((group) => [group.id, group])));
  };
  const ids = useMemo(() => new Set(chosen.keys()), [chosen]);
  const shown = useMemo(
    () => (ids.size === 0 ? 0 : rows.filter((row) => row && ids.has(row.id)).length),
    [rows, ids],
  );
  const clear = useCallback(() => setChosen(NONE), []);
  const all = () => setChosen(new Map(known(rows).map((group) => [group.id, group])));
  return {
    ids,
    groups: useCurrent(chosen, latest),
    hidden: ids.size - shown,
    checked: shown === 0 ? false : shown === rows.length ? true : "mixed",
    toggle,
    extend,
    all,
    clear,
  };
}

function useCurrent(chosen: Chosen, latest: readonly GroupSummary[]): readonly GroupSummary[] {
  return useMemo(() => {
    if (chosen.size === 0) return [];
    const now = new Map(latest.map((group) => [group.id, group]));
    return [...chosen.values()].map((group) => now.get(group.id) ?? group);
  }, [chosen, latest]);
}

function toggled(before: Chosen, group: GroupSummary): Chosen {
  const next = new Map(before);
  if (!next.delete(group.id)) next.set(group.id, group);
  return next;
}

/** The rows from one group to another, whichever stands first. */
function between(rows: Rows, from: string, to: string): GroupSummary[] {
  const places = [from, to].map((id) => rows.findIndex((row) => row?.id === id));
  const [first = 0, last = 0] = places.sort((a, b) => a - b);
  return known(rows.slice(Math.max(0, first), last + 1));
}
