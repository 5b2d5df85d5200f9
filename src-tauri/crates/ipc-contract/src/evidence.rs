//! The evidence beside a decision: what happened in a group, each fact with how well it is known.

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::deleted::Figure;

/// A fact as far as it is known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(
    rename_all = "camelCase",
    rename_all_fields = "camelCase",
    tag = "state"
)]
pub enum Fact<T> {
    /// The service said so.
    Known {
        /// What it said.
        value: T,
    },
    /// The group has no such thing: no mailbox, no site, no plan, no notebook.
    Absent,
    /// It may not be read.
    NotPermitted {
        /// The permission that is missing; `null` when it was granted and the person may not see the
        /// content all the same.
        permission: Option<String>,
    },
    /// Reading it failed; asking again may help.
    Unknown,
}

/// What the group's conversations tell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ConversationEvidence {
    /// When something was last delivered; `null` when nothing ever was.
    #[ts(type = "string | null")]
    pub last: Option<Timestamp>,
    /// What the last conversation is about.
    pub topic: Option<String>,
    /// Conversations with something delivered within the last 90 days.
    pub recent: Figure,
}

/// What the document library tells.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FileEvidence {
    /// When a file or folder at the root of the library was last changed; `null` when there is none.
    #[ts(type = "string | null")]
    pub last: Option<Timestamp>,
    /// Its name.
    pub name: Option<String>,
    /// Who changed it.
    pub by: Option<String>,
}

/// What the calendar tells.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct EventEvidence {
    /// Events within the next 90 days, each occurrence of a series by itself.
    pub upcoming: Figure,
    /// When the next one begins.
    #[ts(type = "string | null")]
    pub next: Option<Timestamp>,
    /// What it is.
    pub subject: Option<String>,
}

/// What the plans tell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TaskEvidence {
    /// Plans.
    pub plans: u32,
    /// Tasks that are not complete.
    pub open: u32,
    /// Of these, tasks whose due date is over.
    pub late: u32,
    /// The due date that comes next or is longest over.
    #[ts(type = "string | null")]
    pub due: Option<Timestamp>,
}

/// What the notebook tells.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NotebookEvidence {
    /// When a page was last changed; `null` when there is none.
    #[ts(type = "string | null")]
    pub last: Option<Timestamp>,
    /// Its title.
    pub title: Option<String>,
}

/// Whether the group has a team.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TeamEvidence {
    /// Whether the team is archived: an archived team expires all the same.
    pub archived: bool,
}

/// The people, in figures.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PeopleEvidence {
    /// Owners.
    pub owners: u32,
    /// Of these, people of the tenant whose accounts are enabled: who can renew it.
    pub enabled_owners: u32,
    /// Names of the owners whose accounts are disabled.
    pub disabled: Vec<String>,
    /// Members; `null` when that may not be read.
    pub members: Option<u32>,
    /// Guests among them; `null` when that may not be read.
    pub guests: Option<u32>,
}

/// Everything that is known of a group's life. Reading it counts nowhere as activity in the group: only
/// collections are listed, and no file, post or page is opened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Evidence {
    /// Directory id of the group.
    pub group_id: String,
    /// When it was read.
    #[ts(type = "string")]
    pub as_of: Timestamp,
    /// Conversations.
    pub conversations: Fact<ConversationEvidence>,
    /// Files.
    pub files: Fact<FileEvidence>,
    /// Calendar.
    pub events: Fact<EventEvidence>,
    /// Plans and tasks.
    pub tasks: Fact<TaskEvidence>,
    /// Notebooks.
    pub notebook: Fact<NotebookEvidence>,
    /// Team; `Absent` when it has none.
    pub team: Fact<TeamEvidence>,
    /// People.
    pub people: Fact<PeopleEvidence>,
}

/// What renewing would give, and what the service would do by itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Outlook {
    /// Directory id of the group.
    pub group_id: String,
    /// The expiry that renewing today would give, by the policy's lifetime; `null` when that is not known
    /// or no policy covers the group.
    #[ts(type = "string | null")]
    pub renewing_today: Option<Date>,
    /// From when on the service renews it by itself if it is used: about 35 days before expiry.
    #[ts(type = "string | null")]
    pub by_activity_from: Option<Date>,
    /// The expiry that a renewal by activity at that moment would give.
    #[ts(type = "string | null")]
    pub by_activity: Option<Date>,
}

/// Evidence for several groups.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct EvidenceList {
    /// One entry a group that was asked for and is there.
    pub groups: Vec<Evidence>,
    /// What renewing each of them would give.
    pub outlooks: Vec<Outlook>,
    /// How many requests reading took; 0 when all of it was known from a short while ago.
    pub requests: u32,
}

/// Asks for the evidence about some groups.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct EvidenceRequest {
    /// Directory ids of the groups, at most 20; the selected one first.
    pub group_ids: Vec<String>,
    /// Whether to read anew what was read a short while ago.
    pub anew: bool,
}
