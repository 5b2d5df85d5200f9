/**
 * Saves a change of a policy: planned, so that before, after and reach can be looked at, then done. When
 * somebody else changed it meanwhile nothing is written, and what they changed is read.
 */
import { useCallback, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";

import { commandErrorOf } from "@/components/errorWords";
import { useChange } from "@/components/jobs/useChange";
import type { ChangeFailure } from "@/components/jobs/outcome";
import { usePlan, type Planned } from "@/components/jobs/usePlan";
import type { ChangeRequest } from "@/ipc/bindings";
import { useReadPolicies } from "../useReadPolicies";

export interface Saving {
  /** What would be done; nothing is written. */
  ask: (request: ChangeRequest) => void;
  planned: Planned;
  busy: boolean;
  /** Why it was not done. */
  failure: ChangeFailure | null;
  /** Does what was planned. */
  save: () => void;
  again: () => void;
  close: () => void;
}

/** `onSaved` forgets the draft. */
export function useSaving(onSaved: () => void): Saving {
  const { t } = useTranslation();
  const planning = usePlan();
  const { change, busy } = useChange();
  const { read } = useReadPolicies();
  const [asked, setAsked] = useState<ChangeRequest | null>(null);
  const [failure, setFailure] = useState<ChangeFailure | null>(null);
  const { make, close: forget, planned } = planning;
  const close = useCallback(() => {
    forget();
    setFailure(null);
    setAsked(null);
  }, [forget]);
  const ask = useCallback(
    (request: ChangeRequest) => {
      setAsked(request);
      setFailure(null);
      void make(request);
    },
    [make],
  );
  const save = async () => {
    if (!asked || busy || !("plan" in planned) || !planned.plan) return;
    // Of many one looks on in the tray.
    if (planned.plan.items > 1) {
      const job = await planning.run();
      if (job) onSaved();
      return;
    }
    const { ok, failure: why } = await change(asked, {
      quiet: true,
      failed: t("policies.notSavedTitle"),
    });
    if (ok) onSaved();
    if (ok) return close();
    setFailure(why);
  };
  const overtaken = wasChangedMeanwhile(planned, failure);
  useEffect(() => {
    if (overtaken) void read();
  }, [overtaken, read]);
  const again = () => {
    setFailure(null);
    planning.again();
  };
  return { ask, planned, busy, failure, save: () => void save(), again, close };
}

const isMeanwhile = (failure: ChangeFailure | null): boolean =>
  failure?.reason === "changedMeanwhile" || failure?.error?.code === "changedMeanwhile";

/** Also when planning itself found that somebody else had changed it. */
const wasChangedMeanwhile = (planned: Planned, failure: ChangeFailure | null): boolean =>
  isMeanwhile(failure) ||
  (planned.state === "failed" && commandErrorOf(planned.error).code === "changedMeanwhile");
