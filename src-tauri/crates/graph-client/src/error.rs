//! What a call fails with: by meaning, with everything that the service's support asks for.

use std::fmt;
use std::time::Duration;

use http::StatusCode;

use crate::credential::CredentialError;
use crate::models::NameFault;
use crate::odata::delta::DeltaLink;
use crate::odata::error::{ErrorDetail, ServiceError};

/// What went wrong, by what a caller decides from it. Status codes as Graph uses them (errors.md).
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum ErrorKind {
    /// No token could be had; see [`GraphError::credential_error`].
    Credential,
    /// No connection came about: the request never left.
    Unreachable,
    /// The request left, and no answer came.
    Lost,
    /// An answer came, and broke off.
    Truncated,
    /// Something that is not Graph answered: a proxy's page, a captive portal.
    NotGraph,
    /// Graph answered with JSON that does not have the documented shape; see [`GraphError::json_path`].
    Shape,
    /// A link leads to another host; it was not followed.
    ForeignLink,
    /// The request would go beyond a limit of the service and was not sent.
    OverLimit,
    /// 400: the request is not understood or not allowed in this form.
    BadRequest,
    /// 401: the token was not accepted, also after it was renewed.
    Unauthorized,
    /// 403: scope, licence or the person's own right is missing.
    Forbidden,
    /// 404: absent, soft-deleted, or not replicated yet.
    NotFound,
    /// 409 or 412: exists already, or was changed meanwhile.
    Conflict,
    /// 410: a delta link or page link is too old; start anew, at [`GraphError::fresh_start`] where
    /// the service names it.
    Gone,
    /// 422: understood, and refused by a rule.
    Unprocessable,
    /// 424: another request of the same batch failed.
    DependencyFailed,
    /// 429: too many requests; see [`GraphError::retry_after`].
    Throttled,
    /// 502, 503, 504: the service or a part of it is down.
    Unavailable,
    /// Any other 5xx.
    ServerFault,
    /// Any other status.
    Status,
}

/// How far a call had come when it failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Getting a token.
    Token,
    /// Connecting and sending.
    Send,
    /// Reading the answer.
    Receive,
    /// The service answered with an error.
    Answer,
    /// Making sense of the answer.
    Decode,
    /// Following a link.
    Link,
}

/// A failed call. Holds nothing secret: it may be logged and shown.
#[derive(Debug, Clone)]
pub struct GraphError(Box<Failure>);

#[derive(Debug, Clone)]
pub(crate) struct Failure {
    pub(crate) kind: ErrorKind,
    pub(crate) stage: Stage,
    pub(crate) operation: &'static str,
    pub(crate) read_only: bool,
    pub(crate) status: Option<StatusCode>,
    pub(crate) service: Option<ServiceError>,
    pub(crate) request_id: Option<String>,
    pub(crate) client_request_id: Option<String>,
    pub(crate) retries: u32,
    pub(crate) retry_after: Option<Duration>,
    pub(crate) again: Option<Duration>,
    pub(crate) json_path: Option<String>,
    pub(crate) credential: Option<CredentialError>,
    pub(crate) claims: Option<String>,
    pub(crate) fresh_start: Option<DeltaLink>,
    pub(crate) reason: String,
}

impl GraphError {
    pub(crate) fn new(
        kind: ErrorKind,
        stage: Stage,
        operation: &'static str,
        reason: impl Into<String>,
    ) -> Self {
        Self(Box::new(Failure {
            kind,
            stage,
            operation,
            read_only: true,
            status: None,
            service: None,
            request_id: None,
            client_request_id: None,
            retries: 0,
            retry_after: None,
            again: None,
            json_path: None,
            credential: None,
            claims: None,
            fresh_start: None,
            reason: reason.into(),
        }))
    }

    /// A request that was not sent, because of a limit of the service.
    pub(crate) fn over_limit(operation: &'static str, reason: impl Into<String>) -> Self {
        Self::new(ErrorKind::OverLimit, Stage::Send, operation, reason)
    }

    pub(crate) fn with(mut self, change: impl FnOnce(&mut Failure)) -> Self {
        change(&mut self.0);
        self
    }

    /// What went wrong.
    pub fn kind(&self) -> &ErrorKind {
        &self.0.kind
    }

    /// How far the call had come.
    pub fn stage(&self) -> Stage {
        self.0.stage
    }

    /// The operation that was called, such as `group.renew`.
    pub fn operation(&self) -> &'static str {
        self.0.operation
    }

    /// The HTTP status, when there was an answer.
    pub fn status(&self) -> Option<u16> {
        self.0.status.map(|status| status.as_u16())
    }

    /// The service's code, such as `Request_ResourceNotFound`; the innermost known one.
    pub fn code(&self) -> Option<&str> {
        self.0
            .service
            .as_ref()
            .map(|error| error.code.as_str())
            .filter(|code| !code.is_empty())
    }

    /// The service's own message: English, changeable, for the log and the help desk only.
    pub fn service_message(&self) -> Option<&str> {
        self.0
            .service
            .as_ref()
            .map(|error| error.message.as_str())
            .filter(|text| !text.is_empty())
    }

    /// What exactly was wrong, by property; empty when the service does not say.
    pub fn details(&self) -> &[ErrorDetail] {
        self.0.service.as_ref().map_or(&[], |error| &error.details)
    }

    /// What stands against the names of a group that was not created or changed.
    pub fn name_faults(&self) -> Vec<NameFault> {
        self.details().iter().map(NameFault::from).collect()
    }

    /// The service's id of the request, for its support.
    pub fn request_id(&self) -> Option<&str> {
        self.0.request_id.as_deref()
    }

    /// The id that this client gave the request.
    pub fn client_request_id(&self) -> Option<&str> {
        self.0.client_request_id.as_deref()
    }

    /// How often the call was sent again before it was given up.
    pub fn retries(&self) -> u32 {
        self.0.retries
    }

    /// How long the service asks to wait.
    pub fn retry_after(&self) -> Option<Duration> {
        self.0.retry_after
    }

    /// After which time the same may be sent again, where the caller does that and not the client: see
    /// [`GroupsRequests::once`](crate::resources::GroupsRequests::once).
    pub fn again_after(&self) -> Option<Duration> {
        self.0.again
    }

    /// Where in the answer the JSON was not as documented, such as `value[3].renewedDateTime`.
    pub fn json_path(&self) -> Option<&str> {
        self.0.json_path.as_deref()
    }

    /// Why there was no token, for [`ErrorKind::Credential`].
    pub fn credential_error(&self) -> Option<&CredentialError> {
        self.0.credential.as_ref()
    }

    /// What a claims challenge asks of the next token, as JSON.
    pub(crate) fn claims(&self) -> Option<&String> {
        self.0.claims.as_ref()
    }

    /// Where the service says that a round of changes begins anew, for [`ErrorKind::Gone`]. That
    /// round brings everything: what it does not name is gone.
    pub fn fresh_start(&self) -> Option<&DeltaLink> {
        self.0.fresh_start.as_ref()
    }

    /// Whether a change may have happened although the call failed: it was sent, and its answer did
    /// not come, broke off, or came from a gateway. Then look before sending again.
    pub fn outcome_unknown(&self) -> bool {
        let unclear = matches!(
            self.0.kind,
            ErrorKind::Lost
                | ErrorKind::Truncated
                | ErrorKind::NotGraph
                | ErrorKind::Shape
                | ErrorKind::ServerFault
        ) || (self.0.kind == ErrorKind::Unavailable && self.0.retry_after.is_none());
        !self.0.read_only && unclear
    }

    /// Whether the service knows the creation by its id already, as another one: it is done, and
    /// differently. See [`NewEvent::transaction_id`](crate::models::NewEvent::transaction_id).
    pub fn is_duplicate_transaction(&self) -> bool {
        self.code() == Some("ErrorDuplicateTransactionId")
    }

    /// 403: the scope or the person's own right is missing.
    pub fn is_not_allowed(&self) -> bool {
        self.0.kind == ErrorKind::Forbidden
    }

    /// 404: absent, deleted, or not replicated yet.
    pub fn is_not_found(&self) -> bool {
        self.0.kind == ErrorKind::NotFound
    }
}

impl fmt::Display for GraphError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: ", self.0.operation)?;
        if let Some(status) = self.0.status {
            write!(f, "{} ", status.as_u16())?;
        }
        if let Some(code) = self.code() {
            write!(f, "{code}: ")?;
        }
        f.write_str(self.service_message().unwrap_or(&self.0.reason))?;
        if let Some(path) = &self.0.json_path {
            write!(f, " (at {path})")?;
        }
        if let Some(id) = &self.0.request_id {
            write!(f, " [request-id {id}]")?;
        }
        Ok(())
    }
}

impl std::error::Error for GraphError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.0.credential.as_ref().map(|error| error as _)
    }
}

/// What an unsuccessful status means.
pub(crate) fn kind_of(status: StatusCode) -> ErrorKind {
    match status.as_u16() {
        400 => ErrorKind::BadRequest,
        401 => ErrorKind::Unauthorized,
        403 => ErrorKind::Forbidden,
        404 => ErrorKind::NotFound,
        409 | 412 => ErrorKind::Conflict,
        410 => ErrorKind::Gone,
        422 => ErrorKind::Unprocessable,
        424 => ErrorKind::DependencyFailed,
        429 => ErrorKind::Throttled,
        502..=504 => ErrorKind::Unavailable,
        500..=599 => ErrorKind::ServerFault,
        _ => ErrorKind::Status,
    }
}
