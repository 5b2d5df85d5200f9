/**
 * The table of groups. Only the rows in view are drawn, and the active one, so that the focus is never
 * lost by scrolling. It scrolls by itself; what stands below the rows scrolls with them.
 */
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { defaultRangeExtractor, useVirtualizer, type Range } from "@tanstack/react-virtual";
import {
  useCallback,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  type KeyboardEvent,
  type ReactNode,
  type Ref,
} from "react";
import { useTranslation } from "react-i18next";

import type { GroupSummary } from "@/ipc/bindings";
import { textScale } from "@/lib/paint";
import { useDensity } from "@/theme/useAppearance";
import { useColumnStyles } from "./columns";
import { GroupRow, rowId } from "./GroupRow";
import type { SortHeader } from "./sorting";
import { TableHeader } from "./TableHeader";
import { usePeopleReading, useWantedPeople } from "./usePeople";

const HEADER = 36;

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
  /** What stands below the rows. */
  children?: ReactNode;
}

export function GroupTable(props: GroupTableProps) {
  const { ref, groups, headers, now, activeId, openId, onActive, onOpen, onStar, children } = props;
  const styles = useStyles();
  const columns = useColumnStyles();
  const { t } = useTranslation();
  const scroller = useRef<HTMLDivElement>(null);
  const height = useRowHeight();
  const found = groups.findIndex(({ id }) => id === activeId);
  const active = found < 0 ? 0 : found;
  const virtualizer = useVirtualizer({
    count: groups.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    getItemKey: (index) => groups[index]?.id ?? index,
    overscan: 8,
    scrollMargin: HEADER,
    scrollPaddingStart: HEADER,
    rangeExtractor: (range) => withActive(range, active),
  });
  useLayoutEffect(() => virtualizer.measure(), [virtualizer, height]);

  const focusWanted = useRef(false);
  useLayoutEffect(() => {
    if (!focusWanted.current) return;
    focusWanted.current = false;
    const row = document.getElementById(rowId(groups[active]?.id ?? ""));
    row?.focus({ preventScroll: true });
  });
  const goTo = (index: number) => {
    const next = Math.max(0, Math.min(groups.length - 1, index));
    const group = groups[next];
    if (!group) return;
    virtualizer.scrollToIndex(next);
    focusWanted.current = true;
    onActive(group);
  };
  useImperativeHandle(ref, () => ({ move: (by) => goTo(activeId === null ? 0 : active + by) }));

  const open = useCallback(
    (group: GroupSummary) => {
      onActive(group);
      onOpen(group);
    },
    [onActive, onOpen],
  );
  const onKeyDown = (event: KeyboardEvent) => {
    const target = targetOf(
      event,
      active,
      groups.length,
      (scroller.current?.clientHeight ?? 0) / height,
    );
    const row = (event.target as HTMLElement).getAttribute("role") === "row";
    const group = groups[active];
    if (target !== null) goTo(target);
    else if (event.key === "Enter" && row && group) open(group);
    else return;
    event.preventDefault();
  };

  const items = virtualizer.getVirtualItems();
  const { unreadable } = usePeopleReading();
  const { startIndex, endIndex } = virtualizer.range ?? { startIndex: 0, endIndex: -1 };
  useWantedPeople(
    useMemo(() => groups.slice(startIndex, endIndex + 1), [groups, startIndex, endIndex]),
  );
  return (
    <div ref={scroller} className={mergeClasses(styles.scroller, columns.container)}>
      <div
        role="grid"
        aria-label={t("groups.table")}
        aria-rowcount={groups.length + 1}
        onKeyDown={onKeyDown}
      >
        <TableHeader headers={headers} height={HEADER} />
        <div role="rowgroup" className={styles.rows} style={{ height: virtualizer.getTotalSize() }}>
          {items.map(({ index, start }) => {
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
                  onOpen={open}
                  onStar={onStar}
                />
              )
            );
          })}
        </div>
      </div>
      {children}
    </div>
  );
}

/** Rows follow the person's text size and density. */
export function useRowHeight(): number {
  const density = useDensity();
  return Math.round((density === "compact" ? 40 : 48) * textScale());
}

function withActive(range: Range, active: number): number[] {
  const shown = defaultRangeExtractor(range);
  if (active >= range.count || shown.includes(active)) return shown;
  return [...shown, active].sort((a, b) => a - b);
}

/** The row that a key leads to; `null` for keys that do not move. */
function targetOf(
  event: KeyboardEvent,
  active: number,
  count: number,
  page: number,
): number | null {
  if (event.altKey || event.ctrlKey || event.metaKey) return null;
  const jump = Math.max(1, Math.floor(page) - 2);
  const targets: Record<string, number> = {
    ArrowDown: active + 1,
    ArrowUp: active - 1,
    PageDown: active + jump,
    PageUp: active - jump,
    Home: 0,
    End: count - 1,
  };
  return targets[event.key] ?? null;
}
