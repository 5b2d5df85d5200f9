//! What a single item of a job does, as the journal keeps it. Which group and which person it concerns
//! stand beside it in the item.

use ipc_contract::details::{GroupChanges, NewGroup};
use ipc_contract::jobs::Action;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// One change of one group.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "op", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub(crate) enum Op {
    /// Makes a group with its first people.
    CreateGroup {
        group: Box<NewGroup>,
        /// Ids of the owners that travel with the creation.
        owners: Vec<String>,
        /// Ids of the members that travel with it.
        members: Vec<String>,
    },
    /// Gives a group a team.
    EnableTeam,
    /// Changes what the directory keeps.
    UpdateGroup {
        changes: GroupChanges,
    },
    /// Changes what Exchange keeps; a request of its own (group-update.md).
    UpdateMail {
        changes: GroupChanges,
    },
    DeleteGroup,
    RestoreGroup,
    PurgeGroup,
    RenewGroup,
    AddMember,
    AddOwner,
    RemoveMember {
        /// The item of the same job without which this one is not done.
        needs: Option<u32>,
    },
    RemoveOwner {
        /// The same.
        needs: Option<u32>,
    },
    SetFavorite {
        marked: bool,
    },
    /// Deletes a conversation of the group, for good.
    DeleteConversation {
        conversation_id: String,
    },
    /// Deletes a thread of a conversation, for good.
    DeleteThread {
        thread_id: String,
    },
}

impl Op {
    /// As the journal keeps it.
    pub(crate) fn to_value(&self) -> Value {
        serde_json::to_value(self).unwrap_or(Value::Null)
    }

    /// From the journal; `None` for what a newer version wrote.
    pub(crate) fn from_value(value: &Value) -> Option<Self> {
        serde_json::from_value(value.clone()).ok()
    }

    /// What it is called.
    pub(crate) const fn action(&self) -> Action {
        match self {
            Self::CreateGroup { .. } => Action::CreateGroup,
            Self::EnableTeam => Action::EnableTeam,
            Self::UpdateGroup { .. } | Self::UpdateMail { .. } => Action::UpdateGroup,
            Self::DeleteGroup => Action::DeleteGroup,
            Self::RestoreGroup => Action::RestoreGroup,
            Self::PurgeGroup => Action::PurgeGroup,
            Self::RenewGroup => Action::RenewGroup,
            Self::AddMember => Action::AddMember,
            Self::AddOwner => Action::AddOwner,
            Self::RemoveMember { .. } => Action::RemoveMember,
            Self::RemoveOwner { .. } => Action::RemoveOwner,
            Self::SetFavorite { marked: true } => Action::MarkFavorite,
            Self::SetFavorite { marked: false } => Action::UnmarkFavorite,
            Self::DeleteConversation { .. } => Action::DeleteConversation,
            Self::DeleteThread { .. } => Action::DeleteThread,
        }
    }

    /// Whether there is a change that takes it back.
    pub(crate) const fn can_be_undone(&self) -> bool {
        !matches!(
            self,
            Self::EnableTeam
                | Self::PurgeGroup
                | Self::RenewGroup
                | Self::RestoreGroup
                | Self::DeleteConversation { .. }
                | Self::DeleteThread { .. }
        )
    }

    /// The call that does it, for one item.
    pub(crate) fn call(&self, group: &str, person: &str) -> (&'static str, String) {
        match self {
            Self::CreateGroup { .. } => ("POST", "/groups".into()),
            Self::EnableTeam => ("PUT", format!("/groups/{group}/team")),
            Self::UpdateGroup { .. } | Self::UpdateMail { .. } | Self::AddMember => {
                ("PATCH", format!("/groups/{group}"))
            }
            Self::DeleteGroup => ("DELETE", format!("/groups/{group}")),
            Self::RestoreGroup => ("POST", format!("/directory/deletedItems/{group}/restore")),
            Self::PurgeGroup => ("DELETE", format!("/directory/deletedItems/{group}")),
            Self::RenewGroup => ("POST", format!("/groups/{group}/renew")),
            Self::AddOwner => ("POST", format!("/groups/{group}/owners/$ref")),
            Self::RemoveMember { .. } => {
                ("DELETE", format!("/groups/{group}/members/{person}/$ref"))
            }
            Self::RemoveOwner { .. } => ("DELETE", format!("/groups/{group}/owners/{person}/$ref")),
            Self::SetFavorite { marked: true } => ("POST", format!("/groups/{group}/addFavorite")),
            Self::SetFavorite { marked: false } => {
                ("POST", format!("/groups/{group}/removeFavorite"))
            }
            Self::DeleteConversation { conversation_id } => (
                "DELETE",
                format!("/groups/{group}/conversations/{conversation_id}"),
            ),
            Self::DeleteThread { thread_id } => {
                ("DELETE", format!("/groups/{group}/threads/{thread_id}"))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_kept_is_read_again() {
        for op in [
            Op::AddMember,
            Op::RemoveOwner { needs: Some(3) },
            Op::SetFavorite { marked: true },
            Op::UpdateGroup {
                changes: GroupChanges {
                    display_name: Some("A".into()),
                    ..GroupChanges::default()
                },
            },
        ] {
            assert_eq!(Op::from_value(&op.to_value()), Some(op));
        }
    }

    #[test]
    fn taking_somebody_out_is_planned_by_the_reference() {
        for op in [
            Op::RemoveMember { needs: None },
            Op::RemoveOwner { needs: None },
        ] {
            assert!(op.call("g", "p").1.ends_with("/$ref"));
        }
    }
}
