/** What is being written: its words as they stand here, kept as a draft, and sent. */
import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from "react";

import type { CommandError, Draft, DraftPurpose, DraftWords } from "@/ipc/bindings";
import { call } from "@/ipc/call";
import { CommandFailure } from "@/ipc/failure";
import { draftsQuery } from "@/ipc/queries";
import { invalidate } from "@/ipc/tags";
import { useOpenGroup } from "../../openGroup";
import { DraftSaver, type Keeping } from "./draftSaver";

/** What has to be there before it can be sent. */
type Need = "topic" | "body" | "recipients";

export interface Writing {
  draftId: string;
  purpose: DraftPurpose;
  words: DraftWords;
  set: (change: Partial<DraftWords>) => void;
  keeping: Keeping;
  /** Keeps the draft, also where nothing was written yet, so that files can be attached to it. */
  keep: () => Promise<void>;
  /** What is missing, once somebody tried to send. */
  needs: readonly Need[];
  sending: boolean;
  /** Why it was not sent. */
  error: CommandError | null;
  send: () => void;
  /** Throws it away. */
  discard: () => Promise<void>;
}

const EMPTY: DraftWords = { topic: "", body: "", plain: false, recipients: [] };

const isEmpty = ({ topic, body, recipients }: DraftWords) =>
  topic === "" && body === "" && recipients.length === 0;

function needsOf(purpose: DraftPurpose, words: DraftWords, attached: number): Need[] {
  const needs: Need[] = [];
  if (purpose.kind === "new" && words.topic.trim() === "") needs.push("topic");
  if (purpose.kind === "forward" && words.recipients.length === 0) needs.push("recipients");
  if (purpose.kind !== "forward" && words.body.trim() === "" && attached === 0) needs.push("body");
  return needs;
}

export function useWriting(
  draftId: string,
  purpose: DraftPurpose,
  draft: Draft | null,
  onSent?: (topic: string) => void,
): Writing {
  const { groupId } = useOpenGroup();
  const client = useQueryClient();
  const [words, setWords] = useState(draft?.words ?? EMPTY);
  const [tried, setTried] = useState(false);
  const [sending, setSending] = useState(false);
  const [failure, setFailure] = useState<CommandError | null>(null);
  const [saver] = useState(
    () => new DraftSaver((kept) => call("draft_save", { draftId, groupId, purpose, words: kept })),
  );
  const keeping = useSyncExternalStore(saver.subscribe, saver.keeping);
  const attached = draft?.attachments.length ?? 0;
  const latest = useRef({ words, attached });
  useEffect(() => {
    latest.current = { words, attached };
  });
  useLeaving(saver, draftId, latest);
  const set = useCallback(
    (change: Partial<DraftWords>) => {
      const next = { ...latest.current.words, ...change };
      latest.current.words = next;
      setWords(next);
      setFailure(null);
      saver.change(next);
    },
    [saver],
  );
  const keep = () => {
    saver.change(latest.current.words);
    return saver.flush();
  };
  const needs = needsOf(purpose, words, attached);
  const send = async () => {
    setTried(true);
    if (needs.length > 0 || sending) return;
    setSending(true);
    setFailure(null);
    try {
      await keep();
      const { state } = saver.keeping();
      if (state !== "failed") {
        await call("draft_send", { draftId });
        // Once it is known what became of the draft: it may be delivered, and gone, already.
        await client.invalidateQueries(draftsQuery());
        onSent?.(latest.current.words.topic.trim());
      }
    } catch (error) {
      setFailure(CommandFailure.from(error).error);
    }
    setSending(false);
    invalidate(client, ["drafts"]);
  };
  const discard = async () => {
    await saver.close();
    await call("draft_delete", { draftId });
    invalidate(client, ["drafts"]);
  };
  const failedBefore = draft?.state.state === "failed" ? draft.state.error : null;
  return {
    draftId,
    purpose,
    words,
    set,
    keeping,
    keep,
    needs: tried ? needs : [],
    sending: sending || draft?.state.state === "sending",
    error: failure ?? failedBefore,
    send: () => void send(),
    discard,
  };
}

/** Keeps what was written when somebody goes elsewhere; what holds nothing is not kept. */
function useLeaving(
  saver: DraftSaver,
  draftId: string,
  now: { current: { words: DraftWords; attached: number } },
): void {
  useEffect(() => {
    const latest = now;
    saver.reopen();
    const flush = () => void saver.flush();
    window.addEventListener("pagehide", flush);
    document.addEventListener("visibilitychange", flush);
    return () => {
      window.removeEventListener("pagehide", flush);
      document.removeEventListener("visibilitychange", flush);
      const { words, attached } = latest.current;
      const touched = saver.keeping().state !== "untouched";
      if (!touched || !isEmpty(words) || attached > 0) flush();
      else void saver.close().then(() => call("draft_delete", { draftId }).catch(() => undefined));
    };
  }, [saver, draftId, now]);
}
