/** Values of one template that are being changed in one place of the screen. */
import type { SettingsObject } from "@/ipc/bindings";
import { useDraft } from "../context";
import {
  draftValue,
  meanwhile,
  requestOf,
  settled,
  valuesOf,
  withEdit,
  type Difference,
  type SettingsDraft,
} from "./settingsDraft";
import { useSaving, type Saving } from "./useSaving";

export interface Editing {
  value: (name: string) => string;
  set: (name: string, value: string) => void;
  /** Names of what was changed. */
  changed: readonly string[];
  differences: readonly Difference[];
  settle: (theirs: ReadonlySet<string>) => void;
  discard: () => void;
  /** Plans the change, to be looked at. */
  ask: () => void;
  saving: Saving;
}

/** `key` names the draft, which stays while other areas are looked at. */
export function useSettingsDraft(key: string, object: SettingsObject): Editing {
  const [draft, setDraft] = useDraft<SettingsDraft>(key);
  const saving = useSaving(() => setDraft(null));
  return {
    value: (name) => draftValue(draft, object, name),
    set: (name, value) => setDraft(withEdit(draft, object, name, value)),
    changed: Object.keys(draft ?? {}),
    differences: meanwhile(draft, object),
    settle: (theirs) => draft && setDraft(settled(draft, object, theirs)),
    discard: () => setDraft(null),
    ask: () => draft && saving.ask(requestOf(object, valuesOf(draft))),
    saving,
  };
}
