/** The table of groups. It scrolls by itself; what stands below the rows scrolls with them. */
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useEffect, useMemo, useRef, type CSSProperties, type ReactNode, type Ref } from "react";

import type { GroupSummary } from "@/ipc/bindings";
import { textScale } from "@/lib/paint";
import { useWidth } from "@/lib/useWidth";
import { columnsIn, useColumnStyles, type ColumnChoice, type Columns } from "./columns";
import type { RowPress } from "./GroupRow";
import type { Rows } from "./rows";
import { TableHeader, type TableHeaderProps } from "./TableHeader";
import { TableRows } from "./TableRows";
import { HEADER } from "./useVirtualRows";

const useStyles = makeStyles({
  scroller: {
    flex: 1,
    minWidth: 0,
    minHeight: "12rem",
    overflow: "auto",
    overflowAnchor: "none",
    backgroundColor: tokens.colorNeutralBackground1,
  },
});

/** As wide as the smallest window leaves it, until it is measured. */
const WIDTH = 1200;

export interface GroupTableHandle {
  /** Moves to another row by a number of rows and gives it the focus. */
  move: (by: number) => void;
}

export interface GroupTableProps extends Omit<TableHeaderProps, "columns" | "onMove"> {
  ref?: Ref<GroupTableHandle>;
  label: string;
  groups: Rows;
  choice: ColumnChoice;
  now: string;
  activeId: string | null;
  /** What the quick look shows. */
  openId: string | null;
  selected: ReadonlySet<string>;
  onActive: (group: GroupSummary) => void;
  onExtend: (from: GroupSummary, to: GroupSummary) => void;
  onOpen: (group: GroupSummary) => void;
  onLook: (group: GroupSummary) => void;
  onPress: (press: RowPress) => void;
  onStar: (group: GroupSummary, marked: boolean) => void;
  onMove: (shown: Columns["shown"], ...moved: Parameters<TableHeaderProps["onMove"]>) => void;
  /** Which rows are in view: the first, and the one after the last. */
  onRange?: (first: number, end: number) => void;
  /** Changes when the rows become others: they begin at the top again. */
  question: string;
  /** What stands below the rows, in the columns that are shown. */
  children: (shown: Columns["shown"]) => ReactNode;
}

export function GroupTable(props: GroupTableProps) {
  const { ref, groups, choice, question, children } = props;
  const styles = useStyles();
  const columnStyles = useColumnStyles();
  const scroller = useRef<HTMLDivElement>(null);
  const width = useWidth(scroller, WIDTH) / textScale();
  const columns = useMemo(() => columnsIn(choice, width), [choice, width]);
  const begun = useRef(question);
  useEffect(() => {
    if (begun.current === question) return;
    begun.current = question;
    if (scroller.current) scroller.current.scrollTop = 0;
  }, [question]);
  const lengths = { "--groups-columns": columns.template, "--groups-least": columns.least };
  return (
    <div
      ref={scroller}
      className={mergeClasses(styles.scroller, columns.sideways && columnStyles.sideways)}
      style={lengths as CSSProperties}
    >
      <div
        role="grid"
        aria-label={props.label}
        aria-rowcount={groups.length + 1}
        aria-multiselectable
      >
        <TableHeader
          {...props}
          columns={columns}
          height={HEADER}
          onMove={(...moved) => props.onMove(columns.shown, ...moved)}
        />
        <TableRows {...props} ref={ref} columns={columns} scroller={scroller} />
      </div>
      {children(columns.shown)}
    </div>
  );
}
