//! When groups expire (resources/grouplifecyclepolicy.md).

use serde::{Deserialize, Serialize};

use super::LifecyclePolicyId;

/// The tenant's policy; there is at most one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct GroupLifecyclePolicy {
    /// Id of the policy.
    pub id: LifecyclePolicyId,
    /// Days from a renewal to the expiry.
    #[serde(default)]
    pub group_lifetime_in_days: Option<i32>,
    /// Which groups it covers.
    #[serde(default)]
    pub managed_group_types: Option<ManagedGroupTypes>,
    /// Who is told of groups without owners: addresses, separated by semicolons.
    #[serde(default)]
    pub alternate_notification_emails: Option<String>,
}

impl GroupLifecyclePolicy {
    /// How many groups can be added to a policy for selected ones.
    pub const MAX_SELECTED: usize = 500;

    /// The addresses that are told of groups without owners.
    pub fn notified_addresses(&self) -> impl Iterator<Item = &str> {
        let texts = self.alternate_notification_emails.as_deref();
        let addresses = texts.unwrap_or_default().split(';').map(str::trim);
        addresses.filter(|address| !address.is_empty())
    }
}

/// A policy to be made, or what becomes of one: what is `None` stays as it is, and a new policy needs
/// all three.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct LifecyclePolicyPatch {
    /// Days from a renewal to the expiry, 30 at least.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub group_lifetime_in_days: Option<i32>,
    /// Which groups it covers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub managed_group_types: Option<ManagedGroupTypes>,
    /// Who is told of groups without owners: addresses, separated by semicolons; empty for nobody.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub alternate_notification_emails: Option<String>,
}

/// Which groups a policy covers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum ManagedGroupTypes {
    /// All Microsoft 365 groups.
    All,
    /// Those that were added to it, at most 500.
    Selected,
    /// None; also what this version does not know.
    #[serde(other)]
    None,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_stand_in_one_text() {
        let json = r#"{"id":"1","alternateNotificationEmails":" a@b.example ;;c@d.example;"}"#;
        let policy: GroupLifecyclePolicy = serde_json::from_str(json).unwrap();
        let addresses: Vec<_> = policy.notified_addresses().collect();
        assert_eq!(addresses, ["a@b.example", "c@d.example"]);
    }
}
