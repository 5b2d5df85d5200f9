/**
 * What all areas of the screen share: the policies as last read, and what was begun to be changed, which
 * stays while one looks at another area.
 */
import { createContext, use, useCallback, useMemo, useState, type ReactNode } from "react";

import type { Policies, PolicyArea, PolicyRight, SettingsObject } from "@/ipc/bindings";

interface Shared {
  policies: Policies;
  drafts: ReadonlyMap<string, unknown>;
  setDraft: (key: string, draft: unknown) => void;
}

const PoliciesContext = createContext<Shared | null>(null);

export function PoliciesProvider({
  policies,
  children,
}: {
  policies: Policies;
  children: ReactNode;
}) {
  const [drafts, setDrafts] = useState<ReadonlyMap<string, unknown>>(new Map());
  const setDraft = useCallback(
    (key: string, draft: unknown) =>
      setDrafts((before) => {
        const next = new Map(before);
        if (draft === null) next.delete(key);
        else next.set(key, draft);
        return next;
      }),
    [],
  );
  const shared = useMemo(() => ({ policies, drafts, setDraft }), [policies, drafts, setDraft]);
  return <PoliciesContext value={shared}>{children}</PoliciesContext>;
}

function useShared(): Shared {
  const shared = use(PoliciesContext);
  if (!shared) throw new Error("Only parts of the Policies screen use this.");
  return shared;
}

export const usePolicies = (): Policies => useShared().policies;

/** What was begun to be changed under a name; `null` when nothing was. */
export function useDraft<T>(key: string): [T | null, (draft: T | null) => void] {
  const { drafts, setDraft } = useShared();
  const set = useCallback((draft: T | null) => setDraft(key, draft), [setDraft, key]);
  return [(drafts.get(key) as T | undefined) ?? null, set];
}

/** Names under which something was begun. */
export const useBegun = (): ReadonlySet<string> => {
  const { drafts } = useShared();
  return useMemo(() => new Set(drafts.keys()), [drafts]);
};

/** Whether an area may be changed. What the backend says nothing about may not. */
export function useRight(area: PolicyArea): PolicyRight {
  const { rights } = usePolicies();
  return (
    rights.find((right) => right.area === area) ?? {
      area,
      obstacle: "permission",
      roles: [],
      permissions: [],
    }
  );
}

/** The template of what is decided about Microsoft 365 groups. */
const GROUP_UNIFIED = "Group.Unified";

/** The tenant's settings about groups; `null` where they are not known, or there is no such template. */
export function useGroupSettings(): SettingsObject | null {
  const { settings } = usePolicies();
  return groupSettingsOf(settings);
}

export function groupSettingsOf(settings: Policies["settings"]): SettingsObject | null {
  if (settings.state === "unknown") return null;
  return settings.settings.find(({ displayName }) => displayName === GROUP_UNIFIED) ?? null;
}

export const valueOf = (object: SettingsObject | null, name: string): string | null =>
  object?.values.find((value) => value.name === name)?.value ?? null;

/** Settings write booleans with either case. */
export const isTrue = (value: string | null): boolean => value?.toLowerCase() === "true";
