/** A hand-over, group by group: who comes, who goes, and where it cannot be and why. */
import { makeStyles, tokens } from "@fluentui/react-components";
import { ArrowSwapRegular, WarningRegular } from "@fluentui/react-icons";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useRef } from "react";
import { useTranslation } from "react-i18next";

import { GroupAvatar } from "@/components/GroupAvatar";
import type { HandOverGroup, Person } from "@/ipc/bindings";
import { textScale } from "@/lib/paint";
import { tenure } from "@/theme/colors";

const useStyles = makeStyles({
  scroller: {
    maxHeight: "22rem",
    minHeight: "8rem",
    overflow: "auto",
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: "8px",
    backgroundColor: tokens.colorNeutralBackground1,
  },
  list: { position: "relative", margin: 0, padding: 0, listStyleType: "none" },
  item: {
    position: "absolute",
    top: 0,
    left: 0,
    width: "100%",
    display: "flex",
    alignItems: "center",
    gap: "12px",
    padding: "0 16px 0 12px",
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  words: { flex: 1, minWidth: 0 },
  name: {
    overflowX: "clip",
    textOverflow: "ellipsis",
    whiteSpace: "nowrap",
    fontWeight: tokens.fontWeightSemibold,
  },
  second: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  icon: { flex: "none", display: "grid", fontSize: "16px", color: tokens.colorNeutralForeground3 },
  warning: { color: tenure.tenureAmber },
});

interface Props {
  rows: readonly HandOverGroup[];
  from: Person;
  to: Person;
}

export function HandOverList({ rows, from, to }: Props) {
  const styles = useStyles();
  const { t } = useTranslation();
  const scroller = useRef<HTMLDivElement>(null);
  const height = Math.round(52 * textScale());
  const { getVirtualItems, getTotalSize } = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 6,
  });
  const words = ({ successor, goes, why }: HandOverGroup): string =>
    why
      ? t("across.leaving.leftOut", { why: t(`jobs.reason.${why}`) })
      : [
          t(`across.leaving.becomes.${successor ?? "none"}`, { name: to.displayName }),
          t(`across.leaving.goes.${goes === "owner" ? "owner" : "both"}`, {
            name: from.displayName,
          }),
        ].join(", ") + ".";
  return (
    <div
      ref={scroller}
      role="region"
      tabIndex={0}
      aria-label={t("across.leaving.list")}
      className={styles.scroller}
    >
      <ul className={styles.list} style={{ height: getTotalSize() }}>
        {getVirtualItems().map(({ index, start }) => {
          const row = rows[index];
          return (
            row && (
              <li
                key={row.groupId}
                aria-setsize={rows.length}
                aria-posinset={index + 1}
                className={styles.item}
                style={{ height, transform: `translateY(${start}px)` }}
              >
                <GroupAvatar group={{ id: row.groupId, displayName: row.groupName }} />
                <div className={styles.words}>
                  <div dir="auto" className={styles.name} title={row.groupName}>
                    {row.groupName || t("across.leaving.unnamed")}
                  </div>
                  <div className={styles.second}>{words(row)}</div>
                </div>
                <span aria-hidden className={`${styles.icon} ${row.why ? styles.warning : ""}`}>
                  {row.why ? <WarningRegular /> : <ArrowSwapRegular />}
                </span>
              </li>
            )
          );
        })}
      </ul>
    </div>
  );
}
