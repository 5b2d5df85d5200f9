/** Saves the dates that are shown, for a calendar, a spreadsheet or a program; and opens the history. */
import {
  Menu,
  MenuButton,
  MenuDivider,
  MenuGroup,
  MenuGroupHeader,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from "@fluentui/react-components";
import {
  CalendarArrowDownRegular,
  CodeRegular,
  HistoryRegular,
  MoreHorizontalRegular,
  TableArrowUpRegular,
} from "@fluentui/react-icons";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";

import { useExport } from "@/components/jobs/useExport";
import { formatNumber } from "@/lib/dates";
import type { DeskGroup } from "./gone";

const HistoryDrawer = lazy(() => import("./history/HistoryDrawer"));

const FORMATS = [
  { format: "ics", icon: <CalendarArrowDownRegular /> },
  { format: "csv", icon: <TableArrowUpRegular /> },
  { format: "json", icon: <CodeRegular /> },
] as const;

export function DeskMenu({ groups }: { groups: readonly DeskGroup[] }) {
  const { t } = useTranslation();
  const save = useExport();
  const [history, setHistory] = useState(false);
  // A deleted group has no expiry any more.
  const dated = groups.filter(({ gone, expires }) => !gone && expires !== null);
  const groupIds = dated.map(({ id }) => id);
  const count = dated.length;
  return (
    <>
      <Menu positioning="below-end">
        <MenuTrigger disableButtonEnhancement>
          <MenuButton
            appearance="subtle"
            icon={<MoreHorizontalRegular />}
            menuIcon={null}
            aria-label={t("renewals.menu.label")}
            title={t("renewals.menu.label")}
          />
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            <MenuGroup>
              <MenuGroupHeader>
                {t("renewals.menu.export", { count, shown: formatNumber(count) })}
              </MenuGroupHeader>
              {FORMATS.map(({ format, icon }) => (
                <MenuItem
                  key={format}
                  icon={icon}
                  disabled={count === 0}
                  onClick={() => save({ content: { kind: "expiries", groupIds }, format })}
                >
                  {t(`renewals.menu.${format}`)}
                </MenuItem>
              ))}
            </MenuGroup>
            <MenuDivider />
            <MenuItem icon={<HistoryRegular />} onClick={() => setHistory(true)}>
              {t("renewals.menu.history")}
            </MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
      <Suspense>
        {history && <HistoryDrawer group={null} onClose={() => setHistory(false)} />}
      </Suspense>
    </>
  );
}
