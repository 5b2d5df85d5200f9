/** Before one of a series is changed: this one, or the whole series, which is read then. */
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { useNotifyFailure } from "@/components/notify";
import type { EventDetails } from "@/ipc/bindings";
import { eventQuery } from "@/ipc/queries";
import { useOpenGroup } from "../openGroup";
import { ScopeDialog } from "./ScopeChoice";
import type { Scope } from "./useMoves";

export function useSeries(onChosen: (details: EventDetails) => void) {
  const { t } = useTranslation();
  const { groupId } = useOpenGroup();
  const client = useQueryClient();
  const failed = useNotifyFailure();
  const [asked, setAsked] = useState<EventDetails | null>(null);
  const begin = (details: EventDetails) => {
    if (details.event.seriesId === null) onChosen(details);
    else setAsked(details);
  };
  const answer = async (details: EventDetails, scope: Scope | null) => {
    setAsked(null);
    if (scope === null) return;
    const { seriesId } = details.event;
    if (scope === "one" || seriesId === null) return onChosen(details);
    try {
      onChosen(await client.fetchQuery({ ...eventQuery(groupId, seriesId), staleTime: 0 }));
    } catch (error) {
      failed(error, t("calendar.details.failed"));
    }
  };
  const dialog = asked && (
    <ScopeDialog
      title={t("calendar.scope.change", {
        subject: asked.event.subject || t("calendar.noSubject"),
      })}
      confirm={t("calendar.scope.changeIt")}
      onAnswer={(scope) => void answer(asked, scope)}
    />
  );
  return { begin, dialog };
}
