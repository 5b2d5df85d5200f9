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

type Column = "star" | "name" | "visibility" | "owners" | "members" | "expires" | "kind";

const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() });
const helper = createColumnHelper<typeof features, GroupSummary>();
type GroupRowModel = Row<typeof features, GroupSummary>;

const openness: Record<Visibility, number> = {
  public: 0,
  private: 1,
  hiddenMembership: 2,
  unknown: 3,
};

function byValue(a: GroupRowModel, b: GroupRowModel, column: string): number {
  const [left, right] = [a.getValue<number | string>(column), b.getValue<number | string>(column)];
  return left === right ? 0 : left < right ? -1 : 1;
}

const column = (id: Column, value: (group: GroupSummary) => number | string | undefined) =>
  helper.accessor(value, { id, sortFn: byValue, sortUndefined: "last" });

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
/** Equal ones stand by name, so that they are found. */
const BY_NAME: SortingState[number] = { id: "name", desc: false };

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
    state: { sorting: useMemo(() => [...sorting, BY_NAME], [sorting]) },
    getRowId: (group) => group.id,
  });
  const { rows } = table.getRowModel();
  const sorted = useMemo(() => rows.map((row) => row.original), [rows]);
  const [chosen] = sorting;
  const headers = table.getAllLeafColumns().map((leaf) => ({
    id: leaf.id as Column,
    sorted: chosen?.id === leaf.id && (chosen.desc ? ("desc" as const) : ("asc" as const)),
    toggle: () => setSorting([{ id: leaf.id, desc: chosen?.id === leaf.id && !chosen.desc }]),
  }));
  return { sorted, headers };
}
