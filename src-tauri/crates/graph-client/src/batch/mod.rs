//! `$batch` as a layer (json-batching.md): many requests in few, each with its own fate.
//!
//! Requests are gathered twenty to a batch, four batches at once. An item that was turned away goes
//! again when its wait is over, in a batch with such items and with fresh ones; meanwhile the others go
//! on. Deliberately elsewhere: what the items are ([`crate::resources`]).

mod queue;
mod run;
mod wire;

use http::{HeaderMap, Method, StatusCode};
use serde::de::DeserializeOwned;
use serde_json::Value;
use url::Url;

use crate::deletion::Deletion;
use crate::error::{ErrorKind, GraphError, Stage};
use crate::odata::Query;
use crate::pipeline::Repeat;

/// The service's limit for one batch.
pub const MAX_ITEMS: usize = 20;

/// How many batches travel at once.
pub(crate) const CONCURRENCY: usize = 4;

/// One request of a batch.
#[derive(Debug, Clone)]
pub(crate) struct BatchRequest {
    operation: &'static str,
    method: Method,
    /// Relative to the root, with a leading slash.
    url: String,
    eventual: bool,
    repeat: Repeat,
    body: Option<Value>,
}

impl BatchRequest {
    pub(crate) fn get(operation: &'static str, segments: &[&str], query: &Query) -> Self {
        let request = Self::new(operation, Method::GET, relative(segments, query));
        Self {
            eventual: query.is_advanced(),
            repeat: Repeat::Always,
            ..request
        }
    }

    /// An action; without a body unless one is added.
    pub(crate) fn action(operation: &'static str, segments: &[&str]) -> Self {
        Self::new(operation, Method::POST, plain(segments))
    }

    /// A change of some properties.
    pub(crate) fn patch(operation: &'static str, segments: &[&str], body: Value) -> Self {
        Self::new(operation, Method::PATCH, plain(segments)).json(body)
    }

    /// A deletion.
    pub(crate) fn delete(operation: &'static str, what: Deletion<'_>) -> Self {
        Self::new(operation, Method::DELETE, plain(&what.segments()))
    }

    fn new(operation: &'static str, method: Method, url: String) -> Self {
        Self {
            operation,
            method,
            url,
            eventual: false,
            repeat: Repeat::WhenRefused,
            body: None,
        }
    }

    /// With JSON as its body.
    pub(crate) fn json(mut self, body: Value) -> Self {
        self.body = Some(body);
        self
    }

    /// Reads from the index.
    pub(crate) fn eventual(mut self) -> Self {
        self.eventual = true;
        self
    }
}

/// The successful answer to one request of a batch.
#[derive(Debug, Clone)]
pub(crate) struct BatchAnswer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Value,
}

impl BatchAnswer {
    #[cfg(test)]
    pub(crate) fn of(body: Value) -> Self {
        Self {
            status: StatusCode::OK,
            headers: HeaderMap::new(),
            body,
        }
    }

    pub(crate) fn json<T: DeserializeOwned>(
        self,
        operation: &'static str,
    ) -> Result<T, GraphError> {
        serde_path_to_error::deserialize(self.body).map_err(|error| {
            let path = error.path().to_string();
            let reason = format!("the answer is not as documented: {}", error.inner());
            GraphError::new(ErrorKind::Shape, Stage::Decode, operation, reason).with(|failure| {
                failure.status = Some(self.status);
                failure.json_path = Some(path);
            })
        })
    }
}

fn plain(segments: &[&str]) -> String {
    relative(segments, &Query::default())
}

/// The part of an address that stands in a batch: percent-encoded as in a whole one.
fn relative(segments: &[&str], query: &Query) -> String {
    // A fixed base only lends its rules of encoding; it is cut off again.
    let Ok(mut url) = Url::parse("https://graph.invalid") else {
        return String::new();
    };
    if let Ok(mut path) = url.path_segments_mut() {
        path.clear().extend(segments);
    }
    query.apply(&mut url);
    url[url::Position::BeforePath..].to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_item_is_addressed_relative_to_the_root_and_encoded() {
        let query = Query::default().filter("userType eq 'Guest'").advanced();
        assert_eq!(
            relative(&["groups", "a/b", "members", "$count"], &query),
            "/groups/a%2Fb/members/$count?%24filter=userType%20eq%20%27Guest%27&%24count=true"
        );
    }
}
