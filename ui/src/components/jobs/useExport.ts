/** Saves something in the person's folder of downloads, and says where it is. */
import { useMutation } from "@tanstack/react-query";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";

import { useNotify, useNotifyFailure } from "@/components/notify";
import type { ExportRequest } from "@/ipc/bindings";
import { exportMutation } from "@/ipc/mutations";
import { formatNumber } from "@/lib/dates";

export function useExport(): (request: ExportRequest) => void {
  const { t } = useTranslation();
  const notify = useNotify();
  const failed = useNotifyFailure();
  const { mutate } = useMutation(exportMutation());
  return useCallback(
    (request) =>
      mutate(request, {
        onSuccess: ({ fileName: file, folder, rows: count }) => {
          const body = t("jobs.savedBody", { count, shown: formatNumber(count), folder });
          notify({ intent: "info", title: t("jobs.saved", { file }), body });
        },
        onError: (error) => failed(error, t("jobs.saveFailed")),
      }),
    [failed, mutate, notify, t],
  );
}
