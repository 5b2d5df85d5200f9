/** Jobs in the cache of answers: whichever report of a job has the highest number is the one that counts. */
import type { QueryClient } from "@tanstack/react-query";

import type { Job, JobList } from "./bindings";

const newer = (known: Job | undefined, told: Job): Job =>
  known && known.sequence >= told.sequence ? known : told;

/** A list that was read, with what events have told of its jobs meanwhile. */
export function newestOf(known: JobList | undefined, read: JobList): JobList {
  const before = new Map(known?.jobs.map((job) => [job.jobId, job]));
  return { jobs: read.jobs.map((job) => newer(before.get(job.jobId), job)) };
}

/** Takes what was told of a job into the list; a report that is late changes nothing. */
export function keepJob(client: QueryClient, queryKey: readonly string[], job: Job): void {
  client.setQueryData<JobList>(queryKey, (list) => {
    if (!list) return undefined;
    const isNew = list.jobs.every(({ jobId }) => jobId !== job.jobId);
    if (isNew) return { jobs: [job, ...list.jobs] };
    return { jobs: list.jobs.map((each) => (each.jobId === job.jobId ? newer(each, job) : each)) };
  });
}
