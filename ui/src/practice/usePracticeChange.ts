/** Changes of the practice tenant; its answer is its new state, and the groups follow by event. */
import { useMutation, useQueryClient } from "@tanstack/react-query";

import { useNotifyFailure } from "@/components/notify";
import type { Commands, PracticeStatus } from "@/ipc/bindings";
import { call } from "@/ipc/call";
import { keys } from "@/ipc/queries";
import { invalidate } from "@/ipc/tags";

type Change = "practice_advance" | "practice_conditions" | "practice_role" | "practice_reset";

export function usePracticeChange<Name extends Change>(
  command: Name,
  onSuccess?: (status: PracticeStatus) => void,
) {
  const client = useQueryClient();
  const failed = useNotifyFailure();
  return useMutation({
    mutationFn: (request: Commands[Name]["request"]): Promise<PracticeStatus> =>
      call(command, request),
    onSuccess: (status: PracticeStatus) => {
      client.setQueryData(keys.practice, status);
      invalidate(client, ["groups"]);
      onSuccess?.(status);
    },
    onError: (error) => failed(error),
  });
}
