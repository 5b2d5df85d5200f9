//! The expiration policy: how long groups live, which of them, and since when that holds for each. A
//! tenant has one policy or none. What it brings about as time passes is in `expiry`.

use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

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

/// What a policy says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct LifecyclePolicy {
    pub(crate) id: String,
    pub(crate) lifetime_days: i32,
    pub(crate) managed: ManagedGroups,
    /// Addresses, separated by semicolons.
    pub(crate) notification_emails: String,
}

/// What of a policy is decided anew; what is absent stays.
#[derive(Debug, Clone, Default)]
pub(crate) struct PolicyEdit {
    pub(crate) lifetime_days: Option<i32>,
    pub(crate) managed: Option<ManagedGroups>,
    pub(crate) notification_emails: Option<String>,
}

/// The policy, if there is one, and what it was applied to.
#[derive(Debug, Clone)]
pub(crate) struct Lifecycle {
    pub(crate) policy: Option<LifecyclePolicy>,
    /// When the lifetime, or which groups have one, was changed; never, if that is as old as the tenant.
    since: Option<Timestamp>,
    /// The groups that were added, and when.
    selected: BTreeMap<String, Timestamp>,
    /// The id of the policy that the tenant began with.
    first_id: String,
}

impl LifecyclePolicy {
    fn first(id: &str) -> Self {
        Self {
            id: id.to_owned(),
            lifetime_days: LIFETIME_DAYS,
            managed: ManagedGroups::All,
            notification_emails: NOTIFICATION_EMAILS.to_owned(),
        }
    }
}

impl Lifecycle {
    /// The policy of a new tenant, which has held always.
    pub(super) fn first(id: String) -> Self {
        Self {
            policy: Some(LifecyclePolicy::first(&id)),
            since: None,
            selected: BTreeMap::new(),
            first_id: id,
        }
    }

    /// The policy with this id, in any case of its letters.
    pub(crate) fn by_id(&self, id: &str) -> Option<&LifecyclePolicy> {
        let policy = self.policy.as_ref();
        policy.filter(|policy| policy.id.eq_ignore_ascii_case(id))
    }

    /// When a group that was renewed at `renewed` expires; never, if it is not covered. One that is older
    /// than a lifetime which has just come to hold for it gets 35 days.
    pub(crate) fn expiration(&self, group: &str, renewed: Timestamp) -> Option<Timestamp> {
        let policy = self.policy.as_ref()?;
        if !self.covers(group) {
            return None;
        }
        let expires = later(renewed, days(policy.lifetime_days));
        Some(match self.covered_since(group) {
            Some(since) if expires <= since => later(since, FIRST_NOTICE),
            _ => expires,
        })
    }

    /// Whether groups with this id expire.
    pub(crate) fn covers(&self, group: &str) -> bool {
        match self.managed() {
            ManagedGroups::All => true,
            ManagedGroups::Selected => self.is_selected(group),
            ManagedGroups::None => false,
        }
    }

    pub(crate) fn managed(&self) -> ManagedGroups {
        let policy = self.policy.as_ref();
        policy.map_or(ManagedGroups::None, |policy| policy.managed)
    }

    /// Who is told of groups without owners.
    pub(super) fn notified(&self) -> impl Iterator<Item = &str> {
        let policy = self.policy.as_ref();
        let addresses = policy.map_or("", |policy| &policy.notification_emails);
        let addresses = addresses.split(';').map(str::trim);
        addresses.filter(|address| !address.is_empty())
    }

    /// Since when the lifetime has held for a group; always, if it is as old as the tenant.
    pub(crate) fn covered_since(&self, group: &str) -> Option<Timestamp> {
        let selected = match self.managed() {
            ManagedGroups::Selected => self.selected.get(group).copied(),
            ManagedGroups::All | ManagedGroups::None => None,
        };
        self.since.max(selected)
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

    /// Begins a policy, with no group selected.
    pub(super) fn begin(&mut self, policy: &LifecyclePolicy, at: Timestamp) {
        self.selected.clear();
        self.since = Some(at);
        self.policy = Some(policy.clone());
    }

    /// Ends the policy: nothing expires any more, and nothing is selected.
    pub(super) fn end(&mut self) {
        self.selected.clear();
        self.policy = None;
    }

    /// Changes the policy; where there is none, the tenant's first one begins anew.
    pub(super) fn edit(&mut self, edit: &PolicyEdit, at: Timestamp) {
        let first = || LifecyclePolicy::first(&self.first_id);
        let before = self.policy.clone();
        let mut policy = before.clone().unwrap_or_else(first);
        policy.lifetime_days = edit.lifetime_days.unwrap_or(policy.lifetime_days);
        policy.managed = edit.managed.unwrap_or(policy.managed);
        if let Some(addresses) = &edit.notification_emails {
            policy.notification_emails.clone_from(addresses);
        }
        let rule = |policy: &LifecyclePolicy| (policy.lifetime_days, policy.managed);
        if before.as_ref().map(rule) != Some(rule(&policy)) {
            self.since = Some(at);
        }
        self.policy = Some(policy);
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

    fn at(day: i64) -> Timestamp {
        Timestamp::UNIX_EPOCH + SignedDuration::from_hours(24 * day)
    }

    fn lifetime(days: i32) -> PolicyEdit {
        PolicyEdit {
            lifetime_days: Some(days),
            ..PolicyEdit::default()
        }
    }

    fn first() -> Lifecycle {
        Lifecycle::first("p".to_owned())
    }

    #[test]
    fn a_group_older_than_a_new_lifetime_gets_thirty_five_days() {
        let mut lifecycle = first();
        assert_eq!(lifecycle.expiration("g", at(0)), Some(at(180)));
        lifecycle.edit(&lifetime(30), at(100));
        assert_eq!(lifecycle.expiration("g", at(0)), Some(at(135)));
        assert_eq!(lifecycle.expiration("g", at(90)), Some(at(120)));
        lifecycle.edit(&lifetime(30), at(110));
        assert_eq!(lifecycle.expiration("g", at(0)), Some(at(135)), "no change");
    }

    #[test]
    fn of_selected_groups_only_those_expire_that_were_added_and_old_ones_not_at_once() {
        let mut lifecycle = first();
        let selected = PolicyEdit {
            managed: Some(ManagedGroups::Selected),
            ..PolicyEdit::default()
        };
        lifecycle.edit(&selected, at(300));
        assert_eq!(lifecycle.expiration("g", at(290)), None);
        lifecycle.select("g", true, at(310));
        assert_eq!(lifecycle.expiration("g", at(290)), Some(at(470)));
        assert_eq!(lifecycle.expiration("g", at(0)), Some(at(345)));
        lifecycle.select("g", false, at(320));
        assert_eq!(lifecycle.expiration("g", at(290)), None);
    }

    #[test]
    fn a_first_policy_gives_old_groups_thirty_five_days_and_none_lets_them_live() {
        let mut lifecycle = first();
        lifecycle.select("g", true, at(10));
        lifecycle.end();
        assert_eq!(lifecycle.expiration("g", at(0)), None);
        let again = LifecyclePolicy {
            managed: ManagedGroups::Selected,
            ..LifecyclePolicy::first("q")
        };
        lifecycle.begin(&again, at(400));
        assert!(!lifecycle.covers("g"), "the selection was forgotten");
        lifecycle.select("g", true, at(401));
        assert_eq!(lifecycle.expiration("g", at(0)), Some(at(436)));
        assert_eq!(lifecycle.expiration("g", at(390)), Some(at(570)));
    }
}
