/** Saving the days that are shown as a file. */
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
import { useOpenGroup } from "../openGroup";
import { shownDays } from "./place";
import type { CalendarState } from "./useCalendar";
import { weekStart } from "./zones";

const FORMATS = ["ics", "csv", "json"] as const satisfies readonly ExportFormat[];

export function SaveMenu({ calendar: { shown } }: { calendar: CalendarState }) {
  const { t } = useTranslation();
  const { groupId } = useOpenGroup();
  const save = useExport();
  const content = {
    kind: "calendar" as const,
    groupId,
    ...shownDays(shown.place, weekStart),
    timeZone: shown.zone,
  };
  return (
    <Menu positioning="below-end">
      <MenuTrigger disableButtonEnhancement>
        <MenuButton
          appearance="subtle"
          icon={<ArrowDownloadRegular />}
          menuIcon={null}
          aria-label={t("calendar.export")}
          title={t("calendar.export")}
        />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {FORMATS.map((format) => (
            <MenuItem key={format} onClick={() => save({ content, format })}>
              {t(`calendar.exportAs.${format}`)}
            </MenuItem>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
