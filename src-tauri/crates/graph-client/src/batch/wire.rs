//! The JSON of a batch.

use std::collections::HashMap;

use http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::BatchRequest;

/// A body is taken only beside its type.
const JSON: (&str, &str) = ("Content-Type", "application/json");

#[derive(Serialize)]
pub(super) struct Requests<'a> {
    pub(super) requests: Vec<Item<'a>>,
}

#[derive(Serialize)]
pub(super) struct Item<'a> {
    id: String,
    method: &'a str,
    url: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    headers: Option<HashMap<&'static str, &'static str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    body: Option<&'a Value>,
}

impl<'a> Item<'a> {
    pub(super) fn new(index: usize, request: &'a BatchRequest) -> Self {
        let eventual = request.eventual.then_some(("ConsistencyLevel", "eventual"));
        let json = request.body.as_ref().map(|_| JSON);
        let headers: HashMap<_, _> = eventual.into_iter().chain(json).collect();
        Self {
            id: index.to_string(),
            method: request.method.as_str(),
            url: &request.url,
            headers: (!headers.is_empty()).then_some(headers),
            body: request.body.as_ref(),
        }
    }
}

#[derive(Deserialize)]
pub(super) struct Responses {
    pub(super) responses: Vec<Response>,
}

#[derive(Deserialize)]
pub(super) struct Response {
    id: Value,
    status: u16,
    #[serde(default)]
    headers: Option<HashMap<String, String>>,
    #[serde(default)]
    pub(super) body: Value,
}

impl Response {
    /// The item's place in the batch; ids may come back as numbers.
    pub(super) fn index(&self) -> Option<usize> {
        match &self.id {
            Value::String(text) => text.parse().ok(),
            Value::Number(number) => usize::try_from(number.as_u64()?).ok(),
            _ => None,
        }
    }

    pub(super) fn status(&self) -> StatusCode {
        StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
    }

    pub(super) fn headers(&self) -> HeaderMap {
        let pairs = self.headers.iter().flatten();
        pairs
            .filter_map(|(name, value)| {
                Some((
                    name.parse::<HeaderName>().ok()?,
                    HeaderValue::from_str(value).ok()?,
                ))
            })
            .collect()
    }
}
