/** What can be done about somebody in one group: done at once, with a way back. */
import { Menu, MenuDivider, MenuItem, MenuList, MenuPopover } from "@fluentui/react-components";
import {
  OpenRegular,
  PersonAddRegular,
  PersonDeleteRegular,
  PersonStarRegular,
  PersonSubtractRegular,
} from "@fluentui/react-icons";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";

import { useChange } from "@/components/jobs/useChange";
import type { GroupSummary, Person, Role } from "@/ipc/bindings";
import { useSession } from "@/ipc/session";
import { links } from "@/lib/links";
import { isOwner } from "./roles";

export interface Chosen {
  group: GroupSummary;
  person: Person;
  /** What they are in it now. */
  role: Role | undefined;
}

interface Props extends Chosen {
  target: HTMLElement | null;
  onClose: () => void;
}

export function CellMenu({ group, person, role, target, onClose }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { change } = useChange();
  const canManage = useSession()?.canManage ?? false;
  const whom = {
    groupIds: [group.id],
    people: [{ id: person.id, displayName: person.displayName }],
  };
  const add = (as: Role) => void change({ kind: "addPeople", ...whom, role: as });
  const remove = (as: Role) => void change({ kind: "removePeople", ...whom, role: as });
  const off = !canManage;
  return (
    <Menu
      open
      positioning={{ target, position: "below", align: "center" }}
      onOpenChange={(_event, { open }) => !open && onClose()}
    >
      <MenuPopover>
        <MenuList>
          {role !== "member" && role !== "ownerAndMember" && (
            <MenuItem disabled={off} icon={<PersonAddRegular />} onClick={() => add("member")}>
              {t("across.menu.member")}
            </MenuItem>
          )}
          {!isOwner(role) && (
            <MenuItem
              disabled={off}
              icon={<PersonStarRegular />}
              onClick={() => add(role === undefined ? "ownerAndMember" : "owner")}
            >
              {t(role === undefined ? "across.menu.ownerAndMember" : "across.menu.owner")}
            </MenuItem>
          )}
          {isOwner(role) && (
            <MenuItem
              disabled={off}
              icon={<PersonSubtractRegular />}
              onClick={() => remove("owner")}
            >
              {t("across.menu.noOwner")}
            </MenuItem>
          )}
          {role === "member" && (
            <MenuItem
              disabled={off}
              icon={<PersonDeleteRegular />}
              onClick={() => remove("member")}
            >
              {t("across.menu.out")}
            </MenuItem>
          )}
          {role === "ownerAndMember" && (
            <MenuItem
              disabled={off}
              icon={<PersonDeleteRegular />}
              onClick={() => remove("ownerAndMember")}
            >
              {t("across.menu.out")}
            </MenuItem>
          )}
          <MenuDivider />
          <MenuItem icon={<OpenRegular />} onClick={() => void navigate(links.group(group.id))}>
            {t("across.menu.open")}
          </MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
