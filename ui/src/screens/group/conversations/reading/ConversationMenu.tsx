/** What else can be done about a conversation, or about one of its threads. */
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
  DeleteRegular,
  ImageOffRegular,
  LockClosedRegular,
  LockOpenRegular,
  MoreHorizontalRegular,
  TextExpandRegular,
} from "@fluentui/react-icons";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import type { ConversationThreads, Thread } from "@/ipc/bindings";
import { conversationsQuery } from "@/ipc/queries";
import { useOpenGroup } from "../../openGroup";
import { useFollowing } from "../list/useFollowing";
import { DeleteDialog } from "./DeleteDialog";
import type { Expanded } from "./useExpanded";
import { useLock } from "./useLock";

type Props = { read: ConversationThreads; expanded: Expanded };

export function ConversationMenu({ read, expanded }: Props) {
  const { t } = useTranslation();
  const { groupId } = useOpenGroup();
  const { data: list } = useQuery(conversationsQuery(groupId, 0));
  const [deleting, setDeleting] = useState(false);
  const { loadImages } = useFollowing();
  const [only, ...more] = read.threads;
  return (
    <>
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <Button
            appearance="subtle"
            icon={<MoreHorizontalRegular />}
            aria-label={t("conversations.read.menu")}
          />
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            <MenuItem icon={<TextExpandRegular />} onClick={expanded.all}>
              {t(`conversations.read.${expanded.isAll ? "foldAll" : "expandAll"}`)}
            </MenuItem>
            {only && more.length === 0 && <LockItem read={read} thread={only} />}
            {list?.remoteImages && (
              <MenuItem icon={<ImageOffRegular />} onClick={() => loadImages(false)}>
                {t("conversations.read.imagesOff")}
              </MenuItem>
            )}
            <MenuDivider />
            <MenuItem icon={<DeleteRegular />} onClick={() => setDeleting(true)}>
              {t("conversations.read.delete")}
            </MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
      {deleting && <DeleteDialog read={read} thread={null} onClose={() => setDeleting(false)} />}
    </>
  );
}

function LockItem({ read, thread }: { read: ConversationThreads; thread: Thread }) {
  const { t } = useTranslation();
  const lock = useLock(read.conversation.id);
  return (
    <MenuItem
      icon={thread.locked ? <LockOpenRegular /> : <LockClosedRegular />}
      onClick={() => lock(thread, !thread.locked)}
    >
      {t(`conversations.read.${thread.locked ? "unlock" : "lock"}`)}
    </MenuItem>
  );
}

export function ThreadMenu({ read, thread }: { read: ConversationThreads; thread: Thread }) {
  const { t } = useTranslation();
  const [deleting, setDeleting] = useState(false);
  return (
    <>
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <Button
            size="small"
            appearance="subtle"
            icon={<MoreHorizontalRegular />}
            aria-label={t("conversations.read.menuThread")}
          />
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            <LockItem read={read} thread={thread} />
            <MenuItem icon={<DeleteRegular />} onClick={() => setDeleting(true)}>
              {t("conversations.read.deleteThread")}
            </MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
      {deleting && <DeleteDialog read={read} thread={thread} onClose={() => setDeleting(false)} />}
    </>
  );
}
