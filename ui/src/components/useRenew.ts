/** Renews one group and says what came of it: the date only where the service has shown it. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";

import { commandErrorOf } from "@/components/errorWords";
import { useNotify, useNotifyFailure } from "@/components/notify";
import type { GroupSummary, RenewOutcome } from "@/ipc/bindings";
import { renewMutation } from "@/ipc/mutations";
import { formatDate } from "@/lib/dates";
import { hadMovedBefore } from "@/lib/expiry";

export function useRenew(): { renew: (group: GroupSummary) => void; renewing: string | null } {
  const { t } = useTranslation();
  const notify = useNotify();
  const failed = useNotifyFailure();
  const { mutate, isPending, variables } = useMutation(renewMutation(useQueryClient()));
  const say = ({ group, certainty, expiredBefore }: RenewOutcome, known: string | null) => {
    const name = group.displayName;
    const moved =
      known !== null && expiredBefore !== null && hadMovedBefore(known, expiredBefore)
        ? {
            body: t("groups.renewed.moved", {
              known: formatDate(known),
              before: formatDate(expiredBefore),
            }),
          }
        : {};
    if (certainty === "confirmed" && group.expires) {
      const date = formatDate(group.expires);
      notify({ intent: certainty, title: t("groups.renewed.confirmed", { name, date }), ...moved });
    } else {
      const title = t(certainty === "unknown" ? "groups.renewed.unknown" : "groups.renewed.sent", {
        name,
      });
      notify({ intent: certainty, title, body: t("groups.renewed.sentBody") });
    }
  };
  const renew = (group: GroupSummary) => {
    if (isPending) return;
    const name = group.displayName;
    mutate(group, {
      onSuccess: (outcome) => say(outcome, group.expires),
      onError: (error) => {
        const lost = commandErrorOf(error).code === "outcomeUnknown";
        failed(error, t(lost ? "groups.renewed.unknown" : "groups.renewed.failed", { name }));
      },
    });
  };
  return { renew, renewing: isPending ? variables.id : null };
}
