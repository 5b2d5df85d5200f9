/** Reads the policies anew, for whoever wants to be sure of them. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";

import { useNotifyFailure } from "@/components/notify";
import { call } from "@/ipc/call";
import { keys } from "@/ipc/queries";

export function useReadPolicies(): { read: () => Promise<void>; reading: boolean } {
  const { t } = useTranslation();
  const client = useQueryClient();
  const failed = useNotifyFailure();
  const { mutateAsync, isPending } = useMutation({
    mutationFn: () => call("policies_read", { anew: true }),
    onSuccess: (policies) => client.setQueryData(keys.policies, policies),
  });
  const read = useCallback(async () => {
    try {
      await mutateAsync();
    } catch (error) {
      failed(error, t("policies.failed"));
    }
  }, [mutateAsync, failed, t]);
  return { read, reading: isPending };
}
