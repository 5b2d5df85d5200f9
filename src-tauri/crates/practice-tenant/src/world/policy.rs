//! What administrators decided for the whole tenant: how long groups live, how
//! they may be named, who may create them and take guests in. Which settings
//! show them is in `graph::settings`.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use super::naming::Naming;

/// How long a group lives after it was created or renewed, in days, unless
/// somebody changed it.
const LIFETIME_DAYS: i32 = 180;
/// What a group gets that is older than a lifetime which has just been set.
const FIRST_NOTICE: SignedDuration = SignedDuration::from_hours(24 * 35);

/// Where notices about groups without owners go.
pub(crate) const NOTIFICATION_EMAILS: &str = "it-help@contoso-practice.example";

/// Everything that was decided.
#[derive(Debug, Clone)]
pub(crate) struct Policies {
    pub(crate) lifetime_days: i32,
    /// When the lifetime was changed; never, if it is as old as the tenant.
    lifetime_since: Option<Timestamp>,
    pub(crate) naming: Naming,
    /// Whether everybody may create groups, or only administrators and who
    /// belongs to `creators`.
    pub(crate) group_creation: bool,
    /// The id of a security group.
    pub(crate) creators: Option<String>,
    pub(crate) guests_allowed: bool,
    pub(crate) guest_owners: bool,
    pub(crate) classifications: Vec<String>,
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
    pub(crate) lifetime_days: Option<i32>,
}

impl Default for Policies {
    fn default() -> Self {
        Self {
            lifetime_days: LIFETIME_DAYS,
            lifetime_since: None,
            naming: Naming::default(),
            group_creation: true,
            creators: None,
            guests_allowed: true,
            guest_owners: false,
            classifications: ["General", "Internal", "Confidential"]
                .map(str::to_owned)
                .into(),
        }
    }
}

impl Policies {
    /// When a group that was renewed at `renewed` expires.
    pub(crate) fn expiration(&self, renewed: Timestamp) -> Timestamp {
        let expires = renewed
            .checked_add(days(self.lifetime_days))
            .unwrap_or(Timestamp::MAX);
        match self.lifetime_since {
            Some(since) if expires <= since => {
                since.checked_add(FIRST_NOTICE).unwrap_or(Timestamp::MAX)
            }
            _ => expires,
        }
    }

    pub(super) fn change(&mut self, change: &PolicyChange, at: Timestamp) {
        let change = change.clone();
        if let Some(days) = change.lifetime_days {
            self.lifetime_days = days;
            self.lifetime_since = Some(at);
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
        if let Some(classifications) = change.classifications {
            self.classifications = classifications;
        }
    }
}

fn days(days: i32) -> SignedDuration {
    SignedDuration::from_hours(24 * i64::from(days))
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
        let renewed = Timestamp::UNIX_EPOCH;
        let at = |day: i64| renewed + SignedDuration::from_hours(24 * day);
        assert_eq!(policies.expiration(renewed), at(180));
        let shorter = PolicyChange {
            lifetime_days: Some(30),
            ..PolicyChange::default()
        };
        policies.change(&shorter, at(100));
        assert_eq!(policies.expiration(renewed), at(135));
        assert_eq!(policies.expiration(at(90)), at(120));
    }
}
