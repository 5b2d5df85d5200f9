/**
 * The queue of groups in their lanes, drawn only where it is in view. It scrolls by itself; its rows are
 * those of a grid, so that a screen reader gets as a table what the eye gets as bars.
 */
import { makeStyles, tokens } from "@fluentui/react-components";
import { defaultRangeExtractor, useVirtualizer } from "@tanstack/react-virtual";
import {
  useCallback,
  useEffect,
  useImperativeHandle,
  useMemo,
  useRef,
  type KeyboardEvent,
  type Ref,
} from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";

import { EmptyState } from "@/components/EmptyState";
import { useWantedPeople } from "@/components/usePeople";
import type { Decided, GroupList } from "@/ipc/bindings";
import { links } from "@/lib/links";
import { textScale } from "@/lib/paint";
import { useDensity } from "@/theme/useAppearance";
import { Button } from "@fluentui/react-components";
import { Gridlines, TodayLine } from "./Gridlines";
import { LaneRow } from "./LaneRow";
import { QueueHead } from "./QueueHead";
import { QueueRow } from "./QueueRow";
import type { Marks } from "./many/useMarks";
import { useTime } from "./TimeProvider";
import { useBarColors } from "./useBarColors";
import type { Desk } from "./useDesk";
import type { Renewals } from "./useRenewals";
import { useTimeGestures } from "./useTimeGestures";

const useStyles = makeStyles({
  scroller: { flex: 1, minHeight: 0, overflow: "auto", overflowAnchor: "none" },
  grid: { minWidth: "22rem", position: "relative" },
  rows: { position: "relative", backgroundColor: tokens.colorNeutralBackground1 },
  line: { position: "absolute", top: 0, left: 0, right: 0 },
});

/** Heights at the usual text size. */
const HEAD = 36;
const LANE = 38;

/** The first group stands below the heading of its lane. */
const FIRST_ROW = 1;

export interface QueueHandle {
  /** Gives the selected row the focus. */
  focus: () => void;
}

interface Props {
  ref: Ref<QueueHandle>;
  list: GroupList;
  desk: Desk;
  decided: ReadonlyMap<string, Decided>;
  marks: Marks;
  renewals: Renewals;
  unreadable: ReadonlySet<string>;
}

export function Queue({ ref, list, desk, decided, marks, renewals, unreadable }: Props) {
  const styles = useStyles();
  const { t } = useTranslation();
  const time = useTime();
  const navigate = useNavigate();
  const scroller = useRef<HTMLDivElement>(null);
  const track = useRef<HTMLDivElement>(null);
  const colors = useBarColors();
  const focusWanted = useRef(false);
  const opening = useRef(true);
  const { lines, selected, shape } = desk;
  const { virtualizer, at, head } = useQueueRows(desk, scroller);
  useTimeGestures(scroller, track, time);
  useEffect(() => {
    // Before the rows are laid out, "as little as needed" is too far: the top needs nothing at all.
    const atTop = opening.current && at <= FIRST_ROW;
    if (at >= 0 && !atTop) {
      virtualizer.scrollToIndex(at, { align: opening.current ? "center" : "auto" });
    }
    opening.current = false;
    // Who is in the rows stays in them, also when a renewal leads on to the next one.
    const inRows = document.activeElement?.closest("[role=row][aria-selected]") != null;
    if (focusWanted.current || inRows) focusSelected(scroller.current);
    focusWanted.current = false;
  }, [at, virtualizer, selected?.id]);
  useImperativeHandle(ref, () => ({ focus: () => (focusWanted.current = true) }));
  const items = virtualizer.getVirtualItems();
  const inView = useMemo(
    () =>
      items.flatMap(({ index }) => {
        const line = lines[index];
        return line?.kind === "group" && !line.group.gone ? [line.group] : [];
      }),
    [items, lines],
  );
  useWantedPeople(inView);
  return (
    <div ref={scroller} className={styles.scroller}>
      <div
        role="grid"
        aria-multiselectable
        aria-label={t("renewals.table")}
        aria-rowcount={lines.length + 1}
        className={styles.grid}
        onKeyDown={(event) => {
          const inRow = event.target instanceof Element && event.target.matches("[role=row]");
          if (event.key === "Enter" && inRow && selected && !selected.gone) {
            void navigate(links.group(selected.id));
          } else {
            onKeyDown(event, desk, () => (focusWanted.current = true));
          }
        }}
      >
        <QueueHead
          track={track}
          now={list.now}
          desk={desk}
          height={head}
          onLeave={() => focusSelected(scroller.current)}
        />
        <div role="rowgroup" className={styles.rows} style={{ height: virtualizer.getTotalSize() }}>
          {shape === "timeline" && <Gridlines />}
          {items.map(({ index, start, size }) => {
            const line = lines[index];
            if (!line) return null;
            const place = { top: start - head, height: size };
            return line.kind === "head" ? (
              <LaneRow key={line.id} line={line} index={index} {...place} />
            ) : (
              <QueueRow
                key={line.group.id}
                group={line.group}
                index={index}
                {...place}
                now={list.now}
                shape={shape}
                colors={colors}
                selected={line.group.id === selected?.id}
                unreadable={unreadable.has(line.group.id)}
                marked={marks.ids.has(line.group.id)}
                marking={marks.ids.size > 0}
                decided={decided.get(line.group.id)}
                step={renewals.of(line.group.id)}
                onSelect={desk.select}
                onMark={marks.toggle}
                onMarkTo={marks.extend}
              />
            );
          })}
          {shape === "timeline" && <TodayLine now={list.now} />}
        </div>
      </div>
      {lines.length === 0 && (
        <EmptyState
          title={t("renewals.empty.noMatch")}
          actions={<Button onClick={desk.clear}>{t("renewals.empty.clear")}</Button>}
        />
      )}
    </div>
  );
}

function focusSelected(within: HTMLElement | null): void {
  within?.querySelector<HTMLElement>("[role=row][aria-selected=true]")?.focus();
}

function useQueueRows({ lines, selected }: Desk, scroller: React.RefObject<HTMLElement | null>) {
  const compact = useDensity() === "compact";
  const scale = textScale();
  const height = Math.round((compact ? 34 : 42) * scale);
  const lane = Math.round(LANE * scale);
  const head = Math.round(HEAD * scale);
  const at = lines.findIndex((line) => line.kind === "group" && line.group.id === selected?.id);
  // The same functions as before, or everything would be measured again for every frame.
  const sizeOf = useCallback(
    (index: number) => (lines[index]?.kind === "head" ? lane : height),
    [lines, lane, height],
  );
  const key = useCallback((index: number) => keyOf(lines, index), [lines]);
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: sizeOf,
    getItemKey: key,
    overscan: 10,
    scrollMargin: head,
    scrollPaddingStart: head + lane,
    scrollPaddingEnd: height,
    // The selected row stays, so that the focus is never lost by scrolling.
    rangeExtractor: (range) => {
      const shown = defaultRangeExtractor(range);
      return at < 0 || shown.includes(at) ? shown : [...shown, at].sort((a, b) => a - b);
    },
  });
  useEffect(() => virtualizer.measure(), [virtualizer, height, lane, lines]);
  return { virtualizer, at, head };
}

function keyOf(lines: Desk["lines"], index: number): string | number {
  const line = lines[index];
  if (!line) return index;
  return line.kind === "head" ? line.id : line.group.id;
}

function onKeyDown(event: KeyboardEvent, desk: Desk, focus: () => void) {
  const steps: Record<string, number> = {
    ArrowDown: 1,
    ArrowUp: -1,
    PageDown: 12,
    PageUp: -12,
    Home: -Infinity,
    End: Infinity,
  };
  const by = steps[event.key];
  if (event.target instanceof HTMLInputElement) return;
  if (by === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  focus();
  desk.move(by);
}
