/** Carries out what the shell tells unasked: data that changed, and how a refresh or a job goes. */
import { useQueryClient, type QueryClient } from "@tanstack/react-query";
import { useEffect } from "react";

import type { AppEvent, GroupList } from "@/ipc/bindings";
import { call } from "@/ipc/call";
import { subscribe } from "@/ipc/events";
import { keepJob } from "@/ipc/jobs";
import { keys } from "@/ipc/queries";
import { invalidate } from "@/ipc/tags";

/** Who listens for which cache, and how to end it. */
const listening = new WeakMap<QueryClient, { listeners: number; stop: () => void }>();

/** Listens until every caller has ended it: what is told is carried out once, however many ask for it. */
export function listenFor(client: QueryClient): () => void {
  const now = listening.get(client) ?? { listeners: 0, stop: subscribe(carryOut(client)) };
  now.listeners += 1;
  listening.set(client, now);
  return () => {
    now.listeners -= 1;
    if (now.listeners > 0) return;
    listening.delete(client);
    now.stop();
  };
}

export function useAppEvents(): void {
  const client = useQueryClient();
  useEffect(() => listenFor(client), [client]);
  useEffect(() => {
    const again = () => void goOn(client);
    const moments = ["online", "focus"] as const;
    moments.forEach((moment) => window.addEventListener(moment, again));
    return () => moments.forEach((moment) => window.removeEventListener(moment, again));
  }, [client]);
}

/** A refresh that failed for a passing reason is tried again at once when that may have passed. */
export async function goOn(client: QueryClient): Promise<void> {
  const list = client.getQueryData<GroupList>(keys.groups);
  if (!list?.lastError?.retryable || list.refreshing) return;
  await call("groups_refresh", null).catch(() => undefined);
}

export function carryOut(client: QueryClient): (event: AppEvent) => void {
  let newest = -1;
  return (event) => {
    switch (event.kind) {
      case "changed":
        invalidate(client, event.tags);
        break;
      case "refreshProgress":
        if (event.sequence <= newest) break;
        newest = event.sequence;
        client.setQueryData(keys.progress, event.loaded);
        break;
      case "jobProgress":
        keepJob(client, keys.jobs, event.job);
        void client.invalidateQueries({ queryKey: [...keys.job, event.job.jobId] });
        break;
      case "refreshEnded":
        client.setQueryData(keys.progress, null);
        invalidate(client, ["groups"]);
    }
  };
}
