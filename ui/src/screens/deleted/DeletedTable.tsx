/** The deleted groups, soonest gone first. Only the rows in view are drawn; one of them is reached with Tab. */
import { makeStyles } from "@fluentui/react-components";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";

import { Card } from "@/components/Card";
import { VisuallyHidden } from "@/components/VisuallyHidden";
import type { DeletedGroup, DeletedList } from "@/ipc/bindings";
import { useContentRows } from "@/lib/useContentRows";
import { DeletedKeys } from "./DeletedKeys";
import { DeletedRow } from "./DeletedRow";
import type { Desk } from "./useDesk";

const HEIGHT = 61;

const useStyles = makeStyles({
  /** Room for the bar that floats over the last rows. */
  card: { overflow: "hidden", marginBottom: "72px" },
  rows: { position: "relative" },
  head: { position: "absolute" },
});

interface Props {
  groups: readonly DeletedGroup[];
  list: DeletedList;
  desk: Desk;
  canManage: boolean;
}

export function DeletedTable({ groups, list: all, desk, canManage }: Props) {
  const styles = useStyles();
  const { t } = useTranslation();
  const [activeId, setActive] = useState<string | null>(null);
  const active = Math.max(
    0,
    groups.findIndex(({ id }) => id === activeId),
  );
  const list = useRef<HTMLDivElement>(null);
  const keyOf = (index: number) => groups[index]?.id ?? index;
  const rows = useContentRows(list, groups.length, HEIGHT, keyOf, active);
  const move = (by: number) => {
    const index = Math.max(0, Math.min(groups.length - 1, activeId === null ? 0 : active + by));
    setActive(groups[index]?.id ?? null);
    rows.focus(index);
  };
  return (
    <Card className={styles.card}>
      <DeletedKeys group={groups[active]} desk={desk} canManage={canManage} onMove={move} />
      <div
        role="grid"
        aria-label={t("deleted.table")}
        aria-rowcount={groups.length + 1}
        aria-multiselectable
        onKeyDown={(event) => {
          const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
          if (!by || event.ctrlKey || event.metaKey || event.altKey) return;
          event.preventDefault();
          move(by);
        }}
      >
        <Heads />
        <div role="rowgroup" ref={list} className={styles.rows} style={{ height: rows.total }}>
          {rows.items.map(({ index, top }) => {
            const group = groups[index];
            return (
              group && (
                <DeletedRow
                  key={group.id}
                  group={group}
                  list={all}
                  desk={desk}
                  canManage={canManage}
                  index={index}
                  top={top}
                  height={rows.height}
                  active={index === active}
                  onActive={setActive}
                />
              )
            );
          })}
        </div>
      </div>
    </Card>
  );
}

/** The columns say by themselves what they are, but not to a screen reader. */
function Heads() {
  const { t } = useTranslation();
  return (
    <VisuallyHidden>
      <span role="row" aria-rowindex={1}>
        {(["select", "name", "left", "actions"] as const).map((column) => (
          <span key={column} role="columnheader">
            {t(`deleted.column.${column}`)}
          </span>
        ))}
      </span>
    </VisuallyHidden>
  );
}
