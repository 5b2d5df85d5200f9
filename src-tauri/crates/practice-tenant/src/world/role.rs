//! Roles in the directory, which let people administer groups of others and the tenant's policies.

use serde::{Deserialize, Serialize};

/// A role of an administrator.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum Role {
    Global,
    Groups,
    User,
}

impl Role {
    pub(crate) const ALL: [Self; 3] = [Self::Global, Self::Groups, Self::User];
}
