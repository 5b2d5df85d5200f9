//! Whether a group's mailbox can be used: what conversations and calendar have in common.

use graph_client::GraphError;
use graph_client::models::GroupId;
use identity::permissions;
use ipc_contract::conversations::MailboxState;

use crate::details::is_new;
use crate::session::ActiveSession;
use crate::{Core, CoreError};

/// What reading and writing a mailbox takes, and what lets read it too.
const PERMISSION: &str = "Group.ReadWrite.All";
const SUFFICIENT: [&str; 2] = [PERMISSION, "Group.Read.All"];

/// How the service says that there is no mailbox; anything else that it does not find is something in it.
const ABSENT: [&str; 4] = [
    "ErrorNonExistentMailbox",
    "MailboxNotEnabledForRESTAPI",
    "MailboxNotSupportedForRESTAPI",
    "ErrorMailboxNotFound",
];

/// Whether an answer says that there is no mailbox.
pub(crate) fn is_absent(service_code: Option<&str>) -> bool {
    service_code.is_some_and(|code| ABSENT.contains(&code))
}

/// An error about something in a mailbox; that the mailbox is not there has a meaning of its own.
pub(crate) fn in_mailbox(error: CoreError) -> CoreError {
    let code = match &error {
        CoreError::Graph(error) => error.code(),
        CoreError::NotDone(not_done) => not_done.item.service_code.as_deref(),
        _ => None,
    };
    match is_absent(code) {
        true => CoreError::MailboxAbsent,
        false => error,
    }
}

/// Nothing is asked for that a permission is missing for.
pub(crate) fn not_granted(session: &ActiveSession) -> Option<MailboxState> {
    let granted = session.granted();
    let may = SUFFICIENT.map(|name| permissions::is_granted(name, &granted));
    (!may.contains(&true)).then(|| MailboxState::NotPermitted {
        permission: Some(PERMISSION.to_owned()),
    })
}

impl Core {
    /// What a failure says of the mailbox; `None` when it says nothing.
    pub(crate) async fn mailbox_of(
        &self,
        session: &ActiveSession,
        id: &GroupId,
        error: &CoreError,
    ) -> Option<MailboxState> {
        match error {
            CoreError::MailboxAbsent => Some(self.absent(session, id).await),
            CoreError::Graph(error) => self.mailbox_by(session, id, error).await,
            _ => None,
        }
    }

    /// The same of a failure of the service's.
    pub(crate) async fn mailbox_by(
        &self,
        session: &ActiveSession,
        id: &GroupId,
        error: &GraphError,
    ) -> Option<MailboxState> {
        if is_absent(error.code()) {
            return Some(self.absent(session, id).await);
        }
        error
            .is_not_allowed()
            .then_some(MailboxState::NotPermitted { permission: None })
    }

    /// Of a young group it is still being made.
    async fn absent(&self, session: &ActiveSession, id: &GroupId) -> MailboxState {
        let group = self.group_named(session, id).await;
        let created = group.ok().and_then(|group| group.created_date_time);
        match is_new(created, session.service_now(self.now())) {
            true => MailboxState::BeingMade,
            false => MailboxState::None,
        }
    }
}
