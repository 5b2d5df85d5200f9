/**
 * Groups by people. Head and first column stay in view, only the rows in view are drawn, and one cell at
 * a time can be reached with Tab: arrows lead to the others, Enter offers what can be done in it.
 */
import { Checkbox, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useLayoutEffect, useRef, useState, type CSSProperties } from "react";
import { useTranslation } from "react-i18next";

import { PersonAvatar } from "@/components/people/PersonAvatar";
import type { GroupSummary, Person } from "@/ipc/bindings";
import { textScale } from "@/lib/paint";
import { CellMenu, type Chosen } from "./CellMenu";
import { cellId, useCellNavigation, type Place } from "./useCellNavigation";
import { MatrixRow } from "./MatrixRow";
import type { Roles } from "./roles";
import type { GroupSelection } from "./useGroupSelection";

const HEADER = 64;

const useStyles = makeStyles({
  scroller: {
    flex: 1,
    minHeight: "12rem",
    overflow: "auto",
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: "8px",
    backgroundColor: tokens.colorNeutralBackground1,
  },
  grid: { minWidth: "max-content" },
  header: {
    position: "sticky",
    top: 0,
    zIndex: 3,
    display: "grid",
    gridTemplateColumns: "var(--across-columns)",
    alignItems: "end",
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
  },
  corner: {
    position: "sticky",
    left: 0,
    zIndex: 1,
    display: "flex",
    alignItems: "center",
    height: "100%",
    paddingLeft: "4px",
    backgroundColor: "inherit",
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  person: {
    display: "flex",
    flexDirection: "column",
    alignItems: "center",
    gap: "2px",
    minWidth: 0,
    padding: "6px 4px",
  },
  name: {
    maxWidth: "100%",
    overflowX: "clip",
    textOverflow: "ellipsis",
    whiteSpace: "nowrap",
  },
  rows: { position: "relative" },
  empty: { padding: "24px", color: tokens.colorNeutralForeground3 },
});

interface Props {
  people: readonly Person[];
  groups: readonly GroupSummary[];
  roles: Roles;
  unreadable: ReadonlySet<string>;
  selection: GroupSelection;
  empty: string;
}

export function MatrixGrid(props: Props) {
  const { people, groups, roles, unreadable, selection, empty } = props;
  const styles = useStyles();
  const { t } = useTranslation();
  const scroller = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState<Place>({ row: 0, column: 0 });
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const height = Math.round(44 * textScale());
  const head = HEADER * textScale();
  const rows = useVirtualizer({
    count: groups.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    getItemKey: (index) => groups[index]?.id ?? index,
    overscan: 8,
    scrollMargin: head,
    scrollPaddingStart: head,
  });
  useLayoutEffect(() => rows.measure(), [rows, height]);
  const open = ({ row, column }: Place) => {
    const [group, person] = [groups[row], people[column]];
    if (group && person) setChosen({ group, person, role: roles.get(person.id)?.get(group.id) });
  };
  const onKeyDown = useCellNavigation({
    place,
    rows: groups.length,
    columns: people.length,
    onPlace: (next) => (rows.scrollToIndex(next.row), setPlace(next)),
    onOpen: open,
    onSelect: (row) => groups[row] && selection.toggle(groups[row]),
  });
  const columns = {
    "--across-columns": `minmax(14rem, 1fr) repeat(${people.length}, minmax(6rem, 9rem)) minmax(0, auto)`,
  };
  return (
    <div ref={scroller} className={styles.scroller} style={columns as CSSProperties}>
      <div
        role="grid"
        aria-label={t("across.grid")}
        aria-rowcount={groups.length + 1}
        aria-colcount={people.length + 1}
        className={styles.grid}
        onKeyDown={onKeyDown}
      >
        <div role="row" aria-rowindex={1} className={styles.header} style={{ height: head }}>
          <div role="columnheader" aria-colindex={1} className={styles.corner}>
            <Checkbox
              checked={selection.checked}
              aria-label={t("across.selectAll")}
              onChange={selection.all}
            />
            {t("across.group")}
          </div>
          {people.map((person, index) => (
            <div
              key={person.id}
              role="columnheader"
              aria-colindex={index + 2}
              className={styles.person}
              title={[person.displayName, person.address].filter(Boolean).join(", ")}
            >
              <PersonAvatar person={person} size={28} />
              <bdi className={styles.name}>{person.displayName}</bdi>
            </div>
          ))}
        </div>
        <div role="rowgroup" className={styles.rows} style={{ height: rows.getTotalSize() }}>
          {rows.getVirtualItems().map(({ index, start }) => {
            const group = groups[index];
            return (
              group && (
                <MatrixRow
                  key={group.id}
                  group={group}
                  row={index}
                  top={start - head}
                  height={height}
                  people={people}
                  roles={roles}
                  unreadable={unreadable}
                  active={place.row === index ? place.column : null}
                  open={chosen?.group.id === group.id ? chosen.person.id : null}
                  selected={selection.ids.has(group.id)}
                  onSelect={selection.toggle}
                  onOpen={(column) => (
                    setPlace({ row: index, column }),
                    open({ row: index, column })
                  )}
                />
              )
            );
          })}
        </div>
      </div>
      {groups.length === 0 && <div className={mergeClasses(styles.empty)}>{empty}</div>}
      {chosen && (
        <CellMenu
          {...chosen}
          target={document.getElementById(cellId(place))}
          onClose={() => {
            setChosen(null);
            document.getElementById(cellId(place))?.focus();
          }}
        />
      )}
    </div>
  );
}
