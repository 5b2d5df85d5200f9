/** One group of the matrix: its name, and what each of the people is in it. */
import { Checkbox, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";

import { GroupAvatar } from "@/components/GroupAvatar";
import { VisuallyHidden } from "@/components/VisuallyHidden";
import type { GroupSummary, Person } from "@/ipc/bindings";
import { tenure } from "@/theme/colors";
import type { Roles } from "./roles";
import { cellId } from "./useCellNavigation";

const cut = {
  overflowX: "clip",
  minWidth: 0,
  textOverflow: "ellipsis",
  whiteSpace: "nowrap",
} as const;

const useStyles = makeStyles({
  row: {
    position: "absolute",
    top: 0,
    left: 0,
    width: "100%",
    display: "grid",
    gridTemplateColumns: "var(--across-columns)",
    alignItems: "center",
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    ":hover": { backgroundColor: tenure.tenureHover },
  },
  selected: {
    backgroundColor: tenure.tenureSelected,
    ":hover": { backgroundColor: tenure.tenureSelected },
  },
  group: {
    position: "sticky",
    left: 0,
    zIndex: 1,
    display: "flex",
    alignItems: "center",
    gap: "8px",
    height: "100%",
    minWidth: 0,
    padding: "0 8px 0 4px",
    backgroundColor: "inherit",
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  name: { ...cut, minWidth: 0, fontWeight: tokens.fontWeightSemibold },
  cell: {
    display: "grid",
    placeItems: "center",
    height: "100%",
    cursor: "pointer",
    outlineStyle: "none",
    ":hover": { backgroundColor: tenure.tenureHover },
    ":focus-visible": { boxShadow: `inset 0 0 0 2px ${tokens.colorStrokeFocus2}` },
    "@media (forced-colors: active)": {
      ":focus-visible": { outline: "2px solid Highlight", outlineOffset: "-2px" },
    },
  },
  letter: {
    minWidth: "1.75rem",
    padding: "1px 6px",
    borderRadius: tokens.borderRadiusCircular,
    textAlign: "center",
    fontSize: tokens.fontSizeBase200,
    lineHeight: "1.25rem",
    fontWeight: tokens.fontWeightSemibold,
    outline: "1px solid transparent",
  },
  owner: { color: tokens.colorBrandForeground1, backgroundColor: tenure.tenureSelected },
  member: {
    color: tokens.colorNeutralForeground2,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  none: { color: tokens.colorNeutralForeground3, fontWeight: tokens.fontWeightRegular },
});

interface Props {
  group: GroupSummary;
  row: number;
  top: number;
  height: number;
  people: readonly Person[];
  roles: Roles;
  unreadable: ReadonlySet<string>;
  /** The column of the cell that Tab leads to, when it is in this row. */
  active: number | null;
  /** Whose cell has its menu open. */
  open: string | null;
  selected: boolean;
  onSelect: (group: GroupSummary) => void;
  onOpen: (column: number) => void;
}

export function MatrixRow(props: Props) {
  const { group, row, top, height, people, active, open, selected, onSelect } = props;
  const styles = useStyles();
  const { t } = useTranslation();
  return (
    <div
      role="row"
      aria-rowindex={row + 2}
      aria-selected={selected}
      className={mergeClasses(styles.row, selected && styles.selected)}
      style={{ height, transform: `translateY(${top}px)` }}
    >
      <div role="rowheader" aria-colindex={1} className={styles.group}>
        <Checkbox
          checked={selected}
          tabIndex={-1}
          aria-label={t("across.select", { name: group.displayName })}
          onChange={() => onSelect(group)}
        />
        <GroupAvatar group={group} size={24} />
        <span dir="auto" className={styles.name} title={group.displayName}>
          {group.displayName}
        </span>
      </div>
      {people.map((person, column) => (
        <div
          key={person.id}
          id={cellId({ row, column })}
          data-cell=""
          role="gridcell"
          aria-colindex={column + 2}
          aria-haspopup="menu"
          aria-expanded={open === person.id}
          tabIndex={active === column ? 0 : -1}
          className={styles.cell}
          onClick={() => props.onOpen(column)}
        >
          <Letter {...props} person={person} />
        </div>
      ))}
    </div>
  );
}

function Letter({ group, person, roles, unreadable }: Props & { person: Person }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const role = unreadable.has(person.id)
    ? "unreadable"
    : (roles.get(person.id)?.get(group.id) ?? "none");
  const tone =
    role === "none" || role === "unreadable"
      ? styles.none
      : role === "member"
        ? styles.member
        : styles.owner;
  return (
    <span title={t(`across.role.${role}`)} className={mergeClasses(styles.letter, tone)}>
      <span aria-hidden>{t(`across.letter.${role}`)}</span>
      <VisuallyHidden>{t(`across.role.${role}`)}</VisuallyHidden>
    </span>
  );
}
