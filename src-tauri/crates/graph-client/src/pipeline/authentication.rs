//! What a refused token leads to.

use super::Request;
use crate::credential::{AccessToken, CredentialError, TokenRequest};
use crate::error::{ErrorKind, GraphError, Stage};

/// What one refused token leads to: at most one more try with another one.
#[derive(Default)]
pub(crate) struct Authentication {
    pub(super) request: TokenRequest,
    renewed: bool,
}

impl Authentication {
    /// Asks for another token the next time; false when that was tried already.
    pub(crate) fn renew(&mut self, claims: Option<String>, refused: AccessToken) -> bool {
        let first = !self.renewed;
        self.renewed = true;
        self.request = TokenRequest {
            claims,
            rejected: Some(refused),
        };
        first
    }
}

/// No token: the request was not sent.
pub(super) fn credential_failed(request: &Request, error: CredentialError) -> GraphError {
    GraphError::new(
        ErrorKind::Credential,
        Stage::Token,
        request.operation,
        error.to_string(),
    )
    .with(|failure| {
        failure.credential = Some(error);
    })
}
