//! Changes since last time (delta-query-overview.md).

use futures::stream::{self, Stream};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use url::Url;

use crate::error::GraphError;
use crate::pipeline::{Pipeline, Request};

/// Where to go on next time: opaque, good for about seven days. After that the service answers 410
/// ([`crate::ErrorKind::Gone`]): start anew.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct DeltaLink(pub(crate) String);

/// Why an object is gone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum RemovedReason {
    /// Soft-deleted: it can be restored.
    Changed,
    /// Gone for good.
    #[serde(other)]
    Deleted,
}

/// One change. The same object may come more than once in a round: the last one holds.
#[derive(Debug, Clone, PartialEq)]
pub enum Change<T> {
    /// It is new or was changed; properties that were never set are absent.
    Changed(T),
    /// It is gone.
    Removed {
        /// Directory id of what is gone.
        id: String,
        /// Why.
        reason: RemovedReason,
    },
}

/// One page of changes; may be empty.
#[derive(Debug, Clone)]
pub struct DeltaPage<T> {
    /// The changes, in order.
    pub changes: Vec<Change<T>>,
    /// On the last page: where to go on next time.
    pub delta_link: Option<DeltaLink>,
}

#[derive(Deserialize)]
struct Wire<T> {
    value: Vec<Item<T>>,
    #[serde(rename = "@odata.nextLink")]
    next_link: Option<String>,
    #[serde(rename = "@odata.deltaLink")]
    delta_link: Option<DeltaLink>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Item<T> {
    Removed {
        id: String,
        #[serde(rename = "@removed")]
        removed: Removed,
    },
    Changed(T),
}

#[derive(Deserialize)]
struct Removed {
    reason: RemovedReason,
}

impl<T> From<Item<T>> for Change<T> {
    fn from(item: Item<T>) -> Self {
        match item {
            Item::Removed { id, removed } => Self::Removed {
                id,
                reason: removed.reason,
            },
            Item::Changed(object) => Self::Changed(object),
        }
    }
}

/// The pages of one round, beginning at `start`, until one carries a delta link.
pub(crate) fn round<'a, T: DeserializeOwned + 'a>(
    pipeline: &'a Pipeline,
    operation: &'static str,
    start: Url,
) -> impl Stream<Item = Result<DeltaPage<T>, GraphError>> + Send + 'a {
    stream::try_unfold(Some(start), move |url| async move {
        let Some(url) = url else { return Ok(None) };
        let wire: Wire<T> = pipeline.json(Request::get(operation, url)).await?;
        let next = wire
            .next_link
            .as_deref()
            .map(|link| pipeline.follow(operation, link))
            .transpose()?;
        let page = DeltaPage {
            changes: wire.value.into_iter().map(Change::from).collect(),
            delta_link: wire.delta_link,
        };
        Ok(Some((page, next)))
    })
}
