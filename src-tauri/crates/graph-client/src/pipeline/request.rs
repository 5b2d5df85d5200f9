//! A request before it has an id and a token.

use bytes::Bytes;
use http::Method;
use http::header::{CONTENT_TYPE, HeaderMap, HeaderName, HeaderValue};
use url::Url;

/// Whether a request may be sent again when nobody knows what came of the first time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Repeat {
    /// It changes nothing: any time.
    Always,
    /// It changes something: only when it certainly did not arrive or was turned away.
    WhenRefused,
}

/// A request before it has an id and a token.
#[derive(Debug, Clone)]
pub(crate) struct Request {
    pub(crate) operation: &'static str,
    pub(crate) method: Method,
    pub(crate) url: Url,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Option<Bytes>,
    pub(crate) repeat: Repeat,
}

impl Request {
    pub(crate) fn get(operation: &'static str, url: Url) -> Self {
        Self {
            operation,
            method: Method::GET,
            url,
            headers: HeaderMap::new(),
            body: None,
            repeat: Repeat::Always,
        }
    }

    /// An action without a body.
    pub(crate) fn action(operation: &'static str, url: Url) -> Self {
        let method = Method::POST;
        Self {
            operation,
            method,
            url,
            headers: HeaderMap::new(),
            body: None,
            repeat: Repeat::WhenRefused,
        }
    }

    /// A POST of JSON.
    pub(crate) fn post(operation: &'static str, url: Url, body: Bytes, repeat: Repeat) -> Self {
        let headers =
            HeaderMap::from_iter([(CONTENT_TYPE, HeaderValue::from_static("application/json"))]);
        Self {
            operation,
            method: Method::POST,
            url,
            headers,
            body: Some(body),
            repeat,
        }
    }

    /// Reads from the index.
    pub(crate) fn eventual(mut self) -> Self {
        self.headers.insert(
            HeaderName::from_static("consistencylevel"),
            HeaderValue::from_static("eventual"),
        );
        self
    }

    pub(crate) fn read_only(&self) -> bool {
        self.repeat == Repeat::Always
    }
}
