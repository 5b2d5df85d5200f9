/** What of the person's groups is shown: filters, search, order; and how many each filter lets through. */
import { useDeferredValue, useEffect, useMemo } from "react";

import type { GroupList, GroupSummary, TableLayout } from "@/ipc/bindings";
import {
  countFilters,
  filtersFrom,
  passesAll,
  PEOPLE_FILTERS,
  toggleFilter,
  type Filter,
} from "./filters";
import { foldAhead, searcher } from "./searching";
import { orderOf, PEOPLE_COLUMNS, useSorted, type Order } from "./sorting";
import type { ChangeLayout } from "./useTableLayout";

export interface GroupsView {
  /** What the rows answer to: a moment behind what is typed when there are very many. */
  searched: string;
  filters: ReadonlySet<Filter>;
  toggle: (filter: Filter) => void;
  counts: Record<Filter, number>;
  shown: readonly GroupSummary[];
  order: Order;
  /** Changes when the rows become others, so that they begin at the top again. */
  question: string;
  /** Whether what is shown depends on people that may not be read yet. */
  needsPeople: boolean;
}

export function useGroupsView(
  list: GroupList,
  layout: TableLayout,
  change: ChangeLayout,
  text: string,
): GroupsView {
  const { groups, now } = list;
  const filters = useMemo(() => filtersFrom(layout.filters), [layout.filters]);
  const order = orderOf(layout);
  const sorted = useSorted(groups, order);
  const searched = useDeferredValue(text);
  useEffect(() => foldAhead(groups), [groups]);
  // Sorting comes first: it stays the same while somebody types.
  const shown = useMemo(() => {
    const found = searcher(searched);
    return sorted.filter((group) => passesAll(group, filters, now) && found(group));
  }, [sorted, searched, filters, now]);
  return {
    searched,
    filters,
    toggle: (filter) => change({ filters: [...toggleFilter(filters, filter)] }),
    counts: useMemo(() => countFilters(groups, now), [groups, now]),
    shown,
    order,
    question: [searched, ...filters, order.column, order.descending].join(" "),
    needsPeople:
      [...filters].some((filter) => PEOPLE_FILTERS.has(filter)) || PEOPLE_COLUMNS.has(order.column),
  };
}
