/** Renewing from the desk: one after the other without waiting, each with what came of it. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";

import { commandErrorOf } from "@/components/errorWords";
import type { GroupSummary, RenewOutcome } from "@/ipc/bindings";
import { renewMutation } from "@/ipc/mutations";

/** How far a renewal has come, as its row says it. */
export type Step = "renewing" | "confirmed" | "sent" | "failed" | "unknown";

/** What came of renewing a group; `group` is as it was when that was decided. */
export interface Result {
  group: GroupSummary;
  step: Step;
  outcome: RenewOutcome | null;
  error: unknown;
}

export interface Renewals {
  of: (groupId: string) => Step | undefined;
  resultOf: (groupId: string) => Result | undefined;
  /** The newest renewal that the service accepted. */
  latest: Result | undefined;
  renew: (group: GroupSummary) => Promise<Result>;
}

export function useRenewals(): Renewals {
  const { mutateAsync } = useMutation(renewMutation(useQueryClient()));
  const [results, setResults] = useState<ReadonlyMap<string, Result>>(new Map());
  const [latest, setLatest] = useState<Result>();
  const keep = (result: Result): Result => {
    setResults((before) => new Map(before).set(result.group.id, result));
    if (result.outcome) setLatest(result);
    return result;
  };
  const renew = async (group: GroupSummary): Promise<Result> => {
    const before = results.get(group.id);
    if (before?.step === "renewing") return before;
    keep({ group, step: "renewing", outcome: null, error: null });
    try {
      return keep(accepted(group, await mutateAsync(group)));
    } catch (error) {
      return keep(refused(group, error));
    }
  };
  return {
    of: (groupId) => results.get(groupId)?.step,
    resultOf: (groupId) => results.get(groupId),
    latest,
    renew,
  };
}

function accepted(group: GroupSummary, outcome: RenewOutcome): Result {
  const confirmed = outcome.certainty === "confirmed" && outcome.group.expires !== null;
  return { group, step: confirmed ? "confirmed" : "sent", outcome, error: null };
}

function refused(group: GroupSummary, error: unknown): Result {
  const lost = commandErrorOf(error).code === "outcomeUnknown";
  return { group, step: lost ? "unknown" : "failed", outcome: null, error };
}
