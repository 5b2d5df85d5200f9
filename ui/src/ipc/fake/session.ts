/** The fake host's commands about start, sign-in, accounts, settings and storage. */
import type { Session, Settings, SignInRequest } from "../bindings";
import { adele, FakeAccounts, PERMISSIONS } from "./accounts";
import { fakeError, type Handlers, type Stage } from "./host";
import { shift } from "./world";

type SignInCommand =
  | "practice_enter"
  | "sign_in_browser"
  | "sign_in_device_start"
  | "sign_in_device_finish"
  | "sign_in_cancel"
  | "permissions_request";
type AccountCommand = "accounts_list" | "account_switch" | "sign_out" | "permissions_list";
type KeepingCommand =
  | "app_started"
  | "window_ready"
  | "dropped_read"
  | "settings_get"
  | "settings_set"
  | "storage_get"
  | "storage_clear"
  | "open_external";

const EMPTY_FORM: SignInRequest = {
  cloud: "global",
  tenant: "",
  clientId: "",
  graphUrl: null,
  authority: null,
  step: "manage",
  policies: true,
};

export function sessionCommands(
  stage: Stage,
): Pick<Handlers, SignInCommand | AccountCommand | KeepingCommand> {
  const accounts = new FakeAccounts(stage.options);
  return {
    ...signInCommands(stage, accounts),
    ...accountCommands(accounts),
    ...keepingCommands(stage, accounts),
  };
}

function signInCommands(stage: Stage, accounts: FakeAccounts): Pick<Handlers, SignInCommand> {
  const { options } = stage;
  let cancel: () => void = () => {};
  const after = (milliseconds: number): Promise<Session> =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(() => resolve(accounts.enter(adele("global"))), milliseconds);
      cancel = () => {
        clearTimeout(timer);
        reject(fakeError("signInCancelled"));
      };
    });
  const refuse = () => {
    if (options.signIn !== "ok") throw fakeError(options.signIn);
  };
  return {
    practice_enter: () => accounts.enter(adele("practice")),
    sign_in_browser: () => {
      refuse();
      return after(3_000);
    },
    sign_in_device_start: () => {
      refuse();
      return {
        userCode: "FJHT-KWPD",
        verificationUri: "https://login.example/device",
        expiresAt: shift(new Date().toISOString(), 15 / 1440),
      };
    },
    sign_in_device_finish: () => after(60_000),
    sign_in_cancel: () => {
      cancel();
      return null;
    },
    permissions_request: ({ step }) => {
      refuse();
      options.canManage ||= step === "manage";
      options.canReadPolicies ||= step === "policies";
      options.canReadHidden ||= step === "hidden";
      options.canReadContents ||= step === "evidence";
      options.canAdminister ||= step === "administer";
      if (!accounts.current) throw fakeError("signInRequired");
      return accounts.session(accounts.current);
    },
  };
}

function accountCommands(accounts: FakeAccounts): Pick<Handlers, AccountCommand> {
  return {
    accounts_list: () => ({ accounts: accounts.list }),
    account_switch: ({ accountId }) => {
      const account = accounts.list.find(({ id }) => id === accountId);
      if (!account) throw fakeError("notFound");
      return accounts.enter(account);
    },
    sign_out: ({ accountId }) => accounts.forget(accountId),
    permissions_list: ({ form }) => ({
      permissions: PERMISSIONS.map((permission) => ({
        ...permission,
        granted: form ? null : accounts.isGranted(permission.step),
      })),
      adminConsentUrl:
        form && !form.clientId ? null : "https://login.example/adminconsent?client_id=1",
    }),
  };
}

function keepingCommands(stage: Stage, accounts: FakeAccounts): Pick<Handlers, KeepingCommand> {
  const { options } = stage;
  let settings: Settings = {
    theme: options.theme,
    density: options.density,
    tokenProtection: "keychain",
    notices: {
      enabled: true,
      at: "09:00:00",
      quiet: true,
      quietFrom: "20:00:00",
      quietUntil: "08:00:00",
      startWithSession: false,
      tray: false,
    },
  };
  return {
    app_started: () => ({
      version: "0.1.0",
      session: accounts.state(),
      view: options.view === "usual" ? null : options.view,
      settings,
      signIn: EMPTY_FORM,
      notices: [],
    }),
    window_ready: () => null,
    dropped_read: ({ index }) => ({ content: btoa(`amy.adams@contoso.example ${index}`) }),
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
      accounts.list = [];
      stage.emit({ kind: "changed", tags: ["session", "settings"] });
      return null;
    },
    open_external: () => null,
  };
}
