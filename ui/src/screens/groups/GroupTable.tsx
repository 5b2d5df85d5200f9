/**
 * The table of groups. Only the rows in view are drawn, and the active one, so that the focus is never
 * lost by scrolling. It scrolls by itself; what stands below the rows scrolls with them.
 */
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import {
  useEffect,
  useImperativeHandle,
  useMemo,
  useRef,
  type CSSProperties,
  type ReactNode,
  type Ref,
} from "react";

import { usePeopleReading, useWantedPeople } from "@/components/usePeople";
import type { GroupSummary } from "@/ipc/bindings";
import { textScale } from "@/lib/paint";
import { useWidth } from "@/lib/useWidth";
import { columnsIn, useColumnStyles, type ColumnChoice, type Columns } from "./columns";
import { GroupRow, type RowPress } from "./GroupRow";
import { PendingRow } from "./PendingRow";
import { known, type Rows } from "./rows";
import { TableHeader, type TableHeaderProps } from "./TableHeader";
import { useRowHeight } from "./useRowHeight";
import { useRowNavigation } from "./useRowNavigation";
import { HEADER, useVirtualRows } from "./useVirtualRows";

const useStyles = makeStyles({
  scroller: {
    flex: 1,
    minWidth: 0,
    minHeight: "12rem",
    overflow: "auto",
    overflowAnchor: "none",
    backgroundColor: tokens.colorNeutralBackground1,
  },
  rows: { position: "relative", minWidth: "var(--groups-least)" },
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
  const { ref, groups, choice, activeId, question, children, onRange } = props;
  const styles = useStyles();
  const columnStyles = useColumnStyles();
  const scroller = useRef<HTMLDivElement>(null);
  const width = useWidth(scroller, WIDTH) / textScale();
  const columns = useMemo(() => columnsIn(choice, width), [choice, width]);
  const height = useRowHeight();
  const found = groups.findIndex((group) => group?.id === activeId);
  const active = Math.max(0, found);
  const { items, range, total, scrollTo } = useVirtualRows(groups, scroller, height, active);
  const begun = useRef(question);
  useEffect(() => {
    if (begun.current === question) return;
    begun.current = question;
    if (scroller.current) scroller.current.scrollTop = 0;
  }, [question]);
  const page = () => Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / height) - 2);
  const { goTo, onKeyDown } = useRowNavigation({ ...props, active, page, scrollTo });
  // Who comes from elsewhere begins with the first row.
  useImperativeHandle(ref, () => ({ move: (by) => void goTo(found < 0 ? 0 : found + by) }));
  useWantedPeople(useMemo(() => known(groups.slice(...range)), [groups, range]));
  useEffect(() => onRange?.(...range), [onRange, range]);
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
        onKeyDown={onKeyDown}
      >
        <TableHeader
          {...props}
          columns={columns}
          height={HEADER}
          onMove={(...moved) => props.onMove(columns.shown, ...moved)}
        />
        <div role="rowgroup" className={styles.rows} style={{ height: total }}>
          <TableRows {...props} columns={columns} active={active} height={height} items={items} />
        </div>
      </div>
      {children(columns.shown)}
    </div>
  );
}

interface RowsProps extends Pick<
  GroupTableProps,
  "groups" | "now" | "openId" | "selected" | "onPress" | "onStar"
> {
  columns: Columns;
  active: number;
  height: number;
  items: ReadonlyArray<{ index: number; start: number }>;
}

function TableRows(props: RowsProps) {
  const { groups, now, columns, active, openId, selected, height, items, onPress, onStar } = props;
  const { unreadable } = usePeopleReading();
  return items.map(({ index, start }) => {
    const group = groups[index];
    const top = start - HEADER;
    if (!group) return <PendingRow key={index} index={index} height={height} top={top} />;
    return (
      <GroupRow
        key={group.id}
        group={group}
        now={now}
        columns={columns.shown}
        index={index}
        height={height}
        top={top}
        active={index === active}
        selected={selected.has(group.id)}
        open={group.id === openId}
        unreadable={unreadable.has(group.id)}
        onPress={onPress}
        onStar={onStar}
      />
    );
  });
}
