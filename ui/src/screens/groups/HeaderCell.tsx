/** One column's head: sorts on a press, has a menu on a right click, and is dragged to another width or place. */
import {
  makeStyles,
  Menu,
  MenuPopover,
  MenuTrigger,
  mergeClasses,
  tokens,
} from "@fluentui/react-components";
import { ArrowDownRegular, ArrowUpRegular, StarRegular } from "@fluentui/react-icons";
import { useTranslation } from "react-i18next";

import { VisuallyHidden } from "@/components/VisuallyHidden";
import { FIGURES } from "./columns";
import { ColumnMenu } from "./ColumnMenu";
import { cellId } from "./resizing";
import { ResizeHandle } from "./ResizeHandle";
import type { Sortable } from "./sorting";
import type { TableHeaderProps } from "./TableHeader";
import { useColumnDrag } from "./useColumnDrag";
import { useColumnKeys } from "./useColumnKeys";

const useStyles = makeStyles({
  cell: { position: "relative", minWidth: 0, height: "100%", display: "flex" },
  button: {
    display: "flex",
    alignItems: "center",
    alignSelf: "center",
    gap: "4px",
    minWidth: "24px",
    maxWidth: "100%",
    minHeight: "28px",
    padding: "0 4px",
    marginLeft: "-4px",
    border: "none",
    borderRadius: tokens.borderRadiusMedium,
    background: "none",
    cursor: "pointer",
    font: "inherit",
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground3,
    whiteSpace: "nowrap",
    overflow: "hidden",
    "& svg": { flex: "none" },
    ":hover": { color: tokens.colorNeutralForeground1 },
    ":focus-visible": {
      outline: `2px solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: "-2px",
    },
  },
  still: { cursor: "default" },
  sorted: { color: tokens.colorNeutralForeground1 },
  end: { justifyContent: "flex-end", "& > button": { marginLeft: 0, marginRight: "-4px" } },
  centre: { justifyContent: "center", "& > button": { marginLeft: 0, justifyContent: "center" } },
  dragged: { opacity: 0.5 },
  before: { boxShadow: `inset 2px 0 0 ${tokens.colorCompoundBrandStroke}` },
});

const directions = { asc: "ascending", desc: "descending", none: "none" } as const;

type Props = Omit<TableHeaderProps, "checked" | "onCheck"> & { id: Sortable };

export function HeaderCell({ id, ...props }: Props) {
  const { order, onSort } = props;
  const styles = useStyles();
  const { t } = useTranslation();
  const drag = useColumnDrag(id, props);
  const onKeyDown = useColumnKeys(id, props);
  const sorted = order?.column !== id ? "none" : order.descending ? "desc" : "asc";
  const fixed = id === "star";
  return (
    <div
      id={cellId(id)}
      role="columnheader"
      aria-sort={order ? directions[sorted] : undefined}
      data-stuck={id === "star" || id === "name" ? id : undefined}
      {...drag.target}
      className={mergeClasses(
        styles.cell,
        FIGURES.has(id) && styles.end,
        fixed && styles.centre,
        drag.dragged && styles.dragged,
        drag.over && styles.before,
      )}
    >
      <Menu openOnContext positioning="below-start">
        <MenuTrigger disableButtonEnhancement>
          <button
            type="button"
            {...drag.source}
            className={mergeClasses(
              styles.button,
              sorted !== "none" && styles.sorted,
              !order && styles.still,
            )}
            onClick={() => order && onSort(id)}
            onKeyDown={onKeyDown}
          >
            {fixed && <StarRegular fontSize={14} aria-hidden />}
            {fixed ? (
              <VisuallyHidden>{t("groups.column.star")}</VisuallyHidden>
            ) : (
              t(`groups.column.${id}`)
            )}
            {sorted === "asc" && <ArrowUpRegular aria-hidden />}
            {sorted === "desc" && <ArrowDownRegular aria-hidden />}
          </button>
        </MenuTrigger>
        <MenuPopover>
          <ColumnMenu id={id} {...props} />
        </MenuPopover>
      </Menu>
      {id !== "star" && <ResizeHandle id={id} onResize={props.onResize} />}
    </div>
  );
}
