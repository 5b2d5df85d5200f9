/**
 * The table of groups. Only the rows in view are drawn, and the active one, so that the focus is never
 * lost by scrolling. It scrolls by itself; what stands below the rows scrolls with them.
 */
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import {
  useCallback,
  useEffect,
  useImperativeHandle,
  useMemo,
  useRef,
  type ReactNode,
  type Ref,
} from "react";
import { useTranslation } from "react-i18next";

import type { GroupSummary } from "@/ipc/bindings";
import { useColumnStyles } from "./columns";
import { GroupRow } from "./GroupRow";
import type { SortHeader } from "./sorting";
import { TableHeader } from "./TableHeader";
import { usePeopleReading, useWantedPeople } from "@/components/usePeople";
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
  rows: { position: "relative" },
});

export interface GroupTableHandle {
  /** Moves to another row by a number of rows and gives it the focus. */
  move: (by: number) => void;
}

export interface GroupTableProps {
  ref?: Ref<GroupTableHandle>;
  groups: readonly GroupSummary[];
  headers: SortHeader[];
  now: string;
  activeId: string | null;
  openId: string | null;
  onActive: (group: GroupSummary) => void;
  onOpen: (group: GroupSummary) => void;
  onStar: (group: GroupSummary, marked: boolean) => void;
  /** Changes when the rows become others: they begin at the top again. */
  question: string;
  /** What stands below the rows. */
  children?: ReactNode;
}

export function GroupTable(props: GroupTableProps) {
  const { ref, groups, headers, activeId, question, onActive, onOpen, children } = props;
  const styles = useStyles();
  const columns = useColumnStyles();
  const { t } = useTranslation();
  const scroller = useRef<HTMLDivElement>(null);
  const height = useRowHeight();
  const found = groups.findIndex(({ id }) => id === activeId);
  const active = Math.max(0, found);
  const { items, range, total, scrollTo } = useVirtualRows(groups, scroller, height, active);
  const open = useCallback(
    (group: GroupSummary) => {
      onActive(group);
      onOpen(group);
    },
    [onActive, onOpen],
  );
  const begun = useRef(question);
  useEffect(() => {
    if (begun.current === question) return;
    begun.current = question;
    if (scroller.current) scroller.current.scrollTop = 0;
  }, [question]);
  const page = () => Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / height) - 2);
  const rows = { groups, active, page, scrollTo, onActive, onOpen: open };
  const { goTo, onKeyDown } = useRowNavigation(rows);
  // Who comes from elsewhere begins with the first row.
  useImperativeHandle(ref, () => ({ move: (by) => goTo(found < 0 ? 0 : found + by) }));
  useWantedPeople(useMemo(() => groups.slice(...range), [groups, range]));
  return (
    <div ref={scroller} className={mergeClasses(styles.scroller, columns.container)}>
      <div
        role="grid"
        aria-label={t("groups.table")}
        aria-rowcount={groups.length + 1}
        onKeyDown={onKeyDown}
      >
        <TableHeader headers={headers} height={HEADER} />
        <div role="rowgroup" className={styles.rows} style={{ height: total }}>
          <Rows {...props} onOpen={open} active={active} height={height} items={items} />
        </div>
      </div>
      {children}
    </div>
  );
}

interface RowsProps extends Pick<
  GroupTableProps,
  "groups" | "now" | "openId" | "onOpen" | "onStar"
> {
  active: number;
  height: number;
  items: ReadonlyArray<{ index: number; start: number }>;
}

function Rows({ groups, now, active, openId, height, items, onOpen, onStar }: RowsProps) {
  const { unreadable } = usePeopleReading();
  return items.map(({ index, start }) => {
    const group = groups[index];
    return (
      group && (
        <GroupRow
          key={group.id}
          group={group}
          now={now}
          index={index}
          height={height}
          top={start - HEADER}
          active={index === active}
          open={group.id === openId}
          unreadable={unreadable.has(group.id)}
          onOpen={onOpen}
          onStar={onStar}
        />
      )
    );
  });
}
