/** Saves the whole what-if, for a spreadsheet or for a program. */
import {
  Menu,
  MenuButton,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from "@fluentui/react-components";
import { useTranslation } from "react-i18next";

import { useExport } from "@/components/jobs/useExport";
import type { WhatIf } from "@/ipc/bindings";

const FORMATS = ["csv", "json"] as const;

export function WhatIfExport({ whatIf: { id } }: { whatIf: WhatIf }) {
  const { t } = useTranslation();
  const save = useExport();
  return (
    <Menu positioning="below-end">
      <MenuTrigger disableButtonEnhancement>
        <MenuButton>{t("groups.export.button")}</MenuButton>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {FORMATS.map((format) => (
            <MenuItem
              key={format}
              onClick={() => save({ content: { kind: "whatIf", id }, format })}
            >
              {t(`groups.export.${format}`)}
            </MenuItem>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
