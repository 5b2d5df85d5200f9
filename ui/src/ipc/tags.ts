/** From the tags that a change names to the queries that it makes stale. */
import type { QueryClient } from "@tanstack/react-query";

import type { Tag } from "./bindings";
import { keys } from "./queries";

const provided: Record<Tag, ReadonlyArray<readonly string[]>> = {
  groups: [keys.groups, keys.search, keys.tenantGroups, keys.details],
  session: [keys.start, keys.accounts, keys.permissions],
  settings: [keys.settings, keys.storage],
  practice: [keys.practice],
  details: [keys.details, keys.holdings, keys.creationRules],
  members: [
    keys.evidence,
    keys.members,
    keys.found,
    keys.suggestions,
    keys.comparison,
    keys.matrix,
  ],
  deleted: [keys.deleted],
  activity: [keys.jobs, keys.job, keys.activity],
  tenant: [keys.tenantGroups, keys.policies, keys.whatIf, keys.misfits],
  decisions: [keys.decisions, keys.history],
  conversations: [keys.conversations, keys.conversation, keys.posts],
  drafts: [keys.drafts],
  calendar: [keys.calendar, keys.event],
  policies: [
    keys.policies,
    keys.whatIf,
    keys.namingPreview,
    keys.misfits,
    keys.compared,
    keys.creationRules,
    keys.details,
    keys.nameCheck,
  ],
};

export function invalidate(client: QueryClient, tags: readonly Tag[]): void {
  for (const queryKey of new Set(tags.flatMap((tag) => provided[tag]))) {
    askAgainAfterFirstAnswer(client, queryKey);
    void client.invalidateQueries({ queryKey });
  }
}

/**
 * A first answer that is under way is of before the change, and the client does not begin anew as long
 * as there is no answer at all: so it is asked again once it has come.
 */
function askAgainAfterFirstAnswer(client: QueryClient, queryKey: readonly string[]): void {
  for (const query of client.getQueryCache().findAll({ queryKey })) {
    if (query.state.data !== undefined || query.state.fetchStatus !== "fetching") continue;
    const again = () => client.invalidateQueries({ queryKey: query.queryKey, exact: true });
    void query.promise?.then(again, again);
  }
}
