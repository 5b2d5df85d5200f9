/** The keys of an open conversation. */
import { useState } from "react";
import { useTranslation } from "react-i18next";

import type { ConversationThreads } from "@/ipc/bindings";
import { useShortcut } from "@/shortcuts/registry";
import { DeleteDialog } from "./DeleteDialog";
import type { Answering } from "./useAnswer";
import type { Expanded } from "./useExpanded";

interface Props {
  read: ConversationThreads;
  answering: Answering;
  expanded: Expanded;
}

export function ReadingKeys({ read, answering, expanded }: Props) {
  const { t } = useTranslation();
  const [deleting, setDeleting] = useState(false);
  const conversationId = read.conversation.id;
  const replyable = read.threads.find(({ locked }) => !locked);
  const newest = read.threads[0];
  const post = newest?.posts.at(-1);
  useShortcut(
    "r",
    t("conversations.keys.reply"),
    () =>
      replyable &&
      answering.begin({ kind: "reply", conversationId, threadId: replyable.id, postId: null }),
    { enabled: replyable !== undefined },
  );
  useShortcut(
    "Shift+F",
    t("conversations.keys.forward"),
    () =>
      newest &&
      post &&
      answering.begin({ kind: "forward", conversationId, threadId: newest.id, postId: post.id }),
    { enabled: post !== undefined },
  );
  useShortcut("e", t("conversations.keys.expand"), expanded.all);
  useShortcut("Delete", t("conversations.keys.delete"), () => setDeleting(true));
  if (!deleting) return null;
  return <DeleteDialog read={read} thread={null} onClose={() => setDeleting(false)} />;
}
