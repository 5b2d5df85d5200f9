/** What is being written in the open conversation: an answer or a post that is sent on, one at a time. */
import { useMemo, useState } from "react";

import type { Draft, DraftPurpose } from "@/ipc/bindings";
import { useDesk } from "../desk";
import { isOpen, type Answer } from "./entries";

export interface Answering {
  /** What of this conversation is being written or on its way. */
  drafts: readonly Draft[];
  answer: Answer | null;
  begin: (purpose: DraftPurpose) => void;
  /** Goes on with something that was begun before. */
  goOn: (draft: Draft) => void;
  /** What was written stays as a draft. */
  leave: () => void;
}

const same = (one: DraftPurpose, other: DraftPurpose) =>
  JSON.stringify(Object.entries(one).sort()) === JSON.stringify(Object.entries(other).sort());

export function useAnswer(conversationId: string): Answering {
  const { drafts: all } = useDesk();
  const drafts = useMemo(
    () =>
      all.filter(
        ({ purpose }) => purpose.kind !== "new" && purpose.conversationId === conversationId,
      ),
    [all, conversationId],
  );
  const [answer, setAnswer] = useState<Answer | null>(() => {
    const begun = drafts.find(isOpen);
    return begun ? { draftId: begun.id, purpose: begun.purpose, focus: false } : null;
  });
  return {
    drafts,
    answer,
    begin: (purpose) => {
      const begun = drafts.find((draft) => isOpen(draft) && same(draft.purpose, purpose));
      setAnswer({ draftId: begun?.id ?? crypto.randomUUID(), purpose, focus: true });
    },
    goOn: ({ id, purpose }) => setAnswer({ draftId: id, purpose, focus: true }),
    leave: () => setAnswer(null),
  };
}
