//! The effective writes: everything that changes a world after it was
//! generated. A world is its seed and size plus these, in order; `state` keeps
//! them in a file.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::photos::SetPhoto;

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
    /// Somebody wants, or no longer wants, a group's mail.
    Subscription {
        group: String,
        user: String,
        subscribed: bool,
        at: Timestamp,
    },
    /// Somebody has seen all conversations of a group.
    Seen {
        group: String,
        user: String,
        at: Timestamp,
    },
    /// A group got a photo.
    Photo {
        group: String,
        user: String,
        photo: SetPhoto,
        at: Timestamp,
    },
    /// A group became a team.
    Team {
        group: String,
        user: String,
        settings: Value,
        at: Timestamp,
    },
    /// A team is to be archived, or no longer.
    Archive {
        group: String,
        user: String,
        operation: String,
        archived: bool,
        at: Timestamp,
    },
}

impl Change {
    /// The group that the write changed.
    pub(crate) fn group(&self) -> &str {
        match self {
            Self::Renew { group, .. }
            | Self::Favorite { group, .. }
            | Self::Subscription { group, .. }
            | Self::Seen { group, .. }
            | Self::Photo { group, .. }
            | Self::Team { group, .. }
            | Self::Archive { group, .. } => group,
        }
    }
}
