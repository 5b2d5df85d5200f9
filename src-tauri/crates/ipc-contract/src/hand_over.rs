//! What a plan says of a hand-over, group by group.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::jobs::Reason;
use crate::people::Role;

/// Everything that somebody owns, and what becomes of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct HandOver {
    /// By name; those that cannot be handed over too.
    pub groups: Vec<HandOverGroup>,
    /// Whether the service told all that they own. Else only the groups that the signed-in person owns
    /// were looked through.
    pub whole: bool,
}

/// A group that somebody owns.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct HandOverGroup {
    /// Directory id.
    pub group_id: String,
    /// Its name.
    pub group_name: String,
    /// What the one who takes over is in it now; `null` for nothing.
    pub successor: Option<Role>,
    /// As what the one who leaves goes.
    pub goes: Role,
    /// Why it, or something of it, cannot be handed over; `null` when all of it can.
    pub why: Option<Reason>,
}
