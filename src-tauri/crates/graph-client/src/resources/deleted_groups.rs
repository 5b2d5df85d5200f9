//! Groups that can still be brought back.

use futures::stream::{Stream, StreamExt as _};
use serde::Deserialize;
use serde_json::json;

use crate::GraphError;
use crate::batch::{BatchAnswer, BatchRequest};
use crate::deletion::Deletion;
use crate::models::{DeletedGroup, Group, GroupId, UserId};
use crate::odata::{PageRequest, Query};
use crate::pipeline::Request;

super::requests!(
    /// Requests about deleted groups. They can be restored for 30 days.
    DeletedGroupsRequests
);

#[derive(Deserialize)]
struct OwnedBody {
    value: Vec<DeletedGroup>,
}

const RESTORE: &str = "deletedGroups.restore";

impl<'a> DeletedGroupsRequests<'a> {
    /// All of the tenant's: `GET /directory/deletedItems/microsoft.graph.group`
    /// (directory-deleteditems-list.md). Permission: `Group.Read.All`, and an administrator's role.
    ///
    /// # Errors
    /// 403 for others: see [`DeletedGroupsRequests::owned_by`].
    pub fn all(&self) -> PageRequest<'a, DeletedGroup> {
        let properties = [Group::SELECT, &["deletedDateTime"]].concat();
        let query = Query::default().select(&properties).top(Query::MAX_TOP);
        let segments = ["directory", "deletedItems", "microsoft.graph.group"];
        PageRequest::new(self.pipeline, "deletedGroups.all", &segments, &query)
    }

    /// Those that a person owned, up to 1,000: `POST /directory/deletedItems/getUserOwnedObjects`
    /// (directory-deleteditems-getuserownedobjects.md), which only reads. Permission:
    /// `Group.Read.All`. The service has no further pages.
    ///
    /// # Errors
    /// 404 when there is no such person.
    pub async fn owned_by(&self, person: &UserId) -> Result<Vec<DeletedGroup>, GraphError> {
        let segments = ["directory", "deletedItems", "getUserOwnedObjects"];
        let body = json!({ "userId": person.as_str(), "type": "Group" });
        let url = self.pipeline.root().join(&segments);
        let request = Request::question("deletedGroups.ownedBy", url).json(&body);
        Ok(self.pipeline.json::<OwnedBody>(request).await?.value)
    }

    /// One of them: `GET /directory/deletedItems/{id}` (directory-deleteditems-get.md). Permission:
    /// `Group.Read.All`.
    ///
    /// # Errors
    /// 404 when it was restored, is gone for good, or never was.
    pub async fn get(&self, id: &GroupId) -> Result<DeletedGroup, GraphError> {
        let url = self.url(id, &[]);
        let request = Request::get("deletedGroups.get", url);
        self.pipeline.json(request).await
    }

    /// Brings a group back: `POST /directory/deletedItems/{id}/restore`
    /// (directory-deleteditems-restore.md). Permission: `Group.ReadWrite.All`, and being its owner or
    /// an administrator. Mailbox, site, plan and team may need up to 24 hours.
    ///
    /// # Errors
    /// 404 when it is not among the deleted ones any more; 400 when its alias was given away
    /// meanwhile. After a lost answer read the group.
    pub async fn restore(&self, id: &GroupId) -> Result<Group, GraphError> {
        let url = self.url(id, &["restore"]);
        self.pipeline.json(Request::action(RESTORE, url)).await
    }

    /// Brings each group back, 20 to a request and 4 requests at once; as
    /// [`DeletedGroupsRequests::restore`]. Results come in the order in which they are known; a
    /// throttled item alone is sent again.
    pub fn restore_many(
        &self,
        ids: Vec<GroupId>,
    ) -> impl Stream<Item = (GroupId, Result<Group, GraphError>)> + Send + use<'a> {
        self.pipeline.batch(restores(ids)).map(restored)
    }

    /// The same, each sent once: an item that the service turns away fails at once, and its error says
    /// when it may be sent again ([`GraphError::again_after`]). For callers with a queue of their own.
    pub fn restore_many_once(
        &self,
        ids: Vec<GroupId>,
    ) -> impl Stream<Item = (GroupId, Result<Group, GraphError>)> + Send + use<'a> {
        self.pipeline.batch_once(restores(ids)).map(restored)
    }

    /// Deletes a deleted group for good: `DELETE /directory/deletedItems/{id}`
    /// (directory-deleteditems-delete.md). Permission: `Group.ReadWrite.All`, and the role of a
    /// Global or Groups Administrator: owners may not. Cannot be undone.
    ///
    /// # Errors
    /// 403 for owners, 404 when it is gone already.
    pub async fn delete_for_good(&self, id: &GroupId) -> Result<(), GraphError> {
        let root = self.pipeline.root();
        let what = Deletion::DeletedGroup(id);
        let request = Request::delete("deletedGroups.deleteForGood", root, what);
        self.pipeline.send(request).await?;
        Ok(())
    }

    fn url(&self, id: &GroupId, below: &[&str]) -> url::Url {
        let segments = [&["directory", "deletedItems", id.as_str()], below].concat();
        self.pipeline.root().join(&segments)
    }
}

fn restores(ids: Vec<GroupId>) -> Vec<(GroupId, BatchRequest)> {
    let request = |id: GroupId| {
        let segments = ["directory", "deletedItems", id.as_str(), "restore"];
        let request = BatchRequest::action(RESTORE, &segments);
        (id, request)
    };
    ids.into_iter().map(request).collect()
}

fn restored(
    (id, answer): (GroupId, Result<BatchAnswer, GraphError>),
) -> (GroupId, Result<Group, GraphError>) {
    (id, answer.and_then(|answer| answer.json(RESTORE)))
}
