//! Sign-in of the practice tenant: answers like the Microsoft identity
//! platform v2.0 (authorize, token, device code, discovery, admin consent).
//! It owns codes, tokens, consent and the signing key. People, the clock and
//! where the state is kept belong to the rest of the crate ([`Tenancy`]).

mod admin_consent;
mod authorize;
mod authorize_request;
mod claims;
mod clients;
mod device;
mod device_page;
mod discovery;
mod errors;
mod jwt;
mod pages;
mod random;
mod redeem;
mod scopes;
mod state;
#[cfg(test)]
mod tests;
mod token;

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::Router;
use axum::middleware::map_response;
use axum::response::Response;
use axum::routing::{get, post};
use http::HeaderValue;
use http::header::CACHE_CONTROL;
use serde::{Deserialize, Serialize};

use self::claims::ClaimsRequest;
use self::state::{AccessToken, State};

/// Somebody who can sign in.
#[derive(Debug, Clone, PartialEq, Eq)]
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
    /// The state of sign-in changed: persist it before answering. Sign-in holds
    /// no lock during the call, so that a snapshot can be taken.
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
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum ConsentRule {
    /// The administrator has consented for everybody.
    #[default]
    User,
    /// Permissions that need an administrator wait for one.
    AdminOnly,
    /// Every request for permissions ends as declined.
    Declined,
}

/// The sign-in endpoints and their state.
pub(crate) struct SignIn {
    seed: u64,
    tenancy: Arc<dyn Tenancy>,
    state: Mutex<State>,
    issued: Mutex<Vec<String>>,
}

impl SignIn {
    /// `seed` decides the ready tokens only; all other secrets are random.
    pub(crate) fn new(seed: u64, tenancy: Arc<dyn Tenancy>) -> Self {
        Self {
            seed,
            tenancy,
            state: Mutex::default(),
            issued: Mutex::default(),
        }
    }

    /// All endpoints, to be merged at the root of the server.
    pub(crate) fn router(self: &Arc<Self>) -> Router {
        Router::new()
            .route(
                "/{tenant}/v2.0/.well-known/openid-configuration",
                get(discovery::configuration),
            )
            .route("/{tenant}/discovery/v2.0/keys", get(discovery::keys))
            .route("/{tenant}/discovery/instance", get(discovery::instance))
            .route("/{tenant}/userrealm/{login}", get(discovery::user_realm))
            .route(
                "/{tenant}/oauth2/v2.0/authorize",
                get(authorize::authorize).post(authorize::authorize),
            )
            .route("/{tenant}/oauth2/v2.0/token", post(token::token))
            .route(
                "/{tenant}/oauth2/v2.0/devicecode",
                post(device::device_code),
            )
            .route(
                "/{tenant}/oauth2/deviceauth",
                get(device_page::tenant_page).post(device_page::tenant_page),
            )
            .route(
                "/devicelogin",
                get(device_page::short_page).post(device_page::short_page),
            )
            .route("/{tenant}/oauth2/v2.0/logout", get(admin_consent::logout))
            .route(
                "/{tenant}/v2.0/adminconsent",
                get(admin_consent::admin_consent).post(admin_consent::admin_consent),
            )
            .layer(map_response(not_stored))
            .with_state(Arc::clone(self))
    }

    /// A token with all permissions that never expires and cannot be revoked.
    /// It is the same for the same seed and person.
    pub(crate) fn issue_ready_token(&self, person_id: &str) -> String {
        let token = random::seeded_secret(self.seed, person_id);
        let record = AccessToken {
            person_id: person_id.to_owned(),
            permissions: scopes::all(),
            expires: None,
            claims: ClaimsRequest {
                handles_challenges: true,
                not_before: None,
            },
            revoked: None,
        };
        self.state()
            .access_tokens
            .insert(random::digest(&token), record);
        self.tenancy.changed();
        token
    }

    /// Who the token of an `Authorization` header speaks for.
    pub(crate) fn principal(&self, bearer: &str) -> Result<Principal, TokenRefused> {
        let token = bearer.strip_prefix("Bearer ").unwrap_or(bearer).trim();
        if token.is_empty() {
            return Err(TokenRefused::Missing);
        }
        let now = self.tenancy.now();
        let (record, since) = {
            let state = self.state();
            let record = state.access_tokens.get(&random::digest(token)).cloned();
            (
                record.ok_or(TokenRefused::Invalid)?,
                state.claims_required_since,
            )
        };
        record.check(now, since)?;
        let person = self
            .tenancy
            .person(&record.person_id)
            .filter(|person| person.enabled);
        let person = person.ok_or(TokenRefused::Invalid)?;
        Ok(Principal {
            user_id: person.id,
            scopes: record.permissions,
            administrator: person.administrator,
        })
    }

    /// Everything to keep over a restart. Secrets are in it as digests only,
    /// except for the signing key.
    pub(crate) fn snapshot(&self) -> serde_json::Value {
        serde_json::to_value(&*self.state()).unwrap_or_default()
    }

    /// Takes up a snapshot; one that cannot be read starts afresh.
    pub(crate) fn restore(&self, snapshot: &serde_json::Value) {
        *self.state() = State::deserialize(snapshot).unwrap_or_default();
    }

    /// Ends all sessions of a person: refresh tokens are refused at once, access
    /// tokens of apps that handle challenges too (others last until they expire).
    pub(crate) fn revoke(&self, person_id: &str) {
        let now = self.tenancy.now();
        self.state().revoke(person_id, now);
        self.tenancy.changed();
    }

    /// Lets all access tokens but the ready ones expire now.
    pub(crate) fn expire_access_tokens(&self) {
        let now = self.tenancy.now();
        self.state().expire_access_tokens(now);
        self.tenancy.changed();
    }

    /// From now on tokens are challenged until the app asks for new ones with
    /// the claims of the challenge. Ready tokens are challenged too.
    pub(crate) fn require_claims(&self, required: bool) {
        let now = self.tenancy.now();
        self.state().claims_required_since = required.then(|| now.as_second());
        self.tenancy.changed();
    }

    /// Changes who may accept permissions; a stricter rule withdraws what was
    /// accepted before.
    pub(crate) fn set_consent(&self, rule: ConsentRule) {
        self.state().set_consent(rule);
        self.tenancy.changed();
    }

    /// The last tokens that were given out, for tests that look for them where they must not be.
    pub(crate) fn issued(&self) -> Vec<String> {
        self.issued
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    /// Remembers what was given out; the last thousand.
    fn gave(&self, tokens: impl IntoIterator<Item = String>) {
        let mut issued = self.issued.lock().unwrap_or_else(PoisonError::into_inner);
        issued.extend(tokens);
        let surplus = issued.len().saturating_sub(1_000);
        issued.drain(..surplus);
    }

    /// Permissions that need an administrator wait for one, from the first start with
    /// this on; what was accepted under that rule stays.
    pub(crate) fn restrict_consent(&self) {
        if self.state().consent_rule == ConsentRule::User {
            self.set_consent(ConsentRule::AdminOnly);
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

async fn not_stored(mut response: Response) -> Response {
    response
        .headers_mut()
        .insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}
