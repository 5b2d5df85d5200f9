/** Marks and unmarks favorites: shown at once, taken back when the service refuses. */
import { useMutation, useQueryClient, type QueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";

import { useNotifyFailure } from "@/components/notify";
import type { Favorite, GroupsFound, GroupSummary } from "@/ipc/bindings";
import { favoriteMutation } from "@/ipc/mutations";
import { keys } from "@/ipc/queries";

export function useStar(): (group: GroupSummary, marked: boolean) => void {
  const client = useQueryClient();
  const failed = useNotifyFailure();
  const { t } = useTranslation();
  const { mutateAsync } = useMutation(favoriteMutation(client));
  return useCallback(
    (group, marked) => {
      patchFound(client, group.id, { marked, certainty: "local" });
      mutateAsync({ group, marked }).then(
        (favorite) => patchFound(client, group.id, favorite),
        (error: unknown) => {
          patchFound(client, group.id, group.favorite);
          failed(error, t("groups.star.failed"));
        },
      );
    },
    [client, failed, mutateAsync, t],
  );
}

/** The same group where the search of the tenant found it. */
function patchFound(client: QueryClient, groupId: string, favorite: Favorite): void {
  client.setQueriesData<GroupsFound>({ queryKey: keys.search }, (found) =>
    found?.groups.some(({ id }) => id === groupId)
      ? { groups: found.groups.map((each) => (each.id === groupId ? { ...each, favorite } : each)) }
      : found,
  );
}
