//! One exchange: a request of HTTP becomes a call, its faults happen, its answer
//! gets the headers that every answer has, and both are recorded.

use std::time::Duration;

use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{ConnectInfo, Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use futures::stream;
use http::header::{CONTENT_LENGTH, CONTENT_TYPE, DATE, HOST};
use http::request::Parts;
use http::{HeaderMap, HeaderValue, StatusCode};
use uuid::Uuid;

use super::connection::Connection;
use super::{Server, encoding, sign_in_faults};
use crate::clock::http_date;
use crate::faults::{self, Fault};
use crate::graph::{self, Answer, Call, Payload};
use crate::odata::ODataError;
use crate::odata::error::RequestIds;
use crate::record::Exchange;

/// The longest request body that is read, in bytes.
pub(super) const MAX_BODY: usize = 8 * 1024 * 1024;
/// What a proxy between the client and the service would answer.
pub(super) const PROXY_PAGE: &str = "<!DOCTYPE html><html><head><title>Proxy</title></head><body><h1>The proxy could not reach the server</h1></body></html>";
/// About the bytes of an answer's first line.
const FIRST_LINE: usize = 20;
/// Time for the first half of a body to leave before the connection ends.
const HALF_SENT: Duration = Duration::from_millis(50);

/// Every answer carries the tenant's own time. Sign-in is recorded here, Graph
/// where its bodies are known.
pub(super) async fn dated(State(server): State<Server>, request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    let graph = version(&path).is_some();
    let recorder = server
        .recorder
        .as_ref()
        .filter(|_| !graph && !path.starts_with("/control"));
    let exchange = recorder.map(|_| {
        Exchange::request(
            request.method().as_str(),
            &request.uri().to_string(),
            request.headers(),
            b"",
        )
    });
    let mut response = if graph || path.starts_with("/control") {
        next.run(request).await
    } else {
        sign_in_faults::answer(&server, request, next).await
    };
    if let Ok(date) = HeaderValue::from_str(&http_date(server.tenant.now())) {
        response.headers_mut().insert(DATE, date);
    }
    if let (Some(recorder), Some(exchange)) = (recorder, exchange) {
        recorder.write(&exchange.answered(response.status().as_u16(), response.headers(), b""));
    }
    response
}

/// The version that a path asks for, and what follows it.
fn version(path: &str) -> Option<(&'static str, &str)> {
    let path = path.trim_start_matches('/');
    let (asked, rest) = path.split_once('/').unwrap_or((path, ""));
    let known = ["v1.0", "beta"]
        .into_iter()
        .find(|known| known.eq_ignore_ascii_case(asked))?;
    // Microsoft's JavaScript client takes only https for an absolute address: a
    // next link on http arrives whole behind its base address.
    match rest.split_once("://") {
        Some(("http" | "https", link)) => version(link.split_once('/')?.1),
        _ => Some((known, rest)),
    }
}

/// Microsoft Graph: everything that is neither sign-in nor control.
pub(super) async fn graph(
    State(server): State<Server>,
    ConnectInfo(connection): ConnectInfo<Connection>,
    request: Request,
) -> Response {
    let (parts, body) = request.into_parts();
    let Some((version, rest)) = version(parts.uri.path()) else {
        return without_version(&server, &parts);
    };
    let Ok(body) = to_bytes(body, MAX_BODY).await else {
        return StatusCode::PAYLOAD_TOO_LARGE.into_response();
    };
    let decoded = encoding::decoded(&parts.headers, body, MAX_BODY);
    let body = decoded.as_ref().cloned().unwrap_or_default();
    let call = call(&server, &parts, version, rest, body.clone());
    // The place at a mailbox is kept until the answer goes out, however late.
    let place = decoded.and_then(|_| server.mailboxes.enter(&call));
    let outcome = match &place {
        Ok(_) => outcome(&server, &call),
        Err(error) => refused(&server, &call, error),
    };
    let delay = server.latency + outcome.delay;
    if !delay.is_zero() {
        tokio::time::sleep(delay).await;
    }
    let query = parts.uri.query().map(|query| format!("?{query}"));
    let sent = Exchange::request(
        call.method.as_str(),
        &format!("/{version}/{rest}{}", query.unwrap_or_default()),
        &parts.headers,
        &body,
    );
    finish(&server, &connection, &call, outcome, sent)
}

/// Every path begins with a version.
fn without_version(server: &Server, parts: &Parts) -> Response {
    let path = parts.uri.path().trim_start_matches('/');
    let asked = path.split('/').next().unwrap_or_default();
    let call = call(server, parts, asked, "", Bytes::new());
    let error = ODataError::malformed(format!("Invalid version: {asked}"));
    let answer = Answer::refusal(&error, &call.ids);
    let headers = all_headers(&call, &answer.headers, &answer.payload);
    let body = error.body(&call.ids).to_string();
    (answer.status, headers, body).into_response()
}

fn call(server: &Server, parts: &Parts, version: &str, rest: &str, body: Bytes) -> Call {
    let header = |name: &str| {
        parts
            .headers
            .get(name)
            .and_then(|value| value.to_str().ok())
    };
    let request_id = Uuid::new_v4().to_string();
    let host = header(HOST.as_str()).unwrap_or("localhost");
    let scheme = header("x-forwarded-proto").unwrap_or("http");
    let mut call = Call {
        method: parts.method.clone(),
        version: version.to_owned(),
        segments: Vec::new(),
        words: Vec::new(),
        query: Vec::new(),
        headers: parts.headers.clone(),
        body,
        origin: format!("{scheme}://{host}"),
        ids: RequestIds {
            client_request_id: header("client-request-id")
                .unwrap_or(&request_id)
                .to_owned(),
            request_id,
            date: server
                .tenant
                .now()
                .strftime("%Y-%m-%dT%H:%M:%S")
                .to_string(),
        },
    };
    call.set_target(rest, parts.uri.query().unwrap_or_default());
    call
}

/// What is sent, how late, and what breaks while it is sent.
struct Outcome {
    answer: Answer,
    delay: Duration,
    broken: Option<Broken>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Broken {
    Cut,
    Half,
    Page,
}

fn outcome(server: &Server, call: &Call) -> Outcome {
    let batch = call.words.len() == 1 && call.words[0] == "$batch";
    if !batch {
        return one(server, call, false);
    }
    let fault = server.tenant.take_fault(&call.method, &call.words, false);
    with_fault(call, fault, || {
        let mut delay = Duration::ZERO;
        let mut broken = None;
        let answer = graph::run_batch(call, |item| {
            let outcome = one(server, item, true);
            delay = delay.max(outcome.delay);
            broken = broken.or(outcome.broken);
            outcome.answer
        });
        let answer = answer.unwrap_or_else(|error| Answer::refusal(&error, &call.ids));
        Outcome {
            answer,
            delay,
            broken,
        }
    })
}

/// Turned away before anything was looked at.
fn refused(server: &Server, call: &Call, error: &ODataError) -> Outcome {
    let answer = Answer::refusal(error, &call.ids);
    let mut faults = server.tenant.faults();
    faults.manners.called(call);
    faults.manners.answered(call, &answer);
    Outcome {
        answer,
        delay: Duration::ZERO,
        broken: None,
    }
}

fn one(server: &Server, call: &Call, in_batch: bool) -> Outcome {
    server.tenant.faults().manners.called(call);
    let fault = server
        .tenant
        .take_fault(&call.method, &call.words, in_batch);
    let outcome = with_fault(call, fault, || {
        let counted = server.mailboxes.count(call);
        let answer = counted.and_then(|()| graph::answer(&server.tenant, call));
        let answer = answer.unwrap_or_else(|error| Answer::refusal(&error, &call.ids));
        Outcome {
            answer,
            delay: Duration::ZERO,
            broken: None,
        }
    });
    server
        .tenant
        .faults()
        .manners
        .answered(call, &outcome.answer);
    outcome
}

fn with_fault(call: &Call, fault: Option<Fault>, work: impl FnOnce() -> Outcome) -> Outcome {
    let without_effect = |answer, broken| Outcome {
        answer,
        delay: Duration::ZERO,
        broken,
    };
    let empty =
        |status| Answer::empty(StatusCode::from_u16(status).unwrap_or(StatusCode::BAD_GATEWAY));
    match fault {
        None => work(),
        Some(Fault::Status {
            status,
            retry_after,
            code,
        }) => {
            let error = injected(status, retry_after.map(|seconds| seconds.to_string()), code);
            without_effect(Answer::refusal(&error, &call.ids), None)
        }
        Some(Fault::Html { status }) => without_effect(empty(status), Some(Broken::Page)),
        Some(Fault::CutBefore) => without_effect(empty(502), Some(Broken::Cut)),
        Some(Fault::CutAfter) => Outcome {
            broken: Some(Broken::Cut),
            ..work()
        },
        Some(Fault::Truncated) => Outcome {
            broken: Some(Broken::Half),
            ..work()
        },
        Some(Fault::Slow { milliseconds }) => {
            let outcome = work();
            Outcome {
                delay: outcome.delay + Duration::from_millis(milliseconds),
                ..outcome
            }
        }
    }
}

fn injected(status: u16, retry_after: Option<String>, code: Option<String>) -> ODataError {
    let known = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let message = code.unwrap_or_else(|| {
        known
            .canonical_reason()
            .unwrap_or("An error has occurred.")
            .to_owned()
    });
    let error = ODataError::new(known, faults::code(status), message);
    match retry_after {
        Some(seconds) => error.header("Retry-After", seconds),
        None => error,
    }
}

fn finish(
    server: &Server,
    connection: &Connection,
    call: &Call,
    outcome: Outcome,
    sent: Exchange,
) -> Response {
    let Answer {
        status,
        headers,
        payload,
    } = outcome.answer;
    let headers = all_headers(call, &headers, &payload);
    let bytes = match payload {
        Payload::Empty => Bytes::new(),
        Payload::Json(bytes) => Bytes::from(bytes),
        Payload::Text(text) => Bytes::from(text),
        Payload::Bytes { bytes, .. } => bytes,
    };
    if let Some(recorder) = &server.recorder {
        // An answer that never arrives whole is none.
        let exchange = match outcome.broken {
            None => sent.answered(status.as_u16(), &headers, &bytes),
            Some(_) => sent,
        };
        recorder.write(&exchange);
    }
    match outcome.broken {
        None if bytes.is_empty() => (status, headers).into_response(),
        None => (status, headers, bytes).into_response(),
        Some(Broken::Page) => (status, [(CONTENT_TYPE, "text/html")], PROXY_PAGE).into_response(),
        Some(Broken::Half) => (status, headers, half(connection, bytes)).into_response(),
        Some(Broken::Cut) => {
            connection.cut();
            status.into_response()
        }
    }
}

fn all_headers(call: &Call, own: &[(&'static str, String)], payload: &Payload) -> HeaderMap {
    let mut headers = HeaderMap::new();
    let ids = [
        ("request-id", &call.ids.request_id),
        ("client-request-id", &call.ids.client_request_id),
    ];
    let own = own.iter().map(|(name, value)| (*name, value.as_str()));
    let common = [
        ("cache-control", "no-cache"),
        ("odata-version", "4.0"),
        (
            "x-ms-ags-diagnostic",
            r#"{"ServerInfo":{"DataCenter":"Practice","Slice":"E","Ring":"1","ScaleUnit":"001","RoleInstance":"PT01"}}"#,
        ),
        ("x-ms-resource-unit", "1"),
    ];
    let media_type = payload
        .content_type()
        .map(|media_type| ("content-type", media_type));
    let ids = ids.map(|(name, id)| (name, id.as_str()));
    for (name, value) in common.into_iter().chain(ids).chain(media_type).chain(own) {
        let name = http::HeaderName::from_bytes(name.as_bytes());
        if let (Ok(name), Ok(value)) = (name, HeaderValue::from_str(value)) {
            headers.insert(name, value);
        }
    }
    headers
}

/// Promises the whole body, sends half of it and ends the connection. Without a
/// body it ends within the headers.
pub(super) fn half(connection: &Connection, bytes: Bytes) -> Response {
    if bytes.is_empty() {
        connection.cut_after(FIRST_LINE);
        return ().into_response();
    }
    let length = bytes.len();
    let connection = connection.clone();
    let first = bytes.slice(..length / 2);
    let parts = stream::unfold(Some(first), move |state| {
        let connection = connection.clone();
        async move {
            if let Some(first) = state {
                return Some((Ok(first), None));
            }
            tokio::time::sleep(HALF_SENT).await;
            connection.cut();
            Some((
                Err(std::io::Error::from(std::io::ErrorKind::ConnectionAborted)),
                None,
            ))
        }
    });
    ([(CONTENT_LENGTH, length)], Body::from_stream(parts)).into_response()
}
