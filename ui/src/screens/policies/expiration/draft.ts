/** The expiration policy as it is being changed, with the groups that are put into its selection or taken out. */
import type {
  ChangeRequest,
  ExpirationInput,
  ExpirationPolicy,
  ManagedGroups,
} from "@/ipc/bindings";
import type { Difference } from "../saving/settingsDraft";

export const LIFETIME_LEAST = 30;
export const SELECTED_MOST = 500;
/** The service keeps days as a 32-bit number. */
const LIFETIME_MOST = 2 ** 31 - 1;
/** What one begins with where there is no policy. */
const USUAL = { lifetime: "180", managed: "all", emails: "" } as const;

export interface Fields {
  /** As it was typed. */
  lifetime: string;
  managed: ManagedGroups;
  /** Addresses, separated as people do. */
  emails: string;
}

export interface ExpirationDraft {
  /** What was seen when this was begun; `null` for no policy. */
  base: ExpirationPolicy | null;
  fields: Fields;
}

export const fieldsOf = (policy: ExpirationPolicy | null): Fields =>
  policy
    ? {
        lifetime: String(policy.lifetimeDays),
        managed: policy.managed,
        emails: policy.notificationEmails.join("; "),
      }
    : USUAL;

const addressesOf = (text: string): string[] =>
  text
    .split(/[;,\s]+/)
    .map((each) => each.trim())
    .filter((each) => each !== "");

export type LifetimeProblem = "number" | "least" | "most";

export function lifetimeProblem(text: string): LifetimeProblem | null {
  if (!/^\s*-?\d+\s*$/.test(text)) return "number";
  const days = Number(text);
  if (days < LIFETIME_LEAST) return "least";
  return days > LIFETIME_MOST ? "most" : null;
}

const ADDRESS = /^[^@\s]+@[^@\s.]+(\.[^@\s.]+)+$/;

/** What is no mail address. */
export const wrongAddresses = (text: string): string[] =>
  addressesOf(text).filter((address) => !ADDRESS.test(address));

export const isValid = ({ lifetime, emails }: Fields): boolean =>
  lifetimeProblem(lifetime) === null && wrongAddresses(emails).length === 0;

export const inputOf = ({ lifetime, managed, emails }: Fields): ExpirationInput => ({
  lifetimeDays: Number(lifetime),
  managed,
  notificationEmails: addressesOf(emails),
});

const NAMES = ["lifetimeDays", "managed", "notificationEmails"] as const;
type Name = (typeof NAMES)[number];

const textOf = (policy: ExpirationPolicy | ExpirationInput | null, name: Name): string | null => {
  if (!policy) return null;
  return name === "notificationEmails" ? policy[name].join("; ") : String(policy[name]);
};

/** Names of what is otherwise than it was. */
export const changedNames = ({ base, fields }: ExpirationDraft): Name[] =>
  NAMES.filter((name) => textOf(base, name) !== textOf(inputOf(fields), name));

/** What somebody else changed since. */
export const meanwhile = (
  { base, fields }: ExpirationDraft,
  now: ExpirationPolicy | null,
): Difference[] =>
  NAMES.map((name) => ({
    name,
    before: textOf(base, name),
    now: textOf(now, name),
    mine: textOf(inputOf(fields), name),
  })).filter((each) => each.before !== each.now && each.mine !== each.now);

/** Goes on from what holds now, with theirs where that was chosen. */
export function settled(
  { fields }: ExpirationDraft,
  now: ExpirationPolicy | null,
  theirs: ReadonlySet<string>,
): ExpirationDraft {
  const their = fieldsOf(now);
  return {
    base: now,
    fields: {
      lifetime: theirs.has("lifetimeDays") ? their.lifetime : fields.lifetime,
      managed: theirs.has("managed") ? their.managed : fields.managed,
      emails: theirs.has("notificationEmails") ? their.emails : fields.emails,
    },
  };
}

export const requestOf = (
  now: ExpirationPolicy | null,
  after: ExpirationInput | null,
): ChangeRequest => ({ kind: "policyExpiration", before: now, after });

/** Groups that are put into the selection, and taken out of it. */
export interface Selecting {
  select: readonly string[];
  unselect: readonly string[];
}

export const NOTHING_SELECTED: Selecting = { select: [], unselect: [] };
