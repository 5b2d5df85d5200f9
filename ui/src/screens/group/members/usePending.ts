/** The changes to people of each group that the list has not shown yet: kept while one looks elsewhere. */
import { skipToken, useQuery, useQueryClient, type QueryClient } from "@tanstack/react-query";
import { useEffect } from "react";

import type { MemberList } from "@/ipc/bindings";
import { stillPending, type Pending } from "./pending";

const keyOf = (groupId: string) => ["pending_people", groupId];
const NOTHING: readonly Pending[] = [];

export function usePending(groupId: string, list: MemberList | undefined): readonly Pending[] {
  const client = useQueryClient();
  const { data } = useQuery<readonly Pending[]>({
    queryKey: keyOf(groupId),
    queryFn: skipToken,
    initialData: NOTHING,
    gcTime: Infinity,
  });
  useEffect(() => {
    if (list) setPending(client, groupId, (pending) => stillPending(pending, list));
  }, [client, groupId, list]);
  return data ?? NOTHING;
}

export function setPending(
  client: QueryClient,
  groupId: string,
  change: (pending: readonly Pending[]) => readonly Pending[],
): void {
  client.setQueryData<readonly Pending[]>(keyOf(groupId), (pending) => change(pending ?? NOTHING));
}
