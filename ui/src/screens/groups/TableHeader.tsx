/**
 * The head of the table: each column sorts, and says by which one and which way it is sorted. Widths are
 * dragged at its right edge; by keyboard, and for place, a menu does the same.
 */
import { Checkbox, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";

import type { Column, Columns } from "./columns";
import { useColumnStyles } from "./columns";
import { HeaderCell } from "./HeaderCell";
import type { Order, Sortable } from "./sorting";

const useStyles = makeStyles({
  header: {
    position: "sticky",
    top: 0,
    zIndex: 2,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  select: { display: "flex", justifyContent: "center" },
  checkbox: { margin: "-8px" },
});

/** How many of the rows are selected: none, some or all. */
type Checked = boolean | "mixed";

export interface TableHeaderProps {
  columns: Columns;
  /** `null` where the rows come in an order of their own. */
  order: Order | null;
  checked: Checked;
  onSort: (column: Sortable) => void;
  onCheck: () => void;
  /** Sets a column's width in pixels; `null` gives it the usual one. */
  onResize: (column: Column | "name", width: number | null) => void;
  onMove: (column: Column, by: number) => void;
  onHide: (column: Column) => void;
}

export function TableHeader({ height, ...props }: TableHeaderProps & { height: number }) {
  const { columns, checked, onCheck } = props;
  const styles = useStyles();
  const line = useColumnStyles();
  const { t } = useTranslation();
  return (
    <div
      role="row"
      aria-rowindex={1}
      className={mergeClasses(line.line, styles.header)}
      style={{ height }}
    >
      <div role="columnheader" data-stuck="select" className={styles.select}>
        <Checkbox
          className={styles.checkbox}
          checked={checked}
          aria-label={t("groups.select.all")}
          onChange={onCheck}
        />
      </div>
      {(["star", "name", ...columns.shown] as const).map((id) => (
        <HeaderCell key={id} {...props} id={id} />
      ))}
    </div>
  );
}
