//! One person of the directory, and the person's groups.

use crate::GraphError;
use crate::models::{Group, User, UserId};
use crate::odata::{PageRequest, Query};
use crate::pipeline::{Pipeline, Request};

/// Requests about one person.
#[derive(Debug)]
pub struct UserRequests<'a> {
    pub(super) pipeline: &'a Pipeline,
    pub(super) id: UserId,
}

impl<'a> UserRequests<'a> {
    pub(crate) fn new(pipeline: &'a Pipeline, id: UserId) -> Self {
        Self { pipeline, id }
    }

    /// The person: `GET /users/{id}` (user-get.md). Permission: `User.ReadBasic.All`.
    ///
    /// # Errors
    /// 404 when there is no such person.
    pub async fn get(&self) -> Result<User, GraphError> {
        let mut url = self.pipeline.root().join(&["users", self.id.as_str()]);
        Query::default().select(User::SELECT).apply(&mut url);
        self.pipeline.json(Request::get("user.get", url)).await
    }

    /// The groups that the person is a direct member of:
    /// `GET /users/{id}/memberOf/microsoft.graph.group` (user-list-memberof.md). Permission:
    /// `Directory.Read.All`. Groups with hidden membership are missing, unless one is in them. Read
    /// through the index, which lags behind recent writes.
    ///
    /// # Errors
    /// 404 when there is no such person.
    pub fn member_of_groups(&self) -> PageRequest<'a, Group> {
        self.groups("user.memberOfGroups", "memberOf")
    }

    /// The groups that the person owns: `GET /users/{id}/ownedObjects/microsoft.graph.group`
    /// (user-list-ownedobjects.md). The rest as [`UserRequests::member_of_groups`].
    ///
    /// # Errors
    /// As [`UserRequests::member_of_groups`].
    pub fn owned_groups(&self) -> PageRequest<'a, Group> {
        self.groups("user.ownedGroups", "ownedObjects")
    }

    fn groups(&self, operation: &'static str, relation: &str) -> PageRequest<'a, Group> {
        let query = Query::default()
            .select(Group::SELECT)
            .top(Query::MAX_TOP)
            .advanced();
        let segments = ["users", self.id.as_str(), relation, "microsoft.graph.group"];
        PageRequest::new(self.pipeline, operation, &segments, &query)
    }
}
