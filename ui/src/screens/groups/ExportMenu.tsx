/** Saves what is shown, or what is selected, as a file for a spreadsheet or for a program. */
import {
  Menu,
  MenuButton,
  MenuGroup,
  MenuGroupHeader,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from "@fluentui/react-components";
import { useTranslation } from "react-i18next";

import { useExport } from "@/components/jobs/useExport";
import type { ExportFormat } from "@/ipc/bindings";
import { formatNumber } from "@/lib/dates";

export interface ExportMenuProps {
  /** Ids of the groups that are shown, in the order of the rows. */
  shown: () => string[];
  shownCount: number;
  selected: () => string[];
  selectedCount: number;
}

const FORMATS = ["csv", "json"] as const satisfies readonly ExportFormat[];

export function ExportMenu({ shown, shownCount, selected, selectedCount }: ExportMenuProps) {
  const { t } = useTranslation();
  const save = useExport();
  const items = (groupIds: () => string[]) =>
    FORMATS.map((format) => (
      <MenuItem
        key={format}
        onClick={() => save({ content: { kind: "groups", groupIds: groupIds() }, format })}
      >
        {t(`groups.export.${format}`)}
      </MenuItem>
    ));
  return (
    <Menu positioning="below-end">
      <MenuTrigger disableButtonEnhancement>
        <MenuButton disabled={shownCount + selectedCount === 0}>
          {t("groups.export.button")}
        </MenuButton>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {selectedCount > 0 && (
            <MenuGroup>
              <MenuGroupHeader>
                {t("groups.export.selected", {
                  count: selectedCount,
                  shown: formatNumber(selectedCount),
                })}
              </MenuGroupHeader>
              {items(selected)}
            </MenuGroup>
          )}
          {shownCount > 0 && (
            <MenuGroup>
              <MenuGroupHeader>
                {t("groups.export.shown", { count: shownCount, shown: formatNumber(shownCount) })}
              </MenuGroupHeader>
              {items(shown)}
            </MenuGroup>
          )}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
