//! Sign-in of the practice tenant: answers like the Microsoft identity
//! platform v2.0 (authorize, token, device code, discovery, admin consent).
//! It owns codes, tokens, consent and the signing key. People, the clock and
//! where the state is kept belong to the rest of the crate ([`Tenancy`]).

use std::collections::BTreeSet;
use std::sync::Arc;

/// Somebody who can sign in.
pub(crate) struct Person {
    pub id: String,
    pub display_name: String,
    pub user_principal_name: String,
    pub administrator: bool,
    pub enabled: bool,
}

/// What sign-in needs to know about the tenant around it.
pub(crate) trait Tenancy: Send + Sync + 'static {
    fn tenant_id(&self) -> String;
    fn domain(&self) -> String;
    fn tenant_name(&self) -> String;
    fn now(&self) -> jiff::Timestamp;
    /// The owner first, then the administrator, then everybody else.
    fn people(&self) -> Vec<Person>;
    /// Finds one person by object id or by user principal name.
    fn person(&self, id_or_login: &str) -> Option<Person>;
    /// The state of sign-in changed: persist it before answering.
    fn changed(&self);
}

/// Who a bearer token speaks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Principal {
    pub user_id: String,
    /// Short names, for example `Group.Read.All`.
    pub scopes: BTreeSet<String>,
    pub administrator: bool,
}

/// Why a bearer token was not accepted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum TokenRefused {
    Missing,
    Invalid,
    Expired,
    /// Base64 JSON for the `claims` part of `WWW-Authenticate`.
    ClaimsChallenge(String),
}

/// Who may accept permissions for an app.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum ConsentRule {
    /// The administrator has consented for everybody.
    #[default]
    User,
    /// Group permissions wait for an administrator.
    AdminOnly,
    /// Every request for permissions ends as declined.
    Declined,
}

/// The sign-in endpoints and their state.
pub(crate) struct SignIn {
    tenancy: Arc<dyn Tenancy>,
}

impl SignIn {
    pub(crate) fn new(_seed: u64, tenancy: Arc<dyn Tenancy>) -> Self {
        Self { tenancy }
    }
    pub(crate) fn router(self: &Arc<Self>) -> axum::Router {
        axum::Router::new()
    }
    pub(crate) fn issue_ready_token(&self, person_id: &str) -> String {
        person_id.to_owned()
    }
    pub(crate) fn principal(&self, bearer: &str) -> Result<Principal, TokenRefused> {
        let person = self.tenancy.person(bearer).ok_or(TokenRefused::Invalid)?;
        Ok(Principal {
            user_id: person.id,
            scopes: BTreeSet::new(),
            administrator: person.administrator,
        })
    }
    pub(crate) fn snapshot(&self) -> serde_json::Value {
        serde_json::Value::Null
    }
    pub(crate) fn restore(&self, _snapshot: &serde_json::Value) {}
    pub(crate) fn revoke(&self, _person_id: &str) {}
    pub(crate) fn expire_access_tokens(&self) {}
    pub(crate) fn require_claims(&self, _required: bool) {}
    pub(crate) fn set_consent(&self, _rule: ConsentRule) {}
}
