//! One request to the identity platform, for the crate oauth2, which brings the protocol.
//!
//! Owns the HTTP client, and telling apart what oauth2 does not: no connection, a passing fault, a
//! proxy's page, a wrong clock, a refusal with its AADSTS number. Passing faults are errors of the
//! transport, so that polling for a device code goes on; everything final is handed to oauth2, and
//! its meaning kept for [`TokenTransport::failure`].

use std::future::Future;
use std::pin::Pin;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use http::{HeaderMap, StatusCode, header};
use jiff::fmt::rfc2822;
use jiff::{SignedDuration, Timestamp};
use oauth2::{AsyncHttpClient, HttpRequest, HttpResponse};
use url::Url;

use crate::answer::{Attempt, RawAnswer};
use crate::clouds::is_loopback;
use crate::error::IdentityError;

/// No answer of the identity platform comes near this.
const BODY_LIMIT: usize = 1 << 20;

/// A client for token requests: no redirects, since a token endpoint has none.
#[derive(Debug)]
pub(crate) struct TokenTransport {
    client: reqwest::Client,
    attempt: Attempt,
    refusal: Mutex<Option<IdentityError>>,
}

impl TokenTransport {
    /// A client for the sign-in service at `authority`. No proxy is asked for this machine itself.
    pub(crate) fn new(authority: &Url, attempt: Attempt) -> Result<Self, IdentityError> {
        let mut builder = reqwest::Client::builder()
            .redirect(reqwest::redirect::Policy::none())
            .connect_timeout(Duration::from_secs(10))
            .timeout(Duration::from_secs(30));
        if is_loopback(authority) {
            builder = builder.no_proxy();
        }
        let client = builder.build().map_err(IdentityError::internal)?;
        Ok(Self {
            client,
            attempt,
            refusal: Mutex::new(None),
        })
    }

    /// The meaning of oauth2's error: the refusal it saw, or that the answer was none.
    pub(crate) fn failure<T>(
        &self,
        error: oauth2::RequestTokenError<IdentityError, T>,
    ) -> IdentityError
    where
        T: oauth2::ErrorResponse,
    {
        let refusal = self
            .refusal
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .take();
        match (error, refusal) {
            (oauth2::RequestTokenError::Request(error), _) | (_, Some(error)) => error,
            // What oauth2 keeps of a body that it could not read may hold a token: not a word of it.
            _ => IdentityError::unexpected(None, "an answer without a token"),
        }
    }

    async fn send(&self, request: HttpRequest) -> Result<HttpResponse, IdentityError> {
        let (parts, body) = request.into_parts();
        let mut answer = self
            .client
            .request(parts.method, parts.uri.to_string())
            .headers(parts.headers)
            .body(body)
            .send()
            .await
            .map_err(|error| not_sent(&error))?;
        let (status, headers) = (answer.status(), answer.headers().clone());
        let body = read(&mut answer, status).await?;
        tracing::debug!(status = status.as_u16(), "the sign-in service answered");
        let refusal = self.judge(status, &headers, &body)?;
        *self.refusal.lock().unwrap_or_else(PoisonError::into_inner) = refusal;
        let mut response = HttpResponse::new(body);
        *response.status_mut() = status;
        *response.headers_mut() = headers;
        Ok(response)
    }

    /// `Err` for what may pass, `Some` for what is final and no token, `None` for the rest.
    fn judge(
        &self,
        status: StatusCode,
        headers: &HeaderMap,
        body: &[u8],
    ) -> Result<Option<IdentityError>, IdentityError> {
        if status.is_success() {
            let json = serde_json::from_slice::<serde::de::IgnoredAny>(body).is_ok();
            return Ok((!json).then(|| not_json(status)));
        }
        let error = match serde_json::from_slice::<RawAnswer>(body) {
            Ok(raw) if raw.is_pending() => return Ok(None),
            Ok(raw) => raw.classify(self.attempt),
            Err(_) if !is_passing(status) => return Ok(Some(not_json(status))),
            Err(_) => IdentityError::ServiceUnavailable {
                status: None,
                retry_after: None,
                answer: None,
            },
        };
        match error {
            IdentityError::ServiceUnavailable { answer, .. } => {
                Err(IdentityError::ServiceUnavailable {
                    status: Some(status.as_u16()),
                    retry_after: retry_after(headers),
                    answer,
                })
            }
            IdentityError::ClockWrong { .. } => Ok(Some(IdentityError::ClockWrong {
                skew: clock_skew(headers),
            })),
            error => Ok(Some(error)),
        }
    }
}

impl<'c> AsyncHttpClient<'c> for TokenTransport {
    type Error = IdentityError;
    type Future = Pin<Box<dyn Future<Output = Result<HttpResponse, IdentityError>> + Send + 'c>>;

    fn call(&'c self, request: HttpRequest) -> Self::Future {
        Box::pin(self.send(request))
    }
}

async fn read(
    answer: &mut reqwest::Response,
    status: StatusCode,
) -> Result<Vec<u8>, IdentityError> {
    let cut = || IdentityError::unexpected(Some(status.as_u16()), "an answer that was cut short");
    let mut body = Vec::new();
    while let Some(chunk) = answer.chunk().await.map_err(|_| cut())? {
        body.extend_from_slice(&chunk);
        if body.len() > BODY_LIMIT {
            return Err(IdentityError::unexpected(
                Some(status.as_u16()),
                "an endless answer",
            ));
        }
    }
    Ok(body)
}

/// A request that got no answer. A certificate that is not valid at this moment mostly means that
/// this machine has the moment wrong; the TLS library says so in words only.
fn not_sent(error: &reqwest::Error) -> IdentityError {
    let mut reason = String::new();
    let mut source: Option<&dyn std::error::Error> = std::error::Error::source(error);
    while let Some(inner) = source {
        reason = inner.to_string();
        if let Some(meaning) = certificate_meaning(&reason) {
            return meaning;
        }
        source = inner.source();
    }
    if error.is_timeout() {
        reason = "no answer in time".to_owned();
    }
    IdentityError::Offline(reason)
}

fn certificate_meaning(reason: &str) -> Option<IdentityError> {
    let reason = reason.to_ascii_lowercase();
    if !reason.contains("certificate") {
        return None;
    }
    let out_of_time = ["expired", "not valid yet", "notvalidyet", "not yet valid"];
    Some(if out_of_time.iter().any(|words| reason.contains(words)) {
        IdentityError::ClockWrong { skew: None }
    } else {
        IdentityError::unexpected(None, "a certificate that is not trusted")
    })
}

fn not_json(status: StatusCode) -> IdentityError {
    IdentityError::unexpected(
        Some(status.as_u16()),
        "something other than JSON, or half of it",
    )
}

fn is_passing(status: StatusCode) -> bool {
    status.is_server_error()
        || matches!(
            status,
            StatusCode::TOO_MANY_REQUESTS | StatusCode::REQUEST_TIMEOUT
        )
}

fn retry_after(headers: &HeaderMap) -> Option<Duration> {
    let seconds: f64 = headers
        .get(header::RETRY_AFTER)?
        .to_str()
        .ok()?
        .trim()
        .parse()
        .ok()?;
    Duration::try_from_secs_f64(seconds).ok()
}

fn clock_skew(headers: &HeaderMap) -> Option<SignedDuration> {
    let date = headers.get(header::DATE)?.to_str().ok()?;
    let service = rfc2822::DateTimeParser::new().parse_timestamp(date).ok()?;
    Some(Timestamp::now().duration_since(service))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_certificate_out_of_its_time_points_at_the_clock() {
        for reason in [
            "invalid peer certificate: certificate expired: verification time 1 (UNIX)",
            "invalid peer certificate: certificate not valid yet",
        ] {
            let meaning = certificate_meaning(reason);
            assert!(
                matches!(meaning, Some(IdentityError::ClockWrong { .. })),
                "{reason}"
            );
        }
        let meaning = certificate_meaning("invalid peer certificate: UnknownIssuer");
        assert!(matches!(
            meaning,
            Some(IdentityError::UnexpectedAnswer { .. })
        ));
        assert!(certificate_meaning("connection refused").is_none());
    }
}
