//! Collections, page by page, as a stream.

use std::collections::VecDeque;

use futures::stream::{self, Stream, TryStreamExt as _};
use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::error::GraphError;
use crate::odata::Query;
use crate::pipeline::{Pipeline, Request};

/// One page of a collection (paging.md).
#[derive(Debug, Clone, Deserialize)]
pub struct Page<T> {
    /// The items; may be empty although more pages follow.
    pub value: Vec<T>,
    /// How many items there are in all; on the first page of an advanced query only.
    #[serde(rename = "@odata.count")]
    pub count: Option<u64>,
    /// Where the next page is: opaque.
    #[serde(rename = "@odata.nextLink")]
    pub(crate) next_link: Option<String>,
}

impl<T> Page<T> {
    /// Whether no page follows.
    pub fn is_last(&self) -> bool {
        self.next_link.is_none()
    }
}

/// A collection that has not been asked for yet.
#[derive(Debug)]
pub struct PageRequest<'a, T> {
    pipeline: &'a Pipeline,
    /// For the first page; the others are asked for in the same way.
    first: Request,
    item: std::marker::PhantomData<fn() -> T>,
}

impl<'a, T: DeserializeOwned + 'a> PageRequest<'a, T> {
    pub(crate) fn new(
        pipeline: &'a Pipeline,
        operation: &'static str,
        segments: &[&str],
        query: &Query,
    ) -> Self {
        let mut url = pipeline.root().join(segments);
        query.apply(&mut url);
        let first = Request::get(operation, url);
        // The index has to be asked for on every page again.
        let first = if query.is_advanced() {
            first.eventual()
        } else {
            first
        };
        Self {
            pipeline,
            first,
            item: std::marker::PhantomData,
        }
    }

    /// With every page asked for as `change` says.
    pub(crate) fn with(mut self, change: impl FnOnce(Request) -> Request) -> Self {
        self.first = change(self.first);
        self
    }

    /// The pages, each fetched when it is asked for. A next link to another host ends the stream with
    /// [`crate::ErrorKind::ForeignLink`]; after an error the stream is at its end.
    pub fn pages(self) -> impl Stream<Item = Result<Page<T>, GraphError>> + Send + 'a {
        let pipeline = self.pipeline;
        stream::try_unfold(Some(self.first), move |request| async move {
            let Some(request) = request else {
                return Ok(None);
            };
            let page: Page<T> = pipeline.json(request.clone()).await?;
            let next = page
                .next_link
                .as_deref()
                .map(|link| pipeline.follow(request.operation, link))
                .transpose()?;
            Ok(Some((page, next.map(|url| request.at(url)))))
        })
    }

    /// The items of all pages.
    pub fn items(self) -> impl Stream<Item = Result<T, GraphError>> + Send + 'a
    where
        T: Send,
    {
        self.pages()
            .map_ok(|page| stream::iter(VecDeque::from(page.value).into_iter().map(Ok)))
            .try_flatten()
    }

    /// The first page only.
    pub(crate) async fn first(self) -> Result<Page<T>, GraphError> {
        self.pipeline.json(self.first).await
    }
}
