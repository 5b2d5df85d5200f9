/** What else can be done about the group. */
import {
  Button,
  Menu,
  MenuDivider,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from "@fluentui/react-components";
import {
  ArrowExitRegular,
  ArrowDownloadRegular,
  BranchCompareRegular,
  DeleteRegular,
  MoreHorizontalRegular,
  PeopleAddRegular,
} from "@fluentui/react-icons";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { useExport } from "@/components/jobs/useExport";
import { membersQuery } from "@/ipc/queries";
import { useSession } from "@/ipc/session";
import { LeaveDialog } from "./members/LeaveDialog";
import { possibilities } from "./members/standing";
import { DeleteDialog } from "./settings/DeleteDialog";
import { useOpenGroup } from "./openGroup";

export function GroupMenu() {
  const { t } = useTranslation();
  const { groupId, summary, details, compare } = useOpenGroup();
  const canManage = useSession()?.canManage ?? false;
  const [asking, setAsking] = useState<"leave" | "delete" | null>(null);
  const save = useExport();
  const leaving = useLeaving();
  const fixed = details?.propertiesFixed ?? (canManage ? null : "permissionMissing");
  return (
    <>
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <Button icon={<MoreHorizontalRegular />} aria-label={t("group.menu.label")} />
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            <MenuItem icon={<BranchCompareRegular />} onClick={() => compare(false)}>
              {t("group.menu.compare")}
            </MenuItem>
            <MenuItem icon={<PeopleAddRegular />} onClick={() => compare(true)}>
              {t("group.menu.copy")}
            </MenuItem>
            <MenuItem
              icon={<ArrowDownloadRegular />}
              onClick={() => save({ content: { kind: "members", groupId }, format: "csv" })}
            >
              {t("group.menu.export")}
            </MenuItem>
            <MenuDivider />
            {leaving && (
              <MenuItem
                icon={<ArrowExitRegular />}
                disabled={leaving.obstacle !== null}
                subText={leaving.obstacle ? t(`group.obstacle.${leaving.obstacle}`) : undefined}
                onClick={() => setAsking("leave")}
              >
                {t("group.menu.leave")}
              </MenuItem>
            )}
            <MenuItem
              icon={<DeleteRegular />}
              disabled={fixed !== null}
              subText={fixed ? t(`group.obstacle.${fixed}`) : undefined}
              onClick={() => setAsking("delete")}
            >
              {t("group.menu.delete")}
            </MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
      {asking === "leave" && <LeaveDialog onClose={() => setAsking(null)} />}
      {asking === "delete" && <DeleteDialog group={summary} onClose={() => setAsking(null)} />}
    </>
  );
}

/** Whether the signed-in person can leave the group; `null` when they are not in it. */
function useLeaving() {
  const { groupId } = useOpenGroup();
  const { data } = useQuery(membersQuery(groupId));
  const me = data?.people.find((member) => member.me);
  if (!data || !me) return null;
  return possibilities(me, data.people, data.fixed).find(({ act }) => act === "leave") ?? null;
}
