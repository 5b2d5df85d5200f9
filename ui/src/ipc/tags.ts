/** From the tags that a change names to the queries that it makes stale. */
import type { QueryClient } from "@tanstack/react-query";

import type { Tag } from "./bindings";
import { keys } from "./queries";

const provided: Record<Tag, ReadonlyArray<readonly string[]>> = {
  groups: [keys.groups, keys.search],
  session: [keys.start, keys.accounts, keys.permissions],
  settings: [keys.settings, keys.storage],
  practice: [keys.practice],
};

export function invalidate(client: QueryClient, tags: readonly Tag[]): void {
  for (const queryKey of new Set(tags.flatMap((tag) => provided[tag]))) {
    void client.invalidateQueries({ queryKey });
  }
}
