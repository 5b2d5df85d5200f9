//! Faults of the sign-in endpoints: what a rule or a condition does to one of
//! them, in the form in which they answer.

use std::time::Duration;

use axum::Json;
use axum::body::to_bytes;
use axum::extract::{ConnectInfo, Request};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use http::header::{CONTENT_TYPE, RETRY_AFTER};
use http::{HeaderValue, Method, StatusCode};
use serde_json::json;
use uuid::Uuid;

use super::Server;
use super::connection::Connection;
use super::exchange::{MAX_BODY, PROXY_PAGE, half};
use crate::faults::Fault;

/// Answers a call of sign-in, with whatever befalls it.
pub(super) async fn answer(server: &Server, request: Request, next: Next) -> Response {
    let (method, path) = (request.method().clone(), request.uri().path().to_owned());
    let fault = fault(server, &method, &path);
    let connection = request.extensions().get::<ConnectInfo<Connection>>();
    let connection = connection.map(|ConnectInfo(connection)| connection.clone());
    match (fault, connection) {
        (None, _) | (_, None) => next.run(request).await,
        (Some(fault), Some(connection)) => befallen(fault, &connection, request, next).await,
    }
}

/// The first segment names the tenant, except in the short address of the code page.
fn fault(server: &Server, method: &Method, path: &str) -> Option<Fault> {
    let mut words: Vec<String> = path
        .split('/')
        .filter(|segment| !segment.is_empty())
        .map(str::to_lowercase)
        .collect();
    if words.len() > 1 {
        words.remove(0);
    }
    server.tenant.take_fault(method, &words, false)
}

async fn befallen(fault: Fault, connection: &Connection, request: Request, next: Next) -> Response {
    match fault {
        Fault::Status {
            status,
            retry_after,
            code,
        } => refusal(status, retry_after.map(|seconds| seconds.to_string()), code),
        Fault::Html { status } => {
            let status = StatusCode::from_u16(status).unwrap_or(StatusCode::BAD_GATEWAY);
            (status, [(CONTENT_TYPE, "text/html")], PROXY_PAGE).into_response()
        }
        Fault::CutBefore => {
            connection.cut();
            StatusCode::BAD_GATEWAY.into_response()
        }
        Fault::CutAfter => {
            let response = next.run(request).await;
            connection.cut();
            response
        }
        Fault::Truncated => truncated(connection, next.run(request).await).await,
        Fault::Slow { milliseconds } => {
            tokio::time::sleep(Duration::from_millis(milliseconds)).await;
            next.run(request).await
        }
    }
}

async fn truncated(connection: &Connection, response: Response) -> Response {
    let (parts, body) = response.into_parts();
    let bytes = to_bytes(body, MAX_BODY).await.unwrap_or_default();
    let mut cut = half(connection, bytes);
    *cut.status_mut() = parts.status;
    let length = cut.headers_mut().remove(http::header::CONTENT_LENGTH);
    *cut.headers_mut() = parts.headers;
    if let Some(length) = length {
        cut.headers_mut()
            .insert(http::header::CONTENT_LENGTH, length);
    }
    cut
}

/// An error as sign-in writes it; OAuth has words for few statuses.
fn refusal(status: u16, retry_after: Option<String>, code: Option<String>) -> Response {
    let status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let (word, number) = match status.as_u16() {
        429 | 503 | 504 => ("temporarily_unavailable", 90_055),
        500.. => ("server_error", 90_033),
        401 => ("invalid_client", 7_000_218),
        403 => ("access_denied", 65_004),
        _ => ("invalid_request", 900_144),
    };
    let reason = status
        .canonical_reason()
        .unwrap_or("An error has occurred.");
    let body = Json(json!({
        "error": code.as_deref().unwrap_or(word),
        "error_description": format!("AADSTS{number}: {reason}"),
        "error_codes": [number],
        "correlation_id": Uuid::new_v4(),
    }));
    let mut response = (status, body).into_response();
    if let Some(seconds) = retry_after.and_then(|text| HeaderValue::from_str(&text).ok()) {
        response.headers_mut().insert(RETRY_AFTER, seconds);
    }
    response
}
