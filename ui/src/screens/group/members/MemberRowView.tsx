/** Somebody in the group, as a row: drawn anew only when something of their own changed. */
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { MoreHorizontalRegular } from "@fluentui/react-icons";
import { memo } from "react";
import { useTranslation } from "react-i18next";

import { PersonRow } from "@/components/people/PersonRow";
import { tenure } from "@/theme/colors";
import { AddAsMember } from "./AddAsMember";
import { MemberMarks } from "./MemberMarks";
import type { MemberRow } from "./pending";
import { rowId } from "./useRows";

const useStyles = makeStyles({
  row: {
    position: "absolute",
    top: 0,
    left: 0,
    width: "100%",
    display: "flex",
    alignItems: "center",
    gap: "4px",
    padding: "0 8px 0 12px",
    backgroundColor: tokens.colorNeutralBackground1,
    outlineStyle: "none",
    ":hover": { backgroundColor: tenure.tenureHover },
    ":focus-visible": { boxShadow: `inset 0 0 0 2px ${tokens.colorStrokeFocus2}` },
    "@media (forced-colors: active)": {
      ":focus-visible": { outline: "2px solid Highlight", outlineOffset: "-2px" },
    },
  },
  line: { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  selected: {
    backgroundColor: tenure.tenureSelected,
    ":hover": { backgroundColor: tenure.tenureSelected },
  },
  leaving: { "& [data-who]": { opacity: 0.65, textDecorationLine: "line-through" } },
  who: { flex: 1, minWidth: 0 },
  cell: { display: "flex", alignItems: "center", gap: "6px", flex: "none" },
  more: {
    display: "grid",
    placeItems: "center",
    width: "32px",
    height: "32px",
    padding: 0,
    border: "none",
    borderRadius: tokens.borderRadiusMedium,
    background: "none",
    color: tokens.colorNeutralForeground3,
    fontSize: "18px",
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
});

interface Props {
  row: MemberRow;
  /** Place within its section, and among all rows. */
  index: number;
  place: number;
  top: number;
  height: number;
  active: boolean;
  selected: boolean;
  onActive: (place: number) => void;
  onSelect: (row: MemberRow, range?: boolean) => void;
  onMenu: (row: MemberRow, target: HTMLElement) => void;
}

export const MemberRowView = memo(function MemberRowView(props: Props) {
  const { row, index, place, top, height, active, selected, onActive, onSelect, onMenu } = props;
  const styles = useStyles();
  const { t } = useTranslation();
  const { person, me, pending } = row;
  const leaving = pending.some(({ action }) => action === "removeMember");
  return (
    <div
      id={rowId(person.id)}
      role="row"
      aria-rowindex={index + 1}
      aria-selected={selected}
      tabIndex={active ? 0 : -1}
      className={mergeClasses(
        styles.row,
        index > 0 && styles.line,
        selected && styles.selected,
        leaving && styles.leaving,
      )}
      style={{ height, transform: `translateY(${top}px)` }}
      onFocus={() => onActive(place)}
      onClick={({ shiftKey, ctrlKey, metaKey }) => {
        if (shiftKey || ctrlKey || metaKey) onSelect(row, shiftKey);
      }}
      onContextMenu={(event) => {
        event.preventDefault();
        onMenu(row, event.currentTarget.querySelector("[data-row-menu]") ?? event.currentTarget);
      }}
    >
      <div role="gridcell" className={styles.who} data-who>
        <PersonRow
          person={person}
          after={me ? t("people.you") : undefined}
          selection={{
            selected,
            label: t("group.members.select", { name: person.displayName }),
            onToggle: (range) => onSelect(row, range),
            tabIndex: active ? 0 : -1,
          }}
        >
          <MemberMarks row={row} />
        </PersonRow>
      </div>
      <div role="gridcell" className={styles.cell}>
        <AddAsMember row={row} tabIndex={active ? 0 : -1} />
        <button
          type="button"
          data-row-menu
          aria-haspopup="menu"
          aria-label={t("group.members.more", { name: person.displayName })}
          tabIndex={active ? 0 : -1}
          className={styles.more}
          onClick={(event) => {
            event.stopPropagation();
            onMenu(row, event.currentTarget);
          }}
        >
          <MoreHorizontalRegular />
        </button>
      </div>
    </div>
  );
});
