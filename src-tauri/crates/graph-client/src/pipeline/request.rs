//! A request before it has an id and a token.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use bytes::Bytes;
use http::Method;
use http::header::{
    ACCEPT, ACCEPT_ENCODING, CONTENT_TYPE, HeaderMap, HeaderName, HeaderValue, IF_MATCH,
};
use serde::Serialize;
use serde_json::Value;
use url::Url;

use super::Mailbox;
use crate::GraphRoot;
use crate::deletion::Deletion;
use crate::error::{ErrorKind, GraphError, Stage};
use crate::models::Etag;

/// Whether a request may be sent again when nobody knows what came of the first time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Repeat {
    /// It changes nothing: any time.
    Always,
    /// It changes something, and carries an id by which the service knows it again: any time.
    Recognized,
    /// It changes something: only when it certainly did not arrive or was turned away.
    WhenRefused,
}

/// Counts what is sent, every repetition too.
#[derive(Debug, Clone, Default)]
pub(crate) struct Sent(Arc<AtomicU32>);

impl Sent {
    pub(crate) fn count(&self) -> u32 {
        self.0.load(Ordering::Acquire)
    }

    pub(super) fn add(&self) {
        self.0.fetch_add(1, Ordering::AcqRel);
    }
}

/// A request before it has an id and a token.
#[derive(Debug, Clone)]
pub(crate) struct Request {
    pub(crate) operation: &'static str,
    /// Chosen by the constructors only: a DELETE is made from a [`Deletion`].
    method: Method,
    pub(crate) url: Url,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Option<Bytes>,
    pub(crate) repeat: Repeat,
    /// What it is counted by, if anybody wants to know.
    pub(super) sent: Option<Sent>,
    /// The mailbox that it goes to, if it goes to one.
    pub(super) mailbox: Option<Mailbox>,
}

impl Request {
    pub(crate) fn get(operation: &'static str, url: Url) -> Self {
        Self::new(operation, Method::GET, url, Repeat::Always)
    }

    /// An action; without a body unless one is added.
    pub(crate) fn action(operation: &'static str, url: Url) -> Self {
        Self::new(operation, Method::POST, url, Repeat::WhenRefused)
    }

    /// A POST that only asks.
    pub(crate) fn question(operation: &'static str, url: Url) -> Self {
        Self::new(operation, Method::POST, url, Repeat::Always)
    }

    /// A creation with an id in its body by which the service knows it again.
    pub(crate) fn recognized(operation: &'static str, url: Url) -> Self {
        Self::new(operation, Method::POST, url, Repeat::Recognized)
    }

    /// A change of some properties.
    pub(crate) fn patch(operation: &'static str, url: Url) -> Self {
        Self::new(operation, Method::PATCH, url, Repeat::WhenRefused)
    }

    /// A replacement of the whole.
    pub(crate) fn put(operation: &'static str, url: Url) -> Self {
        Self::new(operation, Method::PUT, url, Repeat::WhenRefused)
    }

    /// A deletion.
    pub(crate) fn delete(operation: &'static str, root: &GraphRoot, what: Deletion<'_>) -> Self {
        let url = root.join(&what.segments());
        Self::new(operation, Method::DELETE, url, Repeat::WhenRefused)
    }

    fn new(operation: &'static str, method: Method, url: Url, repeat: Repeat) -> Self {
        Self {
            operation,
            method,
            url,
            headers: HeaderMap::new(),
            body: None,
            repeat,
            sent: None,
            mailbox: None,
        }
    }

    /// The same for another address.
    pub(crate) fn at(&self, url: Url) -> Self {
        Self {
            url,
            ..self.clone()
        }
    }

    /// Goes to `mailbox`: together with no more than it takes at once.
    pub(crate) fn in_mailbox(mut self, mailbox: Mailbox) -> Self {
        self.mailbox = Some(mailbox);
        self
    }

    /// Counted by `sent`.
    pub(crate) fn counted_by(mut self, sent: Option<&Sent>) -> Self {
        self.sent = sent.cloned();
        self
    }

    /// With JSON as its body.
    pub(crate) fn json(self, body: &Value) -> Self {
        self.body("application/json", Bytes::from(body.to_string()))
    }

    /// With `body`, as JSON.
    pub(crate) fn serialized(self, body: &impl Serialize) -> Result<Self, GraphError> {
        let bytes = serde_json::to_vec(body).map_err(|error| {
            let (operation, reason) = (self.operation, error.to_string());
            GraphError::new(ErrorKind::BadRequest, Stage::Send, operation, reason)
        })?;
        Ok(self.body("application/json", Bytes::from(bytes)))
    }

    /// With `bytes` of the media type `content_type` as its body.
    pub(crate) fn body(mut self, content_type: &'static str, bytes: Bytes) -> Self {
        let content_type = HeaderValue::from_static(content_type);
        self.headers.insert(CONTENT_TYPE, content_type);
        self.body = Some(bytes);
        self
    }

    /// Asks for something else than JSON.
    pub(crate) fn accept(mut self, media_type: &'static str) -> Self {
        let media_type = HeaderValue::from_static(media_type);
        self.headers.insert(ACCEPT, media_type);
        self
    }

    /// Asks for the bytes as they are, so that their number is known before they come.
    pub(crate) fn uncompressed(mut self) -> Self {
        let identity = HeaderValue::from_static("identity");
        self.headers.insert(ACCEPT_ENCODING, identity);
        self
    }

    /// States a preference, which the service may disregard.
    pub(crate) fn prefer(mut self, preference: HeaderValue) -> Self {
        let name = HeaderName::from_static("prefer");
        self.headers.append(name, preference);
        self
    }

    /// Only if the thing is still the one that was seen, or nothing conflicts with what was changed since.
    pub(crate) fn if_match(mut self, etag: &Etag) -> Self {
        self.headers
            .extend(etag.header().map(|etag| (IF_MATCH, etag)));
        self
    }

    /// Reads from the index.
    pub(crate) fn eventual(mut self) -> Self {
        self.headers.insert(
            HeaderName::from_static("consistencylevel"),
            HeaderValue::from_static("eventual"),
        );
        self
    }

    pub(crate) fn method(&self) -> &Method {
        &self.method
    }

    pub(crate) fn read_only(&self) -> bool {
        self.repeat == Repeat::Always
    }
}
