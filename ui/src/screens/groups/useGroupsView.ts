/** What of the groups is shown: filters, search, order; and what stands ready for a counter or a chip. */
import { useDeferredValue, useEffect, useMemo, useState } from "react";

import type { GroupList, GroupSummary } from "@/ipc/bindings";
import {
  countFilters,
  filtersFrom,
  passesAll,
  PEOPLE_FILTERS,
  toggleFilter,
  type Filter,
} from "./filters";
import { foldAhead, searcher } from "./searching";
import { useSorting, type SortHeader } from "./sorting";

export interface GroupsView {
  text: string;
  setText: (text: string) => void;
  /** What the rows answer to: a moment behind what is typed when there are very many. */
  searched: string;
  filters: ReadonlySet<Filter>;
  toggle: (filter: Filter) => void;
  clear: () => void;
  counts: Record<Filter, number>;
  shown: readonly GroupSummary[];
  headers: SortHeader[];
  /** Changes when the rows become others, so that they begin at the top again. */
  question: string;
  /** Whether what is shown depends on people that may not be read yet. */
  needsPeople: boolean;
}

export function useGroupsView(list: GroupList, address: URLSearchParams): GroupsView {
  const [text, setText] = useState(address.get("q") ?? "");
  const [filters, setFilters] = useState<ReadonlySet<Filter>>(() =>
    filtersFrom(address.get("filter")),
  );
  const { sorted, headers } = useSorting(list.groups);
  const searched = useDeferredValue(text);
  const { now } = list;
  useEffect(() => foldAhead(list.groups), [list.groups]);
  // Sorting comes first: it stays the same while somebody types.
  const shown = useMemo(() => {
    const found = searcher(searched);
    return sorted.filter((group) => passesAll(group, filters, now) && found(group));
  }, [sorted, searched, filters, now]);
  return {
    text,
    setText,
    searched,
    filters,
    toggle: (filter) => setFilters((on) => toggleFilter(on, filter)),
    clear: () => {
      setText("");
      setFilters(new Set());
    },
    counts: useMemo(() => countFilters(list.groups, now), [list.groups, now]),
    shown,
    headers,
    question: [searched, ...filters, ...headers.map(({ sorted }) => sorted)].join(" "),
    needsPeople:
      [...filters].some((filter) => PEOPLE_FILTERS.has(filter)) ||
      headers.some(({ id, sorted }) => sorted && (id === "owners" || id === "members")),
  };
}
