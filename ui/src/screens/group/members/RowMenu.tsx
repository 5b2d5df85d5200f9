/** What can be done about one person. What cannot says why. */
import { Menu, MenuItem, MenuList, MenuPopover } from "@fluentui/react-components";
import {
  ArrowExitRegular,
  CopyRegular,
  PersonAddRegular,
  PersonDeleteRegular,
  PersonRegular,
  PersonStarRegular,
} from "@fluentui/react-icons";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { copyText } from "@/lib/clipboard";
import { LeaveDialog } from "./LeaveDialog";
import type { MemberRow } from "./pending";
import { possibilities, wholeRole, type Act } from "./standing";
import type { Members } from "./useMembers";
import { usePeopleChange, type PeopleChange } from "./usePeopleChange";
import type { RowMenuState } from "./useRows";

const icons = {
  makeOwner: <PersonStarRegular />,
  addAsMember: <PersonAddRegular />,
  makeMemberOnly: <PersonRegular />,
  removeAsOwner: <PersonDeleteRegular />,
  remove: <PersonDeleteRegular />,
  leave: <ArrowExitRegular />,
};

const keysOf: Partial<Record<Act, string>> = { makeOwner: "O", makeMemberOnly: "O", remove: "Del" };

/** Does to somebody what was chosen; leaving asks first, elsewhere. */
export function carryOut(act: Act, row: MemberRow, { add, remove }: PeopleChange): void {
  switch (act) {
    case "makeOwner":
      return void add([row.person], row.member ? "owner" : "ownerAndMember");
    case "addAsMember":
      return void add([row.person], "member");
    case "makeMemberOnly":
    case "removeAsOwner":
      return void remove(row, "owner");
    case "remove":
      return void remove(row, wholeRole(row));
    case "leave":
  }
}

export function RowMenu({ menu, people }: { menu: RowMenuState; people: Members }) {
  const { t } = useTranslation();
  const [leaving, setLeaving] = useState(false);
  const change = usePeopleChange();
  const { open, close } = menu;
  const row = open?.row;
  const acts = row && people.list ? possibilities(row, people.list.people, people.fixed) : [];
  const busy = row !== undefined && change.isChanging(row.person.id);
  return (
    <>
      {row && (
        <Menu
          open
          positioning={{ target: open.target, position: "below", align: "end" }}
          onOpenChange={(_event, data) => {
            if (data.open) return;
            close();
            open.target.closest<HTMLElement>("[role=row]")?.focus();
          }}
        >
          <MenuPopover>
            <MenuList aria-label={t("group.members.more", { name: row.person.displayName })}>
              {acts.map(({ act, obstacle }) => (
                <MenuItem
                  key={act}
                  icon={icons[act]}
                  disabled={busy || obstacle !== null}
                  secondaryContent={keysOf[act]}
                  subText={obstacle ? t(`group.obstacle.${obstacle}`) : undefined}
                  onClick={() => (act === "leave" ? setLeaving(true) : carryOut(act, row, change))}
                >
                  {t(`group.act.${act}`)}
                </MenuItem>
              ))}
              {row.person.address && (
                <MenuItem
                  icon={<CopyRegular />}
                  onClick={() => void copyText(row.person.address ?? "")}
                >
                  {t("groups.detail.copyAddress")}
                </MenuItem>
              )}
            </MenuList>
          </MenuPopover>
        </Menu>
      )}
      {leaving && <LeaveDialog onClose={() => setLeaving(false)} />}
    </>
  );
}
