//! What a single item of a job does, as the journal keeps it. Which group and which person it concerns
//! stand beside it in the item.

use ipc_contract::calendar::{Answer, EventChanges, EventInput};
use ipc_contract::details::{GroupChanges, NewGroup};
use ipc_contract::jobs::Action;
use ipc_contract::policies::{ExpirationInput, SettingEntry};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use uuid::Uuid;

/// Under this name the record keeps the id of an event beside what became of it; it is not shown.
pub(crate) const EVENT_ID: &str = "eventId";

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
    /// Puts an event into the group's calendar.
    CreateEvent {
        /// By it the service knows the creation again.
        transaction_id: Uuid,
        event: Box<EventInput>,
    },
    /// Changes an event, an occurrence or a series.
    ChangeEvent {
        event_id: String,
        /// Whether it is a series, once it is changed.
        series: bool,
        changes: Box<EventChanges>,
    },
    /// Takes an event out of the calendar.
    CancelEvent {
        event_id: String,
        /// What those who are invited are told; `None` where there is nobody to tell.
        message: Option<String>,
    },
    /// Answers an invitation.
    AnswerEvent {
        event_id: String,
        answer: Answer,
        message: String,
        send: bool,
    },
    /// Deletes a conversation of the group, for good.
    DeleteConversation {
        conversation_id: String,
    },
    /// Deletes a thread of a conversation, for good.
    DeleteThread {
        thread_id: String,
    },
    /// Sets how long groups live.
    SetExpiration {
        /// What has to be there; `None` for no policy.
        before: Option<ExpirationInput>,
        after: Option<ExpirationInput>,
    },
    /// Adds a group to those that expire, or takes it out.
    SelectGroup {
        policy_id: String,
        covered: bool,
    },
    /// Writes a whole set of settings, the group's or the tenant's.
    SetSettings {
        template_id: String,
        /// What has to be there; `None` where none were made.
        before: Option<Vec<SettingEntry>>,
        after: Option<Vec<SettingEntry>>,
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
            Self::CreateEvent { .. } => Action::CreateEvent,
            Self::ChangeEvent { .. } => Action::ChangeEvent,
            Self::CancelEvent { .. } => Action::CancelEvent,
            Self::AnswerEvent { .. } => Action::AnswerEvent,
            Self::DeleteConversation { .. } => Action::DeleteConversation,
            Self::DeleteThread { .. } => Action::DeleteThread,
            Self::SetExpiration { .. } => Action::ChangeExpiration,
            Self::SelectGroup { covered: true, .. } => Action::CoverGroup,
            Self::SelectGroup { covered: false, .. } => Action::UncoverGroup,
            Self::SetSettings { .. } => Action::ChangeSettings,
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
        ) && !self.is_of_event()
    }

    /// Whether it concerns what the tenant decides.
    pub(crate) const fn is_of_policy(&self) -> bool {
        matches!(
            self,
            Self::SetExpiration { .. } | Self::SelectGroup { .. } | Self::SetSettings { .. }
        )
    }

    /// Whether it concerns an event of the group's calendar.
    pub(crate) const fn is_of_event(&self) -> bool {
        matches!(
            self,
            Self::CreateEvent { .. }
                | Self::ChangeEvent { .. }
                | Self::CancelEvent { .. }
                | Self::AnswerEvent { .. }
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
            Self::CreateEvent { .. } => ("POST", format!("/groups/{group}/events")),
            Self::ChangeEvent { event_id, .. } => {
                ("PATCH", format!("/groups/{group}/events/{event_id}"))
            }
            Self::CancelEvent { event_id, message } => match message {
                Some(_) => ("POST", format!("/groups/{group}/events/{event_id}/cancel")),
                None => ("DELETE", format!("/groups/{group}/events/{event_id}")),
            },
            Self::AnswerEvent {
                event_id, answer, ..
            } => {
                let action = match answer {
                    Answer::Accept => "accept",
                    Answer::Tentative => "tentativelyAccept",
                    Answer::Decline => "decline",
                };
                (
                    "POST",
                    format!("/groups/{group}/events/{event_id}/{action}"),
                )
            }
            Self::DeleteConversation { conversation_id } => (
                "DELETE",
                format!("/groups/{group}/conversations/{conversation_id}"),
            ),
            Self::DeleteThread { thread_id } => {
                ("DELETE", format!("/groups/{group}/threads/{thread_id}"))
            }
            Self::SetExpiration { before, after } => {
                let (method, id) = written(before.is_some(), after.is_some());
                (method, format!("/groupLifecyclePolicies{id}"))
            }
            Self::SelectGroup { policy_id, covered } => {
                let action = if *covered { "addGroup" } else { "removeGroup" };
                (
                    "POST",
                    format!("/groupLifecyclePolicies/{policy_id}/{action}"),
                )
            }
            Self::SetSettings { before, after, .. } => {
                let (method, id) = written(before.is_some(), after.is_some());
                match group {
                    "" => (method, format!("/groupSettings{id}")),
                    group => (method, format!("/groups/{group}/settings{id}")),
                }
            }
        }
    }
}

/// How something is written that may be there or not, and what stands for its id.
const fn written(there: bool, stays: bool) -> (&'static str, &'static str) {
    match (there, stays) {
        (false, _) => ("POST", ""),
        (true, true) => ("PATCH", "/{id}"),
        (true, false) => ("DELETE", "/{id}"),
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
