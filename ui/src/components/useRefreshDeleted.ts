/** Reads the deleted groups anew, however new what is shown; a failure leaves that as it is. */
import { useMutation } from "@tanstack/react-query";

import { call } from "@/ipc/call";
import { useNotifyFailure } from "./notify";

export function useRefreshDeleted(): { refresh: () => void; reading: boolean } {
  const failed = useNotifyFailure();
  const { mutate, isPending } = useMutation({
    mutationFn: () => call("deleted_refresh", null),
    onError: (error) => failed(error),
  });
  return { refresh: () => mutate(), reading: isPending };
}
