/**
 * What was typed of a new group. It survives closing the form, as long as the window is open: an account
 * has one draft, and nothing of it is written anywhere.
 */
import { useQueryClient, type QueryClient } from "@tanstack/react-query";
import { useCallback, useState } from "react";

import type { ChangeRequest, Person, SensitivityLabel, Visibility } from "@/ipc/bindings";
import { useSession } from "@/ipc/session";

export interface Draft {
  name: string;
  /** `null` as long as it follows from the name. */
  alias: string | null;
  description: string;
  visibility: Visibility;
  owners: readonly Person[];
  members: readonly Person[];
  meAsMember: boolean;
  subscribe: boolean;
  welcome: boolean;
  /** `null` for what the tenant gives when nothing is chosen. */
  classification: string | null;
  /** The same where the tenant has labels in the place of classifications. */
  label: SensitivityLabel | null;
  team: boolean;
}

const EMPTY: Draft = {
  name: "",
  alias: null,
  description: "",
  visibility: "private",
  owners: [],
  members: [],
  meAsMember: true,
  subscribe: true,
  welcome: true,
  classification: null,
  label: null,
  team: false,
};

const drafts = new WeakMap<QueryClient, Map<string, Draft>>();

export type ChangeDraft = (change: Partial<Draft>) => void;

export interface DraftState {
  draft: Draft;
  change: ChangeDraft;
  /** Whether anything was typed or picked. */
  begun: boolean;
  clear: () => void;
}

export function useDraft(): DraftState {
  const client = useQueryClient();
  const account = useSession()?.account.id ?? "";
  const [draft, setDraft] = useState(() => drafts.get(client)?.get(account) ?? EMPTY);
  const keep = useCallback(
    (next: Draft) => {
      const all = drafts.get(client) ?? new Map<string, Draft>();
      drafts.set(client, all.set(account, next));
      return next;
    },
    [client, account],
  );
  return {
    draft,
    begun: draft !== EMPTY,
    change: useCallback((change) => setDraft((before) => keep({ ...before, ...change })), [keep]),
    clear: useCallback(() => setDraft(keep(EMPTY)), [keep]),
  };
}

const ref = ({ id, displayName }: Person) => ({ id, displayName });

/** The change that makes the group; `alias` is what stands in the field. */
export const requestOf = (draft: Draft, alias: string): ChangeRequest => ({
  kind: "createGroup",
  group: {
    displayName: draft.name.trim(),
    mailNickname: alias,
    description: draft.description.trim(),
    visibility: draft.visibility,
    owners: draft.owners.map(ref),
    members: draft.members.map(ref),
    meAsMember: draft.meAsMember,
    subscribeNewMembers: draft.subscribe,
    welcomeMail: draft.welcome,
    classification: draft.classification,
    label: draft.label,
    team: draft.team,
  },
});
