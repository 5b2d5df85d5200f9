//! The device code flow: an app shows a short code, a person types it on a
//! page, chooses an account and accepts, and the app polls for the outcome.
//! The polling itself arrives at the token endpoint.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use axum::{Form, Json};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::claims::ClaimsRequest;
use super::discovery::Host;
use super::errors::OAuthError;
use super::scopes::RequestedScopes;
use super::state::Grant;
use super::{SignIn, random};

/// Device codes live 15 minutes (v2-oauth2-device-code.md).
const LIFETIME: SignedDuration = SignedDuration::from_mins(15);
/// Seconds that an app should wait between two polls.
const INTERVAL: i64 = 5;
/// Only a client that does not wait at all is told to slow down.
const TOO_FAST: SignedDuration = SignedDuration::from_secs(1);

/// A device that waits for a person.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct DeviceRequest {
    pub(super) client_id: String,
    pub(super) scope: String,
    claims: ClaimsRequest,
    pub(super) user_code: String,
    pub(super) expires: Timestamp,
    polled: Option<Timestamp>,
    pub(super) outcome: Outcome,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Outcome {
    Pending,
    Accepted { person_id: String },
    Declined,
    Redeemed,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct CodeParameters {
    client_id: Option<String>,
    scope: Option<String>,
    claims: Option<String>,
}

pub(super) async fn device_code(
    State(sign_in): State<Arc<SignIn>>,
    Path(tenant): Path<String>,
    host: Host,
    Form(parameters): Form<CodeParameters>,
) -> Response {
    match sign_in.start_device(&tenant, &host, parameters) {
        Ok(answer) => Json(answer).into_response(),
        Err(error) => sign_in.trace(None).answer(&error),
    }
}

impl SignIn {
    fn start_device(
        &self,
        tenant: &str,
        host: &Host,
        parameters: CodeParameters,
    ) -> Result<Value, OAuthError> {
        self.check_tenant(tenant)?;
        let client_id = self.check_client(parameters.client_id.as_deref())?;
        let scope = parameters
            .scope
            .ok_or_else(|| OAuthError::missing("scope"))?;
        RequestedScopes::parse(&scope)?;
        let (device_code, user_code) = (random::secret(), random::user_code());
        let page = format!("{}/devicelogin", host.root());
        let request = DeviceRequest {
            client_id,
            scope,
            claims: ClaimsRequest::parse(parameters.claims.as_deref())?,
            user_code: user_code.clone(),
            expires: self
                .tenancy
                .now()
                .checked_add(LIFETIME)
                .map_err(|_| OAuthError::unavailable())?,
            polled: None,
            outcome: Outcome::Pending,
        };
        self.state()
            .devices
            .insert(random::digest(&device_code), request);
        self.tenancy.changed();
        Ok(json!({
            "message": format!(
                "To sign in, use a web browser to open the page {page} and enter the code {user_code} to authenticate."
            ),
            "device_code": device_code,
            "user_code": user_code,
            "verification_uri": page,
            "expires_in": LIFETIME.as_secs(),
            "interval": INTERVAL,
        }))
    }

    /// One poll of the app. The outcome is given away once.
    pub(super) fn redeem_device_code(
        &self,
        client_id: &str,
        device_code: &str,
    ) -> Result<Grant, OAuthError> {
        let now = self.tenancy.now();
        let mut state = self.state();
        let request = state
            .devices
            .get_mut(&random::digest(device_code))
            .filter(|request| {
                request.client_id == client_id && request.outcome != Outcome::Redeemed
            })
            .ok_or_else(|| {
                OAuthError::new(
                    "bad_verification_code",
                    70_018,
                    "The device code is not valid.",
                )
            })?;
        match &request.outcome {
            Outcome::Declined => Err(OAuthError::new(
                "authorization_declined",
                70_017,
                "The person declined the authorization.",
            )),
            _ if request.expires <= now => Err(OAuthError::new(
                "expired_token",
                70_020,
                "This device code has expired.",
            )),
            Outcome::Accepted { person_id } => {
                let grant = request.grant(person_id.clone());
                request.outcome = Outcome::Redeemed;
                Ok(grant)
            }
            Outcome::Pending | Outcome::Redeemed => Err(request.poll(now)),
        }
    }
}

impl DeviceRequest {
    fn grant(&self, person_id: String) -> Grant {
        Grant {
            client_id: self.client_id.clone(),
            person_id,
            scope: self.scope.clone(),
            nonce: None,
            claims: self.claims,
        }
    }

    fn poll(&mut self, now: Timestamp) -> OAuthError {
        let before = self.polled.replace(now);
        if before.is_some_and(|before| now.duration_since(before) < TOO_FAST) {
            return OAuthError::new(
                "slow_down",
                70_016,
                "The app polls more often than the interval allows.",
            );
        }
        let text = "OAuth 2.0 device flow error. Authorization is pending. Continue polling.";
        OAuthError::new("authorization_pending", 70_016, text)
    }
}
