/** The columns of the Groups table and how each one sorts. What cells look like is in `GroupRow`. */
import {
  createColumnHelper,
  createSortedRowModel,
  rowSortingFeature,
  tableFeatures,
  useTable,
  type Row,
  type SortingState,
} from "@tanstack/react-table";
import { useMemo, useState } from "react";

import type { GroupSummary, Visibility } from "@/ipc/bindings";
import { activeOwners } from "@/lib/people";
import { nameKey } from "./searching";

export type Column = "star" | "name" | "visibility" | "owners" | "members" | "expires" | "kind";

const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() });
const helper = createColumnHelper<typeof features, GroupSummary>();
type GroupRowModel = Row<typeof features, GroupSummary>;

const openness: Record<Visibility, number> = {
  public: 0,
  private: 1,
  hiddenMembership: 2,
  unknown: 3,
};

/** By value, then by name, so that equal ones stand in an order that can be read. */
function byValue(a: GroupRowModel, b: GroupRowModel, column: string): number {
  const [left, right] = [a.getValue<number | string>(column), b.getValue<number | string>(column)];
  if (left !== right) return left < right ? -1 : 1;
  const [leftName, rightName] = [nameKey(a.original), nameKey(b.original)];
  return leftName === rightName ? 0 : leftName < rightName ? -1 : 1;
}

const column = (id: Column, value: (group: GroupSummary) => number | string | undefined) =>
  helper.accessor(value, { id, sortFn: byValue, sortUndefined: "last", sortDescFirst: false });

const columns = helper.columns([
  column("star", (group) => (group.favorite.marked ? 0 : 1)),
  column("name", nameKey),
  column("visibility", (group) => openness[group.visibility]),
  column("owners", (group) => (group.people ? activeOwners(group.people).length : undefined)),
  column("members", (group) => group.people?.memberCount ?? undefined),
  column("expires", (group) => (group.expires ? Date.parse(group.expires) : undefined)),
  column("kind", (group) => (group.team ? 0 : 2) + (group.dynamic ? 0 : 1)),
]);

const BY_EXPIRY: SortingState = [{ id: "expires", desc: false }];

export interface SortHeader {
  id: Column;
  sorted: "asc" | "desc" | false;
  toggle: () => void;
}

/** The groups in the order of the column that was chosen, and the headers that choose it. */
export function useSorting(groups: GroupSummary[]): {
  sorted: GroupSummary[];
  headers: SortHeader[];
} {
  const [sorting, setSorting] = useState(BY_EXPIRY);
  const table = useTable({
    features,
    columns,
    data: groups,
    state: { sorting },
    onSortingChange: setSorting,
    enableSortingRemoval: false,
    getRowId: (group) => group.id,
  });
  const { rows } = table.getRowModel();
  const sorted = useMemo(() => rows.map((row) => row.original), [rows]);
  const headers = table.getAllLeafColumns().map((leaf) => ({
    id: leaf.id as Column,
    sorted: leaf.getIsSorted(),
    toggle: () => leaf.toggleSorting(),
  }));
  return { sorted, headers };
}
