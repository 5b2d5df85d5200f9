/**
 * What changes something: the command, and what its answer says about data that is on the screen.
 * Toasts and words are with the components that call these.
 */
import { mutationOptions, type QueryClient } from "@tanstack/react-query";

import type {
  AppStart,
  ChangeRequest,
  DecisionList,
  DecisionRequest,
  ExportRequest,
  Favorite,
  GroupList,
  GroupSummary,
  Job,
  LetterRequest,
  PeopleCheckRequest,
  PhotoSetRequest,
  Session,
  SessionState,
  TableLayout,
  UndoRequest,
} from "./bindings";
import { call } from "./call";
import { keepJob } from "./jobs";
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

/** What belongs to the account that is shown. */
const ofAccount = [
  keys.groups,
  keys.practice,
  keys.details,
  keys.creationRules,
  keys.holdings,
  keys.members,
  keys.found,
  keys.suggestions,
  keys.comparison,
  keys.matrix,
  keys.deleted,
  keys.jobs,
  keys.job,
  keys.activity,
  keys.tenantGroups,
  keys.tableLayout,
  keys.evidence,
  keys.decisions,
  keys.history,
  keys.conversations,
  keys.conversation,
  keys.posts,
  keys.drafts,
  keys.calendar,
  keys.event,
  keys.policies,
  keys.whatIf,
  keys.whatIfRows,
  keys.namingPreview,
  keys.misfits,
  keys.policyGroups,
  keys.compared,
];

/** Shows what a sign-in, a switch or a sign-out came to; nothing of the account before stays. */
export function enterSession(client: QueryClient, session: SessionState): void {
  // Reset, not removed: the event of the same change may have put screens up that read them already.
  for (const queryKey of ofAccount) void client.resetQueries({ queryKey });
  client.setQueryData<AppStart>(keys.start, (start) => start && { ...start, session });
  for (const queryKey of [keys.accounts, keys.permissions, keys.storage]) {
    void client.invalidateQueries({ queryKey });
  }
}

export const signedIn = (session: Session): SessionState => ({ state: "signedIn", session });

const keep = (client: QueryClient) => (job: Job) => keepJob(client, keys.jobs, job);

/** Plans a change and runs it; answers when it is over. What it made stale comes as an event. */
export const changeMutation = (client: QueryClient) =>
  mutationOptions({
    mutationFn: (request: ChangeRequest) => call("change_run", request),
    onSuccess: ({ job }) => keep(client)(job),
  });

/** Undoes a job, or one item of it; answers when that is over. */
export const undoMutation = (client: QueryClient) =>
  mutationOptions({
    mutationFn: (request: UndoRequest) => call("undo_run", request),
    onSuccess: ({ job }) => keep(client)(job),
  });

/** What a change, or undoing one, would do. */
export const planMutation = () =>
  mutationOptions({
    mutationFn: (asked: { change: ChangeRequest } | { undo: UndoRequest }) =>
      "change" in asked ? call("plan_make", asked.change) : call("plan_undo", asked.undo),
  });

/** Starts a plan as a job. */
export const runPlanMutation = (client: QueryClient) =>
  mutationOptions({
    mutationFn: (planId: string) => call("plan_run", { planId }),
    onSuccess: keep(client),
  });

/** Pauses a job, goes on with it, or ends it. */
export const jobMutation = (client: QueryClient) =>
  mutationOptions({
    mutationFn: ({ jobId, step }: { jobId: string; step: "pause" | "resume" | "cancel" }) =>
      call(`job_${step}`, { jobId }),
    onSuccess: keep(client),
  });

export const exportMutation = () =>
  mutationOptions({ mutationFn: (request: ExportRequest) => call("export_save", request) });

/** Checks a pasted list or a file. Nothing is written. */
export const checkPeopleMutation = () =>
  mutationOptions({ mutationFn: (request: PeopleCheckRequest) => call("people_check", request) });

/** Sets a group's photo; what was kept of the one before is forgotten by whoever shows photos. */
export const photoMutation = () =>
  mutationOptions({ mutationFn: (request: PhotoSetRequest) => call("group_photo_set", request) });

/** Keeps how the table is left; shown at once. */
export const tableLayoutMutation = (client: QueryClient) =>
  mutationOptions({
    mutationFn: (layout: TableLayout) => call("table_layout_set", layout),
    onMutate: (layout) => void client.setQueryData<TableLayout>(keys.tableLayout, layout),
  });

/** Decides about a group on this machine, or revokes that; the answer is all that stands then. */
export const decisionMutation = (client: QueryClient) =>
  mutationOptions({
    mutationFn: (request: DecisionRequest) => call("decision_set", request),
    onSuccess: (decisions) => {
      client.setQueryData<DecisionList>(keys.decisions, decisions);
      void client.invalidateQueries({ queryKey: keys.history });
    },
  });

/** Opens a letter to the other owners in the mail program. */
export const letterMutation = (client: QueryClient) =>
  mutationOptions({
    mutationFn: (request: LetterRequest) => call("letter_open", request),
    onSuccess: () => void client.invalidateQueries({ queryKey: keys.history }),
  });
