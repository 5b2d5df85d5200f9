/** What the parts of the conversations share: what is open at the right, and what is being written. */
import { useQuery } from "@tanstack/react-query";
import { createContext, useContext, useMemo } from "react";
import { useSearchParams } from "react-router";

import type { Draft } from "@/ipc/bindings";
import { draftsQuery } from "@/ipc/queries";
import { useOpenGroup } from "../openGroup";

/** A conversation of the service, or something new that is being written. */
export type Opened = { kind: "conversation" | "draft"; id: string };

export interface Desk {
  opened: Opened | null;
  open: (opened: Opened) => void;
  close: () => void;
  /** Begins a new conversation. */
  write: () => void;
  /** Of this group, the newest first. */
  drafts: readonly Draft[];
}

const DeskContext = createContext<Desk | null>(null);
export const DeskProvider = DeskContext.Provider;

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error("No conversations are open around this component.");
  return desk;
}

const NONE: readonly Draft[] = [];

/** What is open stands in the address, so that it is there again after a look elsewhere and back. */
export function useNewDesk(): Desk {
  const { groupId } = useOpenGroup();
  const [params, setParams] = useSearchParams();
  const { data } = useQuery(draftsQuery());
  const drafts = useMemo(
    () => data?.drafts.filter((draft) => draft.groupId === groupId) ?? NONE,
    [data, groupId],
  );
  const conversation = params.get("conversation");
  const draft = params.get("draft");
  return useMemo(() => {
    const go = (to: Record<string, string>) => setParams(to, { replace: true });
    const open = ({ kind, id }: Opened) => go({ [kind]: id });
    return {
      opened: conversation
        ? { kind: "conversation", id: conversation }
        : draft
          ? { kind: "draft", id: draft }
          : null,
      open,
      close: () => go({}),
      write: () => open({ kind: "draft", id: crypto.randomUUID() }),
      drafts,
    };
  }, [conversation, draft, drafts, setParams]);
}
