//! An answer before it is HTTP: what a batch puts into its list and the server
//! puts on the wire.

use bytes::Bytes;
use http::StatusCode;
use serde::Serialize;

use crate::odata::ODataError;
use crate::odata::error::RequestIds;

/// The media type of every JSON answer.
pub(crate) const JSON: &str = "application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8";

/// Status, headers of this answer alone, and a body.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: Vec<(&'static str, String)>,
    pub(crate) payload: Payload,
}

/// The body of an answer.
#[derive(Debug)]
pub(crate) enum Payload {
    Empty,
    Json(Vec<u8>),
    Text(String),
    Bytes { media_type: String, bytes: Bytes },
}

impl Answer {
    pub(crate) fn empty(status: StatusCode) -> Self {
        Self {
            status,
            headers: Vec::new(),
            payload: Payload::Empty,
        }
    }

    pub(crate) fn json<T: Serialize>(body: &T) -> Result<Self, ODataError> {
        let bytes = serde_json::to_vec(body).map_err(|error| {
            ODataError::new(
                StatusCode::INTERNAL_SERVER_ERROR,
                "InternalServerError",
                error.to_string(),
            )
        })?;
        Ok(Self {
            status: StatusCode::OK,
            headers: Vec::new(),
            payload: Payload::Json(bytes),
        })
    }

    /// A bare number, as `/$count` answers.
    pub(crate) fn count(count: usize) -> Self {
        Self {
            status: StatusCode::OK,
            headers: Vec::new(),
            payload: Payload::Text(count.to_string()),
        }
    }

    pub(crate) fn refusal(error: &ODataError, ids: &RequestIds) -> Self {
        let bytes = serde_json::to_vec(&error.body(ids)).unwrap_or_default();
        Self {
            status: error.status,
            headers: error.headers.clone(),
            payload: Payload::Json(bytes),
        }
    }

    /// With `Prefer: return=minimal` an action answers 204, else 200 without a body.
    pub(crate) fn action(minimal: bool) -> Self {
        Self::empty(if minimal {
            StatusCode::NO_CONTENT
        } else {
            StatusCode::OK
        })
    }
}

impl Payload {
    pub(crate) fn content_type(&self) -> Option<&str> {
        match self {
            Self::Empty => None,
            Self::Json(_) => Some(JSON),
            Self::Text(_) => Some("text/plain"),
            Self::Bytes { media_type, .. } => Some(media_type),
        }
    }
}
