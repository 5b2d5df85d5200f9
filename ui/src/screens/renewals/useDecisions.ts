/** Renewing from the desk: one after the other without waiting, each with what came of it. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";

import { commandErrorOf } from "@/components/errorWords";
import type { GroupSummary, RenewOutcome } from "@/ipc/bindings";
import { renewMutation } from "@/ipc/mutations";

/** How far a decision has come, as its row says it. */
export type Decision = "renewing" | "confirmed" | "sent" | "failed" | "unknown";

/** What came of renewing a group; `group` is as it was when that was decided. */
export interface Result {
  group: GroupSummary;
  decision: Decision;
  outcome: RenewOutcome | null;
  error: unknown;
}

export interface Decisions {
  of: (groupId: string) => Decision | undefined;
  resultOf: (groupId: string) => Result | undefined;
  /** The newest renewal that the service accepted. */
  latest: Result | undefined;
  renew: (group: GroupSummary) => Promise<Result>;
}

export function useDecisions(): Decisions {
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
    if (before?.decision === "renewing") return before;
    keep({ group, decision: "renewing", outcome: null, error: null });
    try {
      return keep(accepted(group, await mutateAsync(group)));
    } catch (error) {
      return keep(refused(group, error));
    }
  };
  return {
    of: (groupId) => results.get(groupId)?.decision,
    resultOf: (groupId) => results.get(groupId),
    latest,
    renew,
  };
}

function accepted(group: GroupSummary, outcome: RenewOutcome): Result {
  const confirmed = outcome.certainty === "confirmed" && outcome.group.expires !== null;
  return { group, decision: confirmed ? "confirmed" : "sent", outcome, error: null };
}

function refused(group: GroupSummary, error: unknown): Result {
  const lost = commandErrorOf(error).code === "outcomeUnknown";
  return { group, decision: lost ? "unknown" : "failed", outcome: null, error };
}
