//! Changes: asked for, planned, run as jobs, recorded, undone.
//!
//! Every change that Tenure makes to the directory is a job of one or more items, so that it is on disk
//! before it leaves, survives a crash, and can be read later as activity.

mod request;

pub use request::{ChangeRequest, LineChoice};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::error::CommandError;
use crate::hand_over::HandOver;
use crate::people::PersonRef;
use crate::policies::PolicyPlan;

/// What a single item does; the words for it are in the UI's catalogue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Action {
    /// A group is made.
    CreateGroup,
    /// A group gets a team.
    EnableTeam,
    /// Properties are changed.
    UpdateGroup,
    /// A group is deleted.
    DeleteGroup,
    /// A group is brought back.
    RestoreGroup,
    /// A group is deleted for good.
    PurgeGroup,
    /// A group is renewed.
    RenewGroup,
    /// Somebody becomes a member.
    AddMember,
    /// Somebody is no longer a member.
    RemoveMember,
    /// Somebody becomes an owner.
    AddOwner,
    /// Somebody is no longer an owner.
    RemoveOwner,
    /// A favorite is marked.
    MarkFavorite,
    /// A favorite is unmarked.
    UnmarkFavorite,
    /// An event is put into the calendar.
    CreateEvent,
    /// An event is changed.
    ChangeEvent,
    /// An event is cancelled.
    CancelEvent,
    /// An invitation is answered.
    AnswerEvent,
    /// A conversation is deleted for good.
    DeleteConversation,
    /// A thread is deleted for good.
    DeleteThread,
    /// How long groups live is set.
    ChangeExpiration,
    /// A group expires from now on.
    CoverGroup,
    /// A group no longer expires.
    UncoverGroup,
    /// Settings are changed.
    ChangeSettings,
}

/// Why an item is not, or need not be, done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Reason {
    /// In the group already.
    AlreadyMember,
    /// An owner already.
    AlreadyOwner,
    /// Not in the group.
    NotMember,
    /// No owner.
    NotOwner,
    /// The group would be left without an enabled human owner.
    LastOwner,
    /// A rule decides who is in the group.
    Dynamic,
    /// The group comes from a directory on the company's own premises.
    Synced,
    /// The person may not do that (403).
    NotPermitted,
    /// The tenant does not let guests be added.
    GuestsNotAllowed,
    /// Guests cannot own groups in this tenant.
    GuestCannotOwn,
    /// A device, a group, an application.
    NotAPerson,
    /// The person or the group is not there (404): deleted meanwhile, or not replicated yet.
    NotFound,
    /// Nothing would change.
    NothingToChange,
    /// It was changed by somebody else meanwhile; the undo no longer fits.
    ChangedMeanwhile,
    /// The 30 days are over.
    RestoreWindowOver,
    /// The tenant's naming rule refuses the name.
    NameRefused,
    /// The group has as many owners as it can have.
    TooManyOwners,
    /// The service refused it for a reason of its own (400, 409, 422).
    Refused,
    /// The service asked to wait longer than is worth waiting.
    Throttled,
    /// No connection, or the service is down.
    Unreachable,
    /// It was sent, no answer came, and reading did not tell what came of it.
    OutcomeUnknown,
    /// An item before it, which it needs, was not done.
    NeedsAnother,
    /// This cannot be undone.
    NotUndoable,
    /// The policy covers the group already.
    AlreadyCovered,
    /// The policy does not cover the group.
    NotCovered,
    /// As many groups are selected as can be.
    SelectionFull,
    /// The policy does not cover selected groups, but all or none.
    NotSelecting,
}

/// Something that is left out of a plan, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LeftOut {
    /// The group's name.
    pub group_name: String,
    /// The person's name, where it is about one.
    pub person_name: Option<String>,
    /// Why.
    pub reason: Reason,
}

/// A call that a plan will make.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PlannedCall {
    /// HTTP method.
    pub method: String,
    /// Path below Graph's root.
    pub path: String,
    /// How many items it carries.
    pub items: u32,
}

/// What running a change would do. Nothing has been written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Plan {
    /// Names the plan, for running it; good until the application is closed.
    pub plan_id: String,
    /// What it does.
    pub title: JobTitle,
    /// How many items it has.
    pub items: u32,
    /// How many requests it takes.
    pub requests: u32,
    /// About how many seconds it takes.
    pub seconds: u32,
    /// The very calls, at most 200 of them.
    pub calls: Vec<PlannedCall>,
    /// What is left out, at most 500 of them.
    pub left_out: Vec<LeftOut>,
    /// How many are left out in all.
    pub left_out_count: u32,
    /// Whether it can be undone afterwards.
    pub undoable: bool,
    /// The groups of a hand-over; `null` for everything else.
    pub hand_over: Option<HandOver>,
    /// What a change of a policy does; `null` for everything else.
    pub policy: Option<PolicyPlan>,
}

/// What a job is called; the words are in the UI's catalogue.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct JobTitle {
    /// What is done, of the kind that most items have.
    pub action: Action,
    /// The group's name, when all items concern one.
    pub group_name: Option<String>,
    /// Directory id of that group.
    pub group_id: Option<String>,
    /// The person's name, when all items concern one.
    pub person_name: Option<String>,
    /// How many groups it concerns.
    pub groups: u32,
    /// How many people it concerns.
    pub people: u32,
    /// Whether it undoes another.
    pub undo: bool,
}

/// Where a job stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum JobState {
    /// It runs.
    Running,
    /// The person paused it, or something made it stop: see `stopped`.
    Paused,
    /// The application ended while it ran; it can go on.
    Interrupted,
    /// The person cancelled it.
    Cancelled,
    /// It is over.
    Finished,
}

/// How many items came to what.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct JobCounts {
    /// All.
    pub total: u32,
    /// Not sent yet.
    pub planned: u32,
    /// Sent, not answered yet.
    pub sent: u32,
    /// Done.
    pub done: u32,
    /// Was so already.
    pub already: u32,
    /// Refused.
    pub failed: u32,
    /// Not known.
    pub unknown: u32,
    /// Left out, or cancelled.
    pub skipped: u32,
}

/// A job.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Job {
    /// Names it.
    pub job_id: String,
    /// What it does.
    pub title: JobTitle,
    /// Where it stands.
    pub state: JobState,
    /// Absolute counts.
    pub counts: JobCounts,
    /// Rising number: an older report that arrives late is dropped.
    pub sequence: u32,
    /// When it was asked for.
    #[ts(type = "string")]
    pub created: Timestamp,
    /// When it was over.
    #[ts(type = "string | null")]
    pub ended: Option<Timestamp>,
    /// Why it stopped by itself, when it did.
    pub stopped: Option<CommandError>,
    /// Seconds that the service asked to wait, and for how many items.
    pub waiting: Option<Waiting>,
    /// Whether something of it can be undone.
    pub undoable: bool,
}

/// The service asked to wait.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Waiting {
    /// How many seconds.
    pub seconds: u32,
    /// How many items wait.
    pub items: u32,
}

/// How an item stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum ItemState {
    /// Not sent yet.
    Planned,
    /// Sent, not answered yet.
    Sent,
    /// The service accepted it.
    Done,
    /// It was so already.
    Already,
    /// Refused: see the reason.
    Failed,
    /// Sent, and reading did not tell what came of it.
    Unknown,
    /// Left out, or cancelled before it was sent.
    Skipped,
}

/// A property's value before and after.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PropertyChange {
    /// Graph's name of the property.
    pub property: String,
    /// Before; `null` when there was none.
    pub before: Option<String>,
    /// After.
    pub after: Option<String>,
}

/// One thing that was, is or will be done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ActivityItem {
    /// The job that it belongs to.
    pub job_id: String,
    /// Its place in the job.
    pub index: u32,
    /// When it was settled, else asked for.
    #[ts(type = "string")]
    pub at: Timestamp,
    /// What is done.
    pub action: Action,
    /// Directory id of the group; empty while it is not created, and where the whole tenant is concerned.
    pub group_id: String,
    /// The group's name; of the tenant's settings, their template's.
    pub group_name: String,
    /// Whom it concerns.
    pub person: Option<PersonRef>,
    /// How it stands.
    pub state: ItemState,
    /// Why, where it is not done.
    pub reason: Option<Reason>,
    /// Values before and after.
    pub changes: Vec<PropertyChange>,
    /// The service's request-id.
    pub request_id: Option<String>,
    /// HTTP status of a refusal.
    pub status: Option<u16>,
    /// The service's own code of a refusal.
    pub service_code: Option<String>,
    /// Whether it can be undone now.
    pub undoable: bool,
    /// Whether it was undone.
    pub undone: bool,
}

/// A job with its items.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct JobResult {
    /// The job.
    pub job: Job,
    /// Its items, those that need a look first; at most 1,000.
    pub items: Vec<ActivityItem>,
}

/// The jobs that a person may want to see.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct JobList {
    /// Those that are not over, then the last 20 of several items, newest first.
    pub jobs: Vec<Job>,
}

/// Names a plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PlanRequest {
    /// The plan.
    pub plan_id: String,
}

/// Names a job.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct JobRequest {
    /// The job.
    pub job_id: String,
}

/// Asks to undo a job, or one item of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct UndoRequest {
    /// The job.
    pub job_id: String,
    /// The item; `null` for all that can be undone.
    pub index: Option<u32>,
}

/// Asks for the record of what was done, newest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ActivityRequest {
    /// Only of this group.
    pub group_id: Option<String>,
    /// Only where a group's or a person's name has this in it.
    pub text: String,
    /// Where to go on: what the page before said.
    pub after: Option<String>,
}

/// A page of the record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ActivityPage {
    /// At most 200, newest first.
    pub items: Vec<ActivityItem>,
    /// Where the next page begins; `null` at the end.
    pub next: Option<String>,
}
