/** Reads the group and its people anew, whatever was read before. */
import { useMutation, useQueryClient } from "@tanstack/react-query";

import { useNotifyFailure } from "@/components/notify";
import { call } from "@/ipc/call";
import { keys } from "@/ipc/queries";
import { useOpenGroup } from "./openGroup";

export function useReadAnew(): { readAnew: () => void; reading: boolean } {
  const { groupId } = useOpenGroup();
  const client = useQueryClient();
  const failed = useNotifyFailure();
  const { mutate, isPending } = useMutation({
    mutationFn: () =>
      Promise.all([call("group_get", { groupId }), call("members_refresh", { groupId })]),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: [...keys.details, groupId] });
      void client.invalidateQueries({ queryKey: [...keys.members, groupId] });
    },
    onError: (error) => failed(error),
  });
  return { readAnew: () => mutate(), reading: isPending };
}
