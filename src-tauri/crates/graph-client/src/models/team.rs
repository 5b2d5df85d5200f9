//! The team of a group (resources/team.md).

use serde::{Deserialize, Serialize};

use super::GroupId;

/// A team; its id is its group's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Team {
    /// Id of the group.
    pub id: GroupId,
    /// Display name.
    #[serde(default)]
    pub display_name: Option<String>,
    /// Where it opens in Teams.
    #[serde(default)]
    pub web_url: Option<String>,
    /// Whether it is archived; null where the service does not say.
    #[serde(default)]
    pub is_archived: Option<bool>,
}
