/** Who is signed in, and what was set: from the answer to the first call, kept current by events. */
import { useMutation, useQuery, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";

import type { Session, Settings } from "./bindings";
import { call } from "./call";
import { keys, settingsQuery, startQuery } from "./queries";

/** How the application was started. Suspends until the shell has said so. */
export const useStart = () => useSuspenseQuery(startQuery()).data;

/** Who is signed in; `null` on the Welcome screen. */
export function useSession(): Session | null {
  const { session } = useStart();
  return session.state === "signedIn" ? session.session : null;
}

/** What was set; at first as the start said it, since the command line may overrule the theme. */
export function useSettings(): Settings {
  const { settings } = useStart();
  return useQuery({ ...settingsQuery(), initialData: settings }).data;
}

/** Sets some of the settings. They are in force at once, and go back when that fails. */
export function useChangeSettings() {
  const client = useQueryClient();
  const current = useSettings();
  return useMutation({
    mutationFn: (change: Partial<Settings>) => call("settings_set", { ...current, ...change }),
    onMutate: (change) => {
      client.setQueryData<Settings>(keys.settings, { ...current, ...change });
      return current;
    },
    onError: (_error, _change, before) => client.setQueryData(keys.settings, before),
    onSuccess: (settings) => {
      client.setQueryData(keys.settings, settings);
      void client.invalidateQueries({ queryKey: keys.storage });
    },
  });
}
