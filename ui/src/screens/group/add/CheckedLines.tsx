/** The lines of a checked list. Of thousands only those in view are drawn. */
import { makeStyles } from "@fluentui/react-components";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useCallback, useLayoutEffect, useRef } from "react";
import { useTranslation } from "react-i18next";

import type { CheckedLine } from "@/ipc/bindings";
import { textScale } from "@/lib/paint";
import { useOpenGroup } from "../openGroup";
import { CheckedLineView } from "./CheckedLineView";

const useStyles = makeStyles({
  scroller: {
    flex: "1 1 14rem",
    minHeight: "12rem",
    margin: "0 -8px",
    padding: "0 8px",
    overflow: "auto",
    overflowAnchor: "none",
  },
  list: { position: "relative", margin: 0, padding: 0, listStyleType: "none" },
});

const LINE = 50;
const CHOICE = 40;

export function CheckedLines({ lines }: { lines: readonly CheckedLine[] }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { adding } = useOpenGroup();
  const scroller = useRef<HTMLDivElement>(null);
  const scale = textScale();
  const sizeOf = useCallback(
    (index: number) => {
      const choice = lines[index]?.candidates.length ? CHOICE : 0;
      return Math.round((LINE + choice) * scale);
    },
    [lines, scale],
  );
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: sizeOf,
    getItemKey: (index) => lines[index]?.line ?? index,
    overscan: 8,
  });
  useLayoutEffect(() => virtualizer.measure(), [virtualizer, sizeOf]);
  return (
    <div
      ref={scroller}
      tabIndex={0}
      role="region"
      aria-label={t("group.add.lines")}
      className={styles.scroller}
    >
      <ul className={styles.list} style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, start, size }) => {
          const line = lines[index];
          return (
            line && (
              <CheckedLineView
                key={line.line}
                line={line}
                index={index}
                count={lines.length}
                top={start}
                height={size}
                chosen={adding.choices.get(line.line) ?? null}
                onChoose={adding.choose}
              />
            )
          );
        })}
      </ul>
    </div>
  );
}
