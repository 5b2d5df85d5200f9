/**
 * Plans the group while it is typed, creates it, and follows the job until the group itself is there or
 * is refused. Its people and its team go on as the same job afterwards.
 */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";

import { dismiss, follow } from "@/components/jobs/followed";
import { failureOf, failureOfCommand, type ChangeFailure } from "@/components/jobs/outcome";
import type { ChangeRequest, JobResult, Plan } from "@/ipc/bindings";
import { planMutation, runPlanMutation } from "@/ipc/mutations";
import { jobQuery, jobsQuery } from "@/ipc/queries";
import { useSettled } from "@/lib/useSettled";

/** A plan is made once nothing has changed for so long. */
const PAUSE_MS = 700;

export interface Create {
  plan: Plan | null;
  planning: boolean;
  creating: boolean;
  /** Why it was not created, or is not known to be. */
  failure: ChangeFailure | null;
  create: () => Promise<void>;
}

interface Options {
  /** `null` while there is nothing that could be created. */
  request: ChangeRequest | null;
  onCreated: (groupId: string) => void;
  onRefused: () => void;
}

export function useCreate({ request, onCreated, onRefused }: Options): Create {
  const { t } = useTranslation();
  const wanted = request && JSON.stringify(request);
  const planning = usePlanOf(wanted);
  const { mutateAsync: make } = useMutation(planMutation());
  const { mutateAsync: start } = useMutation(runPlanMutation(useQueryClient()));
  const [jobId, setJob] = useState<string | null>(null);
  const [starting, setStarting] = useState(false);
  const [failure, setFailure] = useState<ChangeFailure | null>(null);

  const create = async () => {
    if (!request || starting || jobId) return;
    setStarting(true);
    setFailure(null);
    try {
      const plan = planning.plan ?? (await make({ change: request }));
      const job = await start(plan.planId);
      follow(job.jobId);
      setJob(job.jobId);
    } catch (error) {
      setFailure(failureOfCommand(t, error, t("newgroup.notCreated")));
      onRefused();
    }
    setStarting(false);
  };
  useCreated(jobId, (result) => {
    const [made] = result.items.filter(({ action }) => action === "createGroup");
    setJob(null);
    if (made && (made.state === "done" || made.state === "already")) return onCreated(made.groupId);
    // The form says it, beside what was typed.
    dismiss(result.job.jobId);
    setFailure(failureOf(t, result));
    onRefused();
  });
  return { ...planning, creating: starting || jobId !== null, failure, create };
}

/** The plan of what stands there now; it is made anew when that has changed. */
function usePlanOf(wanted: string | null): { plan: Plan | null; planning: boolean } {
  const settled = useSettled(wanted, PAUSE_MS);
  const { mutateAsync } = useMutation(planMutation());
  const [made, setMade] = useState<{ of: string; plan: Plan | null } | null>(null);
  useEffect(() => {
    if (settled === null) return;
    let given = false;
    const keep = (plan: Plan | null) => !given && setMade({ of: settled, plan });
    // What is wrong with it is said when it is created.
    mutateAsync({ change: JSON.parse(settled) as ChangeRequest }).then(keep, () => keep(null));
    return () => {
      given = true;
    };
  }, [settled, mutateAsync]);
  const current = wanted !== null && made?.of === wanted ? made : null;
  return { plan: current?.plan ?? null, planning: wanted !== null && current === null };
}

/** Tells once when the group of a job is there, or will not be. */
function useCreated(jobId: string | null, onSettled: (result: JobResult) => void): void {
  const sequence = useQuery(jobsQuery()).data?.jobs.find((job) => job.jobId === jobId)?.sequence;
  const { data, refetch } = useQuery({
    ...jobQuery(jobId ?? ""),
    enabled: jobId !== null,
    placeholderData: undefined,
  });
  useEffect(() => {
    if (jobId !== null && sequence !== undefined) void refetch();
  }, [jobId, sequence, refetch]);
  const settled = jobId !== null && data?.job.jobId === jobId && isSettled(data) ? data : null;
  useEffect(() => {
    if (settled) onSettled(settled);
    // Once for each result.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [settled]);
}

const UNDER_WAY: readonly string[] = ["planned", "sent"];

function isSettled({ job, items }: JobResult): boolean {
  const made = items.find(({ action }) => action === "createGroup");
  if (made && !UNDER_WAY.includes(made.state)) return true;
  return job.state !== "running";
}
