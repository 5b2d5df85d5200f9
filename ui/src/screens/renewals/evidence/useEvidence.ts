/** The evidence about the selected group as far as it is known, and reading it with its neighbours. */
import { skipToken, useQuery, useQueryClient, type QueryClient } from "@tanstack/react-query";
import { useEffect, useMemo, useSyncExternalStore } from "react";

import type { DeskGroup } from "../gone";
import { EvidenceQueue, evidenceKey, type Known } from "./evidenceQueue";

const queues = new WeakMap<QueryClient, EvidenceQueue>();

function queueOf(client: QueryClient): EvidenceQueue {
  const queue = queues.get(client) ?? new EvidenceQueue(client);
  queues.set(client, queue);
  return queue;
}

/** Reads what is missing about the group and its neighbours once it has been selected for a moment. */
export function useWantedEvidence(
  groups: readonly DeskGroup[],
  selected: DeskGroup | undefined,
  now: string,
): void {
  const client = useQueryClient();
  // What is deleted has nothing left to read.
  const ids = useMemo(() => groups.flatMap(({ id, gone }) => (gone ? [] : [id])), [groups]);
  const id = selected && !selected.gone ? selected.id : undefined;
  useEffect(() => {
    const at = id === undefined ? -1 : ids.indexOf(id);
    if (at >= 0) return queueOf(client).wantSoon(ids, at, now);
  }, [client, ids, id, now]);
}

export interface EvidenceState {
  known: Known | undefined;
  error: unknown;
  again: () => void;
}

export function useEvidence(groupId: string): EvidenceState {
  const client = useQueryClient();
  const queue = queueOf(client);
  const { data: known } = useQuery<Known>({ queryKey: evidenceKey(groupId), queryFn: skipToken });
  const failures = useSyncExternalStore(queue.subscribe, queue.failures);
  return {
    known,
    error: failures.get(groupId) ?? null,
    again: () => queue.readAnew(groupId),
  };
}

/** What is known of a group now, without waiting for more: for the letter. */
export const knownEvidence = (client: QueryClient, groupId: string): Known | undefined =>
  client.getQueryData<Known>(evidenceKey(groupId));
