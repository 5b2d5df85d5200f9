/** Which question about the selected group is open, by key or by button; another selection closes it. */
import { useState } from "react";

type Question = "later" | "letExpire" | "ask";

export interface Asking {
  open: Question | null;
  ask: (question: Question) => void;
  close: () => void;
}

export function useAsking(groupId: string | undefined): Asking {
  const [asked, setAsked] = useState<{ question: Question; groupId: string } | null>(null);
  return {
    open: asked && asked.groupId === groupId ? asked.question : null,
    ask: (question) => groupId !== undefined && setAsked({ question, groupId }),
    close: () => setAsked(null),
  };
}
