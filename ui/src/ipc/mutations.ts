/**
 * What changes something: the command, and what its answer says about data that is on the screen.
 * Toasts and words are with the components that call these.
 */
import { mutationOptions, type QueryClient } from "@tanstack/react-query";

import type {
  AppStart,
  Favorite,
  GroupList,
  GroupSummary,
  Session,
  SessionState,
} from "./bindings";
import { call } from "./call";
import { keys } from "./queries";

/** Changes one group where it stands in the list. */
function patchGroup(
  client: QueryClient,
  groupId: string,
  change: (group: GroupSummary) => GroupSummary,
): void {
  client.setQueryData<GroupList>(
    keys.groups,
    (list) =>
      list && {
        ...list,
        groups: list.groups.map((group) => (group.id === groupId ? change(group) : group)),
      },
  );
}

export const renewMutation = (client: QueryClient) =>
  mutationOptions({
    mutationFn: (group: GroupSummary) => call("group_renew", { groupId: group.id }),
    onSuccess: (outcome) =>
      patchGroup(client, outcome.group.id, (group) => ({
        ...outcome.group,
        people: outcome.group.people ?? group.people,
      })),
  });

export const favoriteMutation = (client: QueryClient) =>
  mutationOptions({
    mutationFn: ({ group, marked }: { group: GroupSummary; marked: boolean }) =>
      call("favorite_set", { groupId: group.id, marked }),
    onMutate: ({ group, marked }): Favorite => {
      setFavorite(client, group.id, { marked, certainty: "local" });
      return group.favorite;
    },
    onError: (_error, { group }, before) => before && setFavorite(client, group.id, before),
    onSuccess: (favorite, { group }) => setFavorite(client, group.id, favorite),
  });

function setFavorite(client: QueryClient, groupId: string, favorite: Favorite): void {
  patchGroup(client, groupId, (group) => ({ ...group, favorite }));
}

/** Shows what a sign-in, a switch or a sign-out came to; nothing of the account before stays. */
export function enterSession(client: QueryClient, session: SessionState): void {
  // Reset, not removed: the event of the same change may have put screens up that read them already.
  void client.resetQueries({ queryKey: keys.groups });
  void client.resetQueries({ queryKey: keys.practice });
  client.setQueryData<AppStart>(keys.start, (start) => start && { ...start, session });
  for (const queryKey of [keys.accounts, keys.permissions, keys.storage]) {
    void client.invalidateQueries({ queryKey });
  }
}

export const signedIn = (session: Session): SessionState => ({ state: "signedIn", session });
