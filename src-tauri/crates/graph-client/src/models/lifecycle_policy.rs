//! When groups expire (resources/grouplifecyclepolicy.md).

use serde::{Deserialize, Serialize};

/// The tenant's policy; there is at most one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct GroupLifecyclePolicy {
    /// Id of the policy.
    pub id: String,
    /// Days from a renewal to the expiry.
    #[serde(default)]
    pub group_lifetime_in_days: Option<i32>,
    /// Which groups it covers.
    #[serde(default)]
    pub managed_group_types: Option<ManagedGroupTypes>,
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
