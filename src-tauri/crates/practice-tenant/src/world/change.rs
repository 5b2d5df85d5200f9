//! The effective writes: everything that changes a world after it was
//! generated. A world is its seed and size plus these, in order; `state` keeps
//! them in a file.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// One effective write.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(
    tag = "write",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub(crate) enum Change {
    /// A group was renewed; its lifetime counts from `at`.
    Renew {
        group: String,
        user: String,
        at: Timestamp,
    },
    /// A group became, or ceased to be, somebody's favorite.
    Favorite {
        group: String,
        user: String,
        marked: bool,
        at: Timestamp,
    },
}

impl Change {
    /// The group that the write changed.
    pub(crate) fn group(&self) -> &str {
        match self {
            Self::Renew { group, .. } | Self::Favorite { group, .. } => group,
        }
    }
}
