/** How each column of the Groups table sorts. What cells look like is in `cells.tsx`. */
import {
  createColumnHelper,
  createSortedRowModel,
  rowSortingFeature,
  tableFeatures,
  useTable,
  type Row,
  type SortingState,
} from "@tanstack/react-table";
import { useMemo } from "react";

import type { GroupSummary, TableLayout, Visibility } from "@/ipc/bindings";
import { activeOwners } from "@/lib/people";
import { isColumn, type Column } from "./columns";
import { nameKey } from "./searching";
import type { ChangeLayout } from "./useTableLayout";

export type Sortable = Column | "star" | "name";

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

const instant = (at: string | null) => (at ? Date.parse(at) : undefined);

/** What is not known stands last, whichever way it is sorted. */
const values: Record<Sortable, (group: GroupSummary) => number | string | undefined> = {
  star: ({ favorite }) => (favorite.marked ? 0 : 1),
  name: nameKey,
  visibility: ({ visibility }) => openness[visibility],
  owners: ({ people }) => (people ? activeOwners(people).length : undefined),
  members: ({ people }) => people?.memberCount ?? undefined,
  guests: ({ people }) => people?.guestCount ?? undefined,
  expires: ({ expires }) => instant(expires),
  kind: ({ team, dynamic }) => (team ? 0 : 2) + (dynamic ? 0 : 1),
  role: ({ owned, member }) => (owned ? 0 : 2) + (member ? 0 : 1),
  address: ({ mail }) => mail?.toLowerCase(),
  classification: ({ classification }) => classification ?? undefined,
  renewed: ({ renewed }) => instant(renewed),
  created: ({ created }) => instant(created),
};

const columns = helper.columns(
  (Object.keys(values) as Sortable[]).map((id) =>
    helper.accessor(values[id], { id, sortFn: byValue, sortUndefined: "last" }),
  ),
);

/** Equal ones stand by name, so that they are found. */
const BY_NAME: SortingState[number] = { id: "name", desc: false };

/** Sorting by these depends on people that may not be read yet. */
export const PEOPLE_COLUMNS: ReadonlySet<Sortable> = new Set(["owners", "members", "guests"]);

export interface Order {
  column: Sortable;
  descending: boolean;
}

const isSortable = (name: string): name is Sortable =>
  name === "star" || name === "name" || isColumn(name);

export const orderOf = ({ sort, descending }: TableLayout): Order =>
  sort !== null && isSortable(sort)
    ? { column: sort, descending }
    : { column: "expires", descending: false };

/** Sorts by a column, and the other way round when it is sorted by it already. */
export const sortBy = (order: Order, column: Sortable, change: ChangeLayout): void =>
  change({ sort: column, descending: order.column === column && !order.descending });

/** The groups in an order. */
export function useSorted(groups: GroupSummary[], { column, descending }: Order): GroupSummary[] {
  const table = useTable({
    features,
    columns,
    data: groups,
    state: {
      sorting: useMemo(() => [{ id: column, desc: descending }, BY_NAME], [column, descending]),
    },
    getRowId: (group) => group.id,
  });
  const { rows } = table.getRowModel();
  return useMemo(() => rows.map((row) => row.original), [rows]);
}
