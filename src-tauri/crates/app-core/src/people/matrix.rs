//! Which of the groups that the signed-in person owns some people are in.

use std::collections::{HashMap, HashSet};

use futures::TryStreamExt as _;
use graph_client::models::{Group, GroupId, UserId};
use graph_client::{GraphClient, GraphError};
use ipc_contract::people::{Matrix, MatrixCell, MatrixRequest, PersonRef, Role};

use crate::changes::Moved;
use crate::{Core, CoreError};

/// The contract's limit.
const MOST: usize = 20;
/// How many people's groups are read at once; each is two requests.
const AT_ONCE: usize = 2;

/// As a member, and as an owner.
type Place = (bool, bool);

impl Core {
    /// Which of the groups that the signed-in person owns each of the people is in.
    ///
    /// # Errors
    /// When more than 20 people are asked for. People whose groups cannot be read are named.
    pub async fn matrix(&self, request: &MatrixRequest) -> Result<Matrix, CoreError> {
        if request.people.len() > MOST {
            return Err(CoreError::invalid("people"));
        }
        let session = self.session()?;
        let owned: HashSet<GroupId> = session
            .cached(|cache| Ok(cache.groups()?))
            .await?
            .into_iter()
            .filter(|record| record.relation.owned)
            .map(|record| record.group.id)
            .collect();
        let client = session.client(self.host()).await?;
        let mut read = Vec::with_capacity(request.people.len());
        for some in request.people.chunks(AT_ONCE) {
            let asked = some.iter().map(|person| places(&client, person, &owned));
            let answers = futures::future::join_all(asked).await;
            read.extend(some.iter().zip(answers));
        }
        let mut matrix = Matrix {
            cells: Vec::new(),
            unreadable: Vec::new(),
        };
        let late = session.lists.late();
        for (person, places) in read {
            match places {
                Ok(places) => matrix
                    .cells
                    .extend(cells(person, corrected(places, person, &late, &owned))),
                Err(error) => {
                    tracing::info!(%error, "somebody's groups were not read");
                    matrix.unreadable.push(person.clone());
                }
            }
        }
        Ok(matrix)
    }
}

/// Somebody's place in each of the groups.
async fn places(
    client: &GraphClient,
    person: &PersonRef,
    owned: &HashSet<GroupId>,
) -> Result<HashMap<GroupId, Place>, CoreError> {
    let id = UserId::parse(&person.id).map_err(|_| CoreError::invalid("people"))?;
    let user = client.user(&id);
    let (member_of, owner_of) = futures::try_join!(
        user.member_of_groups().items().try_collect::<Vec<Group>>(),
        user.owned_groups().items().try_collect::<Vec<Group>>(),
    )
    .map_err(|error: GraphError| CoreError::from(error))?;
    let mut places: HashMap<GroupId, Place> = HashMap::new();
    for group in member_of {
        places.entry(group.id).or_default().0 = true;
    }
    for group in owner_of {
        places.entry(group.id).or_default().1 = true;
    }
    places.retain(|group, _| owned.contains(group));
    Ok(places)
}

/// These lists are read through an index that lags: what was changed here a moment ago holds.
fn corrected(
    mut places: HashMap<GroupId, Place>,
    person: &PersonRef,
    late: &[Moved],
    owned: &HashSet<GroupId>,
) -> HashMap<GroupId, Place> {
    let concern = |moved: &&Moved| moved.person.id == person.id && owned.contains(&moved.group);
    for moved in late.iter().filter(concern) {
        let place = places.entry(moved.group.clone()).or_default();
        if moved.role != Role::Owner {
            place.0 = moved.added;
        }
        if moved.role != Role::Member {
            place.1 = moved.added;
        }
    }
    places
}

fn cells(person: &PersonRef, places: HashMap<GroupId, Place>) -> Vec<MatrixCell> {
    let mut cells: Vec<MatrixCell> = places
        .into_iter()
        .filter_map(|(group, place)| {
            let role = match place {
                (true, true) => Role::OwnerAndMember,
                (true, false) => Role::Member,
                (false, true) => Role::Owner,
                (false, false) => return None,
            };
            Some(MatrixCell {
                person_id: person.id.clone(),
                group_id: group.to_string(),
                role,
            })
        })
        .collect();
    cells.sort_by(|a, b| a.group_id.cmp(&b.group_id));
    cells
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_changed_a_moment_ago_is_not_taken_back_by_the_index() {
        let group = GroupId::parse("5f6b2d0a-6f0e-4a2c-9d63-4d1d5f1f0a01").unwrap();
        let person = PersonRef {
            id: "p".into(),
            display_name: "P".into(),
        };
        let moved = |role, added| Moved {
            group: group.clone(),
            person: person.clone(),
            role,
            added,
        };
        let late = [moved(Role::Member, true), moved(Role::Owner, false)];
        let read = HashMap::from([(group.clone(), (false, true))]);
        let owned = HashSet::from([group.clone()]);
        let cells = cells(&person, corrected(read, &person, &late, &owned));
        let roles: Vec<_> = cells.iter().map(|cell| cell.role).collect();
        assert_eq!(roles, [Role::Member]);
    }
}
