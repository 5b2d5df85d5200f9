/** Carries out what the shell tells unasked: data that changed, and how a refresh or a job goes. */
import { useQueryClient, type QueryClient } from "@tanstack/react-query";
import { useEffect } from "react";

import type { AppEvent } from "@/ipc/bindings";
import { subscribe } from "@/ipc/events";
import { keepJob } from "@/ipc/jobs";
import { keys } from "@/ipc/queries";
import { invalidate } from "@/ipc/tags";

export function useAppEvents(): void {
  const client = useQueryClient();
  useEffect(() => subscribe(carryOut(client)), [client]);
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
