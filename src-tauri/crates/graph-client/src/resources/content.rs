//! The content of a file on its way here: piece by piece, its length known in advance.

use bytes::{Bytes, BytesMut};
use futures::TryStreamExt as _;
use futures::stream::{self, Stream, StreamExt as _};

use crate::GraphError;
use crate::pipeline::Arrived;

/// The content of a file. Dropped, the rest of it is not fetched.
#[derive(Debug)]
pub struct Content {
    /// How many bytes it has; `None` when the service does not say.
    pub length: Option<u64>,
    /// Its media type, as the service says.
    pub content_type: Option<String>,
    source: Source,
}

#[derive(Debug)]
enum Source {
    Arriving(Box<Arrived>),
    Whole(Bytes),
}

impl Content {
    pub(super) fn arriving(arrived: Arrived) -> Self {
        Self {
            length: arrived.length(),
            content_type: arrived.content_type(),
            source: Source::Arriving(Box::new(arrived)),
        }
    }

    pub(super) fn whole(bytes: Bytes, content_type: Option<String>) -> Self {
        Self {
            length: u64::try_from(bytes.len()).ok(),
            content_type,
            source: Source::Whole(bytes),
        }
    }

    /// Its pieces in order. A connection that breaks ends the stream with
    /// [`crate::ErrorKind::Truncated`]: what came before is a part of the content only.
    pub fn pieces(self) -> impl Stream<Item = Result<Bytes, GraphError>> + Send + 'static {
        match self.source {
            Source::Arriving(arrived) => arrived.pieces().left_stream(),
            Source::Whole(bytes) => stream::iter([Ok(bytes)]).right_stream(),
        }
    }

    /// All of it, in memory.
    ///
    /// # Errors
    /// [`crate::ErrorKind::Truncated`] when it breaks off.
    pub async fn bytes(self) -> Result<Bytes, GraphError> {
        let whole = self.pieces().try_fold(BytesMut::new(), |mut all, piece| {
            all.extend_from_slice(&piece);
            std::future::ready(Ok(all))
        });
        Ok(whole.await?.freeze())
    }
}
