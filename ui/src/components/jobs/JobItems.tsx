/** The items of a job, drawn only where they are in view. */
import { makeStyles, tokens } from "@fluentui/react-components";
import { measureElement, useVirtualizer } from "@tanstack/react-virtual";
import { useRef } from "react";
import { useTranslation } from "react-i18next";

import type { ActivityItem } from "@/ipc/bindings";
import { formatNumber } from "@/lib/dates";
import { textScale } from "@/lib/paint";
import { ItemCodes } from "./ItemCodes";
import { ItemFacts } from "./ItemFacts";
import { ItemMark } from "./ItemMark";
import { UndoButton } from "./UndoButton";
import { itemWords } from "./words";

const useStyles = makeStyles({
  scroller: { flex: 1, minHeight: "8rem", overflowY: "auto", outlineOffset: "-2px" },
  list: { position: "relative", margin: 0, padding: 0, listStyleType: "none" },
  row: {
    position: "absolute",
    left: 0,
    right: 0,
    display: "flex",
    alignItems: "flex-start",
    gap: "12px",
    padding: "8px 20px",
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  mark: { flex: "none", width: "7.25rem", paddingTop: "1px" },
  words: { flex: 1, minWidth: 0 },
  what: { overflowWrap: "anywhere" },
  note: {
    margin: 0,
    padding: "8px 20px",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
});

/** Before a row was measured. */
const HEIGHT = 62;

export function JobItems({ items, total }: { items: readonly ActivityItem[]; total: number }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => HEIGHT * textScale(),
    getItemKey: (index) => items[index]?.index ?? index,
    // What is not laid out yet has no height.
    measureElement: (...measured) => measureElement(...measured) || HEIGHT,
    overscan: 8,
    initialRect: { width: 500, height: 700 },
  });
  return (
    <>
      {total > items.length && (
        <p className={styles.note}>
          {t("jobs.details.first", { count: items.length, shown: formatNumber(items.length) })}
        </p>
      )}
      <div
        ref={scroller}
        className={styles.scroller}
        tabIndex={0}
        role="region"
        aria-label={t("jobs.details.items")}
      >
        <ul className={styles.list} style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, key, start }) => {
            const item = items[index];
            return (
              item && (
                <li
                  key={key}
                  ref={virtual.measureElement}
                  data-index={index}
                  aria-setsize={items.length}
                  aria-posinset={index + 1}
                  className={styles.row}
                  style={{ transform: `translateY(${start}px)` }}
                >
                  <span className={styles.mark}>
                    <ItemMark item={item} />
                  </span>
                  <div className={styles.words}>
                    <bdi className={styles.what}>{itemWords(t, item)}</bdi>
                    <ItemFacts item={item} />
                    <ItemCodes item={item} />
                  </div>
                  <UndoButton item={item} />
                </li>
              )
            );
          })}
        </ul>
      </div>
    </>
  );
}
