//! Groups, favorites and renewals as the screens show them.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Who sees a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Visibility {
    /// Anyone in the tenant may join and see the content.
    Public,
    /// Owners let people in.
    Private,
    /// As private, and outsiders do not see who is in it.
    HiddenMembership,
    /// A value that this version does not know, or none.
    Unknown,
}

/// How far a change has come. *Confirmed* means that the service said so when asked again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Certainty {
    /// The service was read and says so.
    Confirmed,
    /// The service accepted the change; reading it back did not show it (or cannot).
    Sent,
    /// Only this machine knows; the service has not been told or does not tell.
    Local,
    /// Nothing is known.
    Unknown,
}

/// Whether a group is among the person's favorites, as far as that can be known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Favorite {
    /// The last known state; `null` when nothing is known.
    pub marked: Option<bool>,
    /// How well it is known.
    pub certainty: Certainty,
}

/// An owner, as far as the list needs one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct OwnerSummary {
    /// Directory id.
    pub id: String,
    /// Display name.
    pub display_name: String,
    /// Whether the account is enabled; `null` when the service did not say.
    pub enabled: Option<bool>,
    /// Whether the person is a guest.
    pub guest: bool,
}

/// The people of a group in figures; read lazily, a batch at a time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct GroupPeople {
    /// The owners (at most 20 of them).
    pub owners: Vec<OwnerSummary>,
    /// How many members there are; `null` when it may not be read.
    pub member_count: Option<u32>,
    /// How many of the members are guests; `null` when it may not be read.
    pub guest_count: Option<u32>,
}

/// One group, as lists, timeline and details show it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct GroupSummary {
    /// Directory id.
    pub id: String,
    /// Display name, in any script.
    pub display_name: String,
    /// Mail nickname (alias).
    pub mail_nickname: String,
    /// Primary address.
    pub mail: Option<String>,
    /// Description.
    pub description: Option<String>,
    /// Who sees it.
    pub visibility: Visibility,
    /// Classification, where the tenant has one.
    pub classification: Option<String>,
    /// Whether it has a team.
    pub team: bool,
    /// Whether its members follow from a rule.
    pub dynamic: bool,
    /// Whether the signed-in person owns it.
    pub owned: bool,
    /// Whether the signed-in person is a member.
    pub member: bool,
    /// When it was created.
    #[ts(type = "string | null")]
    pub created: Option<Timestamp>,
    /// When it was last renewed.
    #[ts(type = "string | null")]
    pub renewed: Option<Timestamp>,
    /// When it expires by the service's word; `null` when it does not.
    #[ts(type = "string | null")]
    pub expires: Option<Timestamp>,
    /// Favorite state.
    pub favorite: Favorite,
    /// Its people, once they were read.
    pub people: Option<GroupPeople>,
}

/// All groups of the person, as of a moment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct GroupList {
    /// The groups, in no particular order.
    pub groups: Vec<GroupSummary>,
    /// When the service was last read completely; `null` before the first time.
    #[ts(type = "string | null")]
    pub as_of: Option<Timestamp>,
    /// The service's present moment (the practice clock there, else this machine's): what days
    /// are counted from.
    #[ts(type = "string")]
    pub now: Timestamp,
    /// Whether a refresh is under way.
    pub refreshing: bool,
    /// Why the last refresh failed, when it did.
    pub last_error: Option<crate::error::CommandError>,
    /// The lifecycle policy in force.
    pub policy: PolicySummary,
}

/// The lifecycle policy, as far as renewals need it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(
    rename_all = "camelCase",
    rename_all_fields = "camelCase",
    tag = "state"
)]
pub enum PolicySummary {
    /// It could not be read.
    Unknown,
    /// Nothing expires in this tenant.
    None,
    /// Groups expire.
    Active {
        /// Lifetime in days.
        lifetime_days: u32,
        /// Whether all groups are covered, or only selected ones.
        all_groups: bool,
    },
}

/// Names one group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct GroupRequest {
    /// Directory id of the group.
    pub group_id: String,
}

/// Names several groups.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct GroupsRequest {
    /// Directory ids of the groups.
    pub group_ids: Vec<String>,
}

/// Marks or unmarks a favorite.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FavoriteRequest {
    /// Directory id of the group.
    pub group_id: String,
    /// Whether it shall be a favorite.
    pub marked: bool,
}

/// What a renewal came to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RenewOutcome {
    /// The group as it is now, by the service's word.
    pub group: GroupSummary,
    /// The expiry before.
    #[ts(type = "string | null")]
    pub expired_before: Option<Timestamp>,
    /// `Confirmed` when the re-read shows the new dates, `Sent` while it does not yet.
    pub certainty: Certainty,
}

/// Searches the service's index for groups that are not among the person's own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SearchRequest {
    /// What was typed.
    pub text: String,
}
