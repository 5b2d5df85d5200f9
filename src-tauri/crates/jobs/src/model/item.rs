//! An item: one change of one thing.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{ItemIndex, ItemRef, JobId};

/// A change that is planned.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct NewItem {
    /// What is to be done, in the caller's words.
    pub op: Value,
    /// The id of the group that changes; empty when it is yet to be made.
    pub subject: String,
    /// The group's name at the time of planning: the record is readable when the group is gone.
    pub subject_name: String,
    /// The id of the person or thing that is added, removed or set, where there is one.
    pub object: Option<String>,
    /// Its name at the time of planning.
    pub object_name: Option<String>,
    /// Items of a lane are sent one chunk after another, in their order; those of different lanes may
    /// be sent side by side. No two requests of a lane are under way at once, whatever their jobs.
    pub lane: String,
    /// What was there before, for the record and for undoing.
    pub before: Option<Value>,
    /// What shall be there after.
    pub after: Option<Value>,
    /// The item that this one undoes. Planning it claims that item; a failure gives it back.
    pub undoes: Option<ItemRef>,
}

/// How far an item has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum ItemState {
    /// Not sent yet, or sent and known not to be done.
    Planned,
    /// About to be sent, or sent and not answered yet.
    Sent,
    /// Done.
    Done,
    /// There was nothing left to do: it is as it shall be.
    Already,
    /// Refused. Nothing was changed.
    Failed,
    /// Sent, and reading did not tell what came of it.
    Unknown,
    /// Not sent, since it no longer fits.
    Skipped,
    /// Not sent, since the job was cancelled.
    Cancelled,
}

impl ItemState {
    /// Whether nothing more will come of it.
    pub const fn is_settled(self) -> bool {
        !matches!(self, Self::Planned | Self::Sent)
    }

    /// Whether it is as it shall be.
    pub const fn is_done(self) -> bool {
        matches!(self, Self::Done | Self::Already)
    }

    pub(crate) const ALL: [Self; 8] = [
        Self::Planned,
        Self::Sent,
        Self::Done,
        Self::Already,
        Self::Failed,
        Self::Unknown,
        Self::Skipped,
        Self::Cancelled,
    ];

    /// As the file has it.
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::Sent => "sent",
            Self::Done => "done",
            Self::Already => "already",
            Self::Failed => "failed",
            Self::Unknown => "unknown",
            Self::Skipped => "skipped",
            Self::Cancelled => "cancelled",
        }
    }
}

/// Why an item ended as it did.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Outcome {
    /// Why, of a closed set of the caller's.
    pub code: Option<String>,
    /// More about it, in the caller's form.
    pub detail: Option<Value>,
    /// The service's id of the request, for a help desk.
    pub request_id: Option<String>,
    /// The status of the answer.
    pub status: Option<u16>,
}

impl Outcome {
    /// An outcome that is known by its code alone.
    pub fn of(code: impl Into<String>) -> Self {
        Self {
            code: Some(code.into()),
            ..Self::default()
        }
    }
}

/// An item as the journal has it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ItemRecord {
    /// Its place in its job.
    pub index: ItemIndex,
    /// What is to be done, in the caller's words.
    pub op: Value,
    /// The id of the group that changes; empty until one that is made has its id.
    pub subject: String,
    /// The group's name when it was planned.
    pub subject_name: String,
    /// The id of the person or thing that is added, removed or set.
    pub object: Option<String>,
    /// Its name when it was planned.
    pub object_name: Option<String>,
    /// Its lane.
    pub lane: String,
    /// How far it has come.
    pub state: ItemState,
    /// How often it was about to be sent.
    pub attempts: u32,
    /// What was there before.
    pub before: Option<Value>,
    /// What is there after; until it is done, what shall be.
    pub after: Option<Value>,
    /// Why it ended as it did; after a stop, why it did not go on.
    pub outcome: Option<Outcome>,
    /// When it was last about to be sent.
    pub sent_at: Option<Timestamp>,
    /// When its outcome was known.
    pub settled_at: Option<Timestamp>,
    /// The item that this one undoes.
    pub undoes: Option<ItemRef>,
    /// The job that undid it, or is about to.
    pub undone_by: Option<JobId>,
}
