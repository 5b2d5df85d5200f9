/** Asks before everything that is kept on this computer is removed. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";

import { ConfirmDialog } from "@/components/ConfirmDialog";
import { ErrorPanel } from "@/components/ErrorPanel";
import { useNotify } from "@/components/notify";
import { call } from "@/ipc/call";
import { enterSession } from "@/ipc/mutations";
import { keys } from "@/ipc/queries";
import { formatBytes } from "@/lib/dates";
import { forgetRemembered } from "@/lib/remembered";

export function ClearDialog({ bytes, onClose }: { bytes: number; onClose: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const notify = useNotify();
  const clear = useMutation({
    mutationFn: () => call("storage_clear", null),
    onSuccess: () => {
      onClose();
      forgetRemembered();
      notify({ intent: "confirmed", title: t("settings.storage.cleared") });
      enterSession(client, { state: "signedOut" });
      void client.invalidateQueries({ queryKey: keys.settings });
    },
  });
  return (
    <ConfirmDialog
      open
      title={t("settings.storage.clearTitle")}
      confirm={t("settings.storage.clearConfirm")}
      busy={clear.isPending}
      onConfirm={() => clear.mutate()}
      onCancel={onClose}
    >
      <p>{t("settings.storage.clearText", { size: formatBytes(bytes) })}</p>
      {clear.error && <ErrorPanel error={clear.error} title={t("settings.storage.clearFailed")} />}
    </ConfirmDialog>
  );
}
