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
 * What a single item does; the words for it are in the UI's catalogue.
 */
export type Action = "createGroup" | "enableTeam" | "updateGroup" | "deleteGroup" | "restoreGroup" | "purgeGroup" | "renewGroup" | "addMember" | "removeMember" | "addOwner" | "removeOwner" | "markFavorite" | "unmarkFavorite" | "createEvent" | "changeEvent" | "cancelEvent" | "answerEvent" | "deleteConversation" | "deleteThread" | "changeExpiration" | "coverGroup" | "uncoverGroup" | "changeSettings";

/**
 * One thing that was, is or will be done.
 */
export type ActivityItem = { 
/**
 * The job that it belongs to.
 */
jobId: string, 
/**
 * Its place in the job.
 */
index: number, 
/**
 * When it was settled, else asked for.
 */
at: string, 
/**
 * What is done.
 */
action: Action, 
/**
 * Directory id of the group; empty while it is not created, and where the whole tenant is concerned.
 */
groupId: string, 
/**
 * The group's name; of the tenant's settings, their template's.
 */
groupName: string, 
/**
 * Whom it concerns.
 */
person: PersonRef | null, 
/**
 * How it stands.
 */
state: ItemState, 
/**
 * Why, where it is not done.
 */
reason: Reason | null, 
/**
 * Values before and after.
 */
changes: Array<PropertyChange>, 
/**
 * The service's request-id.
 */
requestId: string | null, 
/**
 * HTTP status of a refusal.
 */
status: number | null, 
/**
 * The service's own code of a refusal.
 */
serviceCode: string | null, 
/**
 * Whether it can be undone now.
 */
undoable: boolean, 
/**
 * Whether it was undone.
 */
undone: boolean, };

/**
 * A page of the record.
 */
export type ActivityPage = { 
/**
 * At most 200, newest first.
 */
items: Array<ActivityItem>, 
/**
 * Where the next page begins; `null` at the end.
 */
next: string | null, };

/**
 * Asks for the record of what was done, newest first.
 */
export type ActivityRequest = { 
/**
 * Only of this group.
 */
groupId: string | null, 
/**
 * Only where a group's or a person's name has this in it.
 */
text: string, 
/**
 * Where to go on: what the page before said.
 */
after: string | null, };

/**
 * A role of the directory whose holders may change policies.
 */
export type AdminRole = "globalAdministrator" | "groupsAdministrator" | "userAdministrator";

/**
 * How far to move the clock.
 */
export type AdvanceBy = "day" | "week" | "nextEvent";

/**
 * Moves the practice clock.
 */
export type AdvanceRequest = { 
/**
 * How far.
 */
by: AdvanceBy, };

/**
 * An answer to an invitation.
 */
export type Answer = "accept" | "tentative" | "decline";

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
loaded: number, } | { "kind": "jobProgress", 
/**
 * The job as it stands.
 */
job: Job, } | { "kind": "attachmentProgress", 
/**
 * The service's id of the attachment.
 */
attachmentId: string, 
/**
 * Bytes read so far.
 */
loaded: number, 
/**
 * Bytes in all; `null` when the service does not say.
 */
size: number | null, } | { "kind": "filesDragged", 
/**
 * How far it has come.
 */
phase: DragPhase, 
/**
 * Where the pointer is, in the page's pixels from the left.
 */
x: number, 
/**
 * Where the pointer is, in the page's pixels from the top.
 */
y: number, 
/**
 * Names this drop when their bytes are asked for.
 */
dropId: number, 
/**
 * What was dropped; empty before.
 */
files: Array<DroppedFile>, } | { "kind": "closeAsked" } | { "kind": "showGroup", 
/**
 * Directory id of the group; `null` for the desk as such.
 */
groupId: string | null, } | { "kind": "refreshEnded", 
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
 * Something attached to a post.
 */
export type Attachment = { 
/**
 * The service's id.
 */
id: string, 
/**
 * Its name.
 */
name: string, 
/**
 * Media type, as the sender claims.
 */
contentType: string, 
/**
 * Bytes, about.
 */
size: number, 
/**
 * What it is.
 */
what: AttachmentKind, };

/**
 * What an attachment is.
 */
export type AttachmentKind = { "kind": "file" } | { "kind": "item" } | { "kind": "reference", 
/**
 * Its https address; `null` when the service did not say.
 */
url: string | null, };

/**
 * Saves an attachment in the person's folder of downloads.
 */
export type AttachmentRequest = { 
/**
 * The thread.
 */
thread: ThreadRequest, 
/**
 * The service's id of the post.
 */
postId: string, 
/**
 * The service's id of the attachment.
 */
attachmentId: string, };

/**
 * Somebody who is invited.
 */
export type Attendee = { 
/**
 * Who.
 */
person: MailPerson, 
/**
 * Whether it also takes place without them.
 */
optional: boolean, 
/**
 * What they answered.
 */
response: Response, };

/**
 * An event as a calendar shows it.
 */
export type CalendarEvent = { 
/**
 * The service's id of this event or occurrence.
 */
id: string, 
/**
 * The service's id of the series; `null` when it is alone.
 */
seriesId: string | null, 
/**
 * What it is to its series.
 */
kind: EventKind, 
/**
 * What it is about; may be empty.
 */
subject: string, 
/**
 * When it is.
 */
time: EventTime, 
/**
 * Where.
 */
location: string | null, 
/**
 * Whether it was cancelled.
 */
cancelled: boolean, 
/**
 * How the time shows to others.
 */
showAs: ShowAs, 
/**
 * Whether there is an online meeting.
 */
online: boolean, 
/**
 * Whether the group organises it: only then it can be changed and cancelled here.
 */
organizer: boolean, 
/**
 * What was answered in the group's name or the person's, where the group does not organise it.
 */
response: Response, 
/**
 * Whether only those who are invited see what it is about.
 */
private: boolean, };

/**
 * The events within a range, in the order in which they begin.
 */
export type CalendarRange = { 
/**
 * Whether the mailbox, and so the calendar, can be used.
 */
mailbox: MailboxState, 
/**
 * When it was read; `null` when it never was.
 */
asOf: string | null, 
/**
 * Why this is not newer, when reading failed.
 */
lastError: CommandError | null, 
/**
 * The events. Recurrences are expanded.
 */
events: Array<CalendarEvent>, 
/**
 * Whether the person may change them.
 */
mayChange: boolean, };

/**
 * Asks for the events within a range.
 */
export type CalendarRequest = { 
/**
 * Directory id of the group.
 */
groupId: string, 
/**
 * The first day.
 */
first: string, 
/**
 * The last day; at most 400 days after the first.
 */
last: string, 
/**
 * The zone in which days begin, by its IANA name.
 */
timeZone: string, 
/**
 * Whether to ask the service though the range was read a short while ago.
 */
anew: boolean, };

/**
 * How far a change has come. *Confirmed* means that the service said so when asked again.
 */
export type Certainty = "confirmed" | "sent" | "local" | "unknown";

/**
 * Changes, each to be planned and run by itself.
 */
export type ChangeList = { 
/**
 * The changes.
 */
changes: Array<ChangeRequest>, };

/**
 * A change that a person asks for.
 */
export type ChangeRequest = { "kind": "createGroup", 
/**
 * The group.
 */
group: NewGroup, } | { "kind": "updateGroups", 
/**
 * The groups.
 */
groupIds: Array<string>, 
/**
 * What to change.
 */
changes: GroupChanges, } | { "kind": "deleteGroups", 
/**
 * The groups.
 */
groupIds: Array<string>, } | { "kind": "restoreGroups", 
/**
 * The groups.
 */
groupIds: Array<string>, } | { "kind": "purgeGroups", 
/**
 * The groups.
 */
groupIds: Array<string>, } | { "kind": "renewGroups", 
/**
 * The groups.
 */
groupIds: Array<string>, } | { "kind": "setFavorites", 
/**
 * The groups.
 */
groupIds: Array<string>, 
/**
 * Which of the two.
 */
marked: boolean, } | { "kind": "addPeople", 
/**
 * The groups.
 */
groupIds: Array<string>, 
/**
 * The people.
 */
people: Array<PersonRef>, 
/**
 * As what.
 */
role: Role, } | { "kind": "addChecked", 
/**
 * The check.
 */
checkId: string, 
/**
 * Who is meant on lines that were unclear; unclear lines without a choice are left out.
 */
choices: Array<LineChoice>, } | { "kind": "removePeople", 
/**
 * The groups.
 */
groupIds: Array<string>, 
/**
 * The people.
 */
people: Array<PersonRef>, 
/**
 * As what: an owner who is no longer one stays a member.
 */
role: Role, } | { "kind": "copyPeople", 
/**
 * Where they are.
 */
fromId: string, 
/**
 * Where they shall be too.
 */
toId: string, } | { "kind": "handOver", 
/**
 * Who leaves.
 */
from: PersonRef, 
/**
 * Who takes over: becomes owner and member first.
 */
to: PersonRef, 
/**
 * Whether the one who leaves is also removed as a member.
 */
removeMembership: boolean, } | { "kind": "policyExpiration", 
/**
 * What the person saw; `null` for no policy.
 */
before: ExpirationPolicy | null, 
/**
 * What shall be; `null` for no policy.
 */
after: ExpirationInput | null, } | { "kind": "policySelection", 
/**
 * The policy.
 */
policyId: string, 
/**
 * The groups.
 */
groupIds: Array<string>, 
/**
 * Which of the two.
 */
covered: boolean, } | { "kind": "policySettings", 
/**
 * The template.
 */
templateId: string, 
/**
 * The group, for settings of one; `null` for the tenant's.
 */
groupId: string | null, 
/**
 * What the person saw; `null` where none were made.
 */
before: Array<SettingEntry> | null, 
/**
 * What shall be; `null` for the template's defaults.
 */
after: Array<SettingEntry> | null, };

/**
 * How many lines came to what.
 */
export type CheckedCounts = { 
/**
 * See [`LineVerdict`].
 */
ready: number, 
/**
 * See [`LineVerdict`].
 */
guest: number, 
/**
 * See [`LineVerdict`].
 */
alreadyIn: number, 
/**
 * See [`LineVerdict`].
 */
unclear: number, 
/**
 * See [`LineVerdict`].
 */
unknown: number, 
/**
 * See [`LineVerdict`].
 */
notAddable: number, 
/**
 * See [`LineVerdict`].
 */
repeated: number, };

/**
 * One line of a checked list.
 */
export type CheckedLine = { 
/**
 * The line's number in the file, counted from 1.
 */
line: number, 
/**
 * What stands there, shortened.
 */
text: string, 
/**
 * What came of it.
 */
verdict: LineVerdict, 
/**
 * Why, where it is not plain.
 */
reason: LineReason | null, 
/**
 * Who it is.
 */
person: Person | null, 
/**
 * Who it could be, for an unclear line.
 */
candidates: Array<Person>, };

/**
 * What shall become of running jobs when the window is closed.
 */
export type CloseChoice = "background" | "pause";

/**
 * Closes the window while jobs run.
 */
export type CloseRequest = { 
/**
 * What shall become of them.
 */
choice: CloseChoice, };

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
 * Names two groups to compare.
 */
export type CompareRequest = { 
/**
 * One group.
 */
leftId: string, 
/**
 * The other.
 */
rightId: string, };

/**
 * Who is in which of two groups.
 */
export type Comparison = { 
/**
 * In the first only.
 */
onlyLeft: Array<Person>, 
/**
 * In the second only.
 */
onlyRight: Array<Person>, 
/**
 * In both.
 */
both: Array<Person>, };

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
 * A conversation as the list shows it.
 */
export type Conversation = { 
/**
 * The service's id.
 */
id: string, 
/**
 * What it is about; may be empty.
 */
topic: string, 
/**
 * When something was last delivered to it.
 */
lastDelivered: string, 
/**
 * Names of those who wrote, as the service gives them.
 */
senders: Array<string>, 
/**
 * The beginning of the last post, as plain text.
 */
preview: string, 
/**
 * Whether a post has attachments.
 */
hasAttachments: boolean, };

/**
 * What the group's conversations tell.
 */
export type ConversationEvidence = { 
/**
 * When something was last delivered; `null` when nothing ever was.
 */
last: string | null, 
/**
 * What the last conversation is about.
 */
topic: string | null, 
/**
 * Conversations with something delivered within the last 90 days.
 */
recent: Figure, };

/**
 * A stretch of a group's conversations, the last delivered first.
 */
export type ConversationList = { 
/**
 * Whether the mailbox can be used.
 */
mailbox: MailboxState, 
/**
 * When the first of them were read; `null` when they never were.
 */
asOf: string | null, 
/**
 * Why this is not newer, when reading failed.
 */
lastError: CommandError | null, 
/**
 * From the offset on.
 */
conversations: Array<Conversation>, 
/**
 * Whether there are more behind them.
 */
more: boolean, 
/**
 * Posts that the person has not seen; `null` when the service did not say.
 */
unseen: number | null, 
/**
 * Whether the person gets the group's mail in their own inbox; `null` when the service did not say.
 */
subscribed: boolean | null, 
/**
 * Whether remote images of posts are loaded in this group.
 */
remoteImages: boolean, 
/**
 * What is being written in this group, or on its way, the newest first.
 */
drafts: Array<Draft>, };

/**
 * Names a conversation.
 */
export type ConversationRequest = { 
/**
 * Directory id of the group.
 */
groupId: string, 
/**
 * The service's id of the conversation.
 */
conversationId: string, 
/**
 * Whether to ask the service though it was read a short while ago.
 */
anew: boolean, };

/**
 * A conversation with its threads.
 */
export type ConversationThreads = { 
/**
 * The conversation as the list shows it.
 */
conversation: Conversation, 
/**
 * When it was read.
 */
asOf: string, 
/**
 * Why this is not newer, when reading failed.
 */
lastError: CommandError | null, 
/**
 * Its threads, the one delivered to last first. Mostly one.
 */
threads: Array<Thread>, 
/**
 * What is being written in it, or on its way.
 */
drafts: Array<Draft>, };

/**
 * Asks for a group's conversations, a stretch of them.
 */
export type ConversationsRequest = { 
/**
 * Directory id of the group.
 */
groupId: string, 
/**
 * How many to leave out.
 */
offset: number, 
/**
 * How many to give, at most 200.
 */
limit: number, 
/**
 * Whether to ask the service though they were read a short while ago.
 */
anew: boolean, };

/**
 * Which policy covers a group.
 */
export type Coverage = { "state": "unknown" } | { "state": "noPolicy" } | { "state": "coversNone" } | { "state": "notSelected" } | { "state": "covered", 
/**
 * The policy's id.
 */
policyId: string, 
/**
 * Days from a renewal to the expiry.
 */
lifetimeDays: number, 
/**
 * Whether it was selected, and does not expire as all do.
 */
selected: boolean, };

/**
 * Why somebody may not create groups.
 */
export type CreationBarrier = { "kind": "off" } | { "kind": "notAmongCreators", 
/**
 * The group's name; `null` when it could not be read.
 */
groupName: string | null, };

/**
 * What creating groups is like in this tenant.
 */
export type CreationRules = { 
/**
 * Whether the naming policy wants something before or after the name; an example for this person.
 */
nameExample: string | null, 
/**
 * Where the company says how groups are to be used.
 */
guidelinesUrl: string | null, 
/**
 * What the tenant offers as classifications.
 */
classifications: Array<string>, 
/**
 * What a new group gets when nothing is chosen.
 */
defaultClassification: string | null, 
/**
 * The sensitivity labels that the person's own groups have, by name; `null` where groups have none. The
 * tenant may offer others: it does not tell which, to who is only an owner.
 */
labels: Array<SensitivityLabel> | null, 
/**
 * Whether the tenant lets everybody create groups; `null` when it could not be read.
 */
everybodyMayCreate: boolean | null, 
/**
 * Where the company says how guests may be taken in.
 */
guestGuidelinesUrl: string | null, 
/**
 * Why the person may not create groups; `null` when they may, or it is not known.
 */
barrier: CreationBarrier | null, };

/**
 * A decision that stands.
 */
export type Decided = { 
/**
 * Directory id of the group.
 */
groupId: string, 
/**
 * The group's name when it was decided.
 */
groupName: string, 
/**
 * What.
 */
decision: Decision, 
/**
 * When.
 */
at: string, 
/**
 * Why it is in the queue all the same; `null` while it keeps the group out of it.
 */
reopened: Reopened | null, };

/**
 * A decision that only this machine knows. The service is told nothing.
 */
export type Decision = { "kind": "later", 
/**
 * The day on which it comes back into the queue.
 */
until: string, } | { "kind": "letExpire", 
/**
 * Why; may be empty.
 */
note: string, };

/**
 * The decisions that stand.
 */
export type DecisionList = { 
/**
 * At most one a group.
 */
decisions: Array<Decided>, };

/**
 * Decides about a group; replaces what was decided before.
 */
export type DecisionRequest = { 
/**
 * Directory id of the group.
 */
groupId: string, 
/**
 * What; `null` revokes what was decided.
 */
decision: Decision | null, };

/**
 * A group that can still be brought back.
 */
export type DeletedGroup = { 
/**
 * Directory id.
 */
id: string, 
/**
 * Display name.
 */
displayName: string, 
/**
 * Alias.
 */
mailNickname: string, 
/**
 * Who sees it.
 */
visibility: Visibility, 
/**
 * Whether it has a team.
 */
team: boolean, 
/**
 * When it was deleted.
 */
deleted: string, 
/**
 * Until when it can be brought back: 30 days after that.
 */
restorableUntil: string, 
/**
 * Whether the signed-in person owned it.
 */
owned: boolean, };

/**
 * Deleted groups.
 */
export type DeletedList = { 
/**
 * Soonest gone first.
 */
groups: Array<DeletedGroup>, 
/**
 * Restored within the last 24 hours.
 */
returning: Array<Returning>, 
/**
 * When the service was last read; `null` before the first time.
 */
asOf: string | null, 
/**
 * The service's present moment.
 */
now: string, 
/**
 * Why this is not newer, when reading it failed.
 */
lastError: CommandError | null, 
/**
 * Whether these are all of the tenant's (for administrators), or the person's own.
 */
all: boolean, 
/**
 * Whether the person may delete for good.
 */
canPurge: boolean, };

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
 * Something that one is writing, kept on this machine until it is delivered.
 */
export type Draft = { 
/**
 * The application's own id.
 */
id: string, 
/**
 * Directory id of the group.
 */
groupId: string, 
/**
 * What it is to become.
 */
purpose: DraftPurpose, 
/**
 * Its words.
 */
words: DraftWords, 
/**
 * What goes with it.
 */
attachments: Array<DraftAttachment>, 
/**
 * When it was last changed.
 */
changed: string, 
/**
 * How far it has come.
 */
state: DraftState, };

/**
 * Adds a file to a draft. All files of one draft together stay under 4 MB as the service counts them.
 */
export type DraftAttachRequest = { 
/**
 * The application's own id of the draft, which was saved before.
 */
draftId: string, 
/**
 * The file's name.
 */
name: string, 
/**
 * Media type; empty when it is not known.
 */
contentType: string, 
/**
 * Its bytes, in base64.
 */
content: string, };

/**
 * A file that goes with what one writes.
 */
export type DraftAttachment = { 
/**
 * The application's own id.
 */
id: string, 
/**
 * Its name.
 */
name: string, 
/**
 * Media type.
 */
contentType: string, 
/**
 * Bytes.
 */
size: number, };

/**
 * Takes a file from a draft.
 */
export type DraftDetachRequest = { 
/**
 * The application's own id of the draft.
 */
draftId: string, 
/**
 * The application's own id of the file.
 */
attachmentId: string, };

/**
 * Everything that is being written or on its way.
 */
export type DraftList = { 
/**
 * The newest first.
 */
drafts: Array<Draft>, };

/**
 * What one is writing.
 */
export type DraftPurpose = { "kind": "new" } | { "kind": "reply", 
/**
 * The conversation.
 */
conversationId: string, 
/**
 * The thread.
 */
threadId: string, 
/**
 * The post that is answered; `null` for the thread as such.
 */
postId: string | null, } | { "kind": "forward", 
/**
 * The conversation.
 */
conversationId: string, 
/**
 * The thread.
 */
threadId: string, 
/**
 * The post.
 */
postId: string, };

/**
 * Names a draft.
 */
export type DraftRequest = { 
/**
 * The application's own id.
 */
draftId: string, };

/**
 * Keeps a draft as it stands.
 */
export type DraftSaveRequest = { 
/**
 * The application's own id, a UUID that the window makes.
 */
draftId: string, 
/**
 * Directory id of the group.
 */
groupId: string, 
/**
 * What it is to become.
 */
purpose: DraftPurpose, 
/**
 * Its words.
 */
words: DraftWords, };

/**
 * How far what one wrote has come.
 */
export type DraftState = { "state": "writing" } | { "state": "sending" } | { "state": "beingDelivered", 
/**
 * When it was accepted.
 */
since: string, } | { "state": "unknown" } | { "state": "failed", 
/**
 * Why.
 */
error: CommandError, };

/**
 * The words of a draft: what saving replaces.
 */
export type DraftWords = { 
/**
 * What a new conversation is about; empty otherwise.
 */
topic: string, 
/**
 * Its text: HTML of the editor, or plain text.
 */
body: string, 
/**
 * Whether it is plain text.
 */
plain: boolean, 
/**
 * Who joins the conversation, or whom a post is sent on to.
 */
recipients: Array<MailPerson>, };

/**
 * How far dragging has come.
 */
export type DragPhase = "over" | "dropped" | "left";

/**
 * What is in a dropped file.
 */
export type DroppedContent = { 
/**
 * Its bytes, in base64.
 */
content: string, };

/**
 * A file that was dropped.
 */
export type DroppedFile = { 
/**
 * Its name, without its folder.
 */
name: string, 
/**
 * Bytes.
 */
size: number, };

/**
 * Asks for what is in a dropped file. Only the files of the last drop are read.
 */
export type DroppedRequest = { 
/**
 * Which drop, as its event said.
 */
dropId: number, 
/**
 * Which of its files, from 0.
 */
index: number, };

/**
 * Everything that a command can fail with, as the UI tells failures apart.
 *
 * Add a code only when the UI decides something by it.
 */
export type ErrorCode = "signInRequired" | "signInCancelled" | "signInTimedOut" | "consentDeclined" | "adminConsentRequired" | "permissionMissing" | "tenantUnknown" | "clientUnknown" | "registrationWrong" | "accountNotAllowed" | "wrongCloud" | "interactionRequired" | "signInFailed" | "clockWrong" | "notAllowed" | "notFound" | "conflict" | "refused" | "throttled" | "offline" | "serviceUnavailable" | "unexpectedAnswer" | "outcomeUnknown" | "changedMeanwhile" | "planGone" | "nothingToDo" | "notInThisCloud" | "invalidInput" | "storageDamaged" | "storageNotWritable" | "keychainLocked" | "keychainAbsent" | "practiceUnavailable" | "tooLarge" | "threadLocked" | "mailboxAbsent" | "internal";

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
file: string | null, 
/**
 * How many or how much is taken at most.
 */
most: number | null, 
/**
 * Why nothing is left to be done, the commonest first.
 */
reasons: Array<Reason>, 
/**
 * What somebody else changed: as the person saw it before, and as it is now.
 */
theirs: Array<PropertyChange>, };

/**
 * Answers an invitation.
 */
export type EventAnswerRequest = { 
/**
 * Directory id of the group.
 */
groupId: string, 
/**
 * The service's id: of the occurrence, or of the series for all of it.
 */
eventId: string, 
/**
 * The answer.
 */
answer: Answer, 
/**
 * What the organizer is told; may be empty.
 */
message: string, 
/**
 * Whether the organizer is told at all.
 */
send: boolean, };

/**
 * Cancels an event, an occurrence or a series: those who are invited are told.
 */
export type EventCancelRequest = { 
/**
 * Directory id of the group.
 */
groupId: string, 
/**
 * The service's id: of the occurrence, or of the series for all of it.
 */
eventId: string, 
/**
 * What they are told; may be empty.
 */
message: string, };

/**
 * Changes an event, an occurrence or a series.
 */
export type EventChangeRequest = { 
/**
 * Directory id of the group.
 */
groupId: string, 
/**
 * The service's id: of the occurrence, or of the series for all of it.
 */
eventId: string, 
/**
 * The version that the form began with; `null` to overwrite whatever there is.
 */
changeKey: string | null, 
/**
 * What shall be; what is `null` stays.
 */
changes: EventChanges, };

/**
 * Changes to an event. `null` leaves a property as it is.
 */
export type EventChanges = { 
/**
 * What it is about.
 */
subject: string | null, 
/**
 * When.
 */
time: WallTime | null, 
/**
 * Where; empty for nowhere.
 */
location: string | null, 
/**
 * Its text, HTML of the editor.
 */
body: string | null, 
/**
 * Everybody who is invited.
 */
attendees: Array<Invitee> | null, 
/**
 * Whether the group itself is invited; counts together with `attendees`.
 */
wholeGroup: boolean | null, 
/**
 * Whether it is one event or a series, and how that recurs.
 */
recurrence: RecurrenceChange | null, 
/**
 * When people are reminded.
 */
reminder: Reminder | null, 
/**
 * Whether there is an online meeting; one that is there cannot be taken away.
 */
online: boolean | null, 
/**
 * How the time shows to others.
 */
showAs: ShowAs | null, 
/**
 * Whether only those who are invited see what it is about.
 */
private: boolean | null, };

/**
 * Asks what an event's times mean before it is saved.
 */
export type EventCheckRequest = { 
/**
 * The event.
 */
event: EventInput, };

/**
 * What there is to know about an event before it is saved.
 */
export type EventChecked = { 
/**
 * What was found; what prevents saving first.
 */
findings: Array<EventFinding>, 
/**
 * Whether it can be saved.
 */
canSave: boolean, };

/**
 * Creates an event.
 */
export type EventCreateRequest = { 
/**
 * Directory id of the group.
 */
groupId: string, 
/**
 * A UUID that the window makes with the form: sent twice, the event is created once.
 */
transactionId: string, 
/**
 * The event.
 */
event: EventInput, };

/**
 * An event in full.
 */
export type EventDetails = { 
/**
 * What a calendar shows of it.
 */
event: CalendarEvent, 
/**
 * Its version, which a change names so that somebody else's is noticed.
 */
changeKey: string | null, 
/**
 * Its text as HTML, made harmless as a post's is.
 */
html: string, 
/**
 * Whether the text brings colours of its own.
 */
ownColors: boolean, 
/**
 * Its text as the editor takes it: HTML of the elements that the editor knows, without what else it has.
 */
editable: string, 
/**
 * Who organises it.
 */
organizer: MailPerson | null, 
/**
 * Who is invited.
 */
attendees: Array<Attendee>, 
/**
 * How it recurs; of an occurrence, how its series does.
 */
recurrence: Recurrence | null, 
/**
 * When its occurrence stood in the series before it was moved.
 */
originalStart: string | null, 
/**
 * Minutes before it at which people are reminded; `null` when they are not.
 */
reminderMinutes: number | null, 
/**
 * Where the online meeting is, an https address.
 */
joinUrl: string | null, 
/**
 * Where Outlook shows it, an https address.
 */
webUrl: string | null, };

/**
 * What the calendar tells.
 */
export type EventEvidence = { 
/**
 * Events within the next 90 days, each occurrence of a series by itself.
 */
upcoming: Figure, 
/**
 * When the next one begins.
 */
next: string | null, 
/**
 * What it is.
 */
subject: string | null, };

/**
 * Something about an event's input that the person should know.
 */
export type EventFinding = { "kind": "endsBeforeStart" } | { "kind": "zoneUnknown" } | { "kind": "subjectTooLong", 
/**
 * Characters at most.
 */
most: number, } | { "kind": "addressWrong", 
/**
 * What stands there.
 */
address: string, } | { "kind": "tooManyPeople", 
/**
 * How many it takes.
 */
most: number, } | { "kind": "recurrenceWrong" } | { "kind": "skipped", 
/**
 * Day and time that it becomes.
 */
becomes: string, } | { "kind": "twice", 
/**
 * The offset from UTC that is meant, in minutes.
 */
offsetMinutes: number, } | { "kind": "occurrenceSkipped", 
/**
 * The day.
 */
date: string, 
/**
 * The time at which it is held.
 */
becomes: string, } | { "kind": "past" } | { "kind": "noEnd" };

/**
 * An event as the form holds it.
 */
export type EventInput = { 
/**
 * What it is about, up to 255 characters.
 */
subject: string, 
/**
 * When.
 */
time: WallTime, 
/**
 * Where; empty for nowhere in particular.
 */
location: string, 
/**
 * Its text, HTML of the editor.
 */
body: string, 
/**
 * Who is invited, beside the group itself.
 */
attendees: Array<Invitee>, 
/**
 * Whether the group itself is invited, and so all of it.
 */
wholeGroup: boolean, 
/**
 * How it recurs.
 */
recurrence: Recurrence | null, 
/**
 * Minutes before it at which people are reminded; `null` when they are not.
 */
reminderMinutes: number | null, 
/**
 * Whether there shall be an online meeting.
 */
online: boolean, 
/**
 * How the time shows to others.
 */
showAs: ShowAs, 
/**
 * Whether only those who are invited see what it is about.
 */
private: boolean, };

/**
 * What an event is to its series.
 */
export type EventKind = "single" | "occurrence" | "exception" | "series";

/**
 * Names an event, an occurrence or a series.
 */
export type EventRequest = { 
/**
 * Directory id of the group.
 */
groupId: string, 
/**
 * The service's id.
 */
eventId: string, };

/**
 * When an event is.
 */
export type EventTime = { "kind": "timed", 
/**
 * When it begins.
 */
start: string, 
/**
 * When it is over.
 */
end: string, 
/**
 * The zone that it was made in, by its IANA name where there is one.
 */
timeZone: string, } | { "kind": "allDay", 
/**
 * The first day.
 */
first: string, 
/**
 * The last day.
 */
last: string, };

/**
 * Everything that is known of a group's life. Reading it counts nowhere as activity in the group: only
 * collections are listed, and no file, post or page is opened.
 */
export type Evidence = { 
/**
 * Directory id of the group.
 */
groupId: string, 
/**
 * When it was read.
 */
asOf: string, 
/**
 * Conversations.
 */
conversations: Fact<ConversationEvidence>, 
/**
 * Files.
 */
files: Fact<FileEvidence>, 
/**
 * Calendar.
 */
events: Fact<EventEvidence>, 
/**
 * Plans and tasks.
 */
tasks: Fact<TaskEvidence>, 
/**
 * Notebooks.
 */
notebook: Fact<NotebookEvidence>, 
/**
 * Team; `Absent` when it has none.
 */
team: Fact<TeamEvidence>, 
/**
 * People.
 */
people: Fact<PeopleEvidence>, };

/**
 * Evidence for several groups.
 */
export type EvidenceList = { 
/**
 * One entry a group that was asked for and is there.
 */
groups: Array<Evidence>, 
/**
 * What renewing each of them would give.
 */
outlooks: Array<Outlook>, 
/**
 * How many requests reading took; 0 when all of it was known from a short while ago.
 */
requests: number, };

/**
 * Asks for the evidence about some groups.
 */
export type EvidenceRequest = { 
/**
 * Directory ids of the groups, at most 20; the selected one first.
 */
groupIds: Array<string>, 
/**
 * Whether to read anew what was read a short while ago.
 */
anew: boolean, };

/**
 * An expiration policy as a person sets it.
 */
export type ExpirationInput = { 
/**
 * Days from a renewal to the expiry; at least [`super::LIFETIME_LEAST`].
 */
lifetimeDays: number, 
/**
 * Which groups it covers.
 */
managed: ManagedGroups, 
/**
 * Who is written to about groups without owners.
 */
notificationEmails: Array<string>, };

/**
 * The expiration policy, of which a tenant has at most one.
 */
export type ExpirationPolicy = { 
/**
 * The service's id.
 */
id: string, 
/**
 * Days from a renewal to the expiry.
 */
lifetimeDays: number, 
/**
 * Which groups it covers.
 */
managed: ManagedGroups, 
/**
 * Who is written to about groups without owners.
 */
notificationEmails: Array<string>, };

/**
 * The expiration policy, as far as it is known.
 */
export type ExpirationState = { "state": "unknown", 
/**
 * Why.
 */
error: CommandError, } | { "state": "none" } | { "state": "active", 
/**
 * It.
 */
policy: ExpirationPolicy, 
/**
 * How many of the groups that the person can see it covers; of *Selected*, how many are added, as far as
 * they can be seen.
 */
covered: number, 
/**
 * How many groups the person can see.
 */
groups: number, };

/**
 * Something that the dates rest on, and that the service's documentation does not say.
 */
export type ExpiryAssumption = "countedFromRenewal" | "recomputed" | "graceAtEveryChange" | "notUsed" | "madeNow";

/**
 * The rule that gave a group's expiry.
 */
export type ExpiryRule = "noPolicy" | "notCovered" | "unchanged" | "renewed" | "older";

/**
 * What is saved.
 */
export type ExportContent = { "kind": "groups", 
/**
 * Which, in this order.
 */
groupIds: Array<string>, } | { "kind": "members", 
/**
 * The group.
 */
groupId: string, } | { "kind": "checked", 
/**
 * The check.
 */
checkId: string, } | { "kind": "job", 
/**
 * The job.
 */
jobId: string, } | { "kind": "activity" } | { "kind": "expiries", 
/**
 * Which, in this order.
 */
groupIds: Array<string>, } | { "kind": "history" } | { "kind": "whatIf", 
/**
 * The what-if.
 */
id: string, } | { "kind": "policies" } | { "kind": "calendar", 
/**
 * The group.
 */
groupId: string, 
/**
 * The first day.
 */
first: string, 
/**
 * The last day.
 */
last: string, 
/**
 * The zone in which days begin, by its IANA name.
 */
timeZone: string, };

/**
 * The form of a saved file.
 */
export type ExportFormat = "csv" | "json" | "ics";

/**
 * Saves something in the person's folder of downloads.
 */
export type ExportRequest = { 
/**
 * What.
 */
content: ExportContent, 
/**
 * In which form.
 */
format: ExportFormat, };

/**
 * A saved file.
 */
export type Exported = { 
/**
 * Its name.
 */
fileName: string, 
/**
 * The folder that it is in.
 */
folder: string, 
/**
 * How many rows it has.
 */
rows: number, };

/**
 * A fact as far as it is known.
 */
export type Fact<T> = { "state": "known", 
/**
 * What it said.
 */
value: T, } | { "state": "absent" } | { "state": "notPermitted", 
/**
 * The permission that is missing; `null` when it was granted and the person may not see the
 * content all the same.
 */
permission: string | null, } | { "state": "unknown" };

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
 * A figure as far as it is known.
 */
export type Figure = { "state": "known", 
/**
 * The number.
 */
count: number, 
/**
 * Whether there are more than this.
 */
atLeast: boolean, } | { "state": "absent" } | { "state": "notPermitted" } | { "state": "unknown" };

/**
 * What the document library tells.
 */
export type FileEvidence = { 
/**
 * When a file or folder at the root of the library was last changed; `null` when there is none.
 */
last: string | null, 
/**
 * Its name.
 */
name: string | null, 
/**
 * Who changed it.
 */
by: string | null, };

/**
 * Why a file cannot be compared.
 */
export type FileFault = { "kind": "notJson", 
/**
 * The line at which it ends to be.
 */
line: number, } | { "kind": "notPolicies" } | { "kind": "newerVersion", 
/**
 * Its version.
 */
version: number, } | { "kind": "damaged", 
/**
 * Where.
 */
at: string, } | { "kind": "tooLarge" };

/**
 * Why a group's people or properties cannot be changed here.
 */
export type FixedReason = "dynamic" | "synced" | "notOwner" | "permissionMissing";

/**
 * Changes to a group's properties. `null` leaves a property as it is.
 */
export type GroupChanges = { 
/**
 * Display name.
 */
displayName: string | null, 
/**
 * Alias.
 */
mailNickname: string | null, 
/**
 * Description; an empty text clears it.
 */
description: string | null, 
/**
 * Who sees it: Public or Private only.
 */
visibility: Visibility | null, 
/**
 * Theme.
 */
theme: string | null, 
/**
 * Classification.
 */
classification: string | null, 
/**
 * Sensitivity label; one with an empty id takes it away.
 */
label: SensitivityLabel | null, 
/**
 * Exchange-backed.
 */
allowExternalSenders: boolean | null, 
/**
 * Exchange-backed.
 */
autoSubscribeNewMembers: boolean | null, 
/**
 * Exchange-backed.
 */
hideFromAddressLists: boolean | null, 
/**
 * Exchange-backed.
 */
hideFromOutlookClients: boolean | null, 
/**
 * The signed-in person's own subscription.
 */
isSubscribedByMail: boolean | null, };

/**
 * A group as its own screen shows it.
 */
export type GroupDetails = { 
/**
 * What lists show of it.
 */
summary: GroupSummary, 
/**
 * When the service was last read for it; `null` when only a list has been.
 */
asOf: string | null, 
/**
 * Why this is not newer, when reading it failed.
 */
lastError: CommandError | null, 
/**
 * One of Teal, Purple, Green, Blue, Pink, Orange, Red.
 */
theme: string | null, 
/**
 * The rule of a dynamic group.
 */
membershipRule: string | null, 
/**
 * The Exchange-backed properties; `null` while the mailbox is not there or may not be read.
 */
mailSettings: MailSettings | null, 
/**
 * What the tenant offers as classifications; empty when it has none.
 */
classifications: Array<string>, 
/**
 * Its sensitivity labels; `null` where the tenant has none for groups, or they may not be read.
 */
labels: Array<SensitivityLabel> | null, 
/**
 * The labels that there are to choose from, as far as they are known: see [`CreationRules::labels`].
 */
labelChoices: Array<SensitivityLabel>, 
/**
 * Why its properties cannot be changed; `null` when they can.
 */
propertiesFixed: FixedReason | null, 
/**
 * Why its people cannot be changed; `null` when they can.
 */
peopleFixed: FixedReason | null, 
/**
 * Whether it was created moments ago and parts of it are still being made.
 */
beingSetUp: boolean, 
/**
 * What is not in order with its owners; empty when all is well or the people were not read.
 */
health: Array<HealthIssue>, 
/**
 * Which expiration policy covers it.
 */
coverage: Coverage, 
/**
 * Whether guests can be added to it; `null` while that is not known.
 */
guests: GuestSetting | null, };

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
 * Somebody in a group.
 */
export type GroupMember = { 
/**
 * Who.
 */
person: Person, 
/**
 * Whether they own it.
 */
owner: boolean, 
/**
 * Whether they are a member.
 */
member: boolean, 
/**
 * Whether this is the signed-in person.
 */
me: boolean, };

/**
 * A part of a group.
 */
export type GroupPart = "group" | "mailbox" | "site" | "plan" | "team";

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
 * Whether guests can be added to a group, and who says so.
 */
export type GuestSetting = { 
/**
 * Whether they can.
 */
allowed: boolean, 
/**
 * What the tenant says: `false` overrides what the group says.
 */
tenant: boolean, 
/**
 * What the group says; `null` where it says nothing of its own.
 */
own: boolean | null, 
/**
 * The template that the group's settings are made from.
 */
templateId: string, 
/**
 * The group's settings as they are, for a change of them; `null` where it has none.
 */
values: Array<SettingEntry> | null, 
/**
 * Whether they may be changed.
 */
right: PolicyRight, };

/**
 * Everything that somebody owns, and what becomes of it.
 */
export type HandOver = { 
/**
 * By name; those that cannot be handed over too.
 */
groups: Array<HandOverGroup>, 
/**
 * Whether the service told all that they own. Else only the groups that the signed-in person owns
 * were looked through.
 */
whole: boolean, };

/**
 * A group that somebody owns.
 */
export type HandOverGroup = { 
/**
 * Directory id.
 */
groupId: string, 
/**
 * Its name.
 */
groupName: string, 
/**
 * What the one who takes over is in it now; `null` for nothing.
 */
successor: Role | null, 
/**
 * As what the one who leaves goes.
 */
goes: Role, 
/**
 * Why it, or something of it, cannot be handed over; `null` when all of it can.
 */
why: Reason | null, };

/**
 * What is not in order with a group's owners.
 */
export type HealthIssue = { "kind": "noOwner" } | { "kind": "oneOwner", 
/**
 * Who.
 */
person: PersonRef, 
/**
 * Whether that is the signed-in person.
 */
me: boolean, } | { "kind": "ownerDisabled", 
/**
 * Who.
 */
person: PersonRef, } | { "kind": "ownerGuest", 
/**
 * Who.
 */
person: PersonRef, } | { "kind": "ownerNotMember", 
/**
 * Who.
 */
person: PersonRef, 
/**
 * Whether that is the signed-in person.
 */
me: boolean, };

/**
 * Why the members of a group with hidden membership are not told.
 */
export type HiddenMembers = "permissionMissing" | "notInGroup";

/**
 * A page of the history.
 */
export type History = { 
/**
 * At most 100, newest first.
 */
entries: Array<HistoryEntry>, 
/**
 * How many there are in all, of this group or of all.
 */
total: number, 
/**
 * Whether the whole record is as it was written.
 */
integrity: Integrity, };

/**
 * An entry of the history.
 */
export type HistoryEntry = { 
/**
 * Its number: 1, 2, 3 … without a gap.
 */
number: number, 
/**
 * When.
 */
at: string, 
/**
 * User principal name of who did it.
 */
by: string, 
/**
 * Directory id of the group.
 */
groupId: string, 
/**
 * The group's name at that time.
 */
groupName: string, 
/**
 * What.
 */
event: HistoryEvent, 
/**
 * The evidence that was shown beside it, when there was any.
 */
evidence: Evidence | null, 
/**
 * SHA-256 over the entry and the hash before it, in hexadecimal digits.
 */
hash: string, };

/**
 * What an entry of the history tells.
 */
export type HistoryEvent = { "kind": "decided", 
/**
 * What.
 */
decision: Decision, } | { "kind": "revoked" } | { "kind": "renewed", 
/**
 * The expiry before.
 */
expiredBefore: string | null, 
/**
 * The expiry now; `null` when it was sent and not confirmed.
 */
expires: string | null, } | { "kind": "moved", 
/**
 * The expiry before.
 */
expiredBefore: string | null, 
/**
 * The expiry now; `null` when it does not expire any more.
 */
expires: string | null, } | { "kind": "asked", 
/**
 * Whom.
 */
to: Array<string>, } | { "kind": "restored" };

/**
 * Asks for the history.
 */
export type HistoryRequest = { 
/**
 * Only of this group; `null` for all.
 */
groupId: string | null, 
/**
 * Only entries before this number; `null` for the newest.
 */
before: number | null, };

/**
 * What goes with a group when it is deleted.
 */
export type Holdings = { 
/**
 * Directory id of the group.
 */
groupId: string, 
/**
 * Conversations.
 */
conversations: Figure, 
/**
 * Files and folders in its library.
 */
files: Figure, 
/**
 * Planner plans.
 */
plans: Figure, 
/**
 * Whether it has a team.
 */
team: boolean, 
/**
 * Members.
 */
members: Figure, };

/**
 * What goes with several groups.
 */
export type HoldingsList = { 
/**
 * One entry a group.
 */
groups: Array<Holdings>, 
/**
 * Until when groups deleted now can be brought back.
 */
restorableUntil: string, };

/**
 * Whether the record is as it was written.
 */
export type Integrity = { "state": "intact" } | { "state": "broken", 
/**
 * The number of the first entry that does not fit.
 */
number: number, };

/**
 * Somebody to invite.
 */
export type Invitee = { 
/**
 * Who.
 */
person: MailPerson, 
/**
 * Whether it also takes place without them.
 */
optional: boolean, };

/**
 * How an item stands.
 */
export type ItemState = "planned" | "sent" | "done" | "already" | "failed" | "unknown" | "skipped";

/**
 * A job.
 */
export type Job = { 
/**
 * Names it.
 */
jobId: string, 
/**
 * What it does.
 */
title: JobTitle, 
/**
 * Where it stands.
 */
state: JobState, 
/**
 * Absolute counts.
 */
counts: JobCounts, 
/**
 * Rising number: an older report that arrives late is dropped.
 */
sequence: number, 
/**
 * When it was asked for.
 */
created: string, 
/**
 * When it was over.
 */
ended: string | null, 
/**
 * Why it stopped by itself, when it did.
 */
stopped: CommandError | null, 
/**
 * Seconds that the service asked to wait, and for how many items.
 */
waiting: Waiting | null, 
/**
 * Whether something of it can be undone.
 */
undoable: boolean, };

/**
 * How many items came to what.
 */
export type JobCounts = { 
/**
 * All.
 */
total: number, 
/**
 * Not sent yet.
 */
planned: number, 
/**
 * Sent, not answered yet.
 */
sent: number, 
/**
 * Done.
 */
done: number, 
/**
 * Was so already.
 */
already: number, 
/**
 * Refused.
 */
failed: number, 
/**
 * Not known.
 */
unknown: number, 
/**
 * Left out, or cancelled.
 */
skipped: number, };

/**
 * The jobs that a person may want to see.
 */
export type JobList = { 
/**
 * Those that are not over, then the last 20 of several items, newest first.
 */
jobs: Array<Job>, };

/**
 * Names a job.
 */
export type JobRequest = { 
/**
 * The job.
 */
jobId: string, };

/**
 * A job with its items.
 */
export type JobResult = { 
/**
 * The job.
 */
job: Job, 
/**
 * Its items, those that need a look first; at most 1,000.
 */
items: Array<ActivityItem>, };

/**
 * Where a job stands.
 */
export type JobState = "running" | "paused" | "interrupted" | "cancelled" | "finished";

/**
 * What a job is called; the words are in the UI's catalogue.
 */
export type JobTitle = { 
/**
 * What is done, of the kind that most items have.
 */
action: Action, 
/**
 * The group's name, when all items concern one.
 */
groupName: string | null, 
/**
 * Directory id of that group.
 */
groupId: string | null, 
/**
 * The person's name, when all items concern one.
 */
personName: string | null, 
/**
 * How many groups it concerns.
 */
groups: number, 
/**
 * How many people it concerns.
 */
people: number, 
/**
 * Whether it undoes another.
 */
undo: boolean, };

/**
 * What the keychain is like.
 */
export type KeychainState = "available" | "locked" | "absent";

/**
 * Something that is left out of a plan, and why.
 */
export type LeftOut = { 
/**
 * The group's name.
 */
groupName: string, 
/**
 * The person's name, where it is about one.
 */
personName: string | null, 
/**
 * Why.
 */
reason: Reason, };

/**
 * What became of a letter.
 */
export type LetterOpened = { 
/**
 * To whom: the addresses of the other owners whose accounts are enabled.
 */
to: Array<string>, };

/**
 * A letter to the other owners, to be opened in the system's mail program.
 */
export type LetterRequest = { 
/**
 * Directory id of the group whose other owners it goes to.
 */
groupId: string, 
/**
 * Subject.
 */
subject: string, 
/**
 * Body, in plain text.
 */
body: string, };

/**
 * Who is meant on an unclear line.
 */
export type LineChoice = { 
/**
 * The line's number.
 */
line: number, 
/**
 * Directory id of one of the line's candidates.
 */
personId: string, };

/**
 * Why somebody cannot be added, or a line is unclear.
 */
export type LineReason = "notAPerson" | "guestsNotAllowed" | "guestsNotAllowedHere" | "guestCannotOwn" | "guestsNotKnown" | "severalMatch" | "nameOnly" | "noSuchAccount" | "empty" | "notLookedUp";

/**
 * What came of checking one line.
 */
export type LineVerdict = "unclear" | "unknown" | "notAddable" | "guest" | "ready" | "alreadyIn" | "repeated";

/**
 * Locks a thread, or opens it again.
 */
export type LockRequest = { 
/**
 * The thread.
 */
thread: ThreadRequest, 
/**
 * Whether it shall take no more replies.
 */
locked: boolean, };

/**
 * Somebody by mail address.
 */
export type MailPerson = { 
/**
 * Name; the address when there is none.
 */
name: string, 
/**
 * Mail address; empty when the service did not say.
 */
address: string, };

/**
 * The Exchange-backed properties (group-get.md); per group, the subscription per person.
 */
export type MailSettings = { 
/**
 * People outside the tenant may write to the group.
 */
allowExternalSenders: boolean, 
/**
 * New members get its mail in their own inbox.
 */
autoSubscribeNewMembers: boolean, 
/**
 * Address lists do not show it.
 */
hideFromAddressLists: boolean, 
/**
 * Outlook does not show it.
 */
hideFromOutlookClients: boolean, 
/**
 * The signed-in person gets its mail in their own inbox.
 */
isSubscribedByMail: boolean, };

/**
 * Whether a group's mailbox can be used.
 */
export type MailboxState = { "state": "ready" } | { "state": "beingMade" } | { "state": "none" } | { "state": "notPermitted", 
/**
 * The permission that is missing; `null` when it was granted and the person may not see the
 * content all the same.
 */
permission: string | null, };

/**
 * Which groups an expiration policy covers.
 */
export type ManagedGroups = "all" | "selected" | "none";

/**
 * A person-by-group matrix over the groups that the signed-in person owns.
 */
export type Matrix = { 
/**
 * Where somebody is in; a pair that is missing is not.
 */
cells: Array<MatrixCell>, 
/**
 * People whose groups could not be read.
 */
unreadable: Array<PersonRef>, };

/**
 * Somebody's place in the signed-in person's groups.
 */
export type MatrixCell = { 
/**
 * Directory id of the person.
 */
personId: string, 
/**
 * Directory id of the group.
 */
groupId: string, 
/**
 * As what.
 */
role: Role, };

/**
 * Asks which of the groups each of the people is in.
 */
export type MatrixRequest = { 
/**
 * The people, at most 20.
 */
people: Array<PersonRef>, };

/**
 * Everybody in a group.
 */
export type MemberList = { 
/**
 * Owners first, then by name.
 */
people: Array<GroupMember>, 
/**
 * When they were last read completely; `null` before the first time.
 */
asOf: string | null, 
/**
 * Whether they are being read.
 */
refreshing: boolean, 
/**
 * Why the last read failed, when it did.
 */
lastError: CommandError | null, 
/**
 * Why they cannot be changed; `null` when they can.
 */
fixed: FixedReason | null, 
/**
 * Why the members are not among them; `null` when they are.
 */
hidden: HiddenMembers | null, };

/**
 * How many groups expire in a month.
 */
export type MonthCount = { 
/**
 * The month in UTC, such as `2027-02`.
 */
month: string, 
/**
 * How many expire now.
 */
now: number, 
/**
 * How many would.
 */
then: number, };

/**
 * An attribute of the person who creates a group.
 */
export type NameAttribute = "department" | "company" | "office" | "stateOrProvince" | "countryOrRegion" | "title";

/**
 * Asks whether a name and an alias would be accepted.
 */
export type NameCheckRequest = { 
/**
 * The group that shall get the name; `null` for one that is to be created.
 */
groupId: string | null, 
/**
 * Display name.
 */
displayName: string, 
/**
 * Alias; `null` when it does not change.
 */
mailNickname: string | null, };

/**
 * A name as it would be for somebody.
 */
export type NameExample = { 
/**
 * Who would create the group.
 */
person: PersonRef, 
/**
 * Whether that is the signed-in person.
 */
me: boolean, 
/**
 * Attributes of the pattern that the directory does not know of them.
 */
unset: Array<NameAttribute>, 
/**
 * The whole name.
 */
displayName: string, 
/**
 * The whole alias.
 */
mailNickname: string, 
/**
 * How many characters the name has.
 */
length: number, 
/**
 * How many characters are left for what the person types; negative when the name is too long.
 */
room: number, 
/**
 * What is wrong with the name or the alias.
 */
findings: Array<NameFinding>, };

/**
 * Which of the two a finding concerns.
 */
export type NameField = "displayName" | "mailNickname";

/**
 * A finding about a name, and what to write instead.
 */
export type NameFinding = { 
/**
 * Which of the two.
 */
field: NameField, 
/**
 * What is wrong.
 */
problem: NameProblem, 
/**
 * What would be accepted, when that can be said.
 */
suggestion: string | null, };

/**
 * A part of a pattern.
 */
export type NamePart = { "kind": "text", 
/**
 * The text.
 */
text: string, } | { "kind": "attribute", 
/**
 * Which.
 */
attribute: NameAttribute, } | { "kind": "groupName" };

/**
 * A pattern, as text or by its parts.
 */
export type NamePattern = { "kind": "raw", 
/**
 * The text.
 */
raw: string, } | { "kind": "parts", 
/**
 * The parts.
 */
parts: Array<NamePart>, };

/**
 * One thing that is wrong with a name or an alias.
 */
export type NameProblem = { "kind": "empty" } | { "kind": "tooLong", 
/**
 * How many it takes.
 */
most: number, } | { "kind": "forbiddenCharacters", 
/**
 * Which.
 */
characters: string, } | { "kind": "taken" } | { "kind": "missingPrefixSuffix", 
/**
 * What has to stand in front.
 */
prefix: string, 
/**
 * What has to stand behind.
 */
suffix: string, } | { "kind": "blockedWord", 
/**
 * Which, when the service said so.
 */
word: string | null, } | { "kind": "other", 
/**
 * The service's own words.
 */
reason: string, };

/**
 * Whether a name and an alias would be accepted.
 */
export type NameVerdict = { 
/**
 * What is wrong; empty when both would be accepted.
 */
findings: Array<NameFinding>, 
/**
 * The alias that fits the name, when none was given.
 */
suggestedAlias: string | null, 
/**
 * Whether the service was asked; false while offline, when only what can be known here was checked.
 */
checkedByService: boolean, };

/**
 * A group by its name.
 */
export type NamedGroup = { 
/**
 * Directory id.
 */
id: string, 
/**
 * Its name; its id when it could not be read.
 */
displayName: string, 
/**
 * Whether it is a security group.
 */
security: boolean, };

/**
 * Groups that a search found.
 */
export type NamedGroups = { 
/**
 * At most 50, best first.
 */
groups: Array<NamedGroup>, };

/**
 * Something about a naming policy.
 */
export type NamingFinding = { "kind": "groupNameMissing" } | { "kind": "groupNameTwice" } | { "kind": "patternTooLong", 
/**
 * How long it is.
 */
length: number, 
/**
 * How long it may be.
 */
most: number, } | { "kind": "noRoom", 
/**
 * How long the fixed text is.
 */
length: number, 
/**
 * How long a whole name may be.
 */
most: number, } | { "kind": "littleRoom", 
/**
 * How many characters are left.
 */
left: number, 
/**
 * For whom.
 */
person: PersonRef, } | { "kind": "unknownToken", 
/**
 * It, with its brackets.
 */
token: string, } | { "kind": "tooManyWords", 
/**
 * How many there are.
 */
count: number, 
/**
 * How many there may be.
 */
most: number, } | { "kind": "wordWithComma", 
/**
 * The word.
 */
word: string, } | { "kind": "wordsTwice", 
/**
 * How many are too many.
 */
count: number, } | { "kind": "patternBlocked", 
/**
 * The word.
 */
word: string, };

/**
 * A naming policy that is being written.
 */
export type NamingInput = { 
/**
 * The pattern.
 */
pattern: NamePattern, 
/**
 * Words that names must not have.
 */
blockedWords: Array<string>, };

/**
 * A group that would not fit.
 */
export type NamingMisfit = { 
/**
 * Directory id.
 */
groupId: string, 
/**
 * Its name.
 */
groupName: string, 
/**
 * Its alias.
 */
mailNickname: string, 
/**
 * Whether the person owns it.
 */
owned: boolean, 
/**
 * Why.
 */
problems: Array<NameProblem>, };

/**
 * Groups that would not fit; they are asked to at their next renaming.
 */
export type NamingMisfits = { 
/**
 * The groups, by name.
 */
rows: Array<NamingMisfit>, 
/**
 * How many there are in all.
 */
total: number, 
/**
 * How many groups were looked at.
 */
groups: number, 
/**
 * How many have been read so far, while not all have; `null` when all have.
 */
reading: number | null, };

/**
 * Asks which groups would not fit a naming policy.
 */
export type NamingMisfitsRequest = { 
/**
 * The policy that is being written; `null` for the tenant's own.
 */
naming: NamingInput | null, 
/**
 * How many to leave out.
 */
offset: number, 
/**
 * How many to answer, at most 500.
 */
limit: number, };

/**
 * What names have to be like.
 */
export type NamingPolicy = { 
/**
 * The pattern as the service keeps it; empty when there is none.
 */
raw: string, 
/**
 * The same in parts.
 */
parts: Array<NamePart>, 
/**
 * Words that names must not have.
 */
blockedWords: Array<string>, 
/**
 * What is not in order with it.
 */
findings: Array<NamingFinding>, 
/**
 * How many characters a whole name may have.
 */
nameMost: number, 
/**
 * How many characters the pattern may have.
 */
patternMost: number, };

/**
 * What names come to.
 */
export type NamingPreview = { 
/**
 * The policy, with what is not in order with it.
 */
policy: NamingPolicy, 
/**
 * The signed-in person first, then others of different departments, at most six.
 */
examples: Array<NameExample>, 
/**
 * Whether the signed-in person is exempt: some administrators are.
 */
exempt: boolean, 
/**
 * Whether it can be saved.
 */
valid: boolean, };

/**
 * Asks what names come to.
 */
export type NamingPreviewRequest = { 
/**
 * The policy that is being written; `null` for the tenant's own.
 */
naming: NamingInput | null, 
/**
 * What somebody would call a group.
 */
name: string, };

/**
 * A group to be created.
 */
export type NewGroup = { 
/**
 * Display name, up to 256 characters.
 */
displayName: string, 
/**
 * Alias, up to 64 characters.
 */
mailNickname: string, 
/**
 * Description; may be empty.
 */
description: string, 
/**
 * Who sees it. Hidden membership is for ever.
 */
visibility: Visibility, 
/**
 * Owners beside the signed-in person.
 */
owners: Array<PersonRef>, 
/**
 * Members.
 */
members: Array<PersonRef>, 
/**
 * Whether the signed-in person is a member too (Planner and Teams need that).
 */
meAsMember: boolean, 
/**
 * New members get its mail in their own inbox.
 */
subscribeNewMembers: boolean, 
/**
 * New members get a welcome mail.
 */
welcomeMail: boolean, 
/**
 * Classification, where the tenant has them.
 */
classification: string | null, 
/**
 * Sensitivity label, where the tenant has those instead.
 */
label: SensitivityLabel | null, 
/**
 * Whether to make a team for it as soon as that is possible.
 */
team: boolean, };

/**
 * What the notebook tells.
 */
export type NotebookEvidence = { 
/**
 * When a page was last changed; `null` when there is none.
 */
last: string | null, 
/**
 * Its title.
 */
title: string | null, };

/**
 * When the person wants to be told about groups that are about to expire: within 30, 15 and 7 days and
 * 1 day, each once.
 */
export type NoticeSettings = { 
/**
 * Whether at all.
 */
enabled: boolean, 
/**
 * The time of day, in the machine's time zone.
 */
at: string, 
/**
 * Whether there are quiet hours.
 */
quiet: boolean, 
/**
 * When the quiet hours begin.
 */
quietFrom: string, 
/**
 * When the quiet hours end; may be on the next day.
 */
quietUntil: string, 
/**
 * Whether the application starts with the session, in the background.
 */
startWithSession: boolean, 
/**
 * Whether an icon in the tray shows how many are due, and stays when the window is closed.
 */
tray: boolean, };

/**
 * What stands against changing something.
 */
export type Obstacle = "role" | "permission";

/**
 * An address to open in the system's browser.
 */
export type OpenRequest = { 
/**
 * An https address.
 */
url: string, };

/**
 * What renewing would give, and what the service would do by itself.
 */
export type Outlook = { 
/**
 * Directory id of the group.
 */
groupId: string, 
/**
 * The expiry that renewing today would give, by the policy's lifetime; `null` when that is not known
 * or no policy covers the group.
 */
renewingToday: string | null, 
/**
 * From when on the service renews it by itself if it is used: about 35 days before expiry.
 */
byActivityFrom: string | null, 
/**
 * The expiry that a renewal by activity at that moment would give.
 */
byActivity: string | null, };

/**
 * Somebody who would be a good second owner, and why.
 */
export type OwnerSuggestion = { 
/**
 * Who.
 */
person: Person, 
/**
 * How many of the group's last posts are theirs.
 */
posts: number, };

/**
 * Members who would be good second owners.
 */
export type OwnerSuggestions = { 
/**
 * At most five, the most active first.
 */
people: Array<OwnerSuggestion>, };

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
 * A list of people to be checked: pasted text, or a file's bytes.
 */
export type PeopleCheckRequest = { 
/**
 * The group that they shall be added to.
 */
groupId: string, 
/**
 * As what.
 */
role: Role, 
/**
 * The file's name; `null` for pasted text.
 */
fileName: string | null, 
/**
 * The bytes, in base64; at most 16 MB before encoding.
 */
content: string, };

/**
 * A checked list. Nothing has been written.
 */
export type PeopleChecked = { 
/**
 * Names the check, for accepting or saving it; good until the application is closed.
 */
checkId: string, 
/**
 * The file's name; `null` for pasted text.
 */
fileName: string | null, 
/**
 * How many lines were read, without the header.
 */
lines: number, 
/**
 * The columns that were taken for address and name, as the header names them.
 */
columns: Array<string>, 
/**
 * How many came to what.
 */
counts: CheckedCounts, 
/**
 * The first 2,000 lines, those that need a look first.
 */
shown: Array<CheckedLine>, 
/**
 * How many requests adding all that are ready takes.
 */
requests: number, };

/**
 * The people, in figures.
 */
export type PeopleEvidence = { 
/**
 * Owners.
 */
owners: number, 
/**
 * Of these, people of the tenant whose accounts are enabled: who can renew it.
 */
enabledOwners: number, 
/**
 * Names of the owners whose accounts are disabled.
 */
disabled: Array<string>, 
/**
 * Members; `null` when that may not be read.
 */
members: number | null, 
/**
 * Guests among them; `null` when that may not be read.
 */
guests: number | null, };

/**
 * Finds people while one types.
 */
export type PeopleFindRequest = { 
/**
 * What was typed: part of a name or an address.
 */
text: string, 
/**
 * The group that they shall be added to, so that those who are in it are marked.
 */
groupId: string | null, };

/**
 * People that were found.
 */
export type PeopleFound = { 
/**
 * At most 25, best first.
 */
people: Array<PersonFound>, 
/**
 * Whether the service was asked; false when only people seen before were looked through.
 */
askedService: boolean, };

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
export type PermissionStep = "read" | "manage" | "policies" | "hidden" | "evidence" | "administer";

/**
 * Asks for the permissions of a form that is being filled in, or of the session.
 */
export type PermissionsRequest = { 
/**
 * The form; `null` for the session.
 */
form: SignInRequest | null, };

/**
 * Somebody in the directory.
 */
export type Person = { 
/**
 * Directory id.
 */
id: string, 
/**
 * Display name, in any script.
 */
displayName: string, 
/**
 * Mail address, else the sign-in name.
 */
address: string | null, 
/**
 * Job title.
 */
jobTitle: string | null, 
/**
 * What they are.
 */
kind: PersonKind, 
/**
 * Whether the account is enabled; `null` when the service did not say.
 */
enabled: boolean | null, };

/**
 * Somebody that was found.
 */
export type PersonFound = { 
/**
 * Who.
 */
person: Person, 
/**
 * As what they are in the group already; `null` when they are not, or no group was named.
 */
role: Role | null, };

/**
 * What kind of object somebody is.
 */
export type PersonKind = "member" | "guest" | "servicePrincipal" | "other";

/**
 * Somebody by name.
 */
export type PersonRef = { 
/**
 * Directory id.
 */
id: string, 
/**
 * Display name, for records and sentences.
 */
displayName: string, };

/**
 * A photo.
 */
export type Photo = { 
/**
 * Whose: a directory id.
 */
id: string, 
/**
 * The picture as a `data:` address; `null` when there is none.
 */
dataUrl: string | null, };

/**
 * Sets a group's photo.
 */
export type PhotoSetRequest = { 
/**
 * Directory id of the group.
 */
groupId: string, 
/**
 * The bytes of a JPEG or PNG under 4 MB, in base64.
 */
content: string, };

/**
 * Photos that were asked for.
 */
export type PhotosLoaded = { 
/**
 * One entry an id that was asked for.
 */
photos: Array<Photo>, };

/**
 * People for whom to read photos, or groups.
 */
export type PhotosRequest = { 
/**
 * Whether the ids are groups'; else people's.
 */
groups: boolean, 
/**
 * Directory ids, at most 100.
 */
ids: Array<string>, };

/**
 * What running a change would do. Nothing has been written.
 */
export type Plan = { 
/**
 * Names the plan, for running it; good until the application is closed.
 */
planId: string, 
/**
 * What it does.
 */
title: JobTitle, 
/**
 * How many items it has.
 */
items: number, 
/**
 * How many requests it takes.
 */
requests: number, 
/**
 * About how many seconds it takes.
 */
seconds: number, 
/**
 * The very calls, at most 200 of them.
 */
calls: Array<PlannedCall>, 
/**
 * What is left out, at most 500 of them.
 */
leftOut: Array<LeftOut>, 
/**
 * How many are left out in all.
 */
leftOutCount: number, 
/**
 * Whether it can be undone afterwards.
 */
undoable: boolean, 
/**
 * The groups of a hand-over; `null` for everything else.
 */
handOver: HandOver | null, 
/**
 * What a change of a policy does; `null` for everything else.
 */
policy: PolicyPlan | null, };

/**
 * Names a plan.
 */
export type PlanRequest = { 
/**
 * The plan.
 */
planId: string, };

/**
 * A call that a plan will make.
 */
export type PlannedCall = { 
/**
 * HTTP method.
 */
method: string, 
/**
 * Path below Graph's root.
 */
path: string, 
/**
 * How many items it carries.
 */
items: number, };

/**
 * What the tenant decides about groups.
 */
export type Policies = { 
/**
 * When it was read; `null` when it never was.
 */
asOf: string | null, 
/**
 * The service's present moment, from which days are counted.
 */
now: string, 
/**
 * Why this is not newer, when reading failed.
 */
lastError: CommandError | null, 
/**
 * How long groups live.
 */
expiration: ExpirationState, 
/**
 * Everything else.
 */
settings: SettingsState, 
/**
 * What may be changed, an entry an area.
 */
rights: Array<PolicyRight>, 
/**
 * Roles that the person holds; `null` when that could not be read.
 */
roles: Array<AdminRole> | null, 
/**
 * How many seconds a change of settings takes to hold at most.
 */
delaySeconds: number, };

/**
 * Asks for the changes that take something over.
 */
export type PoliciesAdoptRequest = { 
/**
 * The file's text.
 */
text: string, 
/**
 * Keys of the differences.
 */
keys: Array<string>, };

/**
 * A file compared.
 */
export type PoliciesCompared = { "state": "refused", 
/**
 * Why.
 */
fault: FileFault, } | { "state": "compared", 
/**
 * The tenant that it was saved from.
 */
tenantName: string, 
/**
 * Whether that is this one.
 */
sameTenant: boolean, 
/**
 * When what is in it was read.
 */
asOf: string, 
/**
 * What differs, by area.
 */
differences: Array<PolicyDifference>, 
/**
 * How many values are the same.
 */
same: number, };

/**
 * Compares a file with what the tenant has.
 */
export type PoliciesImportRequest = { 
/**
 * The file's text.
 */
text: string, };

/**
 * Asks for the tenant's policies.
 */
export type PoliciesRequest = { 
/**
 * Whether to ask the service though they were read a short while ago.
 */
anew: boolean, };

/**
 * What a policy is about.
 */
export type PolicyArea = "expiration" | "naming" | "creation" | "guests" | "classification" | "guidelines" | "labels" | "templates";

/**
 * Something that differs.
 */
export type PolicyDifference = { 
/**
 * Names it within the file.
 */
key: string, 
/**
 * What it is about.
 */
area: PolicyArea, 
/**
 * The template's name; `null` of the expiration policy.
 */
templateName: string | null, 
/**
 * The property or the value's name; `null` when the whole is only on one side.
 */
name: string | null, 
/**
 * What holds here.
 */
here: string | null, 
/**
 * What the file has.
 */
there: string | null, 
/**
 * Whether it can be taken over: not when this tenant has no such template or value.
 */
applicable: boolean, };

/**
 * What a change of a policy does, beside its calls.
 */
export type PolicyPlan = { 
/**
 * Values before and after: `lifetimeDays`, `managed`, `notificationEmails`, or a setting by its name.
 */
changes: Array<PropertyChange>, 
/**
 * Whom it reaches; `null` where that cannot be said in figures.
 */
reach: PolicyReach | null, 
/**
 * How many seconds it takes to hold at most.
 */
delaySeconds: number, };

/**
 * Whom a change of a policy reaches.
 */
export type PolicyReach = { "kind": "expiration", 
/**
 * The what-if of it.
 */
figures: WhatIfFigures, } | { "kind": "selection", 
/**
 * How many are selected afterwards, as far as they can be seen.
 */
selected: number, 
/**
 * How many can be.
 */
most: number, 
/**
 * The what-if of it.
 */
figures: WhatIfFigures, } | { "kind": "naming", 
/**
 * How many would not.
 */
misfits: number, 
/**
 * How many do not now.
 */
misfitsNow: number, 
/**
 * How many were looked at.
 */
groups: number, };

/**
 * Whether an area may be changed.
 */
export type PolicyRight = { 
/**
 * The area.
 */
area: PolicyArea, 
/**
 * What stands against it; `null` when it may be changed, or which roles are held is not known: then trying
 * tells.
 */
obstacle: Obstacle | null, 
/**
 * The roles that may change it.
 */
roles: Array<AdminRole>, 
/**
 * The permissions that changing it takes, by their Graph names.
 */
permissions: Array<string>, };

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
 * What a post says, made harmless: nothing in it runs, and nothing in it loads.
 */
export type PostBody = { 
/**
 * The service's id of the post.
 */
postId: string, 
/**
 * Its HTML, without what it quotes. Images in it are `data:` addresses; links carry their address in
 * their title too, and open a new window, which the shell turns into the system's browser.
 */
html: string, 
/**
 * What it quotes of earlier posts; `null` when nothing.
 */
quoted: string | null, 
/**
 * Whether it brings colours of its own, which a dark theme cannot simply take over.
 */
ownColors: boolean, 
/**
 * Remote images that were left out.
 */
imagesLeftOut: number, 
/**
 * How large its body is, in bytes, when it was cut for its size; `null` when it is whole.
 */
cutAt: number | null, 
/**
 * What is attached, images shown in the text left out.
 */
attachments: Array<Attachment>, };

/**
 * A post without its body.
 */
export type PostHead = { 
/**
 * The service's id.
 */
id: string, 
/**
 * Who wrote it.
 */
from: MailPerson, 
/**
 * When it was delivered.
 */
received: string, 
/**
 * The beginning of its body, as plain text; empty when that was not read yet.
 */
preview: string, 
/**
 * Whether it has attachments.
 */
hasAttachments: boolean, 
/**
 * Who joined the conversation with it.
 */
newParticipants: Array<MailPerson>, };

/**
 * The bodies of some posts.
 */
export type PostsLoaded = { 
/**
 * One entry a post that is there.
 */
posts: Array<PostBody>, };

/**
 * Asks for the bodies of some posts of one thread.
 */
export type PostsRequest = { 
/**
 * The thread.
 */
thread: ThreadRequest, 
/**
 * The service's ids of the posts, at most 20.
 */
postIds: Array<string>, 
/**
 * Whether to give bodies whole that are cut for their size.
 */
whole: boolean, };

/**
 * Something ahead in the practice tenant.
 */
export type PracticeEvent = { 
/**
 * When.
 */
at: string, 
/**
 * What happens then.
 */
kind: PracticeEventKind, 
/**
 * The group that it happens to.
 */
groupName: string, };

/**
 * What time brings about in the practice tenant.
 */
export type PracticeEventKind = "notice" | "renewedByActivity" | "expiry" | "deletion" | "gone";

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
 * Whether the person holds an administrator's role there: that of a Groups Administrator.
 */
administrator: boolean, 
/**
 * What the clock can be moved to next; `null` when nothing is ahead.
 */
nextEvent: PracticeEvent | null, };

/**
 * A property's value before and after.
 */
export type PropertyChange = { 
/**
 * Graph's name of the property.
 */
property: string, 
/**
 * Before; `null` when there was none.
 */
before: string | null, 
/**
 * After.
 */
after: string | null, };

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
 * Why an item is not, or need not be, done.
 */
export type Reason = "alreadyMember" | "alreadyOwner" | "notMember" | "notOwner" | "lastOwner" | "dynamic" | "synced" | "notPermitted" | "guestsNotAllowed" | "guestCannotOwn" | "notAPerson" | "notFound" | "nothingToChange" | "changedMeanwhile" | "restoreWindowOver" | "nameRefused" | "tooManyOwners" | "refused" | "throttled" | "unreachable" | "outcomeUnknown" | "needsAnother" | "notUndoable" | "alreadyCovered" | "notCovered" | "selectionFull" | "notSelecting";

/**
 * What a text of mail addresses contains.
 */
export type RecipientsFound = { 
/**
 * Whom it names, each once, in order; at most `most`.
 */
recipients: Array<MailPerson>, 
/**
 * Pieces that are no address; the first 20.
 */
notUnderstood: Array<string>, 
/**
 * How many were found beyond what one message takes.
 */
tooMany: number, 
/**
 * How many one message takes.
 */
most: number, };

/**
 * A text with mail addresses, as it was typed or pasted.
 */
export type RecipientsRequest = { 
/**
 * The text.
 */
text: string, };

/**
 * How an event recurs.
 */
export type Recurrence = { 
/**
 * When.
 */
pattern: RecurrencePattern, 
/**
 * How long.
 */
end: RecurrenceEnd, };

/**
 * What an event becomes by a change of how it recurs.
 */
export type RecurrenceChange = { "kind": "single" } | { "kind": "series", 
/**
 * How it recurs.
 */
recurrence: Recurrence, };

/**
 * How long a series goes on.
 */
export type RecurrenceEnd = { "kind": "never" } | { "kind": "on", 
/**
 * The day.
 */
date: string, } | { "kind": "after", 
/**
 * How many, 1 to 999.
 */
occurrences: number, };

/**
 * When a series recurs.
 */
export type RecurrencePattern = { "kind": "daily", 
/**
 * Days, 1 to 999.
 */
interval: number, } | { "kind": "weekly", 
/**
 * Weeks, 1 to 99.
 */
interval: number, 
/**
 * At least one.
 */
days: Array<Weekday>, 
/**
 * On which day a week begins.
 */
weekStart: Weekday, } | { "kind": "monthlyOnDay", 
/**
 * Months, 1 to 99.
 */
interval: number, 
/**
 * 1 to 31; the last day in months that are shorter.
 */
day: number, } | { "kind": "monthlyOnWeekday", 
/**
 * Months, 1 to 99.
 */
interval: number, 
/**
 * Which of them.
 */
index: WeekIndex, 
/**
 * Which days count.
 */
days: Array<Weekday>, } | { "kind": "yearlyOnDay", 
/**
 * Years.
 */
interval: number, 
/**
 * 1 to 12.
 */
month: number, 
/**
 * 1 to 31.
 */
day: number, } | { "kind": "yearlyOnWeekday", 
/**
 * Years.
 */
interval: number, 
/**
 * 1 to 12.
 */
month: number, 
/**
 * Which of them.
 */
index: WeekIndex, 
/**
 * Which days count.
 */
days: Array<Weekday>, };

/**
 * When people are reminded of an event.
 */
export type Reminder = { 
/**
 * Minutes before it; `null` for never.
 */
minutes: number | null, };

/**
 * Whether remote images are loaded in a group.
 */
export type RemoteImagesRequest = { 
/**
 * Directory id of the group.
 */
groupId: string, 
/**
 * Whether to load them from now on.
 */
load: boolean, };

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
 * Why a decision is put before the person again.
 */
export type Reopened = "dayCame" | "renewed" | "active" | "ownersChanged" | "lastWeek";

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
 * What somebody answered.
 */
export type Response = "none" | "organizer" | "accepted" | "tentative" | "declined" | "notAnswered";

/**
 * A group on its way back: up to 24 hours.
 */
export type Returning = { 
/**
 * Directory id.
 */
groupId: string, 
/**
 * Display name.
 */
displayName: string, 
/**
 * When it was restored.
 */
since: string, 
/**
 * What is there again.
 */
stages: Array<ReturningStage>, };

/**
 * Whether a part is there again.
 */
export type ReturningStage = { 
/**
 * Which part.
 */
part: GroupPart, 
/**
 * Whether the service gives it out; `null` when it may not be read.
 */
back: boolean | null, };

/**
 * As what somebody is in a group.
 */
export type Role = "member" | "owner" | "ownerAndMember";

/**
 * Gives the person an administrator's role in the practice tenant, or takes it.
 */
export type RoleRequest = { 
/**
 * Whether the person is to be a Groups Administrator.
 */
administrator: boolean, };

/**
 * A file that was saved.
 */
export type SavedFile = { 
/**
 * Its name, made safe and unique.
 */
fileName: string, 
/**
 * The folder that it is in.
 */
folder: string, };

/**
 * Searches the service's index for groups that are not among the person's own.
 */
export type SearchRequest = { 
/**
 * What was typed.
 */
text: string, };

/**
 * A sensitivity label, which takes the place of the classification where a tenant has them for groups.
 */
export type SensitivityLabel = { 
/**
 * Id; empty for no label.
 */
id: string, 
/**
 * Name.
 */
displayName: string, };

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
 * A value of settings by its name. All values are texts.
 */
export type SettingEntry = { 
/**
 * The value's name.
 */
name: string, 
/**
 * The value.
 */
value: string, };

/**
 * One value of settings.
 */
export type SettingValue = { 
/**
 * Its name, such as `AllowToAddGuests`.
 */
name: string, 
/**
 * The template's type, such as `System.Boolean`; `null` when the template does not know the value.
 */
valueType: string | null, 
/**
 * The template's default.
 */
defaultValue: string | null, 
/**
 * What it does, in the template's words.
 */
description: string | null, 
/**
 * What holds: what is set, else the default. All values are texts.
 */
value: string, 
/**
 * Whether it is set, and not the default by there being no settings.
 */
set: boolean, };

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
tokenProtection: TokenProtection, 
/**
 * Notices before groups expire.
 */
notices: NoticeSettings, };

/**
 * The settings of a template: as they were made, or the defaults where none were.
 */
export type SettingsObject = { 
/**
 * The service's id; `null` where none were made and the defaults hold.
 */
id: string | null, 
/**
 * The template.
 */
templateId: string, 
/**
 * The template's name, such as `Group.Unified`.
 */
displayName: string, 
/**
 * What the template is for; `null` when the tenant has no such template.
 */
description: string | null, 
/**
 * The template's values in its order, then those that it does not know.
 */
values: Array<SettingValue>, };

/**
 * The tenant's settings, as far as they are known.
 */
export type SettingsState = { "state": "unknown", 
/**
 * Why.
 */
error: CommandError, } | { "state": "known", 
/**
 * One for each of the tenant's templates, that of groups first; then those whose template is not known.
 */
settings: Array<SettingsObject>, 
/**
 * What names have to be like.
 */
naming: NamingPolicy, 
/**
 * The group whose members may create groups though not everybody may; `null` when there is none.
 */
creators: NamedGroup | null, };

/**
 * How the time shows to others.
 */
export type ShowAs = "free" | "tentative" | "busy" | "away" | "elsewhere" | "unknown";

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
export type StartView = "home" | "groups" | "renewals" | "deleted" | "policies" | "activity" | "settings";

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
 * Whether the person gets a group's mail in their own inbox.
 */
export type SubscribeRequest = { 
/**
 * Directory id of the group.
 */
groupId: string, 
/**
 * Whether they shall.
 */
subscribed: boolean, };

/**
 * How the table of groups was left.
 */
export type TableLayout = { 
/**
 * Columns that are shown, in order; empty for the usual ones.
 */
columns: Array<string>, 
/**
 * Widths that were set, in pixels.
 */
widths: { [key in string]: number }, 
/**
 * The column that it is sorted by.
 */
sort: string | null, 
/**
 * Whether the largest stands first.
 */
descending: boolean, 
/**
 * Filters that are on.
 */
filters: Array<string>, };

/**
 * What a change concerns: the UI refetches every query that provides one of the tags.
 */
export type Tag = "groups" | "session" | "settings" | "practice" | "details" | "members" | "deleted" | "activity" | "tenant" | "decisions" | "conversations" | "drafts" | "calendar" | "policies";

/**
 * What the plans tell.
 */
export type TaskEvidence = { 
/**
 * Plans.
 */
plans: number, 
/**
 * Tasks that are not complete.
 */
open: number, 
/**
 * Of these, tasks whose due date is over.
 */
late: number, 
/**
 * The due date that comes next or is longest over.
 */
due: string | null, };

/**
 * Whether the group has a team.
 */
export type TeamEvidence = { 
/**
 * Whether the team is archived: an archived team expires all the same.
 */
archived: boolean, };

/**
 * Groups of the whole tenant.
 */
export type TenantGroups = { 
/**
 * At most 200 from the offset on: best first, or by name.
 */
groups: Array<GroupSummary>, 
/**
 * How many there are in all.
 */
total: number, 
/**
 * How far the first reading of the tenant has come; `null` when it is complete.
 */
reading: number | null, 
/**
 * Why the tenant's groups could not be read, when they could not.
 */
lastError: CommandError | null, };

/**
 * Asks for groups of the whole tenant, as far as they were read.
 */
export type TenantGroupsRequest = { 
/**
 * What was typed; empty for all.
 */
text: string, 
/**
 * How many to leave out.
 */
offset: number, };

/**
 * Colours of the window.
 */
export type Theme = "system" | "light" | "dark" | "highContrast";

/**
 * A thread with the heads of its posts.
 */
export type Thread = { 
/**
 * The service's id.
 */
id: string, 
/**
 * What it is about.
 */
topic: string, 
/**
 * Whether it takes no more replies.
 */
locked: boolean, 
/**
 * Who it goes to, beside the group.
 */
to: Array<MailPerson>, 
/**
 * Who gets a copy.
 */
cc: Array<MailPerson>, 
/**
 * Its posts, the oldest first.
 */
posts: Array<PostHead>, };

/**
 * Names a thread.
 */
export type ThreadRequest = { 
/**
 * Directory id of the group.
 */
groupId: string, 
/**
 * The service's id of the conversation that it belongs to.
 */
conversationId: string, 
/**
 * The service's id of the thread.
 */
threadId: string, };

/**
 * Where tokens are kept.
 */
export type TokenProtection = "keychain" | "memoryOnly" | "keyFile";

/**
 * Asks to undo a job, or one item of it.
 */
export type UndoRequest = { 
/**
 * The job.
 */
jobId: string, 
/**
 * The item; `null` for all that can be undone.
 */
index: number | null, };

/**
 * Who sees a group.
 */
export type Visibility = "public" | "private" | "hiddenMembership" | "unknown";

/**
 * The service asked to wait.
 */
export type Waiting = { 
/**
 * How many seconds.
 */
seconds: number, 
/**
 * How many items wait.
 */
items: number, };

/**
 * When an event shall be, as it was typed: by the clock on the wall of a zone.
 */
export type WallTime = { "kind": "timed", 
/**
 * Day and time at which it begins, such as `2026-03-29T02:30:00`.
 */
start: string, 
/**
 * Day and time at which it is over.
 */
end: string, 
/**
 * The zone, by its IANA name.
 */
timeZone: string, } | { "kind": "allDay", 
/**
 * The first day.
 */
first: string, 
/**
 * The last day.
 */
last: string, };

/**
 * Which of several days of a month.
 */
export type WeekIndex = "first" | "second" | "third" | "fourth" | "last";

/**
 * A day of the week.
 */
export type Weekday = "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday";

/**
 * What a policy would come to.
 */
export type WhatIf = { 
/**
 * Names it, for its rows; the last few are remembered.
 */
id: string, 
/**
 * When the groups were read.
 */
asOf: string | null, 
/**
 * The moment that it was reckoned for.
 */
now: string, 
/**
 * How many groups have been read so far, while not all have; `null` when all have.
 */
reading: number | null, 
/**
 * In figures.
 */
figures: WhatIfFigures, 
/**
 * How many groups are selected now, as far as they can be seen; `null` where the policy covers all or none.
 */
selected: number | null, 
/**
 * How many would be; at most [`super::SELECTED_MOST`] can.
 */
selectedThen: number | null, 
/**
 * By months, from the present one on, at most 36; all later ones are in the last.
 */
months: Array<MonthCount>, 
/**
 * What the dates rest on that is not documented.
 */
assumptions: Array<ExpiryAssumption>, };

/**
 * What a change does to a group's expiry.
 */
export type WhatIfChange = "firstTime" | "noLonger" | "sooner" | "later" | "same" | "never";

/**
 * How many groups a change concerns, and how.
 */
export type WhatIfFigures = { 
/**
 * Groups that were looked at.
 */
groups: number, 
/**
 * Groups that expire now.
 */
coveredNow: number, 
/**
 * Groups that would expire.
 */
coveredThen: number, 
/**
 * Groups that would expire for the first time.
 */
firstTime: number, 
/**
 * Groups that would no longer expire.
 */
noLonger: number, 
/**
 * Groups that would expire earlier.
 */
sooner: number, 
/**
 * Groups that would expire later.
 */
later: number, 
/**
 * Groups whose owners would get a mail within the next 30 days.
 */
mailedSoon: number, 
/**
 * Groups that would be deleted within the next 60 days, if nobody renews or uses them.
 */
deletedSoon: number, 
/**
 * When the first would be.
 */
firstDeletion: string | null, 
/**
 * Groups that are older than the lifetime, and get 35 days.
 */
older: number, };

/**
 * Which groups of a what-if.
 */
export type WhatIfFilter = "all" | "changed" | "firstTime" | "noLonger" | "sooner" | "later" | "mailedSoon" | "deletedSoon" | "older";

/**
 * Asks what a policy would come to, for every group that the person can see.
 */
export type WhatIfRequest = { 
/**
 * The policy; `null` for none.
 */
expiration: ExpirationInput | null, 
/**
 * Groups that would be added to it.
 */
select: Array<string>, 
/**
 * Groups that would be taken out of it.
 */
unselect: Array<string>, };

/**
 * A group in a what-if.
 */
export type WhatIfRow = { 
/**
 * Directory id.
 */
groupId: string, 
/**
 * Its name.
 */
groupName: string, 
/**
 * Whether the person owns it.
 */
owned: boolean, 
/**
 * Its last renewal, or creation.
 */
renewed: string | null, 
/**
 * When it expires now.
 */
expiresNow: string | null, 
/**
 * When it would expire.
 */
expiresThen: string | null, 
/**
 * What gave that.
 */
rule: ExpiryRule, 
/**
 * What changes.
 */
change: WhatIfChange, 
/**
 * When its owners would get mails, those still to come.
 */
mails: string[], 
/**
 * When it would be deleted.
 */
deleted: string | null, };

/**
 * Rows of a what-if.
 */
export type WhatIfRows = { 
/**
 * The rows.
 */
rows: Array<WhatIfRow>, 
/**
 * How many there are in all.
 */
total: number, };

/**
 * Asks for rows of a what-if.
 */
export type WhatIfRowsRequest = { 
/**
 * The what-if.
 */
id: string, 
/**
 * Which groups.
 */
filter: WhatIfFilter, 
/**
 * Only groups whose name has this in it.
 */
text: string, 
/**
 * In which order.
 */
sort: WhatIfSort, 
/**
 * Whether the largest stands first.
 */
descending: boolean, 
/**
 * How many to leave out.
 */
offset: number, 
/**
 * How many to answer, at most 500.
 */
limit: number, };

/**
 * What rows of a what-if are sorted by.
 */
export type WhatIfSort = "name" | "now" | "then" | "renewed";

/** The event that carries every `AppEvent`. */
export const APP_EVENT = "app-event";

/** Every command with its request and its response. */
export interface Commands {
  /** The first call of the window: how the application was started. */
  app_started: { request: null; response: AppStart };
  /** Tells the shell how far the first screen has come: painted, interactive, complete. */
  window_ready: { request: ReadyRequest; response: null };
  /** What is in a file that was dropped on the window. */
  dropped_read: { request: DroppedRequest; response: DroppedContent };
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
  /** The evidence about groups (at most 20), and what renewing them would give; batched. */
  evidence_get: { request: EvidenceRequest; response: EvidenceList };
  /** What was decided on this machine and stands. */
  decisions_list: { request: null; response: DecisionList };
  /** Decides about a group, or revokes what was decided. */
  decision_set: { request: DecisionRequest; response: DecisionList };
  /** Opens a letter to a group's other owners in the system's mail program. */
  letter_open: { request: LetterRequest; response: LetterOpened };
  /** What was decided and what became of it. */
  history_get: { request: HistoryRequest; response: History };
  /** Closes the window while jobs run. */
  window_close: { request: CloseRequest; response: null };
  /** One group in full: as last known, and read anew in the background. */
  group_details_get: { request: GroupRequest; response: GroupDetails };
  /** Whether a name and an alias would be accepted. */
  group_name_check: { request: NameCheckRequest; response: NameVerdict };
  /** What creating groups is like in this tenant. */
  creation_rules_get: { request: null; response: CreationRules };
  /** A stretch of a group's conversations, what is being written in it, and how the person follows it. */
  conversations_list: { request: ConversationsRequest; response: ConversationList };
  /** A conversation with its threads and the heads of their posts. */
  conversation_get: { request: ConversationRequest; response: ConversationThreads };
  /** The bodies of posts (at most 20), made harmless. */
  posts_load: { request: PostsRequest; response: PostsLoaded };
  /** Loads remote images of posts in this group from now on, or no longer. */
  remote_images_set: { request: RemoteImagesRequest; response: null };
  /** Saves an attachment in the person's folder of downloads; progress comes as events. */
  attachment_save: { request: AttachmentRequest; response: SavedFile };
  /** Locks a thread or opens it again. */
  thread_lock: { request: LockRequest; response: null };
  /** Deletes a thread, for good. */
  thread_delete: { request: ThreadRequest; response: null };
  /** Deletes a conversation, for good. */
  conversation_delete: { request: ConversationRequest; response: null };
  /** Gets a group's mail in the person's own inbox, or no longer. */
  mail_subscribe: { request: SubscribeRequest; response: null };
  /** Takes all posts of a group as seen. */
  unseen_reset: { request: GroupRequest; response: null };
  /** Everything that is being written or on its way, in all groups. */
  drafts_list: { request: null; response: DraftList };
  /** Keeps what is being written. */
  draft_save: { request: DraftSaveRequest; response: Draft };
  /** Adds a file to what is being written. */
  draft_attach: { request: DraftAttachRequest; response: Draft };
  /** Takes a file from what is being written. */
  draft_detach: { request: DraftDetachRequest; response: Draft };
  /** Throws away what was written. */
  draft_delete: { request: DraftRequest; response: null };
  /** Sends what was written; answers when the service has accepted it. */
  draft_send: { request: DraftRequest; response: Draft };
  /** Reads mail addresses from a text. */
  recipients_read: { request: RecipientsRequest; response: RecipientsFound };
  /** The events of a group within a range. */
  calendar_get: { request: CalendarRequest; response: CalendarRange };
  /** An event in full. */
  event_get: { request: EventRequest; response: EventDetails };
  /** What there is to know about an event before it is saved. Nothing is written. */
  event_check: { request: EventCheckRequest; response: EventChecked };
  /** Creates an event, once. */
  event_create: { request: EventCreateRequest; response: EventDetails };
  /** Changes an event, an occurrence or a series. */
  event_change: { request: EventChangeRequest; response: EventDetails };
  /** Cancels an event, an occurrence or a series. */
  event_cancel: { request: EventCancelRequest; response: null };
  /** Answers an invitation. */
  event_answer: { request: EventAnswerRequest; response: EventDetails };
  /** Sets a group's photo. */
  group_photo_set: { request: PhotoSetRequest; response: null };
  /** Reads photos of people or groups, batched; those seen before come from this machine. */
  photos_load: { request: PhotosRequest; response: PhotosLoaded };
  /** What goes with groups (at most 100) when they are deleted. */
  group_holdings_get: { request: GroupsRequest; response: HoldingsList };
  /** Everybody in a group as last known; starts a refresh when that is old. */
  members_list: { request: GroupRequest; response: MemberList };
  /** Reads everybody in a group anew. */
  members_refresh: { request: GroupRequest; response: null };
  /** Finds people while one types. */
  people_find: { request: PeopleFindRequest; response: PeopleFound };
  /** Checks a pasted list or a file of people. Nothing is written. */
  people_check: { request: PeopleCheckRequest; response: PeopleChecked };
  /** Members who would be good second owners, the most active first. */
  owner_suggestions_get: { request: GroupRequest; response: OwnerSuggestions };
  /** Who is in which of two groups. */
  people_compare: { request: CompareRequest; response: Comparison };
  /** Which of the groups that the person owns some people are in. */
  people_matrix: { request: MatrixRequest; response: Matrix };
  /** Deleted groups as last known; starts a refresh when that is old. */
  deleted_list_get: { request: null; response: DeletedList };
  /** Reads deleted groups anew. */
  deleted_refresh: { request: null; response: null };
  /** What a change would do. Nothing is written. */
  plan_make: { request: ChangeRequest; response: Plan };
  /** What undoing would do. Nothing is written. */
  plan_undo: { request: UndoRequest; response: Plan };
  /** Starts a plan as a job; progress comes as events. */
  plan_run: { request: PlanRequest; response: Job };
  /** Plans a change, runs it, and answers when it is over. */
  change_run: { request: ChangeRequest; response: JobResult };
  /** Undoes a job or an item of it, and answers when that is over. */
  undo_run: { request: UndoRequest; response: JobResult };
  /** Jobs that are not over, and the last ones. */
  jobs_list: { request: null; response: JobList };
  /** A job with its items. */
  job_get: { request: JobRequest; response: JobResult };
  /** Stops a job after what is under way. */
  job_pause: { request: JobRequest; response: Job };
  /** Goes on with a job that was paused or interrupted. */
  job_resume: { request: JobRequest; response: Job };
  /** Ends a job; what was not sent never is. */
  job_cancel: { request: JobRequest; response: Job };
  /** The record of what was done. */
  activity_list: { request: ActivityRequest; response: ActivityPage };
  /** Groups of the whole tenant, as far as they were read; begins reading them. */
  tenant_groups_list: { request: TenantGroupsRequest; response: TenantGroups };
  /** How the table of groups was left. */
  table_layout_get: { request: null; response: TableLayout };
  /** Keeps how the table of groups is left. */
  table_layout_set: { request: TableLayout; response: null };
  /** Saves something in the person's folder of downloads. */
  export_save: { request: ExportRequest; response: Exported };
  /** What the tenant decides about groups, as last known; reads it anew when that is old. */
  policies_read: { request: PoliciesRequest; response: Policies };
  /** What a lifetime and a selection would come to. Nothing is written. */
  policy_what_if: { request: WhatIfRequest; response: WhatIf };
  /** Groups of a what-if. */
  policy_what_if_rows: { request: WhatIfRowsRequest; response: WhatIfRows };
  /** What names come to by a naming policy. Nothing is written. */
  naming_preview: { request: NamingPreviewRequest; response: NamingPreview };
  /** Groups that would not fit a naming policy. */
  naming_misfits: { request: NamingMisfitsRequest; response: NamingMisfits };
  /** Finds groups of any kind by name, for who may create groups. */
  policy_groups_find: { request: SearchRequest; response: NamedGroups };
  /** Compares a file of policies with what the tenant has. Nothing is written. */
  policies_import: { request: PoliciesImportRequest; response: PoliciesCompared };
  /** The changes that take over what was chosen of a file. Nothing is written. */
  policies_adopt: { request: PoliciesAdoptRequest; response: ChangeList };
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
  /** Gives the person an administrator's role in the practice tenant, or takes it. */
  practice_role: { request: RoleRequest; response: PracticeStatus };
  /** Starts it anew. */
  practice_reset: { request: ResetRequest; response: PracticeStatus };
  /** Opens an https address in the system's browser. */
  open_external: { request: OpenRequest; response: null };
}
