/**
 * What somebody changed of a group and has not saved: over which values it was written, and what of
 * these became others meanwhile.
 */
import type { GroupChanges, GroupDetails, SensitivityLabel, Visibility } from "@/ipc/bindings";

/** The properties that can be changed, as far as they are known. */
export interface Values {
  displayName: string;
  mailNickname: string;
  description: string;
  visibility: Visibility;
  theme: string | null;
  classification: string | null;
  label: SensitivityLabel | null;
  allowExternalSenders: boolean | null;
  autoSubscribeNewMembers: boolean | null;
  hideFromAddressLists: boolean | null;
  hideFromOutlookClients: boolean | null;
  isSubscribedByMail: boolean | null;
}

export type Property = keyof Values;

export const PROPERTIES: readonly Property[] = [
  "displayName",
  "mailNickname",
  "description",
  "visibility",
  "theme",
  "classification",
  "label",
  "allowExternalSenders",
  "autoSubscribeNewMembers",
  "hideFromAddressLists",
  "hideFromOutlookClients",
  "isSubscribedByMail",
];

export function valuesOf({ summary, theme, labels, mailSettings }: GroupDetails): Values {
  return {
    displayName: summary.displayName,
    mailNickname: summary.mailNickname,
    description: summary.description ?? "",
    visibility: summary.visibility,
    theme,
    classification: summary.classification,
    label: labels?.[0] ?? null,
    allowExternalSenders: mailSettings?.allowExternalSenders ?? null,
    autoSubscribeNewMembers: mailSettings?.autoSubscribeNewMembers ?? null,
    hideFromAddressLists: mailSettings?.hideFromAddressLists ?? null,
    hideFromOutlookClients: mailSettings?.hideFromOutlookClients ?? null,
    isSubscribedByMail: mailSettings?.isSubscribedByMail ?? null,
  };
}

export interface Draft {
  /** The values that were on the screen when it was written. */
  base: Values;
  edits: Partial<Values>;
}

/** A property that became another one while somebody was writing. */
export interface Meanwhile {
  property: Property;
  before: Values[Property];
  now: Values[Property];
  /** What was written here; absent when it was left alone. */
  mine?: Values[Property];
}

function without(edits: Partial<Values>, property: Property): Partial<Values> {
  const rest = { ...edits };
  delete rest[property];
  return rest;
}

/** Whether two values are one; labels are when they have the same id. */
function same(one: Values[Property] | undefined, other: Values[Property] | undefined): boolean {
  const idOf = (value: Values[Property] | undefined) =>
    typeof value === "object" && value !== null ? value.id : value;
  return idOf(one) === idOf(other);
}

/** Sets a value; one that is as before is no edit. */
export function edit<P extends Property>(
  draft: Draft | null,
  now: Values,
  property: P,
  value: Values[P],
): Draft | null {
  const { base, edits } = draft ?? { base: now, edits: {} };
  const next = same(value, now[property])
    ? without(edits, property)
    : { ...edits, [property]: value };
  return Object.keys(next).length === 0 ? null : { base, edits: next };
}

/** Properties of which something else was written than the group has now. */
export const edited = (draft: Draft | null, now: Values): Property[] =>
  PROPERTIES.filter(
    (property) =>
      draft !== null && property in draft.edits && !same(draft.edits[property], now[property]),
  );

/** What became other than it was when the draft was begun. */
export function meanwhile(draft: Draft | null, now: Values): Meanwhile[] {
  if (!draft) return [];
  return PROPERTIES.filter((property) => !same(draft.base[property], now[property]))
    .filter((property) => !same(draft.edits[property], now[property]))
    .map((property) => ({
      property,
      before: draft.base[property],
      now: now[property],
      ...(property in draft.edits && { mine: draft.edits[property] }),
    }));
}

/** Settles what became other: mine stays an edit of what is there now, theirs takes its place. */
export function settle(
  draft: Draft,
  now: Values,
  property: Property,
  choice: "mine" | "theirs",
): Draft | null {
  const base = { ...draft.base, [property]: now[property] };
  if (choice === "mine") return { base, edits: draft.edits };
  const edits = without(draft.edits, property);
  return Object.keys(edits).length === 0 ? null : { base, edits };
}

const NOTHING: GroupChanges = {
  displayName: null,
  mailNickname: null,
  description: null,
  visibility: null,
  theme: null,
  classification: null,
  label: null,
  allowExternalSenders: null,
  autoSubscribeNewMembers: null,
  hideFromAddressLists: null,
  hideFromOutlookClients: null,
  isSubscribedByMail: null,
};

/** The edits as the change that is asked for; names without the space around them. */
export function changesOf(draft: Draft, now: Values): GroupChanges {
  const written = edited(draft, now).map((property) => {
    const value = draft.edits[property];
    return [property, typeof value === "string" ? value.trim() : value];
  });
  return { ...NOTHING, ...(Object.fromEntries(written) as Partial<GroupChanges>) };
}
