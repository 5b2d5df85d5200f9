//! Policies as the control address decides them, at once and in words of its own. They come to the
//! expiration policy and to values of `Group.Unified`.

use serde::{Deserialize, Serialize};

use super::lifecycle::{ManagedGroups, PolicyEdit};

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

impl PolicyChange {
    /// What of it is about expiry; nothing, if that stays.
    pub(super) fn of_lifecycle(&self) -> Option<PolicyEdit> {
        let edit = PolicyEdit {
            lifetime_days: self.lifetime_days,
            managed: self.managed_group_types,
            notification_emails: self.notification_emails.clone(),
        };
        let says = edit.lifetime_days.is_some()
            || edit.managed.is_some()
            || edit.notification_emails.is_some();
        says.then_some(edit)
    }

    /// The values of `Group.Unified` that it decides.
    pub(super) fn of_settings(&self) -> Vec<(&'static str, String)> {
        let flag = |value: Option<bool>| value.map(|value| value.to_string());
        let list = |value: &Option<Vec<String>>| value.as_ref().map(|list| list.join(","));
        let decided = [
            ("PrefixSuffixNamingRequirement", self.prefix_suffix.clone()),
            ("CustomBlockedWordsList", list(&self.blocked_words)),
            ("EnableGroupCreation", flag(self.group_creation)),
            ("GroupCreationAllowedGroupId", self.creators.clone()),
            ("AllowToAddGuests", flag(self.guests_allowed)),
            ("AllowGuestsToBeGroupOwner", flag(self.guest_owners)),
            ("ClassificationList", list(&self.classifications)),
            ("EnableMIPLabels", flag(self.labels)),
        ];
        let decided = decided.into_iter();
        decided
            .filter_map(|(name, value)| Some((name, value?)))
            .collect()
    }
}
