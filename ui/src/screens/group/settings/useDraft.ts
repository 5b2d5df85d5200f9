/** What was changed of the open group and not saved: kept while one looks elsewhere, so that nothing is lost. */
import { skipToken, useQuery, useQueryClient, type QueryClient } from "@tanstack/react-query";
import { useEffect, useMemo } from "react";

import type { GroupChanges, GroupDetails } from "@/ipc/bindings";
import {
  changesOf,
  edit,
  edited,
  meanwhile,
  settle,
  valuesOf,
  type Draft,
  type Meanwhile,
  type Property,
  type Values,
} from "./draft";

const keyOf = (groupId: string) => ["group_draft", groupId];

/** What was saved, until the group that is read again shows it. */
interface Kept {
  draft: Draft | null;
  sent: { values: Partial<Values>; over: Values } | null;
}

const NOTHING: Kept = { draft: null, sent: null };

function useKept(groupId: string): Kept {
  const { data } = useQuery<Kept>({
    queryKey: keyOf(groupId),
    queryFn: skipToken,
    initialData: NOTHING,
    gcTime: Infinity,
  });
  return data ?? NOTHING;
}

const keep = (client: QueryClient, groupId: string, change: (kept: Kept) => Kept): void =>
  void client.setQueryData<Kept>(keyOf(groupId), (kept) => change(kept ?? NOTHING));

export const useIsDirty = (groupId: string): boolean => useKept(groupId).draft !== null;

export interface DraftOf {
  /** What the form shows: what was written here, else what the group has. */
  value: <P extends Property>(property: P) => Values[P];
  set: <P extends Property>(property: P, value: Values[P]) => void;
  /** What differs from the group. */
  dirty: readonly Property[];
  /** What became other than it was while this was written. */
  meanwhile: readonly Meanwhile[];
  settle: (property: Property, choice: "mine" | "theirs") => void;
  discard: () => void;
  changes: () => GroupChanges | null;
  /** After some of it was accepted by the service. */
  accepted: (properties: readonly Property[]) => void;
  /** Whether something was accepted that the group does not show yet. */
  isSent: boolean;
}

export function useDraft(groupId: string, details: GroupDetails): DraftOf {
  const client = useQueryClient();
  const { draft, sent } = useKept(groupId);
  const read = useMemo(() => valuesOf(details), [details]);
  // What the service accepted counts as the group's, until what is read again says something else.
  const now = useMemo(() => ({ ...read, ...sent?.values }), [read, sent]);
  useEffect(() => {
    if (!sent || JSON.stringify(sent.over) === JSON.stringify(read)) return;
    keep(client, groupId, (kept) => ({ ...kept, sent: null }));
  }, [client, groupId, read, sent]);
  const dirty = useMemo(() => edited(draft, now), [draft, now]);
  const setDraft = (change: (draft: Draft | null) => Draft | null) =>
    keep(client, groupId, (kept) => ({ ...kept, draft: change(kept.draft) }));
  return {
    value: <P extends Property>(property: P) =>
      (draft && property in draft.edits ? draft.edits[property] : now[property]) as Values[P],
    set: (property, value) => setDraft((before) => edit(before, now, property, value)),
    dirty,
    meanwhile: useMemo(() => meanwhile(draft, now), [draft, now]),
    settle: (property, choice) =>
      setDraft((before) => before && settle(before, now, property, choice)),
    discard: () => setDraft(() => null),
    changes: () => draft && changesOf(draft, now),
    accepted: (properties) =>
      keep(client, groupId, (kept) => {
        const values = Object.fromEntries(
          properties.map((property) => [property, trimmed(kept.draft?.edits[property])]),
        ) as Partial<Values>;
        const rest = Object.entries(kept.draft?.edits ?? {}).filter(
          ([property]) => !properties.includes(property as Property),
        );
        return {
          sent: { values, over: read },
          draft:
            rest.length === 0
              ? null
              : { base: { ...now, ...values }, edits: Object.fromEntries(rest) },
        };
      }),
    isSent: sent !== null,
  };
}

const trimmed = (value: Values[Property] | undefined) =>
  typeof value === "string" ? value.trim() : value;

/** Forgets what was written about a group that is left. */
export const discardDraft = (client: QueryClient, groupId: string): void =>
  keep(client, groupId, (kept) => ({ ...kept, draft: null }));
