//! The practice tenant's panel: its clock, its weather, its size.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How the practice service behaves.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Conditions {
    /// As on a good day.
    #[default]
    Normal,
    /// Every third call is answered 429 with a Retry-After.
    Throttled,
    /// Every call takes two seconds longer.
    Slow,
    /// Every call is answered 503.
    Unavailable,
}

/// The practice tenant as it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PracticeStatus {
    /// Its present moment.
    #[ts(type = "string")]
    pub now: Timestamp,
    /// How many groups it has.
    pub groups: u32,
    /// How many people it has.
    pub users: u32,
    /// How it behaves.
    pub conditions: Conditions,
    /// Whether the person holds an administrator's role there: that of a Groups Administrator.
    pub administrator: bool,
    /// What the clock can be moved to next; `null` when nothing is ahead.
    pub next_event: Option<PracticeEvent>,
}

/// Something ahead in the practice tenant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PracticeEvent {
    /// When.
    #[ts(type = "string")]
    pub at: Timestamp,
    /// What happens then.
    pub kind: PracticeEventKind,
    /// The group that it happens to.
    pub group_name: String,
}

/// What time brings about in the practice tenant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum PracticeEventKind {
    /// The owners get a mail 30, 15 or 1 day before expiry.
    Notice,
    /// It is used, and so renewed by itself.
    RenewedByActivity,
    /// It expires.
    Expiry,
    /// It is deleted.
    Deletion,
    /// It can no longer be brought back.
    Gone,
}

/// How far to move the clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum AdvanceBy {
    /// 24 hours.
    Day,
    /// Seven days.
    Week,
    /// To just after the next event: a notice, an expiry, a deletion.
    NextEvent,
}

/// Moves the practice clock.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AdvanceRequest {
    /// How far.
    pub by: AdvanceBy,
}

/// Changes the practice service's behaviour.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ConditionsRequest {
    /// The new behaviour.
    pub conditions: Conditions,
}

/// Gives the person an administrator's role in the practice tenant, or takes it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RoleRequest {
    /// Whether the person is to be a Groups Administrator.
    pub administrator: bool,
}

/// Starts the practice tenant anew.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ResetRequest {
    /// How many groups, 10 to 10,000.
    pub groups: u32,
    /// How many people, 20 to 10,000.
    pub users: u32,
}
