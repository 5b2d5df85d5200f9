//! One line an attempt: never a query (it may hold names), a body, or a token.

use std::time::Instant;

use http::StatusCode;

use super::{Arrived, Request};
use crate::error::GraphError;

/// An attempt that began.
pub(super) struct Attempt<'a> {
    request: &'a Request,
    retry: u32,
    began: Instant,
}

/// What is told of an answer.
pub(super) struct Head {
    status: StatusCode,
    request_id: Option<String>,
}

impl Head {
    pub(super) fn of(arrived: &Arrived) -> Self {
        let request_id = arrived.headers().get("request-id");
        let request_id = request_id.and_then(|value| value.to_str().ok());
        Self {
            status: arrived.status(),
            request_id: request_id.map(str::to_owned),
        }
    }
}

impl<'a> Attempt<'a> {
    pub(super) fn begin(request: &'a Request, retry: u32) -> Self {
        Self {
            request,
            retry,
            began: Instant::now(),
        }
    }

    pub(super) fn answered(&self, head: &Head) {
        tracing::debug!(
            operation = self.request.operation,
            method = self.request.method().as_str(),
            path = self.request.url.path(),
            status = head.status.as_u16(),
            request_id = head.request_id,
            retry = self.retry,
            ms = self.began.elapsed().as_millis(),
            "answered"
        );
    }

    pub(super) fn failed(&self, error: GraphError) -> GraphError {
        tracing::warn!(
            operation = self.request.operation,
            method = self.request.method().as_str(),
            path = self.request.url.path(),
            retry = self.retry,
            ms = self.began.elapsed().as_millis(),
            %error,
            "no answer"
        );
        error
    }
}
