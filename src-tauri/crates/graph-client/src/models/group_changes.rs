//! A group in a delta round, together with who came and who went (group-delta.md).

use serde::Deserialize;

use super::{Group, UserId};
use crate::odata::delta::RemovedReason;
use crate::odata::null_as_default;

/// A changed group and its changed people. In a first round the changes are all of its people. Many
/// people come in pieces: the same group then stands on several pages, and the pieces add up.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct GroupWithPeople {
    /// The group.
    #[serde(flatten)]
    pub group: Group,
    /// Who became a member, and who no longer is one.
    #[serde(
        rename = "members@delta",
        default,
        deserialize_with = "null_as_default"
    )]
    pub members: Vec<PersonChange>,
    /// Who became an owner, and who no longer is one.
    #[serde(rename = "owners@delta", default, deserialize_with = "null_as_default")]
    pub owners: Vec<PersonChange>,
}

/// Somebody who came or went.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct PersonChange {
    /// Directory id.
    pub id: UserId,
    /// What it is, such as `#microsoft.graph.user`.
    #[serde(rename = "@odata.type", default)]
    pub odata_type: Option<String>,
    #[serde(rename = "@removed", default)]
    removed: Option<Removed>,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
struct Removed {
    #[serde(rename = "reason")]
    _reason: RemovedReason,
}

impl PersonChange {
    /// Whether the person went. A deleted account stays in its groups until it is gone for good.
    pub fn is_removed(&self) -> bool {
        self.removed.is_some()
    }
}
