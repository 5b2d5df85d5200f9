//! How a failure looks to the window: one code for every decision that the UI can take.

use graph_client::credential::CredentialError;
use graph_client::{ErrorKind, GraphError};
use identity::IdentityError;
use identity::permissions::{self, Step};
use ipc_contract::error::{CommandError, ErrorCode};
use ipc_contract::jobs::Reason;
use jobs::JournalError;

use crate::CoreError;
use crate::changes::NotDone;

impl From<CoreError> for CommandError {
    fn from(error: CoreError) -> Self {
        let message = error.to_string();
        match error {
            CoreError::NotSignedIn => Self::new(ErrorCode::SignInRequired, message),
            CoreError::PermissionMissing(step) => {
                let mut missing = Self::new(ErrorCode::PermissionMissing, message);
                missing.params.permissions = names_of(&[step]);
                missing
            }
            CoreError::InvalidInput(field) => {
                let mut invalid = Self::new(ErrorCode::InvalidInput, message);
                invalid.params.field = Some(field.to_owned());
                invalid
            }
            CoreError::InvalidSetting(name) => {
                let mut invalid = Self::new(ErrorCode::InvalidInput, message);
                invalid.params.field = Some(name);
                invalid
            }
            CoreError::TooLarge { field, most } => {
                let mut large = Self::new(ErrorCode::TooLarge, message);
                large.params.field = Some(field.to_owned());
                large.params.most = Some(most);
                large
            }
            CoreError::DraftOnItsWay => Self::new(ErrorCode::Conflict, message),
            CoreError::Graph(error) => from_graph(&error, code_of(&error)),
            CoreError::OutcomeUnknown(error) => from_graph(&error, ErrorCode::OutcomeUnknown),
            CoreError::Identity(error) => from_identity(&error),
            CoreError::AdminConsent { error, url, steps } => {
                let mut consent = from_identity(&error);
                consent.params.admin_consent_url = Some(url);
                consent.params.permissions = names_of(&steps);
                consent
            }
            CoreError::Cache(_) => Self::new(ErrorCode::StorageNotWritable, message),
            CoreError::Journal(JournalError::NoSuchJob(_)) => {
                Self::new(ErrorCode::NotFound, message)
            }
            CoreError::Journal(JournalError::Over(_) | JournalError::AlreadyUndone(_)) => {
                Self::new(ErrorCode::Conflict, message)
            }
            CoreError::Journal(_) => Self::new(ErrorCode::StorageNotWritable, message),
            CoreError::Ledger(_) => Self::new(ErrorCode::StorageNotWritable, message),
            CoreError::MailboxAbsent => Self::new(ErrorCode::MailboxAbsent, message),
            CoreError::ChangedMeanwhile => Self::new(ErrorCode::Conflict, message),
            CoreError::PolicyChanged(theirs) => {
                let mut changed = Self::new(ErrorCode::ChangedMeanwhile, message);
                changed.params.theirs = theirs;
                changed
            }
            CoreError::NobodyToAsk => {
                let mut nobody = Self::new(ErrorCode::NothingToDo, message);
                nobody.params.field = Some("owners".into());
                nobody
            }
            CoreError::NoMailProgram(reason) => {
                let mut none = Self::new(ErrorCode::NotFound, message);
                none.params.reason = Some(reason);
                none
            }
            CoreError::PlanGone => Self::new(ErrorCode::PlanGone, message),
            CoreError::NothingToDo(reasons) => {
                let mut nothing = Self::new(ErrorCode::NothingToDo, message);
                nothing.params.reasons = reasons;
                nothing
            }
            CoreError::NotDone(not_done) => from_not_done(*not_done, message),
            CoreError::NotSaved { file, .. } => {
                let mut not_saved = Self::new(ErrorCode::StorageNotWritable, message);
                not_saved.params.file = Some(file);
                not_saved
            }
            CoreError::Practice(_) => Self::new(ErrorCode::PracticeUnavailable, message),
            CoreError::Internal(_) => Self::new(ErrorCode::Internal, message),
        }
    }
}

/// What concerns more than the change says why better than the change does.
fn from_not_done(not_done: NotDone, message: String) -> CommandError {
    let item = not_done.item;
    let mut command = not_done
        .stopped
        .unwrap_or_else(|| CommandError::new(code_for(item.reason), message));
    command.retryable |= matches!(command.code, ErrorCode::Throttled);
    command.status = item.status.or(command.status);
    command.service_code = item.service_code.or(command.service_code);
    command.request_id = item.request_id.or(command.request_id);
    command
}

const fn code_for(reason: Option<Reason>) -> ErrorCode {
    match reason {
        Some(Reason::NotPermitted) => ErrorCode::NotAllowed,
        Some(Reason::NotFound) => ErrorCode::NotFound,
        Some(Reason::Throttled) => ErrorCode::Throttled,
        Some(Reason::Unreachable) => ErrorCode::ServiceUnavailable,
        Some(Reason::OutcomeUnknown) => ErrorCode::OutcomeUnknown,
        _ => ErrorCode::Refused,
    }
}

fn names_of(steps: &[Step]) -> Vec<String> {
    permissions::of(steps)
        .map(|permission| permission.name.to_owned())
        .collect()
}

fn code_of(error: &GraphError) -> ErrorCode {
    match error.kind() {
        ErrorKind::Credential => match error.credential_error() {
            Some(CredentialError::Unreachable(_)) => ErrorCode::Offline,
            Some(CredentialError::Unavailable(_)) => ErrorCode::ServiceUnavailable,
            Some(CredentialError::Locked(_)) => ErrorCode::KeychainLocked,
            _ => ErrorCode::SignInRequired,
        },
        ErrorKind::Unreachable | ErrorKind::Lost => ErrorCode::Offline,
        ErrorKind::Truncated | ErrorKind::NotGraph | ErrorKind::Shape | ErrorKind::ForeignLink => {
            ErrorCode::UnexpectedAnswer
        }
        ErrorKind::BadRequest | ErrorKind::Unprocessable | ErrorKind::OverLimit => {
            ErrorCode::Refused
        }
        ErrorKind::Unauthorized => ErrorCode::SignInRequired,
        ErrorKind::Forbidden => ErrorCode::NotAllowed,
        ErrorKind::NotFound if crate::mailbox::is_absent(error.code()) => ErrorCode::MailboxAbsent,
        ErrorKind::NotFound => ErrorCode::NotFound,
        ErrorKind::Conflict | ErrorKind::Gone => ErrorCode::Conflict,
        ErrorKind::Throttled => ErrorCode::Throttled,
        _ => ErrorCode::ServiceUnavailable,
    }
}

fn from_graph(error: &GraphError, code: ErrorCode) -> CommandError {
    let mut command = CommandError::new(code, error.to_string());
    command.retryable = matches!(
        code,
        ErrorCode::Offline
            | ErrorCode::Throttled
            | ErrorCode::ServiceUnavailable
            | ErrorCode::UnexpectedAnswer
    );
    command.status = error.status();
    command.service_code = error.code().map(str::to_owned);
    command.request_id = error
        .request_id()
        .or(error.client_request_id())
        .map(str::to_owned);
    command.params.retry_after_seconds = error.retry_after().map(whole_seconds);
    command.params.reason = error.service_message().map(str::to_owned);
    command
}

fn whole_seconds(duration: std::time::Duration) -> u32 {
    u32::try_from(duration.as_secs_f64().ceil() as u64).unwrap_or(u32::MAX)
}

fn from_identity(error: &IdentityError) -> CommandError {
    let mut command = CommandError::new(identity_code(error), error.to_string());
    command.retryable = error.is_transient();
    if let Some(answer) = error.answer() {
        command.service_code = Some(match answer.aadsts {
            Some(number) => format!("AADSTS{number}"),
            None => answer.error.clone(),
        });
        command.request_id = answer.correlation_id.clone();
        command.params.reason = answer.description.clone();
    }
    match error {
        IdentityError::InvalidInput { field } => command.params.field = Some((*field).to_owned()),
        IdentityError::ClockWrong { skew } => {
            command.params.skew_seconds = skew.map(|skew| skew.as_secs());
        }
        IdentityError::ServiceUnavailable {
            status,
            retry_after,
            ..
        } => {
            command.status = *status;
            command.params.retry_after_seconds = retry_after.map(whole_seconds);
        }
        IdentityError::UnexpectedAnswer { status, .. } => command.status = *status,
        IdentityError::Store(error) => command.params.file = Some(error.file().to_owned()),
        _ => {}
    }
    command
}

fn identity_code(error: &IdentityError) -> ErrorCode {
    match error {
        IdentityError::Cancelled => ErrorCode::SignInCancelled,
        IdentityError::TimedOut => ErrorCode::SignInTimedOut,
        IdentityError::ConsentDeclined(_) => ErrorCode::ConsentDeclined,
        IdentityError::AdminConsentRequired(_) => ErrorCode::AdminConsentRequired,
        IdentityError::TenantUnknown(_) => ErrorCode::TenantUnknown,
        IdentityError::ClientUnknown(_) => ErrorCode::ClientUnknown,
        IdentityError::RegistrationWrong(_) => ErrorCode::RegistrationWrong,
        IdentityError::AccountNotAllowed(_) => ErrorCode::AccountNotAllowed,
        IdentityError::WrongCloud(_) => ErrorCode::WrongCloud,
        IdentityError::InteractionRequired { .. } => ErrorCode::InteractionRequired,
        IdentityError::ClockWrong { .. } => ErrorCode::ClockWrong,
        IdentityError::Offline(_) => ErrorCode::Offline,
        IdentityError::ServiceUnavailable { .. } => ErrorCode::ServiceUnavailable,
        IdentityError::UnexpectedAnswer { .. } => ErrorCode::UnexpectedAnswer,
        IdentityError::SignInFailed(_) | IdentityError::Browser(_) => ErrorCode::SignInFailed,
        IdentityError::KeychainLocked => ErrorCode::KeychainLocked,
        IdentityError::KeychainAbsent => ErrorCode::KeychainAbsent,
        IdentityError::SealedElsewhere => ErrorCode::SignInRequired,
        IdentityError::InvalidInput { .. } => ErrorCode::InvalidInput,
        IdentityError::Store(_) => ErrorCode::StorageNotWritable,
        IdentityError::Internal(_) => ErrorCode::Internal,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_permission_is_named() {
        let error = CommandError::from(CoreError::PermissionMissing(Step::Manage));
        assert_eq!(error.code, ErrorCode::PermissionMissing);
        assert!(
            error
                .params
                .permissions
                .contains(&"Group.ReadWrite.All".to_owned())
        );
    }

    #[test]
    fn tokens_sealed_elsewhere_lead_to_a_new_sign_in() {
        let error = CommandError::from(CoreError::from(IdentityError::SealedElsewhere));
        assert_eq!(error.code, ErrorCode::SignInRequired);
    }
}
