//! What the tenant's policies come to for one group, and for who wants to create one.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{PolicyRight, SettingEntry};

/// Which policy covers a group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(
    rename_all = "camelCase",
    rename_all_fields = "camelCase",
    tag = "state"
)]
pub enum Coverage {
    /// It could not be read.
    Unknown,
    /// The tenant has no policy: the group does not expire.
    NoPolicy,
    /// The policy covers no group at present.
    CoversNone,
    /// The policy covers selected groups, and this is none of them.
    NotSelected,
    /// The policy covers it.
    Covered {
        /// The policy's id.
        policy_id: String,
        /// Days from a renewal to the expiry.
        lifetime_days: u32,
        /// Whether it was selected, and does not expire as all do.
        selected: bool,
    },
}

/// Whether guests can be added to a group, and who says so.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct GuestSetting {
    /// Whether they can.
    pub allowed: bool,
    /// What the tenant says: `false` overrides what the group says.
    pub tenant: bool,
    /// What the group says; `null` where it says nothing of its own.
    pub own: Option<bool>,
    /// The template that the group's settings are made from.
    pub template_id: String,
    /// The group's settings as they are, for a change of them; `null` where it has none.
    pub values: Option<Vec<SettingEntry>>,
    /// Whether they may be changed.
    pub right: PolicyRight,
}

/// Why somebody may not create groups.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(
    rename_all = "camelCase",
    rename_all_fields = "camelCase",
    tag = "kind"
)]
pub enum CreationBarrier {
    /// Only administrators may.
    Off,
    /// Only members of a group may, and the person is none.
    NotAmongCreators {
        /// The group's name; `null` when it could not be read.
        group_name: Option<String>,
    },
}
