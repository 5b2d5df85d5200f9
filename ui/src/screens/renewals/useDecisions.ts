/** Renewing from the desk: one after the other without waiting, each with its own outcome. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { commandErrorOf } from "@/components/errorWords";
import { useNotify, useNotifyFailure } from "@/components/notify";
import type { GroupSummary, RenewOutcome } from "@/ipc/bindings";
import { renewMutation } from "@/ipc/mutations";
import { formatDate } from "@/lib/dates";

/** What came of a decision, as its row says it. */
export type Decision = "renewing" | "confirmed" | "sent" | "failed" | "unknown";

export interface Decisions {
  of: (groupId: string) => Decision | undefined;
  renew: (group: GroupSummary) => Promise<boolean>;
}

export function useDecisions(): Decisions {
  const { t } = useTranslation();
  const notify = useNotify();
  const failed = useNotifyFailure();
  const { mutateAsync } = useMutation(renewMutation(useQueryClient()));
  const [decisions, setDecisions] = useState<ReadonlyMap<string, Decision>>(new Map());
  const note = (id: string, decision: Decision) =>
    setDecisions((before) => new Map(before).set(id, decision));

  const accepted = ({ group, certainty }: RenewOutcome) => {
    const confirmed = certainty === "confirmed" && group.expires !== null;
    note(group.id, confirmed ? "confirmed" : "sent");
    const name = group.displayName;
    if (confirmed && group.expires) {
      const date = formatDate(group.expires);
      notify({ intent: "confirmed", title: t("groups.renewed.confirmed", { name, date }) });
    } else {
      notify({
        intent: "sent",
        title: t("groups.renewed.sent", { name }),
        body: t("groups.renewed.sentBody"),
      });
    }
  };
  const refused = (group: GroupSummary, error: unknown) => {
    const lost = commandErrorOf(error).code === "outcomeUnknown";
    note(group.id, lost ? "unknown" : "failed");
    const name = group.displayName;
    failed(error, t(lost ? "groups.renewed.unknown" : "groups.renewed.failed", { name }));
  };
  const renew = async (group: GroupSummary): Promise<boolean> => {
    if (decisions.get(group.id) === "renewing") return false;
    note(group.id, "renewing");
    try {
      accepted(await mutateAsync(group));
      return true;
    } catch (error) {
      refused(group, error);
      return false;
    }
  };
  return { of: (groupId) => decisions.get(groupId), renew };
}
