//! The tenant (resources/organization.md).

use serde::{Deserialize, Serialize};

/// The tenant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Organization {
    /// The tenant's id.
    pub id: String,
    /// The tenant's name.
    #[serde(default)]
    pub display_name: Option<String>,
}
