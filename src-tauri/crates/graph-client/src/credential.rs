//! Where access tokens come from, seen from the pipeline.
//!
//! Owns the trait that the authentication policy calls and the newtype in which a token travels.
//! Deliberately elsewhere: signing in, refreshing and keeping tokens (crate `identity`).

use std::fmt;

use async_trait::async_trait;
use zeroize::Zeroizing;

/// A bearer token for Microsoft Graph. Never serialized, never printed; wiped when dropped.
#[derive(Clone)]
pub struct AccessToken(Zeroizing<String>);

impl AccessToken {
    /// Wraps a token as the token endpoint returned it.
    pub fn new(token: impl Into<String>) -> Self {
        Self(Zeroizing::new(token.into()))
    }

    /// The token itself, for the one place that writes the `Authorization` header.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for AccessToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("AccessToken(…)")
    }
}

impl fmt::Display for AccessToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("…")
    }
}

/// What the pipeline asks a credential for.
#[derive(Debug, Clone, Default)]
pub struct TokenRequest {
    /// The decoded JSON of a claims challenge (continuous access evaluation) that the service
    /// answered a request with; the new token has to satisfy it.
    pub claims: Option<String>,
    /// A token that the service has just refused with 401: it must not be returned again.
    pub rejected: Option<AccessToken>,
}

/// Why no token could be had. The pipeline passes it on unchanged.
#[derive(Debug, Clone, thiserror::Error)]
pub enum CredentialError {
    /// The person has to sign in again (refresh token expired or revoked, claims not satisfied).
    #[error("sign-in needed: {reason}")]
    InteractionRequired {
        /// The identity platform's `error`, for the help desk.
        reason: String,
        /// Claims to send with the interactive request, if a challenge asked for some.
        claims: Option<String>,
    },
    /// The token endpoint could not be reached.
    #[error("the sign-in service could not be reached: {0}")]
    Unreachable(String),
    /// The token endpoint answered with a passing fault.
    #[error("the sign-in service is not available: {0}")]
    Unavailable(String),
    /// The token lies under a key that is locked away; unlocking helps.
    #[error("the key of the tokens is locked: {0}")]
    Locked(String),
    /// Anything else; trying again will not help.
    #[error("no token: {0}")]
    Failed(String),
}

/// Gives out access tokens: early refresh and single-flight are the implementation's duty.
#[async_trait]
pub trait TokenCredential: fmt::Debug + Send + Sync {
    /// A token that is valid now.
    ///
    /// # Errors
    /// [`CredentialError`], which ends the request without a retry unless it is `Unreachable` or `Unavailable`.
    async fn token(&self, request: TokenRequest) -> Result<AccessToken, CredentialError>;
}

/// A token that somebody else obtained: for programs that are given one, and for tests.
#[derive(Debug, Clone)]
pub struct StaticToken(AccessToken);

impl StaticToken {
    /// A credential that always answers with `token`.
    pub fn new(token: impl Into<String>) -> Self {
        Self(AccessToken::new(token))
    }
}

#[async_trait]
impl TokenCredential for StaticToken {
    async fn token(&self, request: TokenRequest) -> Result<AccessToken, CredentialError> {
        if request.rejected.is_some() {
            return Err(CredentialError::Failed(
                "the given token was refused".into(),
            ));
        }
        Ok(self.0.clone())
    }
}
