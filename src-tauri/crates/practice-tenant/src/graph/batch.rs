//! `POST /$batch` (json-batching.md): up to twenty calls in one, each answered
//! and throttled on its own. Faults of single items come from `faults`.

use std::collections::{HashMap, HashSet};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use http::header::{HeaderName, HeaderValue};
use http::{HeaderMap, Method, StatusCode};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use serde_json::{Map, Value};
use url::Url;
use uuid::Uuid;

use super::{Answer, Call, Payload};
use crate::odata::ODataError;
use crate::odata::error::RequestIds;

/// How many calls a batch may hold.
const MAX_REQUESTS: usize = 20;

#[derive(Deserialize)]
struct Batch {
    requests: Vec<Request>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Request {
    /// A text; numbers are taken too.
    id: Value,
    method: String,
    url: String,
    #[serde(default)]
    headers: Map<String, Value>,
    #[serde(default)]
    body: Value,
    #[serde(default)]
    depends_on: Vec<Value>,
}

/// One call of a batch.
pub(crate) struct Item {
    id: String,
    pub(crate) call: Call,
    depends_on: Vec<String>,
}

#[derive(Serialize)]
struct Response<'a> {
    id: &'a str,
    status: u16,
    headers: HashMap<&'static str, &'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    body: Option<Box<RawValue>>,
}

#[derive(Serialize)]
struct Responses<'a> {
    responses: Vec<Response<'a>>,
}

pub(super) fn refuse_nested() -> Result<Answer, ODataError> {
    Err(malformed("Batch requests may not contain batch requests."))
}

fn malformed(message: impl Into<String>) -> ODataError {
    ODataError::malformed(format!("Invalid batch payload format. {}", message.into()))
}

/// Runs a batch; `one` answers a single call, faults included.
pub(crate) fn run(call: &Call, mut one: impl FnMut(&Call) -> Answer) -> Result<Answer, ODataError> {
    if call.method != Method::POST {
        return Err(ODataError::method_not_allowed());
    }
    let items = items(call)?;
    let mut answers: HashMap<&str, Answer> = HashMap::new();
    for item in &items {
        let failed = item.depends_on.iter().any(|id| {
            answers
                .get(id.as_str())
                .is_none_or(|answer| answer.status.as_u16() >= 400)
        });
        let answer = if failed {
            Answer::refusal(&dependency(), &item.call.ids)
        } else {
            one(&item.call)
        };
        answers.insert(&item.id, answer);
    }
    // The order of answers means nothing; the last first shows who relies on it.
    let responses: Vec<Response<'_>> = items
        .iter()
        .rev()
        .filter_map(|item| Some(response(&item.id, answers.get(item.id.as_str())?)))
        .collect();
    Answer::json(&Responses { responses })
}

fn dependency() -> ODataError {
    ODataError::new(
        StatusCode::FAILED_DEPENDENCY,
        "FailedDependency",
        "A request that this one depends on has failed.",
    )
}

fn items(call: &Call) -> Result<Vec<Item>, ODataError> {
    let batch: Batch =
        serde_json::from_slice(&call.body).map_err(|error| malformed(error.to_string()))?;
    if batch.requests.is_empty() || batch.requests.len() > MAX_REQUESTS {
        return Err(malformed(format!(
            "A batch holds 1 to {MAX_REQUESTS} requests, not {}.",
            batch.requests.len()
        )));
    }
    let mut seen = HashSet::new();
    let items: Vec<Item> = batch
        .requests
        .into_iter()
        .map(|request| item(call, request))
        .collect::<Result<_, _>>()?;
    for item in &items {
        if item.id.is_empty() || !seen.insert(item.id.to_lowercase()) {
            return Err(malformed(
                "The ids of the requests must be there and unique.",
            ));
        }
    }
    let unknown = |item: &Item| {
        item.depends_on
            .iter()
            .any(|id| !seen.contains(&id.to_lowercase()))
    };
    if items.iter().any(unknown) {
        return Err(malformed(
            "A request depends on one that is not in the batch.",
        ));
    }
    Ok(items)
}

/// Ids of a batch are texts; clients write numbers as well.
fn id(value: &Value) -> String {
    match value {
        Value::String(id) => id.clone(),
        Value::Number(id) => id.to_string(),
        _ => String::new(),
    }
}

fn item(outer: &Call, request: Request) -> Result<Item, ODataError> {
    let method = Method::from_bytes(request.method.to_uppercase().as_bytes())
        .map_err(|_| malformed(format!("'{}' is no method.", request.method)))?;
    if !request.body.is_null()
        && !request
            .headers
            .keys()
            .any(|name| name.eq_ignore_ascii_case("content-type"))
    {
        return Err(malformed(
            "A request with a body needs the header Content-Type.",
        ));
    }
    let headers = headers(outer, &request.headers);
    let mut call = Call {
        method,
        version: outer.version.clone(),
        segments: Vec::new(),
        words: Vec::new(),
        query: Vec::new(),
        ids: ids(outer, &headers),
        headers,
        body: body(&request.body),
        origin: outer.origin.clone(),
    };
    let (path, query) = target(&request.url, &outer.version)?;
    call.set_target(&path, &query);
    Ok(Item {
        id: id(&request.id),
        call,
        depends_on: request.depends_on.iter().map(id).collect(),
    })
}

/// Every item is a request of its own to the service's support.
fn ids(outer: &Call, headers: &HeaderMap) -> RequestIds {
    let request_id = Uuid::new_v4().to_string();
    let named = headers
        .get("client-request-id")
        .and_then(|id| id.to_str().ok());
    RequestIds {
        client_request_id: named.unwrap_or(&request_id).to_owned(),
        request_id,
        date: outer.ids.date.clone(),
    }
}

/// A relative address, or an absolute one with the version in it.
fn target(address: &str, version: &str) -> Result<(String, String), ODataError> {
    if let Ok(url) = Url::parse(address) {
        let path = url.path().trim_start_matches('/');
        let path = path.strip_prefix(version).unwrap_or(path);
        return Ok((path.to_owned(), url.query().unwrap_or_default().to_owned()));
    }
    if address.is_empty() {
        return Err(malformed("A request needs a url."));
    }
    let (path, query) = address.split_once('?').unwrap_or((address, ""));
    Ok((path.to_owned(), query.to_owned()))
}

/// The item's own headers, and the credentials of the whole batch.
fn headers(outer: &Call, own: &Map<String, Value>) -> HeaderMap {
    let mut headers = HeaderMap::new();
    for (name, value) in own {
        let name = HeaderName::try_from(name.as_str());
        let value = value.as_str().map(HeaderValue::from_str);
        if let (Ok(name), Some(Ok(value))) = (name, value) {
            headers.insert(name, value);
        }
    }
    if let Some(credentials) = outer.headers.get(http::header::AUTHORIZATION) {
        headers.insert(http::header::AUTHORIZATION, credentials.clone());
    }
    headers
}

fn body(value: &Value) -> Bytes {
    if value.is_null() {
        Bytes::new()
    } else {
        Bytes::from(value.to_string())
    }
}

fn response<'a>(id: &'a str, answer: &'a Answer) -> Response<'a> {
    let mut headers: HashMap<&'static str, &str> = HashMap::new();
    headers.extend(
        answer
            .headers
            .iter()
            .map(|(name, value)| (*name, value.as_str())),
    );
    headers.insert("Cache-Control", "no-cache");
    if let Some(media_type) = answer.payload.content_type() {
        headers.insert("Content-Type", media_type);
    }
    let body = match &answer.payload {
        Payload::Empty => None,
        Payload::Json(bytes) => String::from_utf8(bytes.clone()).ok(),
        // A count is a number here, whatever its media type says.
        Payload::Text(text) => Some(text.clone()),
        Payload::Bytes { bytes, .. } => Some(format!("\"{}\"", STANDARD.encode(bytes))),
    };
    Response {
        id,
        status: answer.status.as_u16(),
        headers,
        body: body.and_then(|body| RawValue::from_string(body).ok()),
    }
}
