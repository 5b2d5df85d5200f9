//! What identity fails with, by meaning: one variant for every thing a person can do about it.
//!
//! Nothing here holds a secret, so errors may be logged and shown. Deliberately elsewhere: how an
//! answer of the identity platform comes to a meaning (`answer`), and the words a person reads.

use std::time::Duration;

use graph_client::credential::CredentialError;
use jiff::SignedDuration;

use crate::answer::ServiceAnswer;
use crate::browser::BrowserError;
use crate::store::StoreError;

/// Signing in, getting a token, or keeping one, went wrong.
#[derive(Debug, Clone, thiserror::Error)]
pub enum IdentityError {
    /// The caller cancelled.
    #[error("the sign-in was cancelled")]
    Cancelled,
    /// Nobody finished in time, or the code expired.
    #[error("the sign-in was not finished in time")]
    TimedOut,
    /// The person refused the consent page, or the sign-in itself.
    #[error("consent was declined{}", said(.0))]
    ConsentDeclined(Option<ServiceAnswer>),
    /// An administrator has to consent first.
    #[error("an administrator has to consent{}", said(.0))]
    AdminConsentRequired(Option<ServiceAnswer>),
    /// The tenant does not exist, or may not be named in this way for this application.
    #[error("the tenant is not known or does not allow the application{}", said(.0))]
    TenantUnknown(Option<ServiceAnswer>),
    /// The application ID is not known in this tenant or cloud.
    #[error("the application ID is not known{}", said(.0))]
    ClientUnknown(Option<ServiceAnswer>),
    /// The registration lacks the loopback redirect address, or is no public client.
    #[error("the application registration is not set up for a desktop application{}", said(.0))]
    RegistrationWrong(Option<ServiceAnswer>),
    /// The account is not in this tenant, or not assigned to the application.
    #[error("the account may not use the application in this tenant{}", said(.0))]
    AccountNotAllowed(Option<ServiceAnswer>),
    /// The tenant lives in another national cloud.
    #[error("the tenant lives in another cloud{}", said(.0))]
    WrongCloud(Option<ServiceAnswer>),
    /// Only a sign-in in the browser helps: expired, revoked, or more is asked for.
    #[error("a sign-in in the browser is needed{}", said(.answer))]
    InteractionRequired {
        /// What the service said; `None` when there is no token to ask with.
        answer: Option<ServiceAnswer>,
        /// Claims to send with that sign-in.
        claims: Option<String>,
    },
    /// This computer's clock is so wrong that nothing can be checked.
    #[error("this computer's clock is wrong")]
    ClockWrong {
        /// This clock less the service's, when the service's is known: positive when fast.
        skew: Option<SignedDuration>,
    },
    /// No connection to the sign-in service.
    #[error("the sign-in service could not be reached: {0}")]
    Offline(String),
    /// The service is down, throttles, or has a passing fault.
    #[error("the sign-in service is not available{}", said(.answer))]
    ServiceUnavailable {
        /// HTTP status, where there was one.
        status: Option<u16>,
        /// How long the service asks to wait.
        retry_after: Option<Duration>,
        /// What the service said.
        answer: Option<ServiceAnswer>,
    },
    /// Something that is not the identity platform answered, or its answer was cut short.
    #[error("not an answer of the sign-in service: {reason}")]
    UnexpectedAnswer {
        /// HTTP status, where there was one.
        status: Option<u16>,
        /// What was wrong with it; never its text.
        reason: String,
    },
    /// The service refused for a reason that has no variant of its own.
    #[error("the sign-in failed{}", said(.0))]
    SignInFailed(Option<ServiceAnswer>),
    /// The keychain is there and locked.
    #[error("the keychain is locked")]
    KeychainLocked,
    /// There is no keychain.
    #[error("there is no keychain")]
    KeychainAbsent,
    /// What is stored was sealed under a key that this machine does not have.
    #[error("the stored tokens were sealed under another key")]
    SealedElsewhere,
    /// Input that is refused before anything is asked of the service.
    #[error("{field} is not valid")]
    InvalidInput {
        /// The field, as the sign-in form names it.
        field: &'static str,
    },
    /// The browser could not be opened.
    #[error(transparent)]
    Browser(#[from] BrowserError),
    /// What is kept on this machine could not be read or written.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A defect of the application.
    #[error("{0}")]
    Internal(String),
}

impl IdentityError {
    /// What the identity platform said, for the help desk.
    pub fn answer(&self) -> Option<&ServiceAnswer> {
        match self {
            Self::ConsentDeclined(answer)
            | Self::AdminConsentRequired(answer)
            | Self::TenantUnknown(answer)
            | Self::ClientUnknown(answer)
            | Self::RegistrationWrong(answer)
            | Self::AccountNotAllowed(answer)
            | Self::WrongCloud(answer)
            | Self::SignInFailed(answer)
            | Self::InteractionRequired { answer, .. }
            | Self::ServiceUnavailable { answer, .. } => answer.as_ref(),
            _ => None,
        }
    }

    /// Whether the same attempt may succeed later without a change.
    pub fn is_transient(&self) -> bool {
        matches!(self, Self::Offline(_) | Self::ServiceUnavailable { .. })
            || matches!(self, Self::UnexpectedAnswer { .. })
    }

    pub(crate) fn internal(error: impl std::fmt::Display) -> Self {
        Self::Internal(error.to_string())
    }

    pub(crate) fn unexpected(status: Option<u16>, reason: impl Into<String>) -> Self {
        Self::UnexpectedAnswer {
            status,
            reason: reason.into(),
        }
    }

    /// The same failure as the pipeline of Graph tells failures apart.
    pub(crate) fn into_credential_error(self) -> CredentialError {
        match self {
            Self::InteractionRequired { answer, claims } => CredentialError::InteractionRequired {
                reason: answer.map_or_else(|| "no token".to_owned(), |a| a.to_string()),
                claims,
            },
            Self::KeychainLocked => CredentialError::Locked(Self::KeychainLocked.to_string()),
            Self::Offline(reason) => CredentialError::Unreachable(reason),
            error if error.is_transient() => CredentialError::Unavailable(error.to_string()),
            error => CredentialError::Failed(error.to_string()),
        }
    }
}

fn said(answer: &Option<ServiceAnswer>) -> String {
    answer
        .as_ref()
        .map(|answer| format!(": {answer}"))
        .unwrap_or_default()
}
