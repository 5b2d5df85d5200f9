/** One deleted group: what it was, how long it can still be brought back, and the way to do so. */
import {
  Button,
  Checkbox,
  makeStyles,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  mergeClasses,
  tokens,
} from "@fluentui/react-components";
import { DeleteRegular, MoreHorizontalRegular } from "@fluentui/react-icons";
import { useTranslation } from "react-i18next";

import { GroupAvatar } from "@/components/GroupAvatar";
import { Key } from "@/components/Key";
import { VisuallyHidden } from "@/components/VisuallyHidden";
import type { DeletedGroup, DeletedList } from "@/ipc/bindings";
import { tenure } from "@/theme/colors";
import { LeftBadge } from "./LeftBadge";
import { SecondLine } from "./SecondLine";
import type { Desk } from "./useDesk";

const useStyles = makeStyles({
  row: {
    position: "absolute",
    top: 0,
    left: 0,
    right: 0,
    display: "flex",
    alignItems: "center",
    gap: "12px",
    padding: "0 16px 0 8px",
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    outlineStyle: "none",
    ":hover": { backgroundColor: tenure.tenureHover },
    ":focus-visible": { boxShadow: `inset 0 0 0 2px ${tokens.colorStrokeFocus2}` },
    "@media (forced-colors: active)": {
      ":focus-visible": { outline: "2px solid Highlight", outlineOffset: "-2px" },
    },
  },
  selected: {
    backgroundColor: tenure.tenureSelected,
    ":hover": { backgroundColor: tenure.tenureSelected },
  },
  group: { flex: 1, display: "flex", alignItems: "center", gap: "12px", minWidth: 0 },
  words: { minWidth: 0, flex: 1 },
  name: {
    display: "block",
    overflowX: "clip",
    textOverflow: "ellipsis",
    whiteSpace: "nowrap",
    fontWeight: tokens.fontWeightSemibold,
  },
  left: { flex: "none", marginRight: "12px" },
  actions: { flex: "none", display: "flex", justifyContent: "flex-end", gap: "4px" },
  restore: { minWidth: "9rem", whiteSpace: "nowrap" },
  key: { marginLeft: "8px", display: "inline-flex" },
});

interface Props {
  group: DeletedGroup;
  list: DeletedList;
  desk: Desk;
  canManage: boolean;
  index: number;
  top: number;
  height: number;
  active: boolean;
  onActive: (id: string) => void;
}

export function DeletedRow(props: Props) {
  const { group, list, desk, index, top, height, active, onActive } = props;
  const styles = useStyles();
  const { t } = useTranslation();
  const { id, displayName: name } = group;
  const selected = desk.selected.has(id);
  return (
    <div
      role="row"
      data-index={index}
      aria-rowindex={index + 2}
      aria-selected={selected}
      tabIndex={active ? 0 : -1}
      className={mergeClasses(styles.row, selected && styles.selected)}
      style={{ height, transform: `translateY(${top}px)` }}
      onFocus={() => onActive(id)}
      onKeyDown={(event) => {
        if (event.key !== "Enter" || event.target !== event.currentTarget) return;
        event.preventDefault();
        if (props.canManage) desk.restore(group);
      }}
    >
      <div role="gridcell">
        <Checkbox
          checked={selected}
          aria-label={t("deleted.select", { name })}
          onChange={() => desk.toggle(id)}
        />
      </div>
      <div role="gridcell" className={styles.group}>
        <GroupAvatar group={group} size={32} />
        <div className={styles.words}>
          <bdi className={styles.name} title={name}>
            {name}
          </bdi>
          <SecondLine group={group} list={list} />
        </div>
      </div>
      <div role="gridcell" className={styles.left}>
        <LeftBadge until={group.restorableUntil} now={list.now} />
      </div>
      <div role="gridcell" className={styles.actions}>
        <RowActions {...props} />
      </div>
    </div>
  );
}

function RowActions({ group, list, desk, canManage, active }: Props) {
  const styles = useStyles();
  const { t } = useTranslation();
  const busy = desk.busy.has(group.id);
  return (
    <>
      <Button
        className={styles.restore}
        disabled={!canManage}
        disabledFocusable={busy}
        onClick={() => desk.restore(group)}
      >
        {t(busy ? "deleted.restoring" : "deleted.bringBack")}
        <VisuallyHidden> {group.displayName}</VisuallyHidden>
        {active && !busy && desk.selected.size === 0 && (
          <span className={styles.key}>
            <Key>R</Key>
          </span>
        )}
      </Button>
      {list.canPurge && (
        <Menu positioning="below-end">
          <MenuTrigger disableButtonEnhancement>
            <Button
              appearance="subtle"
              icon={<MoreHorizontalRegular />}
              aria-label={t("deleted.more", { name: group.displayName })}
            />
          </MenuTrigger>
          <MenuPopover>
            <MenuList>
              <MenuItem icon={<DeleteRegular />} onClick={() => desk.purge([group])}>
                {t("deleted.purgeMany")}
              </MenuItem>
            </MenuList>
          </MenuPopover>
        </Menu>
      )}
    </>
  );
}
