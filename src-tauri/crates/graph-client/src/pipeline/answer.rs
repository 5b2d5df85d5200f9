//! An answer: its JSON when all went well, else the error that it is.

use std::time::Duration;

use bytes::Bytes;
use http::StatusCode;
use http::header::{CONTENT_TYPE, DATE, HeaderMap, LOCATION, RETRY_AFTER};
use jiff::Timestamp;
use serde::de::DeserializeOwned;

use crate::error::{ErrorKind, GraphError, Stage, kind_of};
use crate::odata::ServiceError;
use crate::odata::delta::DeltaLink;
use crate::pipeline::challenge;

/// A complete answer.
#[derive(Debug, Clone)]
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
    pub(crate) client_request_id: String,
}

impl Answer {
    /// The service's id of the request.
    pub(crate) fn request_id(&self) -> Option<&str> {
        self.headers.get("request-id")?.to_str().ok()
    }

    /// Reads the body of a successful answer.
    pub(crate) fn json<T: DeserializeOwned>(
        &self,
        operation: &'static str,
        read_only: bool,
    ) -> Result<T, GraphError> {
        if self.is_html() {
            return Err(self.failed(
                ErrorKind::NotGraph,
                operation,
                read_only,
                "a web page answered in place of Graph",
            ));
        }
        let mut json = serde_json::Deserializer::from_slice(&self.body);
        serde_path_to_error::deserialize(&mut json).map_err(|error| {
            let cause = error.inner();
            let kind = if cause.is_eof() {
                ErrorKind::Truncated
            } else {
                ErrorKind::Shape
            };
            let reason = format!("the answer is not as documented: {cause}");
            let path = error.path().to_string();
            self.failed(kind, operation, read_only, &reason)
                .with(|failure| failure.json_path = Some(path))
        })
    }

    /// The error that an unsuccessful answer is.
    pub(crate) fn into_error(self, operation: &'static str, read_only: bool) -> GraphError {
        let service = ServiceError::parse(&self.body);
        let kind = match (&service, kind_of(self.status)) {
            (None, kind)
                if self.is_html()
                    && !matches!(kind, ErrorKind::Unavailable | ErrorKind::Throttled) =>
            {
                ErrorKind::NotGraph
            }
            (_, kind) => kind,
        };
        let retry_after = parse_retry_after(self.headers.get(RETRY_AFTER), self.headers.get(DATE));
        let unauthorized = self.status == StatusCode::UNAUTHORIZED;
        let claims = unauthorized
            .then(|| challenge::claims(&self.headers))
            .flatten();
        let fresh_start = (self.status == StatusCode::GONE)
            .then(|| self.headers.get(LOCATION)?.to_str().ok())
            .flatten()
            .map(|link| DeltaLink(link.to_owned()));
        let in_body = service.as_ref().and_then(|error| error.request_id.clone());
        self.failed(
            kind,
            operation,
            read_only,
            "the service answered with an error",
        )
        .with(|failure| {
            failure.stage = Stage::Answer;
            failure.retry_after = retry_after;
            failure.claims = claims;
            failure.fresh_start = fresh_start;
            failure.request_id = failure.request_id.take().or(in_body);
            failure.service = service;
        })
    }

    fn failed(
        &self,
        kind: ErrorKind,
        operation: &'static str,
        read_only: bool,
        reason: &str,
    ) -> GraphError {
        GraphError::new(kind, Stage::Decode, operation, reason).with(|failure| {
            failure.read_only = read_only;
            failure.status = Some(self.status);
            failure.request_id = self.request_id().map(str::to_owned);
            failure.client_request_id = Some(self.client_request_id.clone());
        })
    }

    fn is_html(&self) -> bool {
        let declared = self
            .headers
            .get(CONTENT_TYPE)
            .and_then(|value| value.to_str().ok());
        declared.is_some_and(|value| value.to_ascii_lowercase().contains("html"))
            || self.body.iter().find(|byte| !byte.is_ascii_whitespace()) == Some(&b'<')
    }
}

/// How long to wait: seconds, fractional too, or a date that is compared with the answer's own.
fn parse_retry_after(
    value: Option<&http::HeaderValue>,
    date: Option<&http::HeaderValue>,
) -> Option<Duration> {
    let text = value?.to_str().ok()?.trim();
    if let Ok(seconds) = text.parse::<f64>() {
        return Duration::try_from_secs_f64(seconds).ok();
    }
    let until = http_date(text)?;
    let now = date
        .and_then(|date| http_date(date.to_str().ok()?))
        .unwrap_or_else(Timestamp::now);
    Duration::try_from(until.duration_since(now)).ok()
}

/// Reads an HTTP date.
pub(crate) fn http_date(text: &str) -> Option<Timestamp> {
    jiff::fmt::rfc2822::parse(text)
        .ok()
        .map(|zoned| zoned.timestamp())
}

#[cfg(test)]
mod tests {
    use http::HeaderValue;

    use super::*;

    #[test]
    fn a_wait_may_be_fractional_or_a_date() {
        let wait = |text: &str| {
            let date = HeaderValue::from_static("Mon, 23 Nov 2026 12:00:00 GMT");
            parse_retry_after(Some(&HeaderValue::from_str(text).unwrap()), Some(&date))
        };
        assert_eq!(wait("2.128"), Some(Duration::from_millis(2128)));
        assert_eq!(
            wait("Mon, 23 Nov 2026 12:00:30 GMT"),
            Some(Duration::from_secs(30))
        );
        assert_eq!(wait("Mon, 23 Nov 2026 11:00:00 GMT"), None);
        assert_eq!(wait("soon"), None);
        assert_eq!(wait("-1"), None);
    }
}
