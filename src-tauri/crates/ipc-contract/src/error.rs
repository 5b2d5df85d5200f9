//! How a failed command looks to the UI: one code for every decision that the UI can take.
//!
//! The words a person reads are in the UI's catalogue, chosen by [`ErrorCode`]; what is here is the
//! data they are filled with. Deliberately elsewhere: how each code comes about (`app-core`).

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Everything that a command can fail with, as the UI tells failures apart.
///
/// Add a code only when the UI decides something by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum ErrorCode {
    /// Nobody is signed in, or the session ended: sign in again.
    SignInRequired,
    /// The person closed the browser or cancelled.
    SignInCancelled,
    /// Nobody finished the sign-in in time (browser or device code).
    SignInTimedOut,
    /// The person refused the consent page.
    ConsentDeclined,
    /// An administrator has to consent; `params.permissions`, `params.adminConsentUrl`.
    AdminConsentRequired,
    /// Another step of permissions is needed; `params.permissions`.
    PermissionMissing,
    /// The tenant does not exist or does not allow this application; `params.tenant`.
    TenantUnknown,
    /// The application ID is not known in this tenant or cloud; `params.clientId`.
    ClientUnknown,
    /// The registration is wrong: redirect address, or not a public client.
    RegistrationWrong,
    /// The account is not in this tenant or not assigned to the application.
    AccountNotAllowed,
    /// The tenant lives in another national cloud.
    WrongCloud,
    /// The sign-in asks for more (multi-factor, a managed device): go on in the browser.
    InteractionRequired,
    /// The sign-in service answered with something that is not part of the protocol.
    SignInFailed,
    /// This computer's clock differs from the service's too much; `params.skewSeconds`.
    ClockWrong,
    /// The person lacks the right (403).
    NotAllowed,
    /// The thing does not exist, not yet or no longer (404).
    NotFound,
    /// It was changed meanwhile, or exists already (409, 412).
    Conflict,
    /// The service refused the input (400, 422); `params.reason` when known.
    Refused,
    /// The service asks to wait; `params.retryAfterSeconds`.
    Throttled,
    /// No connection.
    Offline,
    /// The service is down or answers with faults (5xx).
    ServiceUnavailable,
    /// Something that is not Graph answered: a proxy's page, a truncated body.
    UnexpectedAnswer,
    /// A change was sent and its answer lost, and looking it up did not tell.
    OutcomeUnknown,
    /// Somebody else changed it since it was read; `params.theirs` has both sides.
    ChangedMeanwhile,
    /// A check or a plan that is no longer known: make it again.
    PlanGone,
    /// Nothing of the change is left to be done; `params.reasons` says why.
    NothingToDo,
    /// The cloud does not offer this.
    NotInThisCloud,
    /// Input that the application itself refuses; `params.field`.
    InvalidInput,
    /// What is kept on this machine could not be read; it was set aside; `params.file`.
    StorageDamaged,
    /// Nothing can be written (disk full, read-only); `params.file`.
    StorageNotWritable,
    /// The keychain is locked.
    KeychainLocked,
    /// There is no keychain.
    KeychainAbsent,
    /// The practice tenant could not be started or does not answer.
    PracticeUnavailable,
    /// More bytes than the service takes; `params.most`.
    TooLarge,
    /// The thread takes no more replies.
    ThreadLocked,
    /// The group's mailbox is not there, or not yet.
    MailboxAbsent,
    /// A defect of the application.
    Internal,
}

/// Figures and names for the sentence that the UI says about an error.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct ErrorParams {
    /// Permissions that are missing, by their Graph names.
    pub permissions: Vec<String>,
    /// Where an administrator can consent.
    pub admin_consent_url: Option<String>,
    /// The tenant that was asked for.
    pub tenant: Option<String>,
    /// The application ID that was asked for.
    pub client_id: Option<String>,
    /// Seconds to wait before trying again.
    pub retry_after_seconds: Option<u32>,
    /// How far this computer's clock is off, in seconds; positive when it is fast.
    #[ts(type = "number | null")]
    pub skew_seconds: Option<i64>,
    /// The input field that was refused.
    pub field: Option<String>,
    /// The service's own reason, unlocalised: for details, not for the first line.
    pub reason: Option<String>,
    /// The file that was concerned.
    pub file: Option<String>,
    /// How many or how much is taken at most.
    #[ts(type = "number | null")]
    pub most: Option<u64>,
    /// Why nothing is left to be done, the commonest first.
    pub reasons: Vec<crate::jobs::Reason>,
    /// What somebody else changed: as the person saw it before, and as it is now.
    pub theirs: Vec<crate::jobs::PropertyChange>,
}

/// A failed command.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CommandError {
    /// What the UI decides by.
    pub code: ErrorCode,
    /// What happened, in English, for the log and the help desk. Never a secret.
    pub message: String,
    /// Whether the same command may succeed later without a change.
    pub retryable: bool,
    /// HTTP status, where there was one.
    pub status: Option<u16>,
    /// The service's own code, such as `Authorization_RequestDenied` or `AADSTS65001`.
    pub service_code: Option<String>,
    /// The service's request-id, for its support.
    pub request_id: Option<String>,
    /// Figures and names for the sentence.
    pub params: ErrorParams,
}

impl CommandError {
    /// An error with a code and a message, and nothing else known.
    pub fn new(code: ErrorCode, message: impl Into<String>) -> Self {
        Self {
            code,
            message: message.into(),
            retryable: false,
            status: None,
            service_code: None,
            request_id: None,
            params: ErrorParams::default(),
        }
    }
}
