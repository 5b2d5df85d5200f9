//! Tokens in next and delta links: opaque to clients, and only ever read by the
//! tenant that wrote them.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::ODataError;

/// Writes what a link has to remember.
pub(crate) fn seal<T: Serialize>(content: &T) -> String {
    URL_SAFE_NO_PAD.encode(serde_json::to_vec(content).unwrap_or_default())
}

/// Reads a token that [`seal`] wrote.
pub(crate) fn open<T: DeserializeOwned>(token: &str) -> Result<T, ODataError> {
    let bytes = URL_SAFE_NO_PAD.decode(token).map_err(|_| invalid())?;
    serde_json::from_slice(&bytes).map_err(|_| invalid())
}

fn invalid() -> ODataError {
    ODataError::new(
        http::StatusCode::BAD_REQUEST,
        "Directory_ExpiredPageToken",
        "The specified page token value has expired and can no longer be included in your request.",
    )
}
