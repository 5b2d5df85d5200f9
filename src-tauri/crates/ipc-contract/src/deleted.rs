//! Deleted groups, and what goes with a group that is deleted.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A group that can still be brought back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DeletedGroup {
    /// Directory id.
    pub id: String,
    /// Display name.
    pub display_name: String,
    /// Alias.
    pub mail_nickname: String,
    /// Who sees it.
    pub visibility: crate::groups::Visibility,
    /// Whether it has a team.
    pub team: bool,
    /// When it was deleted.
    #[ts(type = "string")]
    pub deleted: Timestamp,
    /// Until when it can be brought back: 30 days after that.
    #[ts(type = "string")]
    pub restorable_until: Timestamp,
    /// Whether the signed-in person owned it.
    pub owned: bool,
}

/// A group on its way back: up to 24 hours.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Returning {
    /// Directory id.
    pub group_id: String,
    /// Display name.
    pub display_name: String,
    /// When it was restored.
    #[ts(type = "string")]
    pub since: Timestamp,
    /// What is there again.
    pub stages: Vec<ReturningStage>,
}

/// A part of a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum GroupPart {
    /// The group itself, with its people.
    Group,
    /// Conversations and calendar.
    Mailbox,
    /// Files and lists.
    Site,
    /// Planner.
    Plan,
    /// The team, if it had one.
    Team,
}

/// Whether a part is there again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ReturningStage {
    /// Which part.
    pub part: GroupPart,
    /// Whether the service gives it out; `null` when it may not be read.
    pub back: Option<bool>,
}

/// Deleted groups.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DeletedList {
    /// Soonest gone first.
    pub groups: Vec<DeletedGroup>,
    /// Restored within the last 24 hours.
    pub returning: Vec<Returning>,
    /// When the service was last read; `null` before the first time.
    #[ts(type = "string | null")]
    pub as_of: Option<Timestamp>,
    /// The service's present moment.
    #[ts(type = "string")]
    pub now: Timestamp,
    /// Why this is not newer, when reading it failed.
    pub last_error: Option<crate::error::CommandError>,
    /// Whether these are all of the tenant's (for administrators), or the person's own.
    pub all: bool,
    /// Whether the person may delete for good.
    pub can_purge: bool,
}

/// A figure as far as it is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(
    rename_all = "camelCase",
    rename_all_fields = "camelCase",
    tag = "state"
)]
pub enum Figure {
    /// So many.
    Known {
        /// The number.
        count: u32,
        /// Whether there are more than this.
        at_least: bool,
    },
    /// There is nothing of this kind.
    Absent,
    /// It may not be read.
    NotPermitted,
    /// Reading it failed.
    Unknown,
}

/// What goes with a group when it is deleted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Holdings {
    /// Directory id of the group.
    pub group_id: String,
    /// Conversations.
    pub conversations: Figure,
    /// Files and folders in its library.
    pub files: Figure,
    /// Planner plans.
    pub plans: Figure,
    /// Whether it has a team.
    pub team: bool,
    /// Members.
    pub members: Figure,
}

/// What goes with several groups.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct HoldingsList {
    /// One entry a group.
    pub groups: Vec<Holdings>,
    /// Until when groups deleted now can be brought back.
    #[ts(type = "string")]
    pub restorable_until: Timestamp,
}
