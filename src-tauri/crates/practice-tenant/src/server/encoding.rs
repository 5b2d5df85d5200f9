//! Bodies of requests that come compressed.

use std::io::Read;

use axum::body::Bytes;
use flate2::read::MultiGzDecoder;
use http::header::CONTENT_ENCODING;
use http::{HeaderMap, StatusCode};

use crate::odata::ODataError;

/// The body as it was before it was compressed, of at most `limit` bytes.
///
/// # Errors
/// 415 for an encoding that the service does not take, 400 for a body that is not
/// what its header says, 413 for one that is too long.
pub(super) fn decoded(headers: &HeaderMap, body: Bytes, limit: usize) -> Result<Bytes, ODataError> {
    let encoding = headers.get(CONTENT_ENCODING);
    let encoding = encoding.map_or(Ok("identity"), |value| value.to_str());
    match encoding
        .unwrap_or_default()
        .trim()
        .to_ascii_lowercase()
        .as_str()
    {
        "" | "identity" => Ok(body),
        "gzip" | "x-gzip" => inflated(&body, limit),
        other => Err(ODataError::new(
            StatusCode::UNSUPPORTED_MEDIA_TYPE,
            "UnsupportedMediaType",
            format!("The content encoding '{other}' is not supported."),
        )),
    }
}

fn inflated(body: &[u8], limit: usize) -> Result<Bytes, ODataError> {
    let mut plain = Vec::new();
    let more_than_allowed = limit as u64 + 1;
    MultiGzDecoder::new(body)
        .take(more_than_allowed)
        .read_to_end(&mut plain)
        .map_err(|_| ODataError::malformed("The body is not compressed as its header says."))?;
    if plain.len() > limit {
        let text = "The request is too large.";
        return Err(ODataError::new(
            StatusCode::PAYLOAD_TOO_LARGE,
            "RequestEntityTooLarge",
            text,
        ));
    }
    Ok(Bytes::from(plain))
}
