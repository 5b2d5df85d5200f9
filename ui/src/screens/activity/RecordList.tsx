/** The record by days. Only what is in view is drawn; the next page is read before its end comes up. */
import { makeStyles, tokens } from "@fluentui/react-components";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";

import { Card } from "@/components/Card";
import type { ActivityItem } from "@/ipc/bindings";
import { groupsQuery } from "@/ipc/queries";
import { useContentRows } from "@/lib/useContentRows";
import { DayHeading } from "./DayHeading";
import { ItemRow } from "./ItemRow";
import { rowsOf, type Row } from "./rows";
import { RunRow } from "./RunRow";

const HEIGHT = 56;

const useStyles = makeStyles({
  list: { position: "relative", margin: 0, padding: 0, listStyleType: "none" },
  row: { position: "absolute", top: 0, left: 0, right: 0 },
  end: {
    margin: 0,
    padding: "12px 16px",
    textAlign: "center",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
});

interface Props {
  items: readonly ActivityItem[];
  /** Whether there is more than these. */
  more: boolean;
  reading: boolean;
  onMore: () => void;
}

const NONE: ReadonlySet<string> = new Set();

export function RecordList({ items, more, reading, onMore }: Props) {
  const styles = useStyles();
  const { t } = useTranslation();
  const [open, setOpen] = useState(NONE);
  const list = useRef<HTMLUListElement>(null);
  const rows = useMemo(() => rowsOf(items, open), [items, open]);
  const {
    items: drawn,
    total,
    measure,
  } = useContentRows(list, rows.length, HEIGHT, (index) => rows[index]?.key ?? index);
  const last = drawn.at(-1)?.index ?? 0;
  const near = more && !reading && last >= rows.length - 20;
  useEffect(() => {
    if (near) onMore();
  });
  return (
    <Card>
      <ul
        ref={list}
        aria-label={t("activity.list")}
        className={styles.list}
        style={{ height: total }}
      >
        {drawn.map(({ index, key, top }) => {
          const row = rows[index];
          return (
            row && (
              <li
                key={key}
                ref={measure}
                data-index={index}
                aria-posinset={index + 1}
                aria-setsize={more ? -1 : rows.length}
                className={styles.row}
                style={{ transform: `translateY(${top}px)` }}
              >
                <RecordRow row={row} open={open} onToggle={(id) => setOpen(toggled(open, id))} />
              </li>
            )
          );
        })}
      </ul>
      <p className={styles.end} role="status">
        {more ? t("activity.more") : t("activity.end")}
      </p>
    </Card>
  );
}

interface RowProps {
  row: Row;
  open: ReadonlySet<string>;
  onToggle: (jobId: string) => void;
}

function RecordRow({ row, open, onToggle }: RowProps) {
  const { data } = useQuery({ ...groupsQuery(), select: (groups) => groups.now });
  switch (row.kind) {
    case "day":
      return <DayHeading at={row.at} now={data ?? row.at} />;
    case "item":
      return <ItemRow item={row.item} inRun={row.inRun} />;
    case "run": {
      const jobId = row.items[0]?.jobId ?? "";
      return <RunRow items={row.items} open={open.has(jobId)} onToggle={() => onToggle(jobId)} />;
    }
  }
}

function toggled(before: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(before);
  if (!next.delete(id)) next.add(id);
  return next;
}
