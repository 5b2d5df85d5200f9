// Generated from src-tauri/crates/ipc-contract by `cargo xtask generate`. Do not edit.

/**
 * An account that has signed in on this machine.
 */
export type Account = { 
/**
 * The application's own id of the account: stable, no secret.
 */
id: string, 
/**
 * Display name of the person.
 */
displayName: string, 
/**
 * User principal name.
 */
userPrincipalName: string, 
/**
 * Display name of the tenant.
 */
tenantName: string, 
/**
 * The cloud the account lives in.
 */
cloud: CloudName, 
/**
 * Whether this is the account that the window shows.
 */
current: boolean, 
/**
 * Whether the account has to sign in again before it can be used.
 */
needsSignIn: boolean, };

/**
 * The accounts.
 */
export type AccountList = { 
/**
 * In the order in which they were added.
 */
accounts: Array<Account>, };

/**
 * Names an account.
 */
export type AccountRequest = { 
/**
 * The application's own id of the account.
 */
accountId: string, };

/**
 * How far to move the clock.
 */
export type AdvanceBy = "day" | "week" | "nextExpiry";

/**
 * Moves the practice clock.
 */
export type AdvanceRequest = { 
/**
 * How far.
 */
by: AdvanceBy, };

/**
 * Something happened that the UI did not ask for.
 */
export type AppEvent = { "kind": "changed", 
/**
 * What.
 */
tags: Array<Tag>, } | { "kind": "refreshProgress", 
/**
 * Rising number: an older event that arrives late is dropped.
 */
sequence: number, 
/**
 * Groups read so far.
 */
loaded: number, } | { "kind": "refreshEnded", 
/**
 * Why it failed, when it did.
 */
error: CommandError | null, };

/**
 * How the application was started, as far as the UI has to know.
 */
export type AppStart = { 
/**
 * Version of the application.
 */
version: string, 
/**
 * Who is signed in.
 */
session: SessionState, 
/**
 * The screen to begin with; `null` for the usual one.
 */
view: StartView | null, 
/**
 * What was set, the theme as the command line overrules it.
 */
settings: Settings, 
/**
 * What the sign-in form is filled with (from the command line, or the last sign-in).
 */
signIn: SignInRequest, 
/**
 * Things that the person has to know once, such as a damaged file that was set aside.
 */
notices: Array<CommandError>, };

/**
 * How far a change has come. *Confirmed* means that the service said so when asked again.
 */
export type Certainty = "confirmed" | "sent" | "local" | "unknown";

/**
 * A cloud of Microsoft 365, or the practice tenant.
 */
export type CloudName = "global" | "usGovL4" | "usGovL5" | "china" | "custom" | "practice";

/**
 * A failed command.
 */
export type CommandError = { 
/**
 * What the UI decides by.
 */
code: ErrorCode, 
/**
 * What happened, in English, for the log and the help desk. Never a secret.
 */
message: string, 
/**
 * Whether the same command may succeed later without a change.
 */
retryable: boolean, 
/**
 * HTTP status, where there was one.
 */
status: number | null, 
/**
 * The service's own code, such as `Authorization_RequestDenied` or `AADSTS65001`.
 */
serviceCode: string | null, 
/**
 * The service's request-id, for its support.
 */
requestId: string | null, 
/**
 * Figures and names for the sentence.
 */
params: ErrorParams, };

/**
 * How the practice service behaves.
 */
export type Conditions = "normal" | "throttled" | "slow" | "unavailable";

/**
 * Changes the practice service's behaviour.
 */
export type ConditionsRequest = { 
/**
 * The new behaviour.
 */
conditions: Conditions, };

/**
 * How close rows stand.
 */
export type Density = "comfortable" | "compact";

/**
 * What a person reads out or types when signing in with a code.
 */
export type DeviceCode = { 
/**
 * The short code to type in.
 */
userCode: string, 
/**
 * Where to type it in.
 */
verificationUri: string, 
/**
 * When the code stops working.
 */
expiresAt: string, };

/**
 * Everything that a command can fail with, as the UI tells failures apart.
 *
 * Add a code only when the UI decides something by it.
 */
export type ErrorCode = "signInRequired" | "signInCancelled" | "signInTimedOut" | "consentDeclined" | "adminConsentRequired" | "permissionMissing" | "tenantUnknown" | "clientUnknown" | "registrationWrong" | "accountNotAllowed" | "wrongCloud" | "interactionRequired" | "signInFailed" | "clockWrong" | "notAllowed" | "notFound" | "conflict" | "refused" | "throttled" | "offline" | "serviceUnavailable" | "unexpectedAnswer" | "outcomeUnknown" | "notInThisCloud" | "invalidInput" | "storageDamaged" | "storageNotWritable" | "keychainLocked" | "keychainAbsent" | "practiceUnavailable" | "internal";

/**
 * Figures and names for the sentence that the UI says about an error.
 */
export type ErrorParams = { 
/**
 * Permissions that are missing, by their Graph names.
 */
permissions: Array<string>, 
/**
 * Where an administrator can consent.
 */
adminConsentUrl: string | null, 
/**
 * The tenant that was asked for.
 */
tenant: string | null, 
/**
 * The application ID that was asked for.
 */
clientId: string | null, 
/**
 * Seconds to wait before trying again.
 */
retryAfterSeconds: number | null, 
/**
 * How far this computer's clock is off, in seconds; positive when it is fast.
 */
skewSeconds: number | null, 
/**
 * The input field that was refused.
 */
field: string | null, 
/**
 * The service's own reason, unlocalised: for details, not for the first line.
 */
reason: string | null, 
/**
 * The file that was concerned.
 */
file: string | null, };

/**
 * Whether a group is among the person's favorites, as far as that can be known.
 */
export type Favorite = { 
/**
 * The last known state; `null` when nothing is known.
 */
marked: boolean | null, 
/**
 * How well it is known.
 */
certainty: Certainty, };

/**
 * Marks or unmarks a favorite.
 */
export type FavoriteRequest = { 
/**
 * Directory id of the group.
 */
groupId: string, 
/**
 * Whether it shall be a favorite.
 */
marked: boolean, };

/**
 * All groups of the person, as of a moment.
 */
export type GroupList = { 
/**
 * The groups, in no particular order.
 */
groups: Array<GroupSummary>, 
/**
 * When the service was last read completely; `null` before the first time.
 */
asOf: string | null, 
/**
 * The service's present moment (the practice clock there, else this machine's): what days
 * are counted from.
 */
now: string, 
/**
 * Whether a refresh is under way.
 */
refreshing: boolean, 
/**
 * Why the last refresh failed, when it did.
 */
lastError: CommandError | null, 
/**
 * The lifecycle policy in force.
 */
policy: PolicySummary, };

/**
 * The people of a group in figures; read lazily, a batch at a time.
 */
export type GroupPeople = { 
/**
 * The owners (at most 20 of them).
 */
owners: Array<OwnerSummary>, 
/**
 * How many members there are; `null` when it may not be read.
 */
memberCount: number | null, 
/**
 * How many of the members are guests; `null` when it may not be read.
 */
guestCount: number | null, };

/**
 * The people of several groups.
 */
export type GroupPeopleLoaded = { 
/**
 * One entry a group that was asked for.
 */
groups: Array<PeopleOfGroup>, };

/**
 * Names one group.
 */
export type GroupRequest = { 
/**
 * Directory id of the group.
 */
groupId: string, };

/**
 * One group, as lists, timeline and details show it.
 */
export type GroupSummary = { 
/**
 * Directory id.
 */
id: string, 
/**
 * Display name, in any script.
 */
displayName: string, 
/**
 * Mail nickname (alias).
 */
mailNickname: string, 
/**
 * Primary address.
 */
mail: string | null, 
/**
 * Description.
 */
description: string | null, 
/**
 * Who sees it.
 */
visibility: Visibility, 
/**
 * Classification, where the tenant has one.
 */
classification: string | null, 
/**
 * Whether it has a team.
 */
team: boolean, 
/**
 * Whether its members follow from a rule.
 */
dynamic: boolean, 
/**
 * Whether the signed-in person owns it.
 */
owned: boolean, 
/**
 * Whether the signed-in person is a member.
 */
member: boolean, 
/**
 * When it was created.
 */
created: string | null, 
/**
 * When it was last renewed.
 */
renewed: string | null, 
/**
 * When it expires by the service's word; `null` when it does not.
 */
expires: string | null, 
/**
 * Favorite state.
 */
favorite: Favorite, 
/**
 * Its people, once they were read.
 */
people: GroupPeople | null, };

/**
 * Groups that a search found.
 */
export type GroupsFound = { 
/**
 * At most 50 groups, best first.
 */
groups: Array<GroupSummary>, };

/**
 * Names several groups.
 */
export type GroupsRequest = { 
/**
 * Directory ids of the groups.
 */
groupIds: Array<string>, };

/**
 * What the keychain is like.
 */
export type KeychainState = "available" | "locked" | "absent";

/**
 * An address to open in the system's browser.
 */
export type OpenRequest = { 
/**
 * An https address.
 */
url: string, };

/**
 * An owner, as far as the list needs one.
 */
export type OwnerSummary = { 
/**
 * Directory id.
 */
id: string, 
/**
 * Display name.
 */
displayName: string, 
/**
 * Whether the account is enabled; `null` when the service did not say.
 */
enabled: boolean | null, 
/**
 * Whether the person is a guest.
 */
guest: boolean, };

/**
 * The people of one group.
 */
export type PeopleOfGroup = { 
/**
 * Directory id of the group.
 */
groupId: string, 
/**
 * Its people; `null` when they may not be read.
 */
people: GroupPeople | null, };

/**
 * A permission as the Welcome and Settings screens explain it.
 */
export type Permission = { 
/**
 * Graph's name, such as `Group.ReadWrite.All`.
 */
name: string, 
/**
 * The step that asks for it.
 */
step: PermissionStep, 
/**
 * Whether only an administrator can consent to it.
 */
adminConsent: boolean, 
/**
 * Whether the current session has it; `null` when nobody is signed in.
 */
granted: boolean | null, };

/**
 * Answer to [`crate::commands::PermissionsList`].
 */
export type PermissionList = { 
/**
 * All permissions that the application may ask for, in the order of their steps.
 */
permissions: Array<Permission>, 
/**
 * Where an administrator consents to all of them, when the request was complete enough.
 */
adminConsentUrl: string | null, };

/**
 * Permissions are asked for in steps, as features need them.
 */
export type PermissionStep = "read" | "manage" | "policies";

/**
 * Asks for the permissions of a form that is being filled in, or of the session.
 */
export type PermissionsRequest = { 
/**
 * The form; `null` for the session.
 */
form: SignInRequest | null, };

/**
 * The lifecycle policy, as far as renewals need it.
 */
export type PolicySummary = { "state": "unknown" } | { "state": "none" } | { "state": "active", 
/**
 * Lifetime in days.
 */
lifetimeDays: number, 
/**
 * Whether all groups are covered, or only selected ones.
 */
allGroups: boolean, };

/**
 * Something ahead in the practice tenant.
 */
export type PracticeEvent = { 
/**
 * When.
 */
at: string, 
/**
 * The group that expires then.
 */
groupName: string, };

/**
 * The practice tenant as it stands.
 */
export type PracticeStatus = { 
/**
 * Its present moment.
 */
now: string, 
/**
 * How many groups it has.
 */
groups: number, 
/**
 * How many people it has.
 */
users: number, 
/**
 * How it behaves.
 */
conditions: Conditions, 
/**
 * What the clock can be moved to next; `null` when nothing is ahead.
 */
nextEvent: PracticeEvent | null, };

/**
 * How far the first screen has come.
 */
export type ReadyRequest = { 
/**
 * What it has come to.
 */
stage: ReadyStage, };

/**
 * How far the first screen has come, one after the other.
 */
export type ReadyStage = "painted" | "interactive" | "complete";

/**
 * What a renewal came to.
 */
export type RenewOutcome = { 
/**
 * The group as it is now, by the service's word.
 */
group: GroupSummary, 
/**
 * The expiry before.
 */
expiredBefore: string | null, 
/**
 * `Confirmed` when the re-read shows the new dates, `Sent` while it does not yet.
 */
certainty: Certainty, };

/**
 * Starts the practice tenant anew.
 */
export type ResetRequest = { 
/**
 * How many groups, 10 to 10,000.
 */
groups: number, 
/**
 * How many people, 20 to 10,000.
 */
users: number, };

/**
 * Searches the service's index for groups that are not among the person's own.
 */
export type SearchRequest = { 
/**
 * What was typed.
 */
text: string, };

/**
 * The signed-in account with what it may do.
 */
export type Session = { 
/**
 * The account.
 */
account: Account, 
/**
 * The person's id in the directory.
 */
userId: string, 
/**
 * Names of the granted permissions.
 */
granted: Array<string>, 
/**
 * Whether groups can be changed (the step [`PermissionStep::Manage`] was granted).
 */
canManage: boolean, };

/**
 * Whether somebody is signed in.
 */
export type SessionState = { "state": "signedOut" } | { "state": "signedIn", 
/**
 * Who, and where.
 */
session: Session, };

/**
 * What a person can set. Unknown members of a newer version are dropped on writing.
 */
export type Settings = { 
/**
 * Colours.
 */
theme: Theme, 
/**
 * Row heights.
 */
density: Density, 
/**
 * Where tokens are kept.
 */
tokenProtection: TokenProtection, };

/**
 * What a person enters to sign in.
 */
export type SignInRequest = { 
/**
 * The cloud.
 */
cloud: CloudName, 
/**
 * `organizations`, a tenant's GUID or one of its domains.
 */
tenant: string, 
/**
 * The application (client) ID of the registration.
 */
clientId: string, 
/**
 * Graph's root for [`CloudName::Custom`], ending in `/v1.0` or without a version.
 */
graphUrl: string | null, 
/**
 * The sign-in root for [`CloudName::Custom`].
 */
authority: string | null, 
/**
 * Which permissions to ask for.
 */
step: PermissionStep, 
/**
 * Whether to ask for [`PermissionStep::Policies`] as well: a tenant may grant the rest only.
 */
policies: boolean, };

/**
 * Names an account to sign out.
 */
export type SignOutRequest = { 
/**
 * The application's own id of the account.
 */
accountId: string, 
/**
 * Whether to end the session in the system's browser as well.
 */
browser: boolean, };

/**
 * A screen that the application can begin with.
 */
export type StartView = "home" | "groups" | "renewals" | "settings";

/**
 * Names a step of permissions.
 */
export type StepRequest = { 
/**
 * The step.
 */
step: PermissionStep, };

/**
 * What is kept on this machine, and how it is protected.
 */
export type StorageInfo = { 
/**
 * The folder.
 */
dataDir: string, 
/**
 * Size of the last known state, in bytes.
 */
cacheBytes: number, 
/**
 * Size of the logs, in bytes.
 */
logBytes: number, 
/**
 * What the keychain is like.
 */
keychain: KeychainState, 
/**
 * How tokens are protected now (which the keychain's state may force).
 */
protectionInForce: TokenProtection, 
/**
 * Files that were found damaged and set aside, by name.
 */
setAside: Array<string>, };

/**
 * What a change concerns: the UI refetches every query that provides one of the tags.
 */
export type Tag = "groups" | "session" | "settings" | "practice";

/**
 * Colours of the window.
 */
export type Theme = "system" | "light" | "dark" | "highContrast";

/**
 * Where tokens are kept.
 */
export type TokenProtection = "keychain" | "memoryOnly" | "keyFile";

/**
 * Who sees a group.
 */
export type Visibility = "public" | "private" | "hiddenMembership" | "unknown";

/** The event that carries every `AppEvent`. */
export const APP_EVENT = "app-event";

/** Every command with its request and its response. */
export interface Commands {
  /** The first call of the window: how the application was started. */
  app_started: { request: null; response: AppStart };
  /** Tells the shell how far the first screen has come: painted, interactive, complete. */
  window_ready: { request: ReadyRequest; response: null };
  /** Enters the practice tenant, starting it if need be. */
  practice_enter: { request: null; response: Session };
  /** Signs in through the system's browser; answers when that is over. */
  sign_in_browser: { request: SignInRequest; response: Session };
  /** Begins a sign-in with a code. */
  sign_in_device_start: { request: SignInRequest; response: DeviceCode };
  /** Waits until the code was entered. */
  sign_in_device_finish: { request: null; response: Session };
  /** Gives up the sign-in that is under way. */
  sign_in_cancel: { request: null; response: null };
  /** All accounts on this machine. */
  accounts_list: { request: null; response: AccountList };
  /** Shows another account. */
  account_switch: { request: AccountRequest; response: Session };
  /** Forgets an account: its tokens and what is kept of its tenant. */
  sign_out: { request: SignOutRequest; response: SessionState };
  /** The permissions, why, and which are granted; for a form or the current session. */
  permissions_list: { request: PermissionsRequest; response: PermissionList };
  /** Asks for more permissions for the current account, in the browser. */
  permissions_request: { request: StepRequest; response: Session };
  /** The person's groups as last known; starts a refresh when they are old. */
  groups_list: { request: null; response: GroupList };
  /** Reads the person's groups anew; progress and end come as events. */
  groups_refresh: { request: null; response: null };
  /** Reads one group anew. */
  group_get: { request: GroupRequest; response: GroupSummary };
  /** Reads owners and counts of the given groups (at most 100), batched. */
  group_people_load: { request: GroupsRequest; response: GroupPeopleLoaded };
  /** Searches the service for groups by name. */
  groups_search: { request: SearchRequest; response: GroupsFound };
  /** Marks or unmarks a favorite. */
  favorite_set: { request: FavoriteRequest; response: Favorite };
  /** Renews a group and reads it again. */
  group_renew: { request: GroupRequest; response: RenewOutcome };
  /** What was set. */
  settings_get: { request: null; response: Settings };
  /** Sets it. */
  settings_set: { request: Settings; response: Settings };
  /** What is kept on this machine. */
  storage_get: { request: null; response: StorageInfo };
  /** Removes everything that is kept on this machine, and signs out. */
  storage_clear: { request: null; response: null };
  /** The practice tenant as it stands. */
  practice_get: { request: null; response: PracticeStatus };
  /** Moves its clock. */
  practice_advance: { request: AdvanceRequest; response: PracticeStatus };
  /** Changes its behaviour. */
  practice_conditions: { request: ConditionsRequest; response: PracticeStatus };
  /** Starts it anew. */
  practice_reset: { request: ResetRequest; response: PracticeStatus };
  /** Opens an https address in the system's browser. */
  open_external: { request: OpenRequest; response: null };
}
