//! What administrators decided for the whole tenant: how long groups live, how
//! they may be named, who may create them and take guests in. Which settings
//! show them is in `graph::settings`.

use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use super::naming::Naming;

/// How long a group lives after it was created or renewed, in days, unless
/// somebody changed it.
const LIFETIME_DAYS: i32 = 180;
/// What a group gets that is older than a lifetime which has just been set.
const FIRST_NOTICE: SignedDuration = SignedDuration::from_hours(24 * 35);

/// Where notices about groups without owners go, unless somebody changed it.
const NOTIFICATION_EMAILS: &str = "it-help@contoso-practice.example";
/// How many groups can be selected.
pub(crate) const MOST_SELECTED: usize = 500;

/// Which Microsoft 365 groups expire.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum ManagedGroups {
    All,
    /// Those that were added, at most [`MOST_SELECTED`].
    Selected,
    None,
}

/// Everything that was decided.
#[derive(Debug, Clone)]
pub(crate) struct Policies {
    pub(crate) lifetime_days: i32,
    /// When the lifetime, or which groups have one, was changed; never, if that is as old as the tenant.
    lifetime_since: Option<Timestamp>,
    pub(crate) managed: ManagedGroups,
    /// The groups that were added, and when.
    selected: BTreeMap<String, Timestamp>,
    /// Addresses, separated by semicolons.
    pub(crate) notification_emails: String,
    pub(crate) naming: Naming,
    /// Whether everybody may create groups, or only administrators and who
    /// belongs to `creators`.
    pub(crate) group_creation: bool,
    /// The id of a security group.
    pub(crate) creators: Option<String>,
    pub(crate) guests_allowed: bool,
    pub(crate) guest_owners: bool,
    /// Ignored while groups have labels.
    pub(crate) classifications: Vec<String>,
    /// Whether groups have sensitivity labels.
    pub(crate) labels: bool,
}

/// What is decided anew; what is absent stays.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct PolicyChange {
    /// `GRP_[GroupName]_[Department]`; empty for none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) prefix_suffix: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) blocked_words: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) group_creation: Option<bool>,
    /// The id of a security group; empty for none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) creators: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) guests_allowed: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) guest_owners: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) classifications: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) labels: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) lifetime_days: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) managed_group_types: Option<ManagedGroups>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) notification_emails: Option<String>,
}

impl Default for Policies {
    fn default() -> Self {
        Self {
            lifetime_days: LIFETIME_DAYS,
            lifetime_since: None,
            managed: ManagedGroups::All,
            selected: BTreeMap::new(),
            notification_emails: NOTIFICATION_EMAILS.to_owned(),
            naming: Naming::default(),
            group_creation: true,
            creators: None,
            guests_allowed: true,
            guest_owners: false,
            classifications: ["General", "Internal", "Confidential"]
                .map(str::to_owned)
                .into(),
            labels: false,
        }
    }
}

impl Policies {
    /// When a group that was renewed at `renewed` expires; never, if it is not covered. One that is older
    /// than a lifetime which has just come to hold for it gets 35 days.
    pub(crate) fn expiration(&self, group: &str, renewed: Timestamp) -> Option<Timestamp> {
        if !self.covers(group) {
            return None;
        }
        let expires = later(renewed, days(self.lifetime_days));
        Some(match self.covered_since(group) {
            Some(since) if expires <= since => later(since, FIRST_NOTICE),
            _ => expires,
        })
    }

    /// Whether groups with this id expire.
    pub(crate) fn covers(&self, group: &str) -> bool {
        match self.managed {
            ManagedGroups::All => true,
            ManagedGroups::Selected => self.is_selected(group),
            ManagedGroups::None => false,
        }
    }

    /// Since when the lifetime has held for a group; always, if it is as old as the tenant.
    pub(crate) fn covered_since(&self, group: &str) -> Option<Timestamp> {
        let selected = match self.managed {
            ManagedGroups::Selected => self.selected.get(group).copied(),
            ManagedGroups::All | ManagedGroups::None => None,
        };
        self.lifetime_since.max(selected)
    }

    pub(crate) fn is_selected(&self, group: &str) -> bool {
        self.selected.contains_key(group)
    }

    pub(crate) fn count_selected(&self) -> usize {
        self.selected.len()
    }

    /// Adds a group to those that expire, or takes it out.
    pub(super) fn select(&mut self, group: &str, selected: bool, at: Timestamp) {
        if selected {
            self.selected.entry(group.to_owned()).or_insert(at);
        } else {
            self.selected.remove(group);
        }
    }

    pub(super) fn change(&mut self, change: &PolicyChange, at: Timestamp) {
        let change = change.clone();
        if change.lifetime_days.is_some() || change.managed_group_types.is_some() {
            self.lifetime_since = Some(at);
        }
        self.lifetime_days = change.lifetime_days.unwrap_or(self.lifetime_days);
        self.managed = change.managed_group_types.unwrap_or(self.managed);
        if let Some(addresses) = change.notification_emails {
            self.notification_emails = addresses;
        }
        if let Some(pattern) = change.prefix_suffix {
            self.naming.pattern = pattern;
        }
        if let Some(words) = change.blocked_words {
            self.naming.blocked_words = words;
        }
        if let Some(creators) = change.creators {
            self.creators = Some(creators).filter(|id| !id.is_empty());
        }
        self.group_creation = change.group_creation.unwrap_or(self.group_creation);
        self.guests_allowed = change.guests_allowed.unwrap_or(self.guests_allowed);
        self.guest_owners = change.guest_owners.unwrap_or(self.guest_owners);
        self.labels = change.labels.unwrap_or(self.labels);
        if let Some(classifications) = change.classifications {
            self.classifications = classifications;
        }
    }
}

fn days(days: i32) -> SignedDuration {
    SignedDuration::from_hours(24 * i64::from(days))
}

fn later(at: Timestamp, time: SignedDuration) -> Timestamp {
    at.checked_add(time).unwrap_or(Timestamp::MAX)
}

/// When a group that was renewed at `renewed` expires in a new tenant.
pub(super) fn expires_for(renewed: Timestamp) -> Timestamp {
    later(renewed, days(LIFETIME_DAYS))
}

/// When a group that expires at `expires` in a new tenant was renewed.
pub(super) fn renewed_for(expires: Timestamp) -> Timestamp {
    expires
        .checked_sub(days(LIFETIME_DAYS))
        .unwrap_or(Timestamp::MIN)
}

/// How many days a group can be old in a new tenant.
pub(super) const fn oldest_days() -> i32 {
    LIFETIME_DAYS
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_group_older_than_a_new_lifetime_gets_thirty_five_days() {
        let mut policies = Policies::default();
        let expires = |policies: &Policies, renewed| policies.expiration("g", renewed);
        assert_eq!(expires(&policies, at(0)), Some(at(180)));
        let shorter = PolicyChange {
            lifetime_days: Some(30),
            ..PolicyChange::default()
        };
        policies.change(&shorter, at(100));
        assert_eq!(expires(&policies, at(0)), Some(at(135)));
        assert_eq!(expires(&policies, at(90)), Some(at(120)));
    }

    #[test]
    fn of_selected_groups_only_those_expire_that_were_added_and_old_ones_not_at_once() {
        let mut policies = Policies::default();
        let selected = PolicyChange {
            managed_group_types: Some(ManagedGroups::Selected),
            ..PolicyChange::default()
        };
        policies.change(&selected, at(300));
        assert_eq!(policies.expiration("g", at(290)), None);
        policies.select("g", true, at(310));
        assert_eq!(policies.expiration("g", at(290)), Some(at(470)));
        assert_eq!(policies.expiration("g", at(0)), Some(at(345)));
        policies.select("g", false, at(320));
        assert_eq!(policies.expiration("g", at(290)), None);
    }

    fn at(day: i64) -> Timestamp {
        Timestamp::UNIX_EPOCH + SignedDuration::from_hours(24 * day)
    }
}
