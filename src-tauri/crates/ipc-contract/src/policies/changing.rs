//! Changing policies: what is asked for, and what the plan of it says beside its calls.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{ManagedGroups, WhatIfFigures};
use crate::jobs::PropertyChange;

/// An expiration policy as a person sets it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ExpirationInput {
    /// Days from a renewal to the expiry; at least [`super::LIFETIME_LEAST`].
    #[ts(type = "number")]
    pub lifetime_days: i64,
    /// Which groups it covers.
    pub managed: ManagedGroups,
    /// Who is written to about groups without owners.
    pub notification_emails: Vec<String>,
}

/// A value of settings by its name. All values are texts.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SettingEntry {
    /// The value's name.
    pub name: String,
    /// The value.
    pub value: String,
}

/// What a change of a policy does, beside its calls.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PolicyPlan {
    /// Values before and after: `lifetimeDays`, `managed`, `notificationEmails`, or a setting by its name.
    pub changes: Vec<PropertyChange>,
    /// Whom it reaches; `null` where that cannot be said in figures.
    pub reach: Option<PolicyReach>,
    /// How many seconds it takes to hold at most.
    pub delay_seconds: u32,
}

/// Whom a change of a policy reaches.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(
    rename_all = "camelCase",
    rename_all_fields = "camelCase",
    tag = "kind"
)]
pub enum PolicyReach {
    /// Groups whose expiry changes.
    Expiration {
        /// The what-if of it.
        figures: WhatIfFigures,
    },
    /// Groups that are selected, or no longer.
    Selection {
        /// How many are selected afterwards, as far as they can be seen.
        selected: u32,
        /// How many can be.
        most: u32,
        /// The what-if of it.
        figures: WhatIfFigures,
    },
    /// Groups whose names would no longer fit, at their next renaming.
    Naming {
        /// How many would not.
        misfits: u32,
        /// How many do not now.
        misfits_now: u32,
        /// How many were looked at.
        groups: u32,
    },
}
