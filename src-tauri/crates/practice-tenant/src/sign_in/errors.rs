//! Errors in the words and the form of the Microsoft identity platform: an
//! OAuth error word, an AADSTS number and a text. The same error is a JSON body
//! for apps, parameters of a redirect, or a page for the person at the browser.

use axum::Json;
use axum::response::{IntoResponse, Response};
use http::StatusCode;
use serde_json::{Value, json};

use super::{SignIn, random};

/// One refusal of the sign-in endpoints.
#[derive(Debug, Clone, thiserror::Error)]
#[error("AADSTS{number}: {text}")]
pub(super) struct OAuthError {
    pub(super) error: &'static str,
    pub(super) number: u32,
    text: String,
    status: StatusCode,
    suberror: Option<&'static str>,
}

impl OAuthError {
    pub(super) fn new(error: &'static str, number: u32, text: impl Into<String>) -> Self {
        let status = if error == "invalid_client" {
            StatusCode::UNAUTHORIZED
        } else {
            StatusCode::BAD_REQUEST
        };
        Self {
            error,
            number,
            text: text.into(),
            status,
            suberror: None,
        }
    }

    fn suberror(mut self, suberror: &'static str) -> Self {
        self.suberror = Some(suberror);
        self
    }

    pub(super) fn invalid_grant(number: u32, text: impl Into<String>) -> Self {
        Self::new("invalid_grant", number, text)
    }

    pub(super) fn invalid_request(number: u32, text: impl Into<String>) -> Self {
        Self::new("invalid_request", number, text)
    }

    pub(super) fn missing(parameter: &str) -> Self {
        Self::invalid_request(
            900_144,
            format!("The request body must contain the following parameter: '{parameter}'."),
        )
    }

    pub(super) fn unknown_tenant(tenant: &str) -> Self {
        Self::invalid_request(
            90_002,
            format!(
                "Tenant '{tenant}' not found. Check to make sure you have the correct tenant ID \
                 and are signing into the correct cloud."
            ),
        )
    }

    pub(super) fn unknown_client(client: &str, tenant: &str) -> Self {
        Self::new(
            "unauthorized_client",
            700_016,
            format!(
                "Application with identifier '{client}' was not found in the directory '{tenant}'."
            ),
        )
    }

    pub(super) fn unknown_scope(name: &str) -> Self {
        Self::new(
            "invalid_scope",
            650_053,
            format!(
                "The application asked for scope '{name}' that doesn't exist on the resource 'Microsoft Graph'."
            ),
        )
    }

    pub(super) fn redirect_mismatch(redirect: &str, client: &str) -> Self {
        Self::invalid_request(
            50_011,
            format!(
                "The redirect URI '{redirect}' specified in the request does not match the redirect \
                 URIs configured for the application '{client}'."
            ),
        )
    }

    pub(super) fn declined() -> Self {
        Self::new(
            "access_denied",
            65_004,
            "User declined to consent to access the app.",
        )
    }

    pub(super) fn administrator_needed(error: &'static str, tenant: &str) -> Self {
        Self::new(
            error,
            90_094,
            format!(
                "An administrator of {tenant} has set a policy that prevents you from granting \
                 this app the permissions it is requesting."
            ),
        )
    }

    pub(super) fn not_consented(error: &'static str, client: &str) -> Self {
        Self::new(
            error,
            65_001,
            format!(
                "The user or administrator has not consented to use the application with ID \
                 '{client}'. Send an interactive authorization request for this user and resource."
            ),
        )
        .suberror("consent_required")
    }

    pub(super) fn not_signed_in() -> Self {
        Self::new(
            "login_required",
            50_058,
            "A silent sign-in request was sent but no user is signed in.",
        )
    }

    pub(super) fn disabled(error: &'static str) -> Self {
        Self::new(error, 50_057, "The user account is disabled.")
    }

    pub(super) fn unknown_person(error: &'static str, tenant: &str) -> Self {
        Self::new(
            error,
            50_034,
            format!("The user account does not exist in the {tenant} directory."),
        )
    }

    pub(super) fn malformed() -> Self {
        Self::invalid_request(
            9_002_313,
            "Invalid request. Request is malformed or invalid.",
        )
    }

    pub(super) fn unavailable() -> Self {
        Self {
            status: StatusCode::INTERNAL_SERVER_ERROR,
            ..Self::new(
                "server_error",
                90_033,
                "A transient error has occurred. Please try again.",
            )
        }
    }
}

/// The ids that help-desks ask for, one set for each refusal.
pub(super) struct Trace {
    trace_id: String,
    correlation_id: String,
    timestamp: String,
}

impl SignIn {
    pub(super) fn trace(&self, correlation_id: Option<&str>) -> Trace {
        let timestamp = self
            .tenancy
            .now()
            .strftime("%Y-%m-%d %H:%M:%SZ")
            .to_string();
        Trace {
            trace_id: random::uuid(),
            correlation_id: correlation_id.map_or_else(random::uuid, str::to_owned),
            timestamp,
        }
    }
}

impl Trace {
    /// What the service writes into `error_description`.
    pub(super) fn description(&self, error: &OAuthError) -> String {
        format!(
            "{error} Trace ID: {} Correlation ID: {} Timestamp: {}",
            self.trace_id, self.correlation_id, self.timestamp
        )
    }

    fn body(&self, error: &OAuthError) -> Value {
        let mut body = json!({
            "error": error.error,
            "error_description": self.description(error),
            "error_codes": [error.number],
            "timestamp": self.timestamp,
            "trace_id": self.trace_id,
            "correlation_id": self.correlation_id,
        });
        if let Some(suberror) = error.suberror {
            body["suberror"] = json!(suberror);
        }
        body
    }

    /// The refusal as apps get it from the token and device code endpoints.
    pub(super) fn answer(&self, error: &OAuthError) -> Response {
        (error.status, Json(self.body(error))).into_response()
    }
}
