/** What the fake host can be told in the address of the page, such as `?groups=10000&state=offline`. */
import type {
  Certainty,
  CloudName,
  Density,
  ErrorCode,
  FixedReason,
  KeychainState,
  ManagedGroups,
  Reason,
  StartView,
  Theme,
} from "../bindings";

export interface FakeOptions {
  groups: number;
  /** What the list of groups is like. */
  state:
    "ready" | "signedOut" | "loading" | "failed" | "offline" | "refreshing" | "empty" | "noPolicy";
  cloud: CloudName;
  canManage: boolean;
  canReadPolicies: boolean;
  canReadHidden: boolean;
  canReadContents: boolean;
  canAdminister: boolean;
  theme: Theme;
  view: StartView | "usual";
  density: Density;
  keychain: KeychainState;
  /** What renewing comes to: a certainty, or the error with which it fails. */
  renew: Certainty | ErrorCode;
  favorite: Certainty | ErrorCode;
  signIn: "ok" | ErrorCode;
  /** Whether the people of a group may be read. */
  people: "ok" | "forbidden" | "never";
  /** Members of the first three groups; 0 for the usual numbers. */
  members: number;
  /** Why nothing can be changed in any group. */
  fixed: "none" | FixedReason;
  /** What the items of a change come to; `partly`: every fifth is refused, `waiting`: throttled. */
  change: "done" | "partly" | "waiting" | Reason;
  /** The error with which commands that change something fail. */
  refuse: "nothing" | ErrorCode;
  /** Whether the naming policy wants "HR " in front of every name. */
  naming: "open" | "prefix";
  /** Which groups the expiration policy covers. */
  managed: ManagedGroups;
  /** Whether the person holds a role that may change policies. */
  administrator: boolean;
  /** Who may create groups. */
  creation: "everybody" | "group" | "off";
  /** How many more words are blocked. */
  blocked: number;
  /** Whether groups have sensitivity labels, which take the place of classifications. */
  labels: boolean;
  /** Whether the tenant lets guests be added. */
  guests: boolean;
  /** How many deleted groups there are, and how many on their way back. */
  deleted: number;
  returning: number;
  /** Whether the person is an administrator who may delete for good. */
  canPurge: boolean;
  /** A long change that was on its way when the application began. */
  jobs: "none" | "running" | "paused" | "interrupted";
  /** How many more items the record has. */
  history: number;
  /** Whether all of the tenant's groups may be read. */
  tenant: "ok" | "forbidden" | "reading";
  /** What of the evidence can be read: without Notes.Read and Tasks.Read, not at all, or never answered. */
  evidence: "ok" | "partly" | "failed" | "never";
  /** How many groups were decided about before; every third is in the queue all the same. */
  decided: number;
  /** Whether the history was altered by somebody. */
  altered: boolean;
  /** Whether a group's mailbox, and so its conversations and its calendar, can be used. */
  mailbox: "ready" | "beingMade" | "none" | "notPermitted" | "notInGroup";
  /** Conversations of a group, and posts in the first of them. */
  conversations: number;
  posts: number;
  /** What sending comes to. */
  send: "ok" | "unknown" | ErrorCode;
  /** Milliseconds until what was sent is listed; 0 for not before it is told to. */
  delivery: number;
  /** How many more events a calendar has, over a year; from a hundred on, fifty are on one day. */
  events: number;
  /** What the shell tells by itself a moment after the start. */
  tells: "nothing" | "closeAsked" | "showGroup";
  /** Milliseconds between the batches of a job. */
  pace: number;
  delay: number;
}

export const defaults: FakeOptions = {
  groups: 52,
  state: "ready",
  cloud: "practice",
  canManage: true,
  canReadPolicies: true,
  canReadHidden: true,
  canReadContents: true,
  canAdminister: true,
  theme: "system",
  view: "usual",
  density: "comfortable",
  keychain: "available",
  renew: "confirmed",
  favorite: "confirmed",
  signIn: "ok",
  people: "ok",
  members: 0,
  fixed: "none",
  change: "done",
  refuse: "nothing",
  naming: "open",
  managed: "all",
  administrator: true,
  creation: "everybody",
  blocked: 0,
  labels: false,
  guests: true,
  deleted: 4,
  returning: 0,
  canPurge: false,
  jobs: "none",
  history: 0,
  tenant: "ok",
  evidence: "ok",
  decided: 0,
  altered: false,
  mailbox: "ready",
  conversations: 36,
  posts: 12,
  send: "ok",
  delivery: 4_000,
  events: 0,
  tells: "nothing",
  pace: 700,
  delay: 120,
};

/** Reads the options that an address names; what it does not name stays as it is by default. */
export function optionsFrom(search: string): FakeOptions {
  const given = new URLSearchParams(search);
  const read = Object.entries<unknown>({ ...defaults }).map(([name, value]): [string, unknown] => {
    const text = given.get(name);
    if (text === null) return [name, value];
    if (typeof value === "number") return [name, Number(text)];
    return [name, typeof value === "boolean" ? text !== "false" : text];
  });
  return Object.fromEntries(read) as unknown as FakeOptions;
}
