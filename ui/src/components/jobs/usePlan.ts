/**
 * From a change that was asked for to a job: planned, looked at, started. Nothing is written before
 * `run`. What is shown of it is `PlanDrawer`'s part; how the job goes is the tray's.
 */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useCallback, useMemo, useRef, useState } from "react";

import type { ChangeRequest, Job, Plan, UndoRequest } from "@/ipc/bindings";
import { planMutation, runPlanMutation } from "@/ipc/mutations";
import { follow } from "./followed";

export type Planned =
  | { state: "none" }
  | { state: "making" }
  | { state: "made"; plan: Plan }
  | { state: "starting"; plan: Plan }
  | { state: "failed"; error: unknown; plan: Plan | null };

export interface Planning {
  planned: Planned;
  /** Plans a change. */
  make: (change: ChangeRequest) => Promise<Plan | null>;
  /** Plans to undo a job or an item of it. */
  makeUndo: (undo: UndoRequest) => Promise<Plan | null>;
  /** Starts the plan that was made; answers with the job, which goes on in the tray. */
  run: () => Promise<Job | null>;
  /** Does the same again that failed. */
  again: () => void;
  /** Forgets the plan. */
  close: () => void;
}

type Asked = { change: ChangeRequest } | { undo: UndoRequest };

export function usePlan(): Planning {
  const client = useQueryClient();
  const { mutateAsync: plan } = useMutation(planMutation());
  const { mutateAsync: start } = useMutation(runPlanMutation(client));
  const [planned, setPlanned] = useState<Planned>({ state: "none" });
  const asked = useRef<Asked | null>(null);

  const ask = useCallback(
    async (what: Asked): Promise<Plan | null> => {
      asked.current = what;
      setPlanned({ state: "making" });
      const next = await plan(what).then(
        (made): Planned => ({ state: "made", plan: made }),
        (error: unknown): Planned => ({ state: "failed", error, plan: null }),
      );
      // Whoever closed it or asked for something else meanwhile does not want this any more.
      if (asked.current !== what) return null;
      setPlanned(next);
      return next.state === "made" ? next.plan : null;
    },
    [plan],
  );

  const close = useCallback(() => {
    asked.current = null;
    setPlanned({ state: "none" });
  }, []);

  const run = useCallback(async (): Promise<Job | null> => {
    if (!("plan" in planned) || !planned.plan || planned.state === "starting") return null;
    const { plan: made } = planned;
    setPlanned({ state: "starting", plan: made });
    try {
      const job = await start(made.planId);
      follow(job.jobId);
      close();
      return job;
    } catch (error) {
      setPlanned({ state: "failed", error, plan: made });
      return null;
    }
  }, [close, planned, start]);

  const again = useCallback(() => {
    if (planned.state === "failed" && planned.plan) void run();
    else if (asked.current) void ask(asked.current);
  }, [ask, planned, run]);

  const make = useCallback((change: ChangeRequest) => ask({ change }), [ask]);
  const makeUndo = useCallback((undo: UndoRequest) => ask({ undo }), [ask]);
  return useMemo(
    () => ({
      planned,
      make,
      makeUndo,
      run,
      again,
      close,
    }),
    [again, close, make, makeUndo, planned, run],
  );
}
