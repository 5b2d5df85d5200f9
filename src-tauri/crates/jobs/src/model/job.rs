//! A job: items that were decided together.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{ItemState, JobId, NewItem, Outcome};

/// A job that is planned.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct NewJob {
    /// What it does, of a closed set of the caller's.
    pub kind: String,
    /// What it is called, in the caller's form.
    pub title: Value,
    /// The job that this one undoes, in whole or in part.
    pub undo_of: Option<JobId>,
    /// Whether it can be undone, as far as is known when it is planned.
    pub undo: bool,
    /// Its items. None of them need be sent in this order, except within a lane.
    pub items: Vec<NewItem>,
}

/// How far a job has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum JobState {
    /// On disk, and not begun.
    Planned,
    /// Being sent.
    Running,
    /// Stopped between two requests, by the person or for the reason in [`JobRecord::stopped`].
    Paused,
    /// Over: what was not sent by then never will be.
    Cancelled,
    /// Over: every item is settled.
    Finished,
    /// The program ended while it ran.
    Interrupted,
}

impl JobState {
    /// Whether nothing more will come of it.
    pub const fn is_over(self) -> bool {
        matches!(self, Self::Cancelled | Self::Finished)
    }

    pub(crate) const ALL: [Self; 6] = [
        Self::Planned,
        Self::Running,
        Self::Paused,
        Self::Cancelled,
        Self::Finished,
        Self::Interrupted,
    ];

    /// As the file has it.
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::Running => "running",
            Self::Paused => "paused",
            Self::Cancelled => "cancelled",
            Self::Finished => "finished",
            Self::Interrupted => "interrupted",
        }
    }
}

/// What concerns the whole job, so that nothing more of it is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum StopReason {
    /// The person has to sign in again.
    SignedOut,
    /// The person or the application may no longer do this.
    NotAllowed,
    /// The network cannot be reached.
    Offline,
    /// The service does not answer, or asks for more patience than the caller has.
    Unavailable,
}

/// Why a job stopped by itself.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Stopped {
    /// What has to change before it can go on.
    pub reason: StopReason,
    /// The answer that it stopped for.
    pub outcome: Outcome,
}

/// How many items of a job are in which state. They add up to `total`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "each is named as its ItemState")]
pub struct Counts {
    pub total: u32,
    pub planned: u32,
    pub sent: u32,
    pub done: u32,
    pub already: u32,
    pub failed: u32,
    pub unknown: u32,
    pub skipped: u32,
    pub cancelled: u32,
}

impl Counts {
    /// How many will change no more.
    pub const fn settled(&self) -> u32 {
        self.total - self.planned - self.sent
    }

    pub(crate) const fn add(&mut self, state: ItemState, items: u32) {
        let count = match state {
            ItemState::Planned => &mut self.planned,
            ItemState::Sent => &mut self.sent,
            ItemState::Done => &mut self.done,
            ItemState::Already => &mut self.already,
            ItemState::Failed => &mut self.failed,
            ItemState::Unknown => &mut self.unknown,
            ItemState::Skipped => &mut self.skipped,
            ItemState::Cancelled => &mut self.cancelled,
        };
        *count += items;
        self.total += items;
    }
}

/// A job as the journal has it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct JobRecord {
    /// Its name.
    pub id: JobId,
    /// What it does, of a closed set of the caller's.
    pub kind: String,
    /// What it is called, in the caller's form.
    pub title: Value,
    /// How far it has come.
    pub state: JobState,
    /// When it was planned.
    pub created_at: Timestamp,
    /// When it first ran.
    pub started_at: Option<Timestamp>,
    /// When it was over.
    pub ended_at: Option<Timestamp>,
    /// The job that this one undoes.
    pub undo_of: Option<JobId>,
    /// Whether it can be undone, as far as was known when it was planned.
    pub undo: bool,
    /// Why it stopped by itself; `None` when it did not, or runs again.
    pub stopped: Option<Stopped>,
    /// Its items by state.
    pub counts: Counts,
    /// Rises with every change of the job, over restarts too.
    pub sequence: u64,
}
