/** How the person follows the group: its mail in their inbox, what they have seen, remote images. */
import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";

import { useNotify, useNotifyFailure } from "@/components/notify";
import { call } from "@/ipc/call";
import { invalidate } from "@/ipc/tags";
import { useOpenGroup } from "../../openGroup";

export function useFollowing() {
  const { t } = useTranslation();
  const { groupId, summary } = useOpenGroup();
  const client = useQueryClient();
  const notify = useNotify();
  const failed = useNotifyFailure();
  const change = (done: Promise<null>, title?: string) =>
    void done
      .then(() => {
        invalidate(client, ["conversations"]);
        if (title) notify({ intent: "info", title });
      })
      .catch((error: unknown) => failed(error, t("conversations.changeFailed")));
  return {
    markSeen: () => change(call("unseen_reset", { groupId })),
    subscribe: (subscribed: boolean) =>
      change(
        call("mail_subscribe", { groupId, subscribed }),
        t(`conversations.${subscribed ? "subscribed" : "unsubscribed"}`, {
          name: summary.displayName,
        }),
      ),
    loadImages: (load: boolean) => change(call("remote_images_set", { groupId, load })),
  };
}
