/** Answers an invitation that came to the group, with a message or without, and whether the organizer is told. */
import { Button, Checkbox, Field, makeStyles, Textarea, tokens } from "@fluentui/react-components";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { Choice } from "@/components/Choice";
import { ErrorPanel } from "@/components/ErrorPanel";
import { useNotify } from "@/components/notify";
import type { Answer, EventDetails, Response } from "@/ipc/bindings";
import { call } from "@/ipc/call";
import { keys } from "@/ipc/queries";
import { useOpenGroup } from "../openGroup";
import { ScopeChoice } from "./ScopeChoice";
import type { Scope } from "./useMoves";

const useStyles = makeStyles({
  root: {
    display: "grid",
    gap: "10px",
    padding: "12px 16px",
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    maxHeight: "60%",
    overflowY: "auto",
  },
  row: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: "8px" },
});

const ANSWERS = ["accept", "tentative", "decline"] as const satisfies readonly Answer[];
const given: Partial<Record<Response, Answer>> = {
  accepted: "accept",
  tentative: "tentative",
  declined: "decline",
};

export function AnswerForm({ details, onDone }: { details: EventDetails; onDone: () => void }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { event } = details;
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [message, setMessage] = useState("");
  const [tell, setTell] = useState(true);
  const [scope, setScope] = useState<Scope>("one");
  const { send, busy, error } = useAnswer(onDone);
  const eventId = scope === "series" ? (event.seriesId ?? event.id) : event.id;
  return (
    <div className={styles.root}>
      <div className={styles.row}>
        <Choice
          label={t("calendar.answer.title")}
          chosen={answer ?? given[event.response] ?? null}
          onChoose={setAnswer}
          options={ANSWERS.map((value) => ({ value, text: t(`calendar.answer.${value}`) }))}
        />
      </div>
      {answer && (
        <>
          {event.seriesId !== null && (
            <ScopeChoice label={t("calendar.scope.answer")} scope={scope} onScope={setScope} />
          )}
          <Field label={t("calendar.answer.message")}>
            <Textarea
              value={message}
              disabled={!tell}
              onChange={(_, data) => setMessage(data.value)}
            />
          </Field>
          {error && <ErrorPanel error={error} title={t("calendar.answer.failed")} />}
          <div className={styles.row}>
            <Button
              appearance="primary"
              disabledFocusable={busy}
              onClick={() => send({ eventId, answer, message: tell ? message : "", send: tell })}
            >
              {t("calendar.answer.go")}
            </Button>
            <Checkbox
              label={t("calendar.answer.send")}
              checked={tell}
              onChange={(_, data) => setTell(data.checked === true)}
            />
          </div>
        </>
      )}
    </div>
  );
}

interface Given {
  eventId: string;
  answer: Answer;
  message: string;
  send: boolean;
}

function useAnswer(onDone: () => void) {
  const { t } = useTranslation();
  const { groupId } = useOpenGroup();
  const client = useQueryClient();
  const notify = useNotify();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const send = async (answered: Given) => {
    if (busy) return;
    setBusy(true);
    setError(null);
    try {
      await call("event_answer", { groupId, ...answered });
      for (const key of [keys.calendar, keys.event]) {
        void client.invalidateQueries({ queryKey: [...key, groupId] });
      }
      notify({
        intent: "confirmed",
        title: t(`calendar.answer.done.${answered.answer}`),
        body: t(answered.send ? "calendar.answer.told" : "calendar.answer.notTold"),
      });
      onDone();
    } catch (thrown) {
      setError(thrown);
      setBusy(false);
    }
  };
  return { send: (answered: Given) => void send(answered), busy, error };
}
