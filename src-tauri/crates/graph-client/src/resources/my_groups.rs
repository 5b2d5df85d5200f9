//! The signed-in person's groups.

use serde::de::DeserializeOwned;

use crate::models::{Group, GroupLabels};
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
        self.list("myGroups.owned", "ownedObjects", Group::SELECT)
    }

    /// The groups that the person is a direct member of: `GET /me/memberOf/microsoft.graph.group`
    /// (user-list-memberof.md). Permission and the rest as for [`MyGroupsRequests::owned`].
    pub fn member_of(&self) -> PageRequest<'a, Group> {
        self.list("myGroups.memberOf", "memberOf", Group::SELECT)
    }

    /// The sensitivity labels of the groups that the person owns: as [`MyGroupsRequests::owned`], with
    /// nothing but `assignedLabels`. Which labels the tenant offers is listed elsewhere, under permissions
    /// of their own (`SensitivityLabel.Read`); those that are in use are told with the groups.
    pub fn labels(&self) -> PageRequest<'a, GroupLabels> {
        self.list("myGroups.labels", "ownedObjects", GroupLabels::SELECT)
    }

    fn list<T: DeserializeOwned + 'a>(
        &self,
        operation: &'static str,
        relation: &str,
        properties: &[&str],
    ) -> PageRequest<'a, T> {
        let query = Query::default()
            .select(properties)
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
