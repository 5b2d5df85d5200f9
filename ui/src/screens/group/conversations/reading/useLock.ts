/** Locks a thread, or opens it again. */
import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";

import { useNotifyFailure } from "@/components/notify";
import type { Thread } from "@/ipc/bindings";
import { call } from "@/ipc/call";
import { invalidate } from "@/ipc/tags";
import { useOpenGroup } from "../../openGroup";

export function useLock(conversationId: string): (thread: Thread, locked: boolean) => void {
  const { t } = useTranslation();
  const { groupId } = useOpenGroup();
  const client = useQueryClient();
  const failed = useNotifyFailure();
  return ({ id: threadId }, locked) =>
    void call("thread_lock", { thread: { groupId, conversationId, threadId }, locked })
      .then(() => invalidate(client, ["conversations"]))
      .catch((error: unknown) => failed(error, t("conversations.read.lockFailed")));
}
