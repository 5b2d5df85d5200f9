//! What a use case fails with, by meaning. Deliberately elsewhere: how that looks to the window
//! (`command_error`).

use cache::CacheError;
use graph_client::{GraphError, RootError};
use identity::permissions::Step;
use identity::{IdentityError, StoreError};
use ipc_contract::jobs::{PropertyChange, Reason};
use jobs::JournalError;
use ledger::LedgerError;

use crate::changes::NotDone;

/// A use case that failed.
#[derive(Debug, thiserror::Error)]
pub enum CoreError {
    /// Nobody is signed in.
    #[error("nobody is signed in")]
    NotSignedIn,
    /// The feature needs a step of permissions that was not granted.
    #[error("a permission is missing")]
    PermissionMissing(Step),
    /// Input that is refused before anything is asked of the service.
    #[error("{0} is not valid")]
    InvalidInput(&'static str),
    /// A value of settings that is refused before anything is sent.
    #[error("the setting {0} is not valid")]
    InvalidSetting(String),
    /// More than the service takes; nothing was sent.
    #[error("{field} is too large: {most} at most")]
    TooLarge {
        /// Which part of the input.
        field: &'static str,
        /// Bytes, or characters of a text, at most.
        most: u64,
    },
    /// What was written is on its way, and cannot be changed.
    #[error("what was written is on its way")]
    DraftOnItsWay,
    /// The service was asked and did not do it.
    #[error(transparent)]
    Graph(#[from] GraphError),
    /// A change was sent, its answer was lost, and reading did not tell what came of it.
    #[error("sent, and no answer came: {0}")]
    OutcomeUnknown(GraphError),
    /// Signing in, or getting a token.
    #[error(transparent)]
    Identity(Box<IdentityError>),
    /// A sign-in that needs an administrator's consent first.
    #[error("{error}")]
    AdminConsent {
        /// What the sign-in service said.
        error: Box<IdentityError>,
        /// Where an administrator consents.
        url: String,
        /// To what.
        steps: Vec<Step>,
    },
    /// The last known state on disk.
    #[error(transparent)]
    Cache(#[from] CacheError),
    /// The record of what was done, and is to be done.
    #[error(transparent)]
    Journal(#[from] JournalError),
    /// The record of what was decided.
    #[error(transparent)]
    Ledger(#[from] LedgerError),
    /// The group has no mailbox, or none yet.
    #[error("the group's mailbox is not there")]
    MailboxAbsent,
    /// Somebody else changed it since it was read.
    #[error("it was changed meanwhile")]
    ChangedMeanwhile,
    /// Somebody else changed a policy since it was read.
    #[error("the policy was changed meanwhile")]
    PolicyChanged(Vec<PropertyChange>),
    /// No other owner of the group is enabled and has an address.
    #[error("no other owner can be asked")]
    NobodyToAsk,
    /// No program on this machine opens letters.
    #[error("the letter could not be opened: {0}")]
    NoMailProgram(String),
    /// A plan or a check that is not known, or was used.
    #[error("that plan is not known any more")]
    PlanGone,
    /// Nothing of a change is left to be done.
    #[error("nothing is left to be done")]
    NothingToDo(Vec<Reason>),
    /// A single change was not done.
    #[error("{}", not_done(.0))]
    NotDone(Box<NotDone>),
    /// A file could not be saved.
    #[error("{file} could not be saved: {reason}")]
    NotSaved {
        /// The file.
        file: String,
        /// The system's reason.
        reason: String,
    },
    /// The practice tenant could not be started.
    #[error("the practice tenant could not be started: {0}")]
    Practice(String),
    /// A defect of the application.
    #[error("{0}")]
    Internal(String),
}

fn not_done(not_done: &NotDone) -> String {
    let item = &not_done.item;
    let code = item.service_code.as_deref().unwrap_or("no code");
    format!("{:?} was not done: {:?} ({code})", item.action, item.reason)
}

impl CoreError {
    pub(crate) const fn invalid(field: &'static str) -> Self {
        Self::InvalidInput(field)
    }

    #[expect(clippy::needless_pass_by_value, reason = "made for map_err")]
    pub(crate) fn internal(error: impl ToString) -> Self {
        Self::Internal(error.to_string())
    }
}

impl From<IdentityError> for CoreError {
    fn from(error: IdentityError) -> Self {
        Self::Identity(Box::new(error))
    }
}

impl From<StoreError> for CoreError {
    fn from(error: StoreError) -> Self {
        IdentityError::Store(error).into()
    }
}

impl From<RootError> for CoreError {
    fn from(_: RootError) -> Self {
        Self::invalid("graphUrl")
    }
}
