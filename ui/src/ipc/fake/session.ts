/** The fake host's commands about start, sign-in, accounts, settings and storage. */
import type { Account, Permission, Session, SessionState, Settings } from "../bindings";
import { fakeError, type Handlers, type Stage } from "./host";
import { shift } from "./world";

const PERMISSIONS: Array<Omit<Permission, "granted">> = [
  { name: "User.Read", step: "read", adminConsent: false },
  { name: "GroupMember.Read.All", step: "read", adminConsent: true },
  { name: "User.ReadBasic.All", step: "read", adminConsent: false },
  { name: "Directory.Read.All", step: "read", adminConsent: true },
  { name: "Group.ReadWrite.All", step: "manage", adminConsent: true },
];

type SessionCommand = Exclude<
  keyof Handlers,
  keyof ReturnType<typeof import("./groups").groupCommands>
>;

export function sessionCommands(stage: Stage): Pick<Handlers, SessionCommand> {
  const { options } = stage;
  let settings: Settings = {
    theme: options.theme,
    density: options.density,
    tokenProtection: "keychain",
  };
  let accounts: Account[] = options.state === "signedOut" ? [] : [adele(options.cloud, true)];

  const session = (account: Account): Session => ({
    account,
    userId: "person-0",
    granted: PERMISSIONS.filter(({ step }) => step === "read" || options.canManage).map(
      (p) => p.name,
    ),
    canManage: options.canManage,
  });
  const state = (): SessionState => {
    const current = accounts.find((account) => account.current);
    return current ? { state: "signedIn", session: session(current) } : { state: "signedOut" };
  };
  const enter = (account: Account): Session => {
    accounts = [...accounts.filter(({ id }) => id !== account.id), account].map((each) => ({
      ...each,
      current: each.id === account.id,
    }));
    if (stage.options.state === "signedOut") stage.options.state = "ready";
    return session(account);
  };
  const signIn = (): Promise<Session> => {
    if (options.signIn !== "ok") return Promise.reject(fakeError(options.signIn));
    return later(3_000).then(() => enter(adele("global", true)));
  };
  let cancel: () => void = () => {};
  const later = (milliseconds: number) =>
    new Promise<void>((resolve, reject) => {
      const timer = setTimeout(resolve, milliseconds);
      cancel = () => {
        clearTimeout(timer);
        reject(fakeError("signInCancelled"));
      };
    });

  return {
    app_started: () => ({
      version: "0.1.0",
      session: state(),
      view: options.view === "usual" ? null : options.view,
      settings,
      signIn: {
        cloud: "global",
        tenant: "",
        clientId: "",
        graphUrl: null,
        authority: null,
        step: "manage",
      },
      notices: [],
    }),
    window_ready: () => null,
    practice_enter: () => enter(adele("practice", true)),
    sign_in_browser: signIn,
    sign_in_device_start: () => {
      if (options.signIn !== "ok") return Promise.reject(fakeError(options.signIn));
      return {
        userCode: "FJHT-KWPD",
        verificationUri: "https://login.example/device",
        expiresAt: shift(new Date().toISOString(), 15 / 1440),
      };
    },
    sign_in_device_finish: () => later(60_000).then(() => enter(adele("global", true))),
    sign_in_cancel: () => {
      cancel();
      return null;
    },
    accounts_list: () => ({ accounts }),
    account_switch: ({ accountId }) => {
      const account = accounts.find(({ id }) => id === accountId);
      return account ? enter(account) : Promise.reject(fakeError("notFound"));
    },
    sign_out: ({ accountId }) => {
      accounts = accounts.filter(({ id }) => id !== accountId);
      return state();
    },
    permissions_list: ({ form }) => ({
      permissions: PERMISSIONS.map((permission) => ({
        ...permission,
        granted: form ? null : permission.step === "read" || options.canManage,
      })),
      adminConsentUrl:
        form && !form.clientId ? null : "https://login.example/adminconsent?client_id=1",
    }),
    permissions_request: () => {
      options.canManage = true;
      const current = accounts.find((account) => account.current);
      return current ? session(current) : Promise.reject(fakeError("signInRequired"));
    },
    settings_get: () => settings,
    settings_set: (changed) => (settings = changed),
    storage_get: () => ({
      dataDir: "/home/adele/.local/share/tenure",
      cacheBytes: 1_240_000,
      logBytes: 84_000,
      keychain: options.keychain,
      protectionInForce: options.keychain === "available" ? settings.tokenProtection : "memoryOnly",
      setAside: options.keychain === "locked" ? ["accounts.json.damaged"] : [],
    }),
    storage_clear: () => {
      accounts = [];
      stage.emit({ kind: "changed", tags: ["session", "settings"] });
      return null;
    },
    open_external: () => null,
  };
}

const adele = (cloud: Account["cloud"], current: boolean): Account => ({
  id: `adele-${cloud}`,
  displayName: "Adele Vance",
  userPrincipalName: "adele@contoso.example",
  tenantName: cloud === "practice" ? "Contoso (practice)" : "Contoso",
  cloud,
  current,
  needsSignIn: false,
});
