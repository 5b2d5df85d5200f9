//! What a person decided about expiring groups on this machine, and the record of it that can be handed in.

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::evidence::Evidence;

/// A decision that only this machine knows. The service is told nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(
    rename_all = "camelCase",
    rename_all_fields = "camelCase",
    tag = "kind"
)]
pub enum Decision {
    /// Decide later: out of the queue until that day.
    Later {
        /// The day on which it comes back into the queue.
        #[ts(type = "string")]
        until: Date,
    },
    /// Let it expire: out of the queue until its facts change.
    LetExpire {
        /// Why; may be empty.
        note: String,
    },
}

/// Why a decision is put before the person again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Reopened {
    /// The day has come.
    DayCame,
    /// It was renewed meanwhile: by somebody else, or by activity.
    Renewed,
    /// There was activity in it since.
    Active,
    /// Its owners changed since.
    OwnersChanged,
    /// It expires within a week: the last warning.
    LastWeek,
}

/// A decision that stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Decided {
    /// Directory id of the group.
    pub group_id: String,
    /// The group's name when it was decided.
    pub group_name: String,
    /// What.
    pub decision: Decision,
    /// When.
    #[ts(type = "string")]
    pub at: Timestamp,
    /// Why it is in the queue all the same; `null` while it keeps the group out of it.
    pub reopened: Option<Reopened>,
}

/// The decisions that stand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DecisionList {
    /// At most one a group.
    pub decisions: Vec<Decided>,
}

/// Decides about a group; replaces what was decided before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DecisionRequest {
    /// Directory id of the group.
    pub group_id: String,
    /// What; `null` revokes what was decided.
    pub decision: Option<Decision>,
}

/// A letter to the other owners, to be opened in the system's mail program.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LetterRequest {
    /// Directory id of the group whose other owners it goes to.
    pub group_id: String,
    /// Subject.
    pub subject: String,
    /// Body, in plain text.
    pub body: String,
}

/// What became of a letter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LetterOpened {
    /// To whom: the addresses of the other owners whose accounts are enabled.
    pub to: Vec<String>,
}

/// What an entry of the history tells.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(
    rename_all = "camelCase",
    rename_all_fields = "camelCase",
    tag = "kind"
)]
pub enum HistoryEvent {
    /// Something was decided.
    Decided {
        /// What.
        decision: Decision,
    },
    /// What was decided was revoked.
    Revoked,
    /// It was renewed from here, as the service confirmed.
    Renewed {
        /// The expiry before.
        #[ts(type = "string | null")]
        expired_before: Option<Timestamp>,
        /// The expiry now; `null` when it was sent and not confirmed.
        #[ts(type = "string | null")]
        expires: Option<Timestamp>,
    },
    /// The service moved the expiry: activity, somebody else, or a policy.
    Moved {
        /// The expiry before.
        #[ts(type = "string | null")]
        expired_before: Option<Timestamp>,
        /// The expiry now; `null` when it does not expire any more.
        #[ts(type = "string | null")]
        expires: Option<Timestamp>,
    },
    /// The other owners were asked.
    Asked {
        /// Whom.
        to: Vec<String>,
    },
    /// It was brought back from the deleted ones.
    Restored,
}

/// An entry of the history.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct HistoryEntry {
    /// Its number: 1, 2, 3 … without a gap.
    pub number: u32,
    /// When.
    #[ts(type = "string")]
    pub at: Timestamp,
    /// User principal name of who did it.
    pub by: String,
    /// Directory id of the group.
    pub group_id: String,
    /// The group's name at that time.
    pub group_name: String,
    /// What.
    pub event: HistoryEvent,
    /// The evidence that was shown beside it, when there was any.
    pub evidence: Option<Box<Evidence>>,
    /// SHA-256 over the entry and the hash before it, in hexadecimal digits.
    pub hash: String,
}

/// Whether the record is as it was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(
    rename_all = "camelCase",
    rename_all_fields = "camelCase",
    tag = "state"
)]
pub enum Integrity {
    /// Every hash fits.
    Intact,
    /// It was altered.
    Broken {
        /// The number of the first entry that does not fit.
        number: u32,
    },
}

/// Asks for the history.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct HistoryRequest {
    /// Only of this group; `null` for all.
    pub group_id: Option<String>,
    /// Only entries before this number; `null` for the newest.
    pub before: Option<u32>,
}

/// A page of the history.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct History {
    /// At most 100, newest first.
    pub entries: Vec<HistoryEntry>,
    /// How many there are in all, of this group or of all.
    pub total: u32,
    /// Whether the whole record is as it was written.
    pub integrity: Integrity,
}
