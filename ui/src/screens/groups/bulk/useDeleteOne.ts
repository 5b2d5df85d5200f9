/** Deletes one group at once, with a way back; and says until when it can be brought back. */
import { useCallback } from "react";
import { useTranslation } from "react-i18next";

import { useChange } from "@/components/jobs/useChange";
import type { GroupSummary } from "@/ipc/bindings";
import { daysAfter, formatDate } from "@/lib/dates";
import { RESTORE_DAYS } from "@/lib/expiry";

export function useDeleteOne(now: string): (group: GroupSummary) => Promise<boolean> {
  const { t } = useTranslation();
  const { change } = useChange();
  return useCallback(
    async (group) => {
      const name = group.displayName;
      const date = formatDate(daysAfter(now, RESTORE_DAYS));
      const { ok } = await change(
        { kind: "deleteGroups", groupIds: [group.id] },
        {
          done: `${t("groups.delete.done", { name })}. ${t("groups.delete.doneUntil", { date })}`,
          failed: t("groups.delete.notDone", { name }),
        },
      );
      return ok;
    },
    [change, now, t],
  );
}
