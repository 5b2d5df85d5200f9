/**
 * Saves what was changed. The group is read first: what somebody else changed meanwhile is shown before
 * it is written over. What the service refuses stands beside its field, and stays written there.
 */
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import type { ChangeFailure } from "@/components/jobs/outcome";
import { useChange, type ChangeOutcome } from "@/components/jobs/useChange";
import type { GroupChanges, GroupDetails, GroupSummary } from "@/ipc/bindings";
import { call } from "@/ipc/call";
import { keys } from "@/ipc/queries";
import { useOpenGroup } from "../openGroup";
import { PROPERTIES, type Property } from "./draft";
import type { DraftOf } from "./useDraft";

export interface Saving {
  /** Answers whether all of it was accepted. */
  save: () => Promise<boolean>;
  busy: boolean;
  /** Why a property was not saved. */
  problems: ReadonlyMap<Property, string>;
  /** Why none of it was, where that is about no single property. */
  failure: ChangeFailure | null;
  /** Forgets what went wrong. */
  forget: () => void;
}

const FINE: ReadonlyMap<Property, string> = new Map();

export function useSaving(draft: DraftOf): Saving {
  const { t } = useTranslation();
  const { groupId, summary } = useOpenGroup();
  const client = useQueryClient();
  const { change } = useChange();
  const [busy, setBusy] = useState(false);
  const [problems, setProblems] = useState(FINE);
  const [failure, setFailure] = useState<ChangeFailure | null>(null);

  const forget = () => {
    setProblems(FINE);
    setFailure(null);
  };
  const send = async (changes: GroupChanges): Promise<boolean> => {
    const outcome = await change(
      { kind: "updateGroups", groupIds: [groupId], changes },
      {
        quiet: true,
        done: t("group.settings.saved", { name: changes.displayName ?? summary.displayName }),
      },
    );
    const refused = refusedOf(outcome);
    setProblems(
      new Map([...refused].map(([property, reason]) => [property, t(`jobs.why.${reason}`)])),
    );
    setFailure(outcome.failure && refused.size === 0 ? outcome.failure : null);
    if (!outcome.failure || refused.size > 0) {
      draft.accepted(draft.dirty.filter((property) => !refused.has(property)));
    }
    return outcome.ok;
  };
  const save = async (): Promise<boolean> => {
    const changes = draft.changes();
    if (busy || !changes || draft.meanwhile.length > 0) return false;
    setBusy(true);
    forget();
    try {
      // Without an answer the change itself finds out what is wrong.
      const fresh = await call("group_get", { groupId }).catch(() => null);
      const details = client.getQueryData<GroupDetails>([...keys.details, groupId]);
      if (fresh && details && isOther(details.summary, fresh)) {
        client.setQueryData<GroupDetails>([...keys.details, groupId], {
          ...details,
          summary: { ...fresh, people: fresh.people ?? details.summary.people },
        });
        const clashes = PROPERTIES.some(
          (property) => property in fresh && differs(property, details.summary, fresh),
        );
        if (clashes) return false;
      }
      return await send(changes);
    } finally {
      setBusy(false);
    }
  };
  return { save, busy, problems, failure, forget };
}

const differs = (property: Property, a: GroupSummary, b: GroupSummary): boolean =>
  (a[property as keyof GroupSummary] ?? "") !== (b[property as keyof GroupSummary] ?? "");

const isOther = (a: GroupSummary, b: GroupSummary): boolean =>
  PROPERTIES.some((property) => property in b && differs(property, a, b));

/** Properties of items that were not done, with the reason. */
function refusedOf({ result }: ChangeOutcome) {
  const left = (result?.items ?? []).filter(({ state }) => state !== "done" && state !== "already");
  return new Map(
    left.flatMap(({ changes, reason }) =>
      changes.flatMap(({ property }) => {
        const known = PROPERTIES.find((each) => each === property);
        return known && reason ? [[known, reason] as const] : [];
      }),
    ),
  );
}
