//! All groups of the tenant: listed, searched, followed by delta.

use futures::stream::{Stream, StreamExt as _};
use serde::de::DeserializeOwned;

use crate::GraphError;
use crate::batch::{BatchAnswer, BatchRequest};
use crate::models::{Group, GroupId, GroupWithPeople};
use crate::odata::delta::{self, DeltaLink, DeltaPage};
use crate::odata::{PageRequest, Query};
use crate::pipeline::Pipeline;

/// Requests about the tenant's groups.
#[derive(Debug)]
pub struct GroupsRequests<'a> {
    pub(super) pipeline: &'a Pipeline,
    once: bool,
}

/// Where a round of changes begins.
#[derive(Debug, Clone)]
pub enum DeltaStart<'a> {
    /// With the present state of these groups, at most [`DeltaStart::MAX_IDS`].
    Groups(&'a [GroupId]),
    /// With the present state of all groups.
    All,
    /// Now: only what changes from here on.
    Latest,
    /// Where the last round ended.
    Link(&'a DeltaLink),
}

impl DeltaStart<'_> {
    /// How many groups can be followed by their ids.
    pub const MAX_IDS: usize = 50;
}

impl<'a> GroupsRequests<'a> {
    pub(crate) fn new(pipeline: &'a Pipeline) -> Self {
        Self {
            pipeline,
            once: false,
        }
    }

    /// Changes of many groups are sent once: an item that the service turns away fails at once, and its
    /// error says when it may be sent again ([`GraphError::again_after`]). For callers with a queue of
    /// their own.
    pub fn once(self) -> Self {
        Self { once: true, ..self }
    }

    /// Sends changes of many groups.
    pub(super) fn send_many<K: Send + Sync + 'a>(
        &self,
        requests: Vec<(K, BatchRequest)>,
    ) -> impl Stream<Item = (K, Result<BatchAnswer, GraphError>)> + Send + use<'a, K> {
        if self.once {
            self.pipeline.batch_once(requests).left_stream()
        } else {
            self.pipeline.batch(requests).right_stream()
        }
    }

    /// The tenant's groups: `GET /groups` (group-list.md). Permission: `Group.Read.All`; guests get
    /// 403. Without `$top` the service's pages have 100 items.
    pub fn list(&self, query: &Query) -> PageRequest<'a, Group> {
        PageRequest::new(self.pipeline, "groups.list", &["groups"], query)
    }

    /// Groups whose name, description or alias the index finds for `text`, best first (`$search` in
    /// group-list.md), at most `top` of them and 999. Permission as [`GroupsRequests::list`].
    ///
    /// # Errors
    /// 403 for guests, who may not query the tenant's groups.
    pub async fn search(&self, text: &str, top: u32) -> Result<Vec<Group>, GraphError> {
        let query = Query::default()
            .search(&["displayName", "description", "mailNickname"], text)
            .select(Group::SELECT)
            .top(top);
        let request = PageRequest::new(self.pipeline, "groups.search", &["groups"], &query);
        Ok(request.first().await?.value)
    }

    /// What has changed: `GET /groups/delta` (group-delta.md). Permission as [`GroupsRequests::list`].
    /// Pages may be empty; the last one carries the link for the next round.
    ///
    /// # Errors
    /// [`crate::ErrorKind::OverLimit`], with nothing sent, for no ids or more than [`DeltaStart::MAX_IDS`].
    /// [`crate::ErrorKind::Gone`] when the link is older than about seven days: begin anew, at
    /// [`GraphError::fresh_start`] or [`DeltaStart::All`].
    pub fn delta(
        &self,
        start: &DeltaStart<'_>,
    ) -> Result<impl Stream<Item = Result<DeltaPage<Group>, GraphError>> + Send + use<'a>, GraphError>
    {
        self.round("groups.delta", start, Group::SELECT)
    }

    /// What has changed, and who came and went as members and owners: as [`GroupsRequests::delta`]
    /// with `$select=members,owners`. Permission: `GroupMember.Read.All` too. A link of this one goes
    /// on here, one of the other there.
    ///
    /// # Errors
    /// As [`GroupsRequests::delta`].
    pub fn delta_with_people(
        &self,
        start: &DeltaStart<'_>,
    ) -> Result<
        impl Stream<Item = Result<DeltaPage<GroupWithPeople>, GraphError>> + Send + use<'a>,
        GraphError,
    > {
        let properties = [Group::SELECT, &["members", "owners"]].concat();
        self.round("groups.deltaWithPeople", start, &properties)
    }

    fn round<T: DeserializeOwned + 'a>(
        &self,
        operation: &'static str,
        start: &DeltaStart<'_>,
        properties: &[&str],
    ) -> Result<impl Stream<Item = Result<DeltaPage<T>, GraphError>> + Send + use<'a, T>, GraphError>
    {
        let mut url = self.pipeline.root().join(&["groups", "delta"]);
        let query = Query::default().select(properties);
        match start {
            DeltaStart::All => query.apply(&mut url),
            DeltaStart::Groups(ids) if ids.is_empty() || ids.len() > DeltaStart::MAX_IDS => {
                let reason = format!("{} groups; a round follows 1 to 50 by their ids", ids.len());
                return Err(GraphError::over_limit(operation, reason));
            }
            DeltaStart::Groups(ids) => query.filter(any_of(ids)).apply(&mut url),
            DeltaStart::Latest => {
                query.apply(&mut url);
                url.query_pairs_mut().append_pair("$deltatoken", "latest");
            }
            DeltaStart::Link(link) => url = self.pipeline.follow(operation, &link.0)?,
        }
        Ok(delta::round(self.pipeline, operation, url))
    }
}

fn any_of(ids: &[GroupId]) -> String {
    let terms: Vec<_> = ids
        .iter()
        .map(|id| format!("id eq {}", Query::literal(id.as_str())))
        .collect();
    terms.join(" or ")
}
