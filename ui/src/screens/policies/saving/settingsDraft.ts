/**
 * Values of settings that are being changed, each with what it was when that began. The service takes the
 * whole set at once, so what goes out is everything as it is now, with the changed values in it; what a
 * newer template has stays as it is.
 */
import type { ChangeRequest, SettingEntry, SettingsObject } from "@/ipc/bindings";

interface Edit {
  base: string;
  value: string;
}

/** By the value's name. */
export type SettingsDraft = Readonly<Record<string, Edit>>;

const textOf = (object: SettingsObject, name: string): string =>
  object.values.find((value) => value.name === name)?.value ?? "";

/** Booleans come with either case. */
const same = (a: string, b: string): boolean =>
  a === b || (isBoolean(a) && isBoolean(b) && a.toLowerCase() === b.toLowerCase());
const isBoolean = (text: string): boolean => /^(true|false)$/i.test(text);

export const draftValue = (
  draft: SettingsDraft | null,
  now: SettingsObject,
  name: string,
): string => draft?.[name]?.value ?? textOf(now, name);

const orNull = (edits: SettingsDraft): SettingsDraft | null =>
  Object.keys(edits).length > 0 ? edits : null;

/** The draft with one value more; `null` when nothing is left of it. */
export function withEdit(
  draft: SettingsDraft | null,
  now: SettingsObject,
  name: string,
  value: string,
): SettingsDraft | null {
  const base = draft?.[name]?.base ?? textOf(now, name);
  const others = Object.entries(draft ?? {}).filter(([each]) => each !== name);
  const edit = same(value, base) ? [] : [[name, { base, value }] as const];
  return orNull(Object.fromEntries([...others, ...edit]));
}

/** Both sides of a value that somebody else changed too. */
export interface Difference {
  name: string;
  before: string | null;
  now: string | null;
  mine: string | null;
}

/** What somebody else changed of the values that are being changed here. */
export const meanwhile = (draft: SettingsDraft | null, now: SettingsObject): Difference[] =>
  Object.entries(draft ?? {})
    .map(([name, { base, value }]) => ({
      name,
      before: base,
      now: textOf(now, name),
      mine: value,
    }))
    .filter((each) => !same(each.before, each.now) && !same(each.mine, each.now));

/** Goes on from what holds now: with one's own values, without those where the other's were taken. */
export function settled(
  draft: SettingsDraft,
  now: SettingsObject,
  theirs: ReadonlySet<string>,
): SettingsDraft | null {
  const kept = Object.entries(draft).filter(
    ([name, { value }]) => !theirs.has(name) && !same(value, textOf(now, name)),
  );
  return orNull(
    Object.fromEntries(kept.map(([name, { value }]) => [name, { base: textOf(now, name), value }])),
  );
}

/** What the service has; `null` where no settings were made. */
const entriesOf = (object: SettingsObject): SettingEntry[] | null =>
  object.id === null
    ? null
    : object.values.filter(({ set }) => set).map(({ name, value }) => ({ name, value }));

export const requestOf = (
  now: SettingsObject,
  values: Readonly<Record<string, string>>,
): ChangeRequest => ({
  kind: "policySettings",
  templateId: now.templateId,
  groupId: null,
  before: entriesOf(now),
  after: now.values.map(({ name, value }) => ({ name, value: values[name] ?? value })),
});

export const valuesOf = (draft: SettingsDraft): Record<string, string> =>
  Object.fromEntries(Object.entries(draft).map(([name, { value }]) => [name, value]));

/** Takes the settings back to the template's defaults. */
export const resetOf = (object: SettingsObject): ChangeRequest => ({
  kind: "policySettings",
  templateId: object.templateId,
  groupId: null,
  before: entriesOf(object),
  after: null,
});
