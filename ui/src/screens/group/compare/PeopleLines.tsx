/** People of whom there may be thousands, one line each; only those in view are drawn. */
import { makeStyles, tokens } from "@fluentui/react-components";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useRef } from "react";
import { useTranslation } from "react-i18next";

import { Mark } from "@/components/people/Mark";
import { PersonRow } from "@/components/people/PersonRow";
import type { Person } from "@/ipc/bindings";
import { textScale } from "@/lib/paint";

const useStyles = makeStyles({
  scroller: {
    flex: 1,
    width: "100%",
    minHeight: "12rem",
    overflow: "auto",
    overflowAnchor: "none",
  },
  list: { position: "relative", margin: 0, padding: 0, listStyleType: "none" },
  item: {
    position: "absolute",
    top: 0,
    left: 0,
    width: "100%",
    display: "flex",
    alignItems: "center",
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  empty: { color: tokens.colorNeutralForeground2 },
});

interface Props {
  people: readonly Person[];
  label: string;
  /** What is said where there is nobody. */
  empty: string;
}

export function PeopleLines({ people, label, empty }: Props) {
  const styles = useStyles();
  const { t } = useTranslation();
  const scroller = useRef<HTMLDivElement>(null);
  const height = Math.round(46 * textScale());
  const virtualizer = useVirtualizer({
    count: people.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    getItemKey: (index) => people[index]?.id ?? index,
    overscan: 8,
  });
  if (people.length === 0) return <div className={styles.empty}>{empty}</div>;
  return (
    <div ref={scroller} tabIndex={0} role="region" aria-label={label} className={styles.scroller}>
      <ul className={styles.list} style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, start }) => {
          const person = people[index];
          return (
            person && (
              <li
                key={person.id}
                aria-setsize={people.length}
                aria-posinset={index + 1}
                className={styles.item}
                style={{ height, transform: `translateY(${start}px)` }}
              >
                <PersonRow person={person}>
                  {person.kind === "guest" && <Mark tone="brand">{t("people.guest")}</Mark>}
                  {person.enabled === false && <Mark tone="amber">{t("people.disabled")}</Mark>}
                </PersonRow>
              </li>
            )
          );
        })}
      </ul>
    </div>
  );
}
