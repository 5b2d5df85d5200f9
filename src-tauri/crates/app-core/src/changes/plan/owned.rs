//! What somebody owns, from the service: all of it where that may be read, else what of it the
//! signed-in person owns too.

use futures::TryStreamExt as _;
use graph_client::GraphError;
use graph_client::models::{Group, GroupId, UserId};
use ipc_contract::people::Role;

use super::Planning;
use crate::CoreError;

/// Groups of one owner.
pub(super) struct Owned {
    pub(super) ids: Vec<GroupId>,
    /// Whether these are all.
    pub(super) whole: bool,
}

impl Planning<'_> {
    pub(super) async fn owned_by(&self, person: &UserId) -> Result<Owned, CoreError> {
        let theirs = self.client.user(person).owned_groups().items();
        let mut owned = match theirs.try_collect().await {
            Ok(groups) => Owned {
                ids: unified(groups),
                whole: true,
            },
            Err(error) if GraphError::is_not_allowed(&error) => self.owned_with_me(person).await?,
            Err(error) => return Err(error.into()),
        };
        self.add_late(&mut owned, person);
        Ok(owned)
    }

    /// These lists are read through an index that lags: what they were given here a moment ago is theirs.
    fn add_late(&self, owned: &mut Owned, person: &UserId) {
        for moved in self.session.lists.late() {
            let given = moved.added && moved.role != Role::Member;
            if given && moved.person.id == person.as_str() && !owned.ids.contains(&moved.group) {
                owned.ids.push(moved.group);
            }
        }
    }

    /// A group whose owners could not be read stays in: planning says why nothing is done there.
    async fn owned_with_me(&self, person: &UserId) -> Result<Owned, CoreError> {
        let mine = self.client.my_groups().owned().items();
        let mine = unified(mine.try_collect().await?);
        let people = self.client.groups().people(&mine).await;
        let theirs = people.into_iter().filter(|(_, people)| {
            people.as_ref().map_or(true, |people| {
                people.owners.iter().any(|owner| owner.id == *person)
            })
        });
        Ok(Owned {
            ids: theirs.map(|(id, _)| id).collect(),
            whole: false,
        })
    }
}

fn unified(groups: Vec<Group>) -> Vec<GroupId> {
    let unified = groups.into_iter().filter(Group::is_unified);
    unified.map(|group| group.id).collect()
}
