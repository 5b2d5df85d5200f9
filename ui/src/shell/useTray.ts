/** Which jobs stand in the tray, and whether it is open: by itself when one begins or was interrupted. */
import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { useLocation } from "react-router";

import { isOver } from "@/components/jobs/counts";
import { useFollowed } from "@/components/jobs/followed";
import type { Job } from "@/ipc/bindings";
import { jobsQuery } from "@/ipc/queries";
import { links } from "@/lib/links";

/** A change of so few items is over before anybody could look: its toast says what came of it. */
const BRIEF = 20;

export interface Tray {
  jobs: readonly Job[];
  open: boolean;
  /** Whether the person opened it. */
  asked: boolean;
  toggle: () => void;
  hide: () => void;
}

export function useTray(): Tray {
  const { data } = useQuery(jobsQuery());
  const followed = useFollowed();
  const jobs = useMemo(
    () => (data?.jobs ?? []).filter((job) => belongs(job, followed)).sort(byNeed),
    [data, followed],
  );
  // What was seen when it was hidden does not open it again.
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const [asked, setAsked] = useState(false);
  const atHome = useLocation().pathname === links.home;
  const calls = (job: Job) => !hidden.has(job.jobId) && !(atHome && waits(job));
  const open = jobs.length > 0 && (asked || jobs.some(calls));
  const hide = () => {
    setHidden(new Set(jobs.map(({ jobId }) => jobId)));
    setAsked(false);
  };
  return { jobs, open, asked, hide, toggle: () => (open ? hide() : setAsked(true)) };
}

/** Whether it waits for the person to go on; Home says so by itself. */
const waits = (job: Job): boolean => !isOver(job) && job.state !== "running";

function belongs(job: Job, followed: ReadonlySet<string>): boolean {
  if (isOver(job) || job.state === "running") {
    return followed.has(job.jobId) || (!isOver(job) && job.counts.total > BRIEF);
  }
  return true;
}

/** What waits for the person first, then what runs, then what is over. */
const byNeed = (a: Job, b: Job): number => need(a) - need(b);
const need = (job: Job): number => (waits(job) ? 0 : isOver(job) ? 2 : 1);
