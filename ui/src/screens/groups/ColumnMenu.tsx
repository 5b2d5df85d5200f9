/** What can be done with a column, for those who do not drag: order, width, place, whether it is shown. */
import { MenuDivider, MenuItem, MenuList } from "@fluentui/react-components";
import {
  ArrowDownRegular,
  ArrowLeftRegular,
  ArrowResetRegular,
  ArrowRightRegular,
  ArrowUpRegular,
  EyeOffRegular,
  SubtractRegular,
  AddRegular,
} from "@fluentui/react-icons";
import { useTranslation } from "react-i18next";

import { isColumn } from "./columns";
import type { Sortable } from "./sorting";
import { resized, STEP } from "./resizing";
import type { TableHeaderProps } from "./TableHeader";

type Props = Pick<
  TableHeaderProps,
  "columns" | "order" | "onSort" | "onResize" | "onMove" | "onHide"
> & { id: Sortable };

export function ColumnMenu({ id, columns, order, onSort, onResize, onMove, onHide }: Props) {
  const { t } = useTranslation();
  const place = isColumn(id) ? columns.shown.indexOf(id) : -1;
  const turned = order?.column === id;
  return (
    <MenuList>
      {order && (
        <MenuItem
          icon={turned && !order.descending ? <ArrowDownRegular /> : <ArrowUpRegular />}
          onClick={() => onSort(id)}
        >
          {t(turned ? "groups.columns.turn" : "groups.columns.sort")}
        </MenuItem>
      )}
      {id !== "star" && (
        <>
          <MenuItem
            persistOnClick
            icon={<AddRegular />}
            onClick={() => onResize(id, resized(id, STEP))}
          >
            {t("groups.columns.wider")}
          </MenuItem>
          <MenuItem
            persistOnClick
            icon={<SubtractRegular />}
            onClick={() => onResize(id, resized(id, -STEP))}
          >
            {t("groups.columns.narrower")}
          </MenuItem>
          <MenuItem icon={<ArrowResetRegular />} onClick={() => onResize(id, null)}>
            {t("groups.columns.usualWidth")}
          </MenuItem>
        </>
      )}
      {isColumn(id) && (
        <>
          <MenuDivider />
          <MenuItem
            disabled={place <= 0}
            icon={<ArrowLeftRegular />}
            onClick={() => onMove(id, -1)}
          >
            {t("groups.columns.left")}
          </MenuItem>
          <MenuItem
            disabled={place === columns.shown.length - 1}
            icon={<ArrowRightRegular />}
            onClick={() => onMove(id, 1)}
          >
            {t("groups.columns.right")}
          </MenuItem>
          <MenuItem icon={<EyeOffRegular />} onClick={() => onHide(id)}>
            {t("groups.columns.hide")}
          </MenuItem>
        </>
      )}
    </MenuList>
  );
}
