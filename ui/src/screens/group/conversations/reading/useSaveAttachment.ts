/** Saves attachments in the folder of downloads, and follows how far that has come. */
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";

import { useNotify, useNotifyFailure } from "@/components/notify";
import type { Attachment, ThreadRequest } from "@/ipc/bindings";
import { call } from "@/ipc/call";
import { subscribe } from "@/ipc/events";

/** In bytes; `null` where the service does not say how many there are. */
export type Saving = { loaded: number; size: number | null };

const NONE: ReadonlyMap<string, Saving> = new Map();

export function useSaveAttachment(thread: ThreadRequest, postId: string) {
  const { t } = useTranslation();
  const notify = useNotify();
  const failed = useNotifyFailure();
  const [saving, setSaving] = useState(NONE);
  const busy = saving.size > 0;
  useEffect(() => {
    if (!busy) return;
    return subscribe((event) => {
      if (event.kind !== "attachmentProgress") return;
      const { attachmentId, loaded, size } = event;
      setSaving((before) =>
        before.has(attachmentId) ? new Map(before).set(attachmentId, { loaded, size }) : before,
      );
    });
  }, [busy]);
  const save = ({ id: attachmentId, name, size }: Attachment) => {
    setSaving((before) => new Map(before).set(attachmentId, { loaded: 0, size }));
    void call("attachment_save", { thread, postId, attachmentId })
      .then(({ fileName: file, folder }) =>
        notify({
          intent: "info",
          title: t("conversations.attachment.saved", { file }),
          body: t("conversations.attachment.savedIn", { folder }),
        }),
      )
      .catch((error: unknown) => failed(error, t("conversations.attachment.failed", { name })))
      .finally(() =>
        setSaving((before) => new Map([...before].filter(([id]) => id !== attachmentId))),
      );
  };
  return { save, saving };
}
