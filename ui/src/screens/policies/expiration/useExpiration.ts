/**
 * The expiration policy while it is being changed. What was begun is saved in steps: the policy itself, then
 * the groups put into its selection, then those taken out, each looked at before it is done.
 */
import { useDraft } from "../context";
import { useSaving, type Saving } from "../saving/useSaving";
import type { Difference } from "../saving/settingsDraft";
import type { ChangeRequest, ExpirationPolicy } from "@/ipc/bindings";
import {
  changedNames,
  fieldsOf,
  inputOf,
  isValid,
  meanwhile,
  NOTHING_SELECTED,
  requestOf,
  settled,
  type ExpirationDraft,
  type Fields,
  type Selecting,
} from "./draft";

type Step = "expiration" | "select" | "unselect";

export interface Expiration {
  draft: ExpirationDraft | null;
  fields: Fields;
  set: (fields: Partial<Fields>) => void;
  begin: () => void;
  valid: boolean;
  /** Names of what is changed of the policy itself. */
  changed: readonly string[];
  selecting: Selecting;
  setSelecting: (selecting: Selecting) => void;
  differences: readonly Difference[];
  settle: (theirs: ReadonlySet<string>) => void;
  discard: () => void;
  /** What is saved next; `null` when nothing is left. */
  step: Step | null;
  stepCount: number;
  ask: () => void;
  saving: Saving;
}

export function useExpiration(policy: ExpirationPolicy | null): Expiration {
  const [draft, setDraft] = useDraft<ExpirationDraft>("expiration");
  const [kept, setKept] = useDraft<Selecting>("expiration:selection");
  const fields = draft?.fields ?? fieldsOf(policy);
  const changed = draft ? changedNames(draft) : [];
  const selects = fields.managed === "selected";
  const selecting = selects && kept ? kept : NOTHING_SELECTED;
  const setSelecting = (next: Selecting) =>
    setKept(next.select.length + next.unselect.length > 0 ? next : null);
  const step = stepOf(changed.length > 0, selecting);
  const saving = useSaving(() => {
    if (step === "expiration") setDraft(null);
    else if (step === "select") setSelecting({ ...selecting, select: [] });
    else setSelecting({ ...selecting, unselect: [] });
  });
  return {
    draft,
    fields,
    set: (part) => {
      const next = { base: draft?.base ?? policy, fields: { ...fields, ...part } };
      // Without a policy even the usual values are a change.
      setDraft(next.base && changedNames(next).length === 0 && isValid(next.fields) ? null : next);
    },
    begin: () => setDraft({ base: policy, fields: fieldsOf(policy) }),
    valid: isValid(fields),
    changed,
    selecting,
    setSelecting,
    differences: draft ? meanwhile(draft, policy) : [],
    settle: (theirs) => {
      const next = draft && settled(draft, policy, theirs);
      setDraft(next && changedNames(next).length > 0 ? next : null);
    },
    discard: () => {
      setDraft(null);
      setKept(null);
    },
    step,
    stepCount: step === "unselect" ? selecting.unselect.length : selecting.select.length,
    ask: () => {
      const request = step && requestFor(step, policy, fields, selecting);
      if (request) saving.ask(request);
    },
    saving,
  };
}

function stepOf(changed: boolean, { select, unselect }: Selecting): Step | null {
  if (changed) return "expiration";
  if (select.length > 0) return "select";
  return unselect.length > 0 ? "unselect" : null;
}

function requestFor(
  step: Step,
  policy: ExpirationPolicy | null,
  fields: Fields,
  { select, unselect }: Selecting,
): ChangeRequest | null {
  if (step === "expiration") return requestOf(policy, inputOf(fields));
  if (!policy) return null;
  const covered = step === "select";
  const groupIds = [...(covered ? select : unselect)];
  return { kind: "policySelection", policyId: policy.id, groupIds, covered };
}
