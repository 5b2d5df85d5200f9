//! An answer whose head is there and whose body is still on its way.

use std::future::Future;

use bytes::{Bytes, BytesMut};
use futures::stream::{self, Stream};
use futures::{StreamExt as _, TryStreamExt as _};
use http::header::CONTENT_TYPE;
use http::{HeaderMap, StatusCode};

use super::mailbox::Place;
use super::transport::reason;
use super::{Answer, Request};
use crate::error::{ErrorKind, GraphError, Stage};

/// An answer whose body is still on its way.
#[derive(Debug)]
pub(crate) struct Arrived {
    response: reqwest::Response,
    lost: Lost,
    /// Held until the body is there: it keeps the mailbox busy as long.
    place: Option<Place>,
}

/// What is known of a body that breaks off.
#[derive(Debug)]
struct Lost {
    operation: &'static str,
    read_only: bool,
    status: StatusCode,
    client_request_id: String,
}

/// What a caller wants of a successful answer.
pub(crate) trait Receive: Sized + Send {
    fn receive(arrived: Arrived) -> impl Future<Output = Result<Self, GraphError>> + Send;
}

/// All of it: a body that breaks off is a failed attempt.
impl Receive for Answer {
    async fn receive(arrived: Arrived) -> Result<Self, GraphError> {
        arrived.read().await
    }
}

/// Its head: the body comes piece by piece, and is not asked for again.
impl Receive for Arrived {
    async fn receive(arrived: Arrived) -> Result<Self, GraphError> {
        Ok(arrived)
    }
}

impl Arrived {
    pub(super) fn new(
        request: &Request,
        response: reqwest::Response,
        client_request_id: &str,
    ) -> Self {
        let lost = Lost {
            operation: request.operation,
            read_only: request.read_only(),
            status: response.status(),
            client_request_id: client_request_id.to_owned(),
        };
        Self {
            response,
            lost,
            place: None,
        }
    }

    pub(super) fn holding(mut self, place: Option<Place>) -> Self {
        self.place = place;
        self
    }

    pub(crate) fn status(&self) -> StatusCode {
        self.response.status()
    }

    pub(crate) fn headers(&self) -> &HeaderMap {
        self.response.headers()
    }

    /// How many bytes the body has, where the service says so.
    pub(crate) fn length(&self) -> Option<u64> {
        self.response.content_length()
    }

    pub(crate) fn content_type(&self) -> Option<String> {
        let value = self.headers().get(CONTENT_TYPE)?;
        value.to_str().ok().map(str::to_owned)
    }

    /// The whole answer.
    pub(super) async fn read(self) -> Result<Answer, GraphError> {
        let status = self.status();
        let headers = self.headers().clone();
        let client_request_id = self.lost.client_request_id.clone();
        let pieces = self.pieces();
        let body = pieces.try_fold(BytesMut::new(), |mut body, piece| async move {
            body.extend_from_slice(&piece);
            Ok(body)
        });
        Ok(Answer {
            status,
            headers,
            body: body.await?.freeze(),
            client_request_id,
        })
    }

    /// The body, piece by piece; after an error the stream is at its end.
    pub(crate) fn pieces(self) -> impl Stream<Item = Result<Bytes, GraphError>> + Send + 'static {
        let Self {
            response,
            lost,
            place,
        } = self;
        let pieces = response.bytes_stream();
        let source = (Box::pin(pieces), lost, place);
        stream::try_unfold(source, |(mut pieces, lost, place)| async move {
            match pieces.next().await {
                None => Ok(None),
                Some(Ok(piece)) => Ok(Some((piece, (pieces, lost, place)))),
                Some(Err(error)) => Err(lost.error(&error)),
            }
        })
    }
}

impl Lost {
    fn error(self, error: &reqwest::Error) -> GraphError {
        let reason = reason(error);
        GraphError::new(ErrorKind::Truncated, Stage::Receive, self.operation, reason).with(
            |failure| {
                failure.read_only = self.read_only;
                failure.status = Some(self.status);
                failure.client_request_id = Some(self.client_request_id);
            },
        )
    }
}
