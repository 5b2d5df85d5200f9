//! A group that can still be brought back (directory-deleteditems-list.md).

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::Group;

/// A deleted group. It can be restored for 30 days after its deletion.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct DeletedGroup {
    /// What it was.
    #[serde(flatten)]
    pub group: Group,
    /// When it was deleted.
    #[serde(default)]
    pub deleted_date_time: Option<Timestamp>,
}
