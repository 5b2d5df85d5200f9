/**
 * The naming rule while it is being changed. Parts are put in order here; what they come to as text, whether
 * it can be saved and what names look like is the backend's to say.
 */
import { useQuery } from "@tanstack/react-query";

import type {
  NamePart,
  NamingInput,
  NamingPolicy,
  NamingPreview,
  SettingsObject,
} from "@/ipc/bindings";
import { namingPreviewQuery } from "@/ipc/queries";
import { useSettled } from "@/lib/useSettled";
import { useDraft } from "../context";
import { requestOf, type Difference } from "../saving/settingsDraft";
import { useSaving, type Saving } from "../saving/useSaving";
import { asSetting } from "./blocked";

const PAUSE_MS = 200;

const PATTERN = "PrefixSuffixNamingRequirement";
const WORDS = "CustomBlockedWordsList";

interface NamingDraft {
  /** The rule as it was when this was begun. */
  base: Pick<NamingPolicy, "raw" | "blockedWords">;
  /** `null` while it is the same as before. */
  parts: NamePart[] | null;
  /** The rule as text, where it was typed as such. */
  raw: string | null;
  words: readonly string[] | null;
}

export interface Naming {
  parts: readonly NamePart[];
  setParts: (parts: NamePart[]) => void;
  raw: string;
  setRaw: (raw: string) => void;
  words: readonly string[];
  setWords: (words: readonly string[]) => void;
  /** What is being written; `null` for the tenant's own rule. */
  input: NamingInput | null;
  preview: NamingPreview | undefined;
  /** Whether the preview is of what stands there now. */
  current: boolean;
  error: Error | null;
  changed: readonly string[];
  differences: readonly Difference[];
  settle: (theirs: ReadonlySet<string>) => void;
  discard: () => void;
  ask: () => void;
  saving: Saving;
}

export function useNaming(policy: NamingPolicy, object: SettingsObject, name: string): Naming {
  const [draft, setDraft] = useDraft<NamingDraft>("naming");
  const saving = useSaving(() => setDraft(null));
  const input = inputOf(draft, policy);
  const wanted = useSettled(JSON.stringify([input, name]), PAUSE_MS);
  const [askedInput, askedName] = JSON.parse(wanted) as [NamingInput | null, string];
  const { data, error, isPlaceholderData } = useQuery(namingPreviewQuery(askedInput, askedName));
  const current = wanted === JSON.stringify([input, name]) && !isPlaceholderData && Boolean(data);
  const reckoned = draft && current ? data?.policy : undefined;
  const raw = draft?.raw ?? (draft?.parts ? (reckoned?.raw ?? "") : policy.raw);
  const words = draft?.words ?? policy.blockedWords;
  const change = (part: Partial<NamingDraft>) => {
    const base = { raw: policy.raw, blockedWords: policy.blockedWords };
    setDraft(kept({ base, parts: null, raw: null, words: null, ...draft, ...part }, policy));
  };
  const changed = [
    ...(draft && (draft.parts ?? draft.raw) !== null ? [PATTERN] : []),
    ...(draft?.words ? [WORDS] : []),
  ];
  return {
    parts: draft?.parts ?? (draft?.raw == null ? policy.parts : (data?.policy.parts ?? [])),
    setParts: (parts) => change({ parts, raw: null }),
    raw,
    setRaw: (text) => change({ raw: text, parts: null }),
    words,
    setWords: (next) => change({ words: next }),
    input,
    preview: data,
    current,
    error,
    changed,
    differences: draft ? meanwhile(draft, policy, data?.policy.raw ?? raw) : [],
    settle: (theirs) => draft && setDraft(settled(draft, policy, theirs)),
    discard: () => setDraft(null),
    ask: () => {
      const known = data?.policy;
      if (!draft || !current || !known) return;
      const values = {
        ...(changed.includes(PATTERN) && { [PATTERN]: known.raw }),
        ...(changed.includes(WORDS) && { [WORDS]: asSetting(words) }),
      };
      saving.ask(requestOf(object, values));
    },
    saving,
  };
}

function inputOf(draft: NamingDraft | null, policy: NamingPolicy): NamingInput | null {
  if (!draft) return null;
  return {
    pattern: draft.parts
      ? { kind: "parts", parts: draft.parts }
      : { kind: "raw", raw: draft.raw ?? policy.raw },
    blockedWords: [...(draft.words ?? policy.blockedWords)],
  };
}

/** What is as it was is no change. */
function kept(draft: NamingDraft, policy: NamingPolicy): NamingDraft | null {
  const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
  const parts = draft.parts && !same(draft.parts, policy.parts) ? draft.parts : null;
  const raw = draft.raw !== null && draft.raw !== policy.raw ? draft.raw : null;
  const words = draft.words && !same(draft.words, policy.blockedWords) ? draft.words : null;
  return parts || raw !== null || words ? { ...draft, parts, raw, words } : null;
}

function meanwhile(draft: NamingDraft, now: NamingPolicy, mine: string): Difference[] {
  const pattern = (draft.parts ?? draft.raw) !== null;
  return [
    { name: PATTERN, before: draft.base.raw, now: now.raw, mine: pattern ? mine : null },
    {
      name: WORDS,
      before: draft.base.blockedWords.join(","),
      now: now.blockedWords.join(","),
      mine: draft.words?.join(",") ?? null,
    },
  ].filter((each) => each.mine !== null && each.before !== each.now && each.mine !== each.now);
}

function settled(
  draft: NamingDraft,
  now: NamingPolicy,
  theirs: ReadonlySet<string>,
): NamingDraft | null {
  const pattern = theirs.has(PATTERN) ? { parts: null, raw: null } : {};
  const words = theirs.has(WORDS) ? { words: null } : {};
  const base = { raw: now.raw, blockedWords: now.blockedWords };
  return kept({ ...draft, ...pattern, ...words, base }, now);
}
