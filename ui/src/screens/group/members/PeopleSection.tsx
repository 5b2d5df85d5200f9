/** Owners, or members: a heading with its count, and the rows in a card. */
import { makeStyles, tokens } from "@fluentui/react-components";
import { useId, useRef, type ReactNode } from "react";

import { Card } from "@/components/Card";
import { MemberRowView } from "./MemberRowView";
import type { MemberRow } from "./pending";
import { useDrawn, type Rows } from "./useRows";

const useStyles = makeStyles({
  head: {
    display: "flex",
    alignItems: "center",
    flexWrap: "wrap",
    gap: "4px 10px",
    minHeight: "1.75rem",
    marginBottom: "8px",
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  note: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  actions: { display: "flex", gap: "8px", marginLeft: "auto" },
  card: { overflow: "hidden" },
  rows: { position: "relative" },
});

interface Props {
  name: "owners" | "members";
  title: string;
  note?: string;
  people: readonly MemberRow[];
  /** The place of the first of them among all rows. */
  first: number;
  rows: Rows;
  actions: ReactNode;
  /** What stands where there is nobody. */
  empty: ReactNode;
}

export function PeopleSection({ name, title, note, people, first, rows, actions, empty }: Props) {
  const styles = useStyles();
  const heading = useId();
  const card = useRef<HTMLDivElement>(null);
  const { items, total } = useDrawn(people, rows, card, first);
  return (
    <section aria-labelledby={heading}>
      <div className={styles.head}>
        <h2 id={heading} className={styles.title}>
          {title}
        </h2>
        {note && <span className={styles.note}>{note}</span>}
        <div className={styles.actions}>{actions}</div>
      </div>
      <Card className={styles.card}>
        <div ref={card}>
          {people.length === 0 ? (
            empty
          ) : (
            <div
              role="grid"
              aria-labelledby={heading}
              aria-rowcount={people.length}
              aria-multiselectable
              data-people={name}
              className={styles.rows}
              style={{ height: total }}
              onKeyDown={rows.onKeyDown}
              onBlur={rows.onBlur}
            >
              {items.map(({ index, start }) => {
                const row = people[index];
                return (
                  row && (
                    <MemberRowView
                      key={row.person.id}
                      row={row}
                      index={index}
                      place={first + index}
                      top={start}
                      height={rows.height}
                      active={first + index === rows.active}
                      selected={rows.selection.has(row.person.id)}
                      onActive={rows.setActive}
                      onSelect={rows.selection.toggle}
                      onMenu={rows.menu.show}
                    />
                  )
                );
              })}
            </div>
          )}
        </div>
      </Card>
    </section>
  );
}
