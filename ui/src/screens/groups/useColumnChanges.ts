/** What the head of the table and the choice of columns change about how the table is left. */
import type { TableLayout } from "@/ipc/bindings";
import { withMoved, withToggled, withWidth } from "./columns";
import type { ColumnsButtonProps } from "./ColumnsButton";
import type { GroupTableProps } from "./GroupTable";
import { sortBy, type Order } from "./sorting";
import type { ChangeLayout } from "./useTableLayout";

type HeaderChanges = Pick<GroupTableProps, "onSort" | "onResize" | "onMove" | "onHide">;

interface ColumnChanges {
  button: ColumnsButtonProps;
  header: (order: Order | null) => HeaderChanges;
}

export function useColumnChanges(layout: TableLayout, change: ChangeLayout): ColumnChanges {
  return {
    button: {
      choice: layout,
      onColumns: (columns) => change({ columns }),
      onUsual: () => change({ columns: [], widths: {} }),
    },
    header: (order) => ({
      onSort: (column) => order && sortBy(order, column, change),
      onResize: (id, width) => change({ widths: withWidth(layout.widths, id, width) }),
      onMove: (shown, id, by) => change({ columns: withMoved(layout, shown, id, by) }),
      onHide: (id) => change({ columns: withToggled(layout, id) }),
    }),
  };
}
