//! Who is in one group: read, added, taken out.

use serde_json::{Value, json};

use super::GroupRequests;
use crate::deletion::{Deletion, Relation};
use crate::models::{Member, UserId, distinct};
use crate::odata::{Body, PageRequest, Query};
use crate::pipeline::Request;
use crate::{GraphError, GraphRoot};

/// How many people one request adds (group-post-members.md).
pub const MAX_ADDED: usize = 20;

impl<'a> GroupRequests<'a> {
    /// The direct members: `GET /groups/{id}/members` in pages of 999 (group-list-members.md).
    /// Permission: `GroupMember.Read.All`; those of a group with hidden membership need
    /// `Member.Read.Hidden` and being a member.
    ///
    /// # Errors
    /// 404 when the group is absent, deleted, or not replicated yet.
    pub fn members(&self) -> PageRequest<'a, Member> {
        self.people("group.members", Relation::Members)
    }

    /// The owners, at most 100: `GET /groups/{id}/owners` (group-list-owners.md). Permission:
    /// `GroupMember.Read.All`. Empty for groups made in Exchange or synced from on-premises.
    ///
    /// # Errors
    /// As [`GroupRequests::members`].
    pub fn owners(&self) -> PageRequest<'a, Member> {
        self.people("group.owners", Relation::Owners)
    }

    /// Adds members: `PATCH /groups/{id}` with `members@odata.bind` (group-update.md). Permission:
    /// `Group.ReadWrite.All`, and being an owner. Adds all of them or nobody. Without people nothing
    /// is sent.
    ///
    /// # Errors
    /// [`crate::ErrorKind::OverLimit`], with nothing sent, for more than [`MAX_ADDED`] people. 400
    /// when one of them is a member already (the code is that of other faults: read the members), may
    /// not be one, or the group is a dynamic one; 404 when one does not exist.
    pub async fn add_members(&self, people: &[UserId]) -> Result<(), GraphError> {
        const OPERATION: &str = "group.addMembers";
        let people = distinct(people);
        if people.is_empty() {
            return Ok(());
        }
        within_limit(OPERATION, &people)?;
        let body = members_body(self.pipeline.root(), &people);
        let request = Request::patch(OPERATION, self.url(&[])).json(&body);
        self.pipeline.send(request).await?;
        Ok(())
    }

    /// Adds a member: `POST /groups/{id}/members/$ref` (group-post-members.md). Permission:
    /// `GroupMember.ReadWrite.All`, and being an owner. 204.
    ///
    /// # Errors
    /// 400 when the person is a member already or may not be one, 404 when there is no such person.
    pub async fn add_member(&self, person: &UserId) -> Result<(), GraphError> {
        self.add("group.addMember", Relation::Members, person).await
    }

    /// Makes somebody an owner: `POST /groups/{id}/owners/$ref` (group-post-owners.md). Permission:
    /// `Group.ReadWrite.All`, and being an owner. 204. Does not make a member; a team learns of it
    /// within two hours. A group has at most 100 owners.
    ///
    /// # Errors
    /// 400 when the person is an owner already or may not be one, 404 when there is no such person.
    pub async fn add_owner(&self, person: &UserId) -> Result<(), GraphError> {
        self.add("group.addOwner", Relation::Owners, person).await
    }

    /// Takes a member out: `DELETE /groups/{id}/members/{person}/$ref` (group-delete-members.md).
    /// Permission: `GroupMember.ReadWrite.All`, and being an owner. 204. The account stays.
    ///
    /// # Errors
    /// 404 when the person is no member; 400 for a dynamic group.
    pub async fn remove_member(&self, person: &UserId) -> Result<(), GraphError> {
        self.remove("group.removeMember", Relation::Members, person)
            .await
    }

    /// Ends somebody's ownership: `DELETE /groups/{id}/owners/{person}/$ref`
    /// (group-delete-owners.md). Permission: `Group.ReadWrite.All`, and being an owner. 204. In a
    /// group with a team it may also end the membership.
    ///
    /// # Errors
    /// 400 for the last owner; 404 when the person is no owner.
    pub async fn remove_owner(&self, person: &UserId) -> Result<(), GraphError> {
        self.remove("group.removeOwner", Relation::Owners, person)
            .await
    }

    fn people(&self, operation: &'static str, relation: Relation) -> PageRequest<'a, Member> {
        let query = Query::default().select(Member::SELECT).top(Query::MAX_TOP);
        let segments = ["groups", self.id.as_str(), relation.as_str()];
        PageRequest::new(self.pipeline, operation, &segments, &query)
    }

    async fn add(
        &self,
        operation: &'static str,
        relation: Relation,
        person: &UserId,
    ) -> Result<(), GraphError> {
        let url = self.url(&[relation.as_str(), "$ref"]);
        let body = reference_body(self.pipeline.root(), person);
        let request = Request::action(operation, url).json(&body);
        self.pipeline.send(request).await?;
        Ok(())
    }

    async fn remove(
        &self,
        operation: &'static str,
        relation: Relation,
        person: &UserId,
    ) -> Result<(), GraphError> {
        let reference = Deletion::Reference(&self.id, relation, person);
        let request = Request::delete(operation, self.pipeline.root(), reference);
        self.pipeline.send(request).await?;
        Ok(())
    }
}

pub(super) fn within_limit(operation: &'static str, people: &[UserId]) -> Result<(), GraphError> {
    if people.len() <= MAX_ADDED {
        return Ok(());
    }
    let reason = format!("{} people; one request adds {MAX_ADDED}", people.len());
    Err(GraphError::over_limit(operation, reason))
}

pub(super) fn members_body(root: &GraphRoot, people: &[UserId]) -> Value {
    Body::default()
        .bind("members", root, "directoryObjects", people)
        .into_json()
}

pub(super) fn reference_body(root: &GraphRoot, person: &UserId) -> Value {
    let link = root.join(&["directoryObjects", person.as_str()]);
    json!({ "@odata.id": link.as_str() })
}
