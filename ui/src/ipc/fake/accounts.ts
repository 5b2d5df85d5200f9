/** The fake host's accounts: who is signed in, and what was granted. */
import type { Account, Permission, Session, SessionState } from "../bindings";
import type { FakeOptions } from "./options";

export const PERMISSIONS: Array<Omit<Permission, "granted">> = [
  { name: "User.Read", step: "read", adminConsent: false },
  { name: "User.ReadBasic.All", step: "read", adminConsent: false },
  { name: "GroupMember.Read.All", step: "read", adminConsent: true },
  { name: "Group.ReadWrite.All", step: "manage", adminConsent: true },
  { name: "Directory.Read.All", step: "policies", adminConsent: true },
  { name: "Member.Read.Hidden", step: "hidden", adminConsent: true },
  { name: "Files.Read.All", step: "evidence", adminConsent: false },
  { name: "Notes.Read.All", step: "evidence", adminConsent: false },
  { name: "Directory.ReadWrite.All", step: "administer", adminConsent: true },
];

export class FakeAccounts {
  list: Account[];

  constructor(private readonly options: FakeOptions) {
    this.list = options.state === "signedOut" ? [] : [adele(options.cloud)];
  }

  get current(): Account | undefined {
    return this.list.find((account) => account.current);
  }

  session(account: Account): Session {
    const granted = PERMISSIONS.filter(({ step }) => this.isGranted(step));
    return {
      account,
      userId: "person-0",
      granted: granted.map(({ name }) => name),
      canManage: this.options.canManage,
    };
  }

  isGranted(step: Permission["step"]): boolean {
    if (step === "policies") return this.options.canReadPolicies;
    if (step === "hidden") return this.options.canReadHidden;
    if (step === "administer") return this.options.canAdminister;
    if (step === "evidence") return this.options.canReadContents;
    return step === "read" || this.options.canManage;
  }

  state(): SessionState {
    const { current } = this;
    return current ? { state: "signedIn", session: this.session(current) } : { state: "signedOut" };
  }

  enter(account: Account): Session {
    const others = this.list.filter(({ id }) => id !== account.id);
    this.list = [...others, account].map((each) => ({ ...each, current: each.id === account.id }));
    if (this.options.state === "signedOut") this.options.state = "ready";
    return this.session({ ...account, current: true });
  }

  /** Forgets an account. The next one is shown in its place, where there is one. */
  forget(accountId: string): SessionState {
    const rest = this.list.filter(({ id }) => id !== accountId);
    this.list = rest.some(({ current }) => current)
      ? rest
      : rest.map((account, index) => ({ ...account, current: index === 0 }));
    return this.state();
  }
}

export const adele = (cloud: Account["cloud"]): Account => ({
  id: `adele-${cloud}`,
  displayName: "Adele Vance",
  userPrincipalName: "adele@contoso.example",
  tenantName: cloud === "practice" ? "Contoso (practice)" : "Contoso",
  cloud,
  current: true,
  needsSignIn: false,
});
