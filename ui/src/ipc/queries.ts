/**
 * Everything that is read, as query options; shared by the features, so that one answer serves all.
 * What a change makes stale is in `tags.ts`; what changes something is in `mutations.ts`.
 */
import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  skipToken,
} from "@tanstack/react-query";

import type {
  CalendarRequest,
  EventInput,
  NameCheckRequest,
  NamingInput,
  NamingMisfits,
  PersonRef,
  SignInRequest,
  WhatIfRequest,
  WhatIfRows,
  WhatIfRowsRequest,
} from "./bindings";
import { call } from "./call";
import { newestOf } from "./jobs";

export const keys = {
  start: ["app_started"],
  groups: ["groups_list"],
  search: ["groups_search"],
  accounts: ["accounts_list"],
  permissions: ["permissions_list"],
  settings: ["settings_get"],
  storage: ["storage_get"],
  practice: ["practice_get"],
  details: ["group_details_get"],
  nameCheck: ["group_name_check"],
  creationRules: ["creation_rules_get"],
  holdings: ["group_holdings_get"],
  members: ["members_list"],
  found: ["people_find"],
  suggestions: ["owner_suggestions_get"],
  comparison: ["people_compare"],
  matrix: ["people_matrix"],
  deleted: ["deleted_list_get"],
  jobs: ["jobs_list"],
  job: ["job_get"],
  activity: ["activity_list"],
  tenantGroups: ["tenant_groups_list"],
  tableLayout: ["table_layout_get"],
  /** By group: read in batches, see `screens/renewals/evidence`. */
  evidence: ["evidence_get"],
  decisions: ["decisions_list"],
  history: ["history_get"],
  conversations: ["conversations_list"],
  conversation: ["conversation_get"],
  posts: ["posts_load"],
  drafts: ["drafts_list"],
  calendar: ["calendar_get"],
  event: ["event_get"],
  eventCheck: ["event_check"],
  policies: ["policies_read"],
  whatIf: ["policy_what_if"],
  whatIfRows: ["policy_what_if_rows"],
  namingPreview: ["naming_preview"],
  misfits: ["naming_misfits"],
  policyGroups: ["policy_groups_find"],
  compared: ["policies_import"],
  /** Not a command: how many groups the running refresh has read, as events tell it. */
  progress: ["refresh_progress"],
} as const satisfies Record<string, readonly string[]>;

export const startQuery = () =>
  queryOptions({ queryKey: keys.start, queryFn: () => call("app_started", null) });

export const groupsQuery = () =>
  queryOptions({ queryKey: keys.groups, queryFn: () => call("groups_list", null) });

export const searchQuery = (text: string) =>
  queryOptions({
    queryKey: [...keys.search, text],
    queryFn: () => call("groups_search", { text }),
    enabled: text.length >= 2,
    placeholderData: keepPreviousData,
  });

export const accountsQuery = () =>
  queryOptions({ queryKey: keys.accounts, queryFn: () => call("accounts_list", null) });

export const permissionsQuery = (form: SignInRequest | null) =>
  queryOptions({
    queryKey: [...keys.permissions, form],
    queryFn: () => call("permissions_list", { form }),
    placeholderData: keepPreviousData,
  });

export const settingsQuery = () =>
  queryOptions({ queryKey: keys.settings, queryFn: () => call("settings_get", null) });

export const storageQuery = () =>
  queryOptions({ queryKey: keys.storage, queryFn: () => call("storage_get", null) });

export const practiceQuery = (enabled: boolean) =>
  queryOptions({ queryKey: keys.practice, queryFn: () => call("practice_get", null), enabled });

export const refreshProgressQuery = () =>
  queryOptions<number | null>({
    queryKey: keys.progress,
    queryFn: skipToken,
    initialData: null,
  });

export const detailsQuery = (groupId: string) =>
  queryOptions({
    queryKey: [...keys.details, groupId],
    queryFn: () => call("group_details_get", { groupId }),
  });

/** Asked while one types, so the verdict before stays until the next is there. */
export const nameCheckQuery = (request: NameCheckRequest) =>
  queryOptions({
    queryKey: [...keys.nameCheck, request],
    queryFn: () => call("group_name_check", request),
    enabled: request.displayName !== "",
    placeholderData: keepPreviousData,
    // Somebody else may have taken the name meanwhile.
    staleTime: 30_000,
  });

export const creationRulesQuery = () =>
  queryOptions({ queryKey: keys.creationRules, queryFn: () => call("creation_rules_get", null) });

/** What goes with at most 100 groups; always read anew, since a decision rests on it. */
export const holdingsQuery = (groupIds: string[]) =>
  queryOptions({
    queryKey: [...keys.holdings, groupIds],
    queryFn: () => call("group_holdings_get", { groupIds }),
    enabled: groupIds.length > 0,
    staleTime: 0,
  });

export const membersQuery = (groupId: string) =>
  queryOptions({
    queryKey: [...keys.members, groupId],
    queryFn: () => call("members_list", { groupId }),
  });

/** People by part of a name or an address; `groupId` marks those who are in that group. */
export const peopleFindQuery = (text: string, groupId: string | null) =>
  queryOptions({
    queryKey: [...keys.found, groupId, text],
    queryFn: () => call("people_find", { text, groupId }),
    enabled: text.trim() !== "",
    placeholderData: keepPreviousData,
  });

export const suggestionsQuery = (groupId: string) =>
  queryOptions({
    queryKey: [...keys.suggestions, groupId],
    queryFn: () => call("owner_suggestions_get", { groupId }),
  });

export const comparisonQuery = (leftId: string, rightId: string) =>
  queryOptions({
    queryKey: [...keys.comparison, leftId, rightId],
    queryFn: () => call("people_compare", { leftId, rightId }),
  });

/** At most 20 people. */
export const matrixQuery = (people: PersonRef[]) =>
  queryOptions({
    queryKey: [...keys.matrix, people.map(({ id }) => id)],
    queryFn: () => call("people_matrix", { people }),
    enabled: people.length > 0,
    placeholderData: keepPreviousData,
  });

export const deletedQuery = () =>
  queryOptions({ queryKey: keys.deleted, queryFn: () => call("deleted_list_get", null) });

/** Jobs as they stand: read once, then kept current by events, of which the newest counts. */
export const jobsQuery = () =>
  queryOptions({
    queryKey: keys.jobs,
    queryFn: async ({ client }) =>
      newestOf(client.getQueryData(keys.jobs), await call("jobs_list", null)),
  });

export const jobQuery = (jobId: string) =>
  queryOptions({
    queryKey: [...keys.job, jobId],
    queryFn: () => call("job_get", { jobId }),
    placeholderData: keepPreviousData,
  });

/** The record, newest first, a page of 200 after the other. */
export const activityQuery = (text: string, groupId: string | null) =>
  infiniteQueryOptions({
    queryKey: [...keys.activity, groupId, text],
    queryFn: ({ pageParam: after }) => call("activity_list", { groupId, text, after }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });

/** How many groups a page of the tenant's has. */
export const TENANT_PAGE = 200;
/** While the tenant is read for the first time, more of it comes every so often. */
const READING_MS = 2_000;

/** One page of the whole tenant's groups, counted from 0: any can be asked for, in any order. */
export const tenantPageQuery = (text: string, page: number) =>
  queryOptions({
    queryKey: [...keys.tenantGroups, text, page],
    queryFn: () => call("tenant_groups_list", { text, offset: page * TENANT_PAGE }),
    refetchInterval: ({ state }) => (state.data?.reading == null ? false : READING_MS),
  });

export const tableLayoutQuery = () =>
  queryOptions({ queryKey: keys.tableLayout, queryFn: () => call("table_layout_get", null) });

/** What was decided on this machine and stands. */
export const decisionsQuery = () =>
  queryOptions({ queryKey: keys.decisions, queryFn: () => call("decisions_list", null) });

/** What was decided and what became of it, newest first, a page of 100 after the other. */
export const historyQuery = (groupId: string | null) =>
  infiniteQueryOptions({
    queryKey: [...keys.history, groupId],
    queryFn: ({ pageParam: before }) => call("history_get", { groupId, before }),
    initialPageParam: null as number | null,
    getNextPageParam: ({ entries, total }, all) => {
      const loaded = all.reduce((sum, page) => sum + page.entries.length, 0);
      return loaded < total ? (entries.at(-1)?.number ?? null) : null;
    },
  });

/** How many conversations a stretch of the list has. */
export const CONVERSATIONS_PAGE = 100;

/** One stretch of a group's conversations, counted from 0; whether there is a next one it says itself. */
export const conversationsQuery = (groupId: string, page: number, anew = false) =>
  queryOptions({
    queryKey: [...keys.conversations, groupId, page],
    queryFn: () =>
      call("conversations_list", {
        groupId,
        offset: page * CONVERSATIONS_PAGE,
        limit: CONVERSATIONS_PAGE,
        anew,
      }),
  });

export const conversationQuery = (groupId: string, conversationId: string, anew = false) =>
  queryOptions({
    queryKey: [...keys.conversation, groupId, conversationId],
    queryFn: () => call("conversation_get", { groupId, conversationId, anew }),
  });

/** What is being written in all groups, or on its way. */
export const draftsQuery = () =>
  queryOptions({ queryKey: keys.drafts, queryFn: () => call("drafts_list", null) });

/** Events within a range; those of the range before stay until they are there. */
export const calendarQuery = (request: Omit<CalendarRequest, "anew">) =>
  queryOptions({
    queryKey: [...keys.calendar, request.groupId, request.timeZone, request.first, request.last],
    queryFn: () => call("calendar_get", { ...request, anew: false }),
    placeholderData: keepPreviousData,
  });

export const eventQuery = (groupId: string, eventId: string) =>
  queryOptions({
    queryKey: [...keys.event, groupId, eventId],
    queryFn: () => call("event_get", { groupId, eventId }),
  });

/** Asked while one types, so what was found before stays until the next is there. */
export const eventCheckQuery = (event: EventInput) =>
  queryOptions({
    queryKey: [...keys.eventCheck, event],
    queryFn: () => call("event_check", { event }),
    placeholderData: keepPreviousData,
    // What is past by now was not before.
    staleTime: 30_000,
  });

export const policiesQuery = () =>
  queryOptions({
    queryKey: keys.policies,
    queryFn: () => call("policies_read", { anew: false }),
  });

/** Asked while one types, so the figures before stay until the next are there. */
export const whatIfQuery = (request: WhatIfRequest) =>
  queryOptions({
    queryKey: [...keys.whatIf, request],
    queryFn: () => call("policy_what_if", request),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    refetchInterval: ({ state }) => (state.data?.reading == null ? false : READING_MS),
  });

/** So many rows of a what-if, or of the groups that do not fit a naming rule, are read at once. */
export const POLICY_PAGE = 100;

/** A page of a long answer, as `usePaged` reads it. */
export interface PageQuery<Page> {
  queryKey: readonly unknown[];
  queryFn: () => Promise<Page>;
  enabled?: boolean;
}

export const whatIfRowsQuery = (
  asked: Omit<WhatIfRowsRequest, "offset" | "limit">,
  page: number,
): PageQuery<WhatIfRows> => ({
  queryKey: [...keys.whatIfRows, asked, page],
  queryFn: () =>
    call("policy_what_if_rows", { ...asked, offset: page * POLICY_PAGE, limit: POLICY_PAGE }),
});

/** `null` for the tenant's own rule. */
export const namingPreviewQuery = (naming: NamingInput | null, name: string) =>
  queryOptions({
    queryKey: [...keys.namingPreview, naming, name],
    queryFn: () => call("naming_preview", { naming, name }),
    placeholderData: keepPreviousData,
  });

export const misfitsQuery = (
  naming: NamingInput | null,
  page: number,
): PageQuery<NamingMisfits> => ({
  queryKey: [...keys.misfits, naming, page],
  queryFn: () => call("naming_misfits", { naming, offset: page * POLICY_PAGE, limit: POLICY_PAGE }),
});

/** Groups of any kind, found while one types. */
export const policyGroupsQuery = (text: string) =>
  queryOptions({
    queryKey: [...keys.policyGroups, text],
    queryFn: () => call("policy_groups_find", { text }),
    placeholderData: keepPreviousData,
  });

/** A file of policies beside what the tenant has; read again after each change of them. */
export const comparedQuery = (text: string) =>
  queryOptions({
    queryKey: [...keys.compared, text],
    queryFn: () => call("policies_import", { text }),
  });
