//! The signed-in person's groups.

use crate::models::Group;
use crate::odata::{PageRequest, Query};

super::requests!(
    /// Requests about the signed-in person's groups.
    MyGroupsRequests
);

impl<'a> MyGroupsRequests<'a> {
    /// The groups that the person owns: `GET /me/ownedObjects/microsoft.graph.group`
    /// (user-list-ownedobjects.md). Permission: `Group.Read.All` for more than their ids.
    ///
    /// Security groups come too: look at [`Group::is_unified`]. Read through the index, which lags
    /// behind recent writes.
    pub fn owned(&self) -> PageRequest<'a, Group> {
        self.list("myGroups.owned", "ownedObjects")
    }

    /// The groups that the person is a direct member of: `GET /me/memberOf/microsoft.graph.group`
    /// (user-list-memberof.md). Permission and the rest as for [`MyGroupsRequests::owned`].
    pub fn member_of(&self) -> PageRequest<'a, Group> {
        self.list("myGroups.memberOf", "memberOf")
    }

    fn list(&self, operation: &'static str, relation: &str) -> PageRequest<'a, Group> {
        let query = Query::default()
            .select(Group::SELECT)
            .top(Query::MAX_TOP)
            .advanced();
        PageRequest::new(
            self.pipeline,
            operation,
            &["me", relation, "microsoft.graph.group"],
            &query,
        )
    }
}
