//! Changes of many groups and of many people in them, twenty to a request.
//!
//! In all of these: four requests travel at once; results come in the order in which they are known,
//! each under the caller's own key; a throttled item alone is sent again, after the wait the service
//! asks for, unless [`GroupsRequests::once`] says otherwise; an item whose answer was lost is not: see [`GraphError::outcome_unknown`]. Items of one
//! batch run side by side in the service. Errors are those of the single forms.

use futures::stream::{self, Stream, StreamExt as _};

use super::GroupsRequests;
use super::group_people::{members_body, reference_body, within_limit};
use crate::GraphError;
use crate::batch::BatchRequest;
use crate::deletion::{Deletion, Relation};
use crate::models::{GroupId, GroupPatch, UserId, distinct};

/// A change under its key: to be sent, nothing to do, or refused here.
type Decided<K> = (K, Result<Option<BatchRequest>, GraphError>);

impl<'a> GroupsRequests<'a> {
    /// Changes each group; as [`GroupRequests::update`](super::GroupRequests::update). An empty
    /// change is not sent, and succeeds.
    pub fn update_many(
        &self,
        changes: Vec<(GroupId, GroupPatch)>,
    ) -> impl Stream<Item = (GroupId, Result<(), GraphError>)> + Send + use<'a> {
        let items = changes.into_iter().map(move |(id, change)| {
            let sent = (!change.is_empty()).then(|| {
                BatchRequest::patch("group.update", &["groups", id.as_str()], change.body())
            });
            (id, Ok(sent))
        });
        self.change_many(items.collect())
    }

    /// Deletes each group; as [`GroupRequests::delete`](super::GroupRequests::delete).
    pub fn delete_many(
        &self,
        ids: Vec<GroupId>,
    ) -> impl Stream<Item = (GroupId, Result<(), GraphError>)> + Send + use<'a> {
        let items = ids.into_iter().map(move |id| {
            let request = BatchRequest::delete("group.delete", Deletion::Group(&id));
            (id, Ok(Some(request)))
        });
        self.change_many(items.collect())
    }

    /// Marks each group as a favorite, or takes it from them; as
    /// [`GroupRequests::add_favorite`](super::GroupRequests::add_favorite).
    pub fn set_favorites_many(
        &self,
        favorites: Vec<(GroupId, bool)>,
    ) -> impl Stream<Item = (GroupId, Result<(), GraphError>)> + Send + use<'a> {
        let items = favorites.into_iter().map(move |(id, marked)| {
            let (operation, action) = match marked {
                true => ("group.addFavorite", "addFavorite"),
                false => ("group.removeFavorite", "removeFavorite"),
            };
            let request = BatchRequest::action(operation, &["groups", id.as_str(), action]);
            (id, Ok(Some(request)))
        });
        self.change_many(items.collect())
    }

    /// Adds members, up to [`MAX_ADDED`](super::group::MAX_ADDED) an item; as
    /// [`GroupRequests::add_members`](super::GroupRequests::add_members). An item with more fails
    /// with [`crate::ErrorKind::OverLimit`] and is not sent; one with nobody succeeds.
    pub fn add_members_many<K: Send + Sync + 'a>(
        &self,
        additions: Vec<(K, GroupId, Vec<UserId>)>,
    ) -> impl Stream<Item = (K, Result<(), GraphError>)> + Send + use<'a, K> {
        const OPERATION: &str = "group.addMembers";
        let root = self.pipeline.root();
        let items = additions.into_iter().map(move |(key, group, people)| {
            let people = distinct(&people);
            let sent = within_limit(OPERATION, &people).map(|()| {
                (!people.is_empty()).then(|| {
                    let body = members_body(root, &people);
                    BatchRequest::patch(OPERATION, &["groups", group.as_str()], body)
                })
            });
            (key, sent)
        });
        self.change_many(items.collect())
    }

    /// Makes each person an owner of the group beside; as
    /// [`GroupRequests::add_owner`](super::GroupRequests::add_owner).
    pub fn add_owners_many<K: Send + Sync + 'a>(
        &self,
        pairs: Vec<(K, GroupId, UserId)>,
    ) -> impl Stream<Item = (K, Result<(), GraphError>)> + Send + use<'a, K> {
        let root = self.pipeline.root();
        let items = pairs.into_iter().map(move |(key, group, person)| {
            let segments = ["groups", group.as_str(), Relation::Owners.as_str(), "$ref"];
            let request = BatchRequest::action("group.addOwner", &segments)
                .json(reference_body(root, &person));
            (key, Ok(Some(request)))
        });
        self.change_many(items.collect())
    }

    /// Takes each person out of the group beside; as
    /// [`GroupRequests::remove_member`](super::GroupRequests::remove_member).
    pub fn remove_members_many<K: Send + Sync + 'a>(
        &self,
        pairs: Vec<(K, GroupId, UserId)>,
    ) -> impl Stream<Item = (K, Result<(), GraphError>)> + Send + use<'a, K> {
        self.remove_many("group.removeMember", Relation::Members, pairs)
    }

    /// Ends each person's ownership of the group beside; as
    /// [`GroupRequests::remove_owner`](super::GroupRequests::remove_owner).
    pub fn remove_owners_many<K: Send + Sync + 'a>(
        &self,
        pairs: Vec<(K, GroupId, UserId)>,
    ) -> impl Stream<Item = (K, Result<(), GraphError>)> + Send + use<'a, K> {
        self.remove_many("group.removeOwner", Relation::Owners, pairs)
    }

    fn remove_many<K: Send + Sync + 'a>(
        &self,
        operation: &'static str,
        relation: Relation,
        pairs: Vec<(K, GroupId, UserId)>,
    ) -> impl Stream<Item = (K, Result<(), GraphError>)> + Send + use<'a, K> {
        let items = pairs.into_iter().map(move |(key, group, person)| {
            let reference = Deletion::Reference(&group, relation, &person);
            (key, Ok(Some(BatchRequest::delete(operation, reference))))
        });
        self.change_many(items.collect())
    }

    /// What is decided here comes first; `None` is nothing to do.
    fn change_many<K: Send + Sync + 'a>(
        &self,
        items: Vec<Decided<K>>,
    ) -> impl Stream<Item = (K, Result<(), GraphError>)> + Send + use<'a, K> {
        let (mut decided, mut sent) = (Vec::new(), Vec::new());
        for (key, item) in items {
            match item {
                Ok(Some(request)) => sent.push((key, request)),
                Ok(None) => decided.push((key, Ok(()))),
                Err(error) => decided.push((key, Err(error))),
            }
        }
        let answered = self.send_many(sent);
        stream::iter(decided).chain(answered.map(|(key, answer)| (key, answer.map(drop))))
    }
}
