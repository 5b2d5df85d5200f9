/** What the fake host can be told in the address of the page, such as `?groups=10000&state=offline`. */
import type {
  Certainty,
  CloudName,
  Density,
  ErrorCode,
  KeychainState,
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
  delay: number;
}

export const defaults: FakeOptions = {
  groups: 52,
  state: "ready",
  cloud: "practice",
  canManage: true,
  canReadPolicies: true,
  theme: "system",
  view: "usual",
  density: "comfortable",
  keychain: "available",
  renew: "confirmed",
  favorite: "confirmed",
  signIn: "ok",
  people: "ok",
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
