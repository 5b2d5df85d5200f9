/** Saves the whole record as a file. */
import {
  Menu,
  MenuButton,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from "@fluentui/react-components";
import { ArrowDownloadRegular } from "@fluentui/react-icons";
import { useTranslation } from "react-i18next";

import { useExport } from "@/components/jobs/useExport";
import type { ExportFormat } from "@/ipc/bindings";

const FORMATS = ["csv", "json"] as const satisfies readonly ExportFormat[];

export function ExportMenu() {
  const { t } = useTranslation();
  const save = useExport();
  return (
    <Menu positioning="below-end">
      <MenuTrigger disableButtonEnhancement>
        <MenuButton icon={<ArrowDownloadRegular />}>{t("activity.export")}</MenuButton>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {FORMATS.map((format) => (
            <MenuItem key={format} onClick={() => save({ content: { kind: "activity" }, format })}>
              {t(`activity.${format}`)}
            </MenuItem>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
