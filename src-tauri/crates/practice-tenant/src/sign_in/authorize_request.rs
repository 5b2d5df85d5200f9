//! What an app sends to the authorize endpoint, and the checks that come before
//! any page: a known app, a loopback redirect, a code with PKCE, known scopes.

use serde::{Deserialize, Serialize};
use url::Url;

use super::SignIn;
use super::claims::ClaimsRequest;
use super::clients::loopback_redirect;
use super::errors::OAuthError;
use super::scopes::RequestedScopes;

/// The answer comes as a form that the browser posts, not in an address: what
/// Microsoft's libraries for desktop programs ask for.
pub(super) const FORM_POST: &str = "form_post";

/// What the app sent; the pages carry it from answer to answer.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Parameters {
    pub(super) client_id: Option<String>,
    pub(super) redirect_uri: Option<String>,
    pub(super) response_type: Option<String>,
    pub(super) response_mode: Option<String>,
    pub(super) scope: Option<String>,
    pub(super) state: Option<String>,
    pub(super) nonce: Option<String>,
    pub(super) code_challenge: Option<String>,
    pub(super) code_challenge_method: Option<String>,
    pub(super) prompt: Option<String>,
    pub(super) login_hint: Option<String>,
    pub(super) claims: Option<String>,
    #[serde(skip_serializing)]
    pub(super) find: String,
    pub(super) account: Option<String>,
    #[serde(skip_serializing)]
    pub(super) decision: String,
}

/// A request that passed all checks.
pub(super) struct Request {
    pub(super) client_id: String,
    pub(super) scope: String,
    pub(super) requested: RequestedScopes,
    pub(super) code_challenge: String,
    pub(super) claims: ClaimsRequest,
}

impl SignIn {
    /// Without a known app and redirect there is no way back: a page says why.
    pub(super) fn check_app(
        &self,
        tenant: &str,
        parameters: &Parameters,
    ) -> Result<Url, OAuthError> {
        self.check_tenant(tenant)?;
        let client_id = self.check_client(parameters.client_id.as_deref())?;
        let redirect = parameters
            .redirect_uri
            .as_deref()
            .ok_or_else(|| OAuthError::missing("redirect_uri"))?;
        loopback_redirect(redirect)
            .ok_or_else(|| OAuthError::redirect_mismatch(redirect, &client_id))
    }

    pub(super) fn check_request(&self, parameters: &Parameters) -> Result<Request, OAuthError> {
        let given =
            |value: &Option<String>, name| value.clone().ok_or_else(|| OAuthError::missing(name));
        if given(&parameters.response_type, "response_type")? != "code" {
            let text = "The application requested an unsupported response type.";
            return Err(OAuthError::new("unsupported_response_type", 700_054, text));
        }
        if parameters
            .response_mode
            .as_deref()
            .is_some_and(|mode| !["query", FORM_POST].contains(&mode))
        {
            return Err(OAuthError::invalid_request(
                70_007,
                "'response_mode' has an unsupported value.",
            ));
        }
        let Some(code_challenge) = parameters.code_challenge.clone() else {
            let text = "Proof Key for Code Exchange is required for authorization code redemption.";
            return Err(OAuthError::invalid_request(9_002_325, text));
        };
        if parameters.code_challenge_method.as_deref() != Some("S256") {
            return Err(OAuthError::invalid_request(
                501_471,
                "The 'code_challenge_method' must be 'S256'.",
            ));
        }
        let scope = given(&parameters.scope, "scope")?;
        Ok(Request {
            client_id: self.check_client(parameters.client_id.as_deref())?,
            requested: RequestedScopes::parse(&scope)?,
            scope,
            code_challenge,
            claims: ClaimsRequest::parse(parameters.claims.as_deref())?,
        })
    }
}
