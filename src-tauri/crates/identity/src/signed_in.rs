//! The outcome of a sign-in: tokens, what was granted, and who it is.
//!
//! Owns the newtype in which a refresh token travels. Deliberately elsewhere: keeping it (`accounts`).

use std::fmt;

use graph_client::credential::AccessToken;
use jiff::Timestamp;
use zeroize::Zeroizing;

/// A refresh token. Never serialized, never printed; wiped when dropped.
#[derive(Clone)]
pub(crate) struct RefreshToken(Zeroizing<String>);

impl RefreshToken {
    pub(crate) fn new(token: impl Into<String>) -> Self {
        Self(Zeroizing::new(token.into()))
    }

    pub(crate) fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for RefreshToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RefreshToken(…)")
    }
}

impl fmt::Display for RefreshToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("…")
    }
}

/// An access token with the end of its life, by this machine's clock.
#[derive(Debug, Clone)]
pub(crate) struct LivingToken {
    pub(crate) token: AccessToken,
    pub(crate) expires_at: Timestamp,
}

/// The tokens of a sign-in; only this crate looks inside.
#[derive(Debug, Clone)]
pub struct Tokens {
    pub(crate) access: LivingToken,
    /// `None` when the service gave none, which it does only if `offline_access` was not granted.
    pub(crate) refresh: Option<RefreshToken>,
}

/// A finished sign-in.
#[derive(Debug, Clone)]
pub struct SignedIn {
    /// The tokens.
    pub tokens: Tokens,
    /// Granted scopes by their bare names, such as `Group.ReadWrite.All`.
    pub granted: Vec<String>,
    /// The person's object id in the tenant.
    pub oid: String,
    /// The tenant's id.
    pub tid: String,
    /// The person's display name; empty when the service gave none.
    pub name: String,
    /// The person's sign-in name.
    pub preferred_username: String,
}
