/**
 * The rows of the table of groups: those in view, and the active one, so that the focus is never lost by
 * scrolling. They alone are drawn anew while somebody scrolls.
 */
import { makeStyles } from "@fluentui/react-components";
import { useEffect, useImperativeHandle, useMemo, type RefObject } from "react";

import { usePeopleReading, useWantedPeople } from "@/components/usePeople";
import type { Columns } from "./columns";
import { GroupRow } from "./GroupRow";
import type { GroupTableProps } from "./GroupTable";
import { PendingRow } from "./PendingRow";
import { known } from "./rows";
import { useRowHeight } from "./useRowHeight";
import { useRowNavigation } from "./useRowNavigation";
import { HEADER, useVirtualRows } from "./useVirtualRows";

const useStyles = makeStyles({
  rows: { position: "relative", minWidth: "var(--groups-least)" },
});

type Props = Pick<
  GroupTableProps,
  | "ref"
  | "groups"
  | "now"
  | "activeId"
  | "openId"
  | "selected"
  | "onActive"
  | "onExtend"
  | "onOpen"
  | "onLook"
  | "onPress"
  | "onStar"
  | "onRange"
> & { columns: Columns; scroller: RefObject<HTMLElement | null> };

export function TableRows(props: Props) {
  const { ref, groups, columns, scroller, activeId, openId, selected, onRange } = props;
  const styles = useStyles();
  const height = useRowHeight();
  const { unreadable } = usePeopleReading();
  const found = groups.findIndex((group) => group?.id === activeId);
  const active = Math.max(0, found);
  const { items, range, total, scrollTo } = useVirtualRows(groups, scroller, height, active);
  const page = () => Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / height) - 2);
  const { goTo, onKeyDown } = useRowNavigation({ ...props, active, page, scrollTo });
  // Who comes from elsewhere begins with the first row.
  useImperativeHandle(ref, () => ({ move: (by) => void goTo(found < 0 ? 0 : found + by) }));
  useWantedPeople(useMemo(() => known(groups.slice(...range)), [groups, range]));
  useEffect(() => onRange?.(...range), [onRange, range]);
  return (
    <div role="rowgroup" className={styles.rows} style={{ height: total }} onKeyDown={onKeyDown}>
      {items.map(({ index, start }) => {
        const group = groups[index];
        const top = start - HEADER;
        if (!group) return <PendingRow key={index} index={index} height={height} top={top} />;
        return (
          <GroupRow
            key={group.id}
            group={group}
            now={props.now}
            columns={columns.shown}
            index={index}
            height={height}
            top={top}
            active={index === active}
            selected={selected.has(group.id)}
            open={group.id === openId}
            unreadable={unreadable.has(group.id)}
            onPress={props.onPress}
            onStar={props.onStar}
          />
        );
      })}
    </div>
  );
}
