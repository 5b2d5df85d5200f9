//! What the control address is told: JSON, of whatever media type it claims to
//! be. A word that is misspelt is refused and not ignored, since a rule for
//! nothing in particular is a rule for everything.

use axum::Json;
use axum::body::Bytes;
use axum::extract::{FromRequest, Request};
use axum::response::{IntoResponse, Response};
use http::StatusCode;
use serde::de::DeserializeOwned;
use serde_json::json;

/// The body of a call; none stands for `{}`.
pub(super) struct Body<T>(pub(super) T);

impl<S: Send + Sync, T: DeserializeOwned> FromRequest<S> for Body<T> {
    type Rejection = Response;

    async fn from_request(request: Request, state: &S) -> Result<Self, Response> {
        let bytes = Bytes::from_request(request, state)
            .await
            .map_err(IntoResponse::into_response)?;
        let text: &[u8] = if bytes.is_empty() { b"{}" } else { &bytes };
        serde_json::from_slice(text)
            .map(Self)
            .map_err(|error| refused(&error.to_string()))
    }
}

/// 400 with the reason.
pub(super) fn refused(reason: &str) -> Response {
    let error = json!({"error": {"code": "badRequest", "message": reason}});
    (StatusCode::BAD_REQUEST, Json(error)).into_response()
}
