//! What apps read before they sign in: the OpenID configuration, the public
//! keys, the instance and the kind of an account. All addresses are those that
//! the app used (`Host`), because the port changes with every start.

use std::sync::Arc;

use axum::Json;
use axum::extract::{FromRequestParts, Path, State};
use axum::response::{IntoResponse, Response};
use http::header::HOST;
use http::request::Parts;
use serde_json::{Value, json};

use super::SignIn;
use super::authorize_request::FORM_POST;
use super::errors::OAuthError;

/// Where the app reached the tenant. A proxy that ends TLS in front of it says so
/// with `X-Forwarded-Proto`; Microsoft's sign-in libraries insist on https.
pub(super) struct Host {
    scheme: &'static str,
    /// For example `127.0.0.1:40123`.
    name: String,
}

impl<S: Sync> FromRequestParts<S> for Host {
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Self::Rejection> {
        let header = |name: &str| {
            parts
                .headers
                .get(name)
                .and_then(|value| value.to_str().ok())
        };
        let host = header(HOST.as_str());
        let host = host.or_else(|| parts.uri.authority().map(http::uri::Authority::as_str));
        let secure =
            header("x-forwarded-proto").is_some_and(|scheme| scheme.eq_ignore_ascii_case("https"));
        Ok(Self {
            scheme: if secure { "https" } else { "http" },
            name: host.unwrap_or("127.0.0.1").to_owned(),
        })
    }
}

impl Host {
    /// The address of the tenant's root, as the app wrote it.
    pub(super) fn root(&self) -> String {
        format!("{}://{}", self.scheme, self.name)
    }

    pub(super) fn issuer(&self, tenant_id: &str) -> String {
        format!("{}/{tenant_id}/v2.0", self.root())
    }
}

impl SignIn {
    /// Accepts the names under which the tenant can be addressed.
    pub(super) fn check_tenant(&self, tenant: &str) -> Result<(), OAuthError> {
        let known = [
            "organizations",
            "common",
            &self.tenancy.tenant_id(),
            &self.tenancy.domain(),
        ]
        .iter()
        .any(|known| known.eq_ignore_ascii_case(tenant));
        known
            .then_some(())
            .ok_or_else(|| OAuthError::unknown_tenant(tenant))
    }
}

pub(super) async fn configuration(
    State(sign_in): State<Arc<SignIn>>,
    Path(tenant): Path<String>,
    host: Host,
) -> Response {
    if let Err(error) = sign_in.check_tenant(&tenant) {
        return sign_in.trace(None).answer(&error);
    }
    let shared = ["organizations", "common"]
        .iter()
        .any(|name| name.eq_ignore_ascii_case(&tenant));
    let issuer = if shared {
        "{tenantid}".to_owned()
    } else {
        sign_in.tenancy.tenant_id()
    };
    let base = format!("{}/{tenant}", host.root());
    Json(json!({
        "issuer": host.issuer(&issuer),
        "authorization_endpoint": format!("{base}/oauth2/v2.0/authorize"),
        "token_endpoint": format!("{base}/oauth2/v2.0/token"),
        "device_authorization_endpoint": format!("{base}/oauth2/v2.0/devicecode"),
        "end_session_endpoint": format!("{base}/oauth2/v2.0/logout"),
        "jwks_uri": format!("{base}/discovery/v2.0/keys"),
        "response_modes_supported": ["query", FORM_POST],
        "response_types_supported": ["code"],
        "scopes_supported": ["openid", "profile", "email", "offline_access"],
        "subject_types_supported": ["pairwise"],
        "id_token_signing_alg_values_supported": ["RS256"],
        "token_endpoint_auth_methods_supported": ["none"],
        "code_challenge_methods_supported": ["S256"],
        "claims_supported": ["sub", "iss", "aud", "exp", "iat", "nonce", "preferred_username", "name", "tid", "oid", "ver"],
        "tenant_region_scope": null,
        "cloud_instance_name": host.name,
    }))
    .into_response()
}

pub(super) async fn keys(
    State(sign_in): State<Arc<SignIn>>,
    Path(tenant): Path<String>,
) -> Response {
    match sign_in
        .check_tenant(&tenant)
        .and_then(|()| sign_in.signing_key())
    {
        Ok(key) => Json(key.public()).into_response(),
        Err(error) => sign_in.trace(None).answer(&error),
    }
}

/// Microsoft's libraries ask here which names one cloud has.
pub(super) async fn instance(State(sign_in): State<Arc<SignIn>>, host: Host) -> Json<Value> {
    let tenant = sign_in.tenancy.tenant_id();
    Json(json!({
        "tenant_discovery_endpoint": format!("{}/{tenant}/v2.0/.well-known/openid-configuration", host.root()),
        "api-version": "1.1",
        "metadata": [{"preferred_network": host.name, "preferred_cache": host.name, "aliases": [host.name]}],
    }))
}

/// Whether a login belongs to the tenant ("user realm discovery").
pub(super) async fn user_realm(
    State(sign_in): State<Arc<SignIn>>,
    Path((_, login)): Path<(String, String)>,
    host: Host,
) -> Json<Value> {
    let domain = login.rsplit('@').next().unwrap_or_default().to_owned();
    let managed = domain.eq_ignore_ascii_case(&sign_in.tenancy.domain());
    Json(json!({
        "ver": "1.0",
        "account_type": if managed { "Managed" } else { "Unknown" },
        "domain_name": domain,
        "cloud_instance_name": host.name,
        "cloud_audience_urn": "urn:federation:MicrosoftOnline",
    }))
}
