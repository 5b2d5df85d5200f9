/**
 * Saves what was typed. The form's own number goes with a new event, so that it is created once however often it is
 * sent; a change names the version that it began with.
 */
import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";

import { commandErrorOf } from "@/components/errorWords";
import { useNotify } from "@/components/notify";
import type { EventDetails } from "@/ipc/bindings";
import { call } from "@/ipc/call";
import { eventQuery, keys } from "@/ipc/queries";
import { useOpenGroup } from "../../openGroup";
import { firstDayOf, timeWords } from "../times";
import { changesOf, draftOf, inputOf, type Draft } from "./draft";
import type { Editing } from "./EventForm";

export interface Saving {
  busy: boolean;
  error: unknown;
  /** Whether it is not known if the new event arrived. */
  unknown: boolean;
  /** The event as somebody else left it meanwhile. */
  conflict: EventDetails | null;
  save: (draft: Draft) => void;
  /** The same after what they changed was seen. */
  saveOver: (draft: Draft) => void;
}

export function useSaving(
  editing: Editing,
  begun: Draft,
  zone: string,
  onShow: (day: string) => void,
  onClose: () => void,
): Saving {
  const { t } = useTranslation();
  const { groupId, summary } = useOpenGroup();
  const client = useQueryClient();
  const notify = useNotify();
  const [transactionId] = useState(() => crypto.randomUUID());
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [conflict, setConflict] = useState<EventDetails | null>(null);
  // A second click comes before the button is drawn anew.
  const underWay = useRef(false);

  const send = async (draft: Draft, seen: EventDetails | null): Promise<EventDetails | null> => {
    if (editing.kind === "new") {
      const event = inputOf(draft);
      return event && call("event_create", { groupId, transactionId, event });
    }
    const { details } = editing;
    const base = seen ? draftOf(seen, summary.mail, zone) : begun;
    return call("event_change", {
      groupId,
      eventId: details.event.id,
      changeKey: (seen ?? details).changeKey,
      changes: changesOf(base, draft),
    });
  };
  const succeeded = (saved: EventDetails) => {
    for (const key of [keys.calendar, keys.event]) {
      void client.invalidateQueries({ queryKey: [...key, groupId] });
    }
    const { subject, time } = saved.event;
    notify({
      intent: "confirmed",
      title: t(editing.kind === "new" ? "calendar.form.created" : "calendar.form.changed", {
        subject: subject || t("calendar.noSubject"),
      }),
      body: timeWords(time, zone),
      action: {
        label: t("calendar.form.show"),
        run: () => onShow(firstDayOf(time, zone)),
      },
    });
    onClose();
  };
  const failed = async (thrown: unknown) => {
    if (editing.kind === "change" && commandErrorOf(thrown).code === "conflict") {
      const query = eventQuery(groupId, editing.details.event.id);
      try {
        return setConflict(await client.fetchQuery({ ...query, staleTime: 0 }));
      } catch {
        // Then the conflict is said without its details.
      }
    }
    setError(thrown);
  };
  const run = async (draft: Draft, seen: EventDetails | null) => {
    if (underWay.current) return;
    underWay.current = true;
    setBusy(true);
    setError(null);
    setConflict(null);
    try {
      const saved = await send(draft, seen);
      if (saved) succeeded(saved);
    } catch (thrown) {
      await failed(thrown);
    }
    underWay.current = false;
    setBusy(false);
  };
  return {
    busy,
    error,
    unknown:
      error !== null && editing.kind === "new" && commandErrorOf(error).code === "outcomeUnknown",
    conflict,
    save: (draft) => void run(draft, null),
    saveOver: (draft) => void run(draft, conflict),
  };
}
