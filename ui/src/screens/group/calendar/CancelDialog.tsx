/** Cancels an event or a series: everybody who is invited is told, with a message if one wants. */
import { Field, makeStyles, Textarea, tokens } from "@fluentui/react-components";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { ConfirmDialog } from "@/components/ConfirmDialog";
import { ErrorPanel } from "@/components/ErrorPanel";
import { useNotify } from "@/components/notify";
import type { EventDetails } from "@/ipc/bindings";
import { call } from "@/ipc/call";
import { keys } from "@/ipc/queries";
import { useOpenGroup } from "../openGroup";
import { ScopeChoice } from "./ScopeChoice";
import type { Scope } from "./useMoves";

const useStyles = makeStyles({
  body: { display: "grid", gap: "12px" },
  text: { margin: 0, color: tokens.colorNeutralForeground2 },
});

export function CancelDialog({ details, onClose }: { details: EventDetails; onClose: () => void }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { groupId } = useOpenGroup();
  const client = useQueryClient();
  const notify = useNotify();
  const { event } = details;
  const [scope, setScope] = useState<Scope>("one");
  const [message, setMessage] = useState("");
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const subject = event.subject || t("calendar.noSubject");
  const cancel = async () => {
    if (busy) return;
    setBusy(true);
    const eventId = scope === "series" ? (event.seriesId ?? event.id) : event.id;
    try {
      await call("event_cancel", { groupId, eventId, message });
      void client.invalidateQueries({ queryKey: [...keys.calendar, groupId] });
      notify({ intent: "confirmed", title: t("calendar.cancelling.done", { subject }) });
      onClose();
    } catch (thrown) {
      setError(thrown);
      setBusy(false);
    }
  };
  return (
    <ConfirmDialog
      open
      title={t("calendar.cancelling.title", { subject })}
      confirm={t("calendar.cancelling.go")}
      busy={busy}
      onConfirm={() => void cancel()}
      onCancel={onClose}
    >
      <div className={styles.body}>
        <p className={styles.text}>{t("calendar.cancelling.text")}</p>
        {event.seriesId !== null && (
          <ScopeChoice label={t("calendar.scope.cancel")} scope={scope} onScope={setScope} />
        )}
        <Field label={t("calendar.cancelling.message")}>
          <Textarea value={message} onChange={(_, data) => setMessage(data.value)} />
        </Field>
        {error !== null && (
          <ErrorPanel
            error={error}
            title={t("calendar.cancelling.failed", { subject })}
            unchanged
          />
        )}
      </div>
    </ConfirmDialog>
  );
}
