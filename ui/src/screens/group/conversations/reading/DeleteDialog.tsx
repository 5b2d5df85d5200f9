/** Asks before a conversation, or one of its threads, is deleted: it is gone for everybody. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";

import { ConfirmDialog } from "@/components/ConfirmDialog";
import { useNotify, useNotifyFailure } from "@/components/notify";
import type { ConversationThreads, Thread } from "@/ipc/bindings";
import { call } from "@/ipc/call";
import { invalidate } from "@/ipc/tags";
import { formatNumber } from "@/lib/dates";
import { useOpenGroup } from "../../openGroup";
import { useDesk } from "../desk";

interface Props {
  read: ConversationThreads;
  /** The thread alone; `null` for all of the conversation. */
  thread: Thread | null;
  onClose: () => void;
}

export function DeleteDialog({ read, thread, onClose }: Props) {
  const { t } = useTranslation();
  const { groupId } = useOpenGroup();
  const { close } = useDesk();
  const client = useQueryClient();
  const notify = useNotify();
  const failed = useNotifyFailure();
  const { id: conversationId, topic: named } = read.conversation;
  const topic = named || t("conversations.noTopic");
  const { mutate, isPending } = useMutation({
    mutationFn: () =>
      thread
        ? call("thread_delete", { groupId, conversationId, threadId: thread.id })
        : call("conversation_delete", { groupId, conversationId, anew: false }),
    onSuccess: () => {
      if (!thread || read.threads.length === 1) close();
      notify({
        intent: "info",
        title: thread
          ? t("conversations.remove.doneThread")
          : t("conversations.remove.done", { topic }),
      });
      invalidate(client, ["conversations"]);
    },
    onError: (error) => failed(error, t("conversations.remove.failed")),
    onSettled: onClose,
  });
  const going = thread ? [thread] : read.threads;
  const count = going.reduce((sum, { posts }) => sum + posts.length, 0);
  return (
    <ConfirmDialog
      open
      title={
        thread ? t("conversations.remove.threadTitle") : t("conversations.remove.title", { topic })
      }
      confirm={t("conversations.remove.confirm")}
      busy={isPending}
      onConfirm={() => mutate()}
      onCancel={onClose}
    >
      {t("conversations.remove.text", { count, shown: formatNumber(count) })}
    </ConfirmDialog>
  );
}
