//! The token endpoint: redeems authorization codes, refresh tokens and device
//! codes. Which permissions a token carries follows from what was accepted.

use std::collections::BTreeSet;
use std::sync::Arc;

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use axum::{Form, Json};
use http::HeaderMap;
use jiff::SignedDuration;
use serde::{Deserialize, Serialize};

use super::claims::ClaimsRequest;
use super::discovery::Host;
use super::errors::OAuthError;
use super::scopes::RequestedScopes;
use super::state::{AccessToken, Grant, RefreshToken};
use super::{Person, SignIn, jwt, random};

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Parameters {
    grant_type: String,
    client_id: Option<String>,
    client_secret: Option<String>,
    client_assertion: Option<String>,
    pub(super) code: Option<String>,
    pub(super) redirect_uri: Option<String>,
    pub(super) code_verifier: Option<String>,
    pub(super) refresh_token: Option<String>,
    device_code: Option<String>,
    scope: Option<String>,
    claims: Option<String>,
    client_info: Option<String>,
}

/// A successful answer.
#[derive(Serialize)]
struct Tokens {
    token_type: &'static str,
    scope: String,
    expires_in: i64,
    ext_expires_in: i64,
    access_token: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    refresh_token: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    id_token: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    client_info: Option<String>,
}

pub(super) async fn token(
    State(sign_in): State<Arc<SignIn>>,
    Path(tenant): Path<String>,
    host: Host,
    headers: HeaderMap,
    Form(parameters): Form<Parameters>,
) -> Response {
    match sign_in.token(&tenant, &host, &parameters) {
        Ok(tokens) => Json(tokens).into_response(),
        Err(error) => {
            let correlation = headers
                .get("client-request-id")
                .and_then(|id| id.to_str().ok());
            sign_in.trace(correlation).answer(&error)
        }
    }
}

impl SignIn {
    fn token(
        &self,
        tenant: &str,
        host: &Host,
        parameters: &Parameters,
    ) -> Result<Tokens, OAuthError> {
        self.check_tenant(tenant)?;
        let client_id = self.check_client(parameters.client_id.as_deref())?;
        if parameters.client_secret.is_some() || parameters.client_assertion.is_some() {
            let text = "Client is public so neither 'client_assertion' nor 'client_secret' should be presented.";
            return Err(OAuthError::new("invalid_client", 700_025, text));
        }
        self.forget_finished();
        let mut grant = match parameters.grant_type.as_str() {
            "authorization_code" => self.redeem_code(&client_id, parameters)?,
            "refresh_token" => self.redeem_refresh_token(&client_id, parameters)?,
            // The second name is older than the standard; Microsoft's Node library sends it.
            "urn:ietf:params:oauth:grant-type:device_code" | "device_code" => {
                let code = parameters
                    .device_code
                    .as_deref()
                    .ok_or_else(|| OAuthError::missing("device_code"))?;
                self.redeem_device_code(&client_id, code)?
            }
            "" => return Err(OAuthError::missing("grant_type")),
            other => {
                let text = format!("The app requested an unsupported grant type '{other}'.");
                return Err(OAuthError::new("unsupported_grant_type", 70_003, text));
            }
        };
        let claims = ClaimsRequest::parse(parameters.claims.as_deref())?;
        grant.claims = grant.claims.merged(claims);
        if let Some(scope) = &parameters.scope {
            grant.scope.clone_from(scope);
        }
        self.issue(host, grant, parameters.client_info.as_deref() == Some("1"))
    }

    fn forget_finished(&self) {
        let now = self.tenancy.now();
        self.state().forget_finished(now);
    }

    /// Makes the tokens of a grant and keeps them before they are answered.
    fn issue(&self, host: &Host, grant: Grant, client_info: bool) -> Result<Tokens, OAuthError> {
        let requested = RequestedScopes::parse(&grant.scope)?;
        let person = self.entitled(&grant)?;
        let permissions = self.permitted(&grant, &requested.permissions())?;
        let tenant_id = self.tenancy.tenant_id();
        let issuer = host.issuer(&tenant_id);
        let lifetime = random::access_token_lifetime();
        let seconds = lifetime.as_secs();
        let id_token = requested
            .has_openid("openid")
            .then(|| self.id_token(&issuer, &grant, &person));
        let tokens = Tokens {
            token_type: "Bearer",
            scope: requested.answer(&permissions),
            expires_in: seconds,
            ext_expires_in: seconds,
            access_token: self.access_token(&issuer, &grant, (&person, &permissions), seconds)?,
            refresh_token: requested.has_openid("offline_access").then(random::secret),
            id_token: id_token.transpose()?,
            client_info: client_info.then(|| jwt::client_info(&person.id, &tenant_id)),
        };
        self.keep(&tokens, grant, permissions, lifetime)?;
        self.tenancy.changed();
        let given = [
            Some(&tokens.access_token),
            tokens.refresh_token.as_ref(),
            tokens.id_token.as_ref(),
        ];
        self.gave(given.into_iter().flatten().cloned());
        Ok(tokens)
    }

    fn entitled(&self, grant: &Grant) -> Result<Person, OAuthError> {
        let person = self.tenancy.person(&grant.person_id);
        let person = person.ok_or_else(|| {
            OAuthError::unknown_person("invalid_grant", &self.tenancy.tenant_name())
        })?;
        if person.enabled {
            Ok(person)
        } else {
            Err(OAuthError::disabled("invalid_grant"))
        }
    }

    /// All that the person accepted for the app: the service grants earlier
    /// permissions too, asked for or not.
    fn permitted(
        &self,
        grant: &Grant,
        asked: &BTreeSet<String>,
    ) -> Result<BTreeSet<String>, OAuthError> {
        self.state()
            .permitted(&grant.client_id, &grant.person_id, asked)
            .ok_or_else(|| OAuthError::not_consented("invalid_grant", &grant.client_id))
    }

    fn keep(
        &self,
        tokens: &Tokens,
        grant: Grant,
        permissions: BTreeSet<String>,
        lifetime: SignedDuration,
    ) -> Result<(), OAuthError> {
        let now = self.tenancy.now();
        let access = AccessToken {
            person_id: grant.person_id.clone(),
            permissions,
            expires: Some(
                now.checked_add(lifetime)
                    .map_err(|_| OAuthError::unavailable())?,
            ),
            claims: grant.claims,
            revoked: None,
        };
        // The next token has to answer the next challenge itself.
        let claims = ClaimsRequest {
            not_before: None,
            ..grant.claims
        };
        let refresh = RefreshToken {
            grant: Grant { claims, ..grant },
            used: now,
            superseded: None,
            revoked: false,
        };
        let mut state = self.state();
        state
            .access_tokens
            .insert(random::digest(&tokens.access_token), access);
        if let Some(token) = &tokens.refresh_token {
            state.refresh_tokens.insert(random::digest(token), refresh);
        }
        Ok(())
    }
}
