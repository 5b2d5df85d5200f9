//! What is asked of many groups at once: themselves, favorites, people in figures, renewals.

use std::collections::HashMap;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use futures::stream::{Stream, StreamExt as _};
use serde::Deserialize;
use serde_json::Value;

use super::GroupsRequests;
use crate::GraphError;
use crate::batch::{BatchAnswer, BatchRequest};
use crate::models::{FavoriteState, Group, GroupId, GroupPeople, Owner};
use crate::odata::Query;

/// At most this many owners has a group (group-post-owners.md).
const MAX_OWNERS: u32 = 100;

#[derive(Deserialize)]
struct FavoriteBody {
    #[serde(default, rename = "isFavorite")]
    is_favorite: Option<bool>,
}

#[derive(Deserialize)]
struct OwnersBody {
    value: Vec<Owner>,
}

impl<'a> GroupsRequests<'a> {
    /// Whether each group is among the person's favorites, 20 to a request: `GET /groups/{id}` with
    /// `$select=id,isFavorite`, which the metadata has and no page documents. Permission:
    /// `Group.Read.All`. A null, an absent property and a 400 are [`FavoriteState::Unknown`].
    pub async fn favorites(
        &self,
        ids: &[GroupId],
    ) -> Vec<(GroupId, Result<FavoriteState, GraphError>)> {
        let query = Query::default().select(&["id", "isFavorite"]);
        let requests = ids
            .iter()
            .map(|id| {
                (
                    id.clone(),
                    BatchRequest::get("group.favorite", &["groups", id.as_str()], &query),
                )
            })
            .collect();
        self.pipeline
            .batch(requests)
            .map(|(id, answer)| (id, favorite(answer)))
            .collect()
            .await
    }

    /// Owners, members and guests of each group in figures, 20 requests to one (json-batching.md):
    /// three a group. Permission: `GroupMember.Read.All`. A count that may not be read is `None`.
    pub async fn people(&self, ids: &[GroupId]) -> Vec<(GroupId, Result<GroupPeople, GraphError>)> {
        let requests = ids
            .iter()
            .enumerate()
            .flat_map(|(index, id)| people_requests(index, id))
            .collect();
        let mut answers: HashMap<_, _> = self.pipeline.batch(requests).collect().await;
        ids.iter()
            .enumerate()
            .map(|(index, id)| {
                let mut take = |part| answers.remove(&(index, part));
                let people = gather(take(Part::Owners), take(Part::Members), take(Part::Guests));
                (id.clone(), people)
            })
            .collect()
    }

    /// Reads each group itself, 20 to a request and 4 requests at once (group-get.md): lists are read through an
    /// index that lags, groups are not. Permission: `Group.Read.All`. Results come in the order in which they are known.
    pub async fn get_many(&self, ids: &[GroupId]) -> Vec<(GroupId, Result<Group, GraphError>)> {
        let query = Query::default().select(Group::SELECT);
        let requests = ids
            .iter()
            .map(|id| {
                let request = BatchRequest::get("group.get", &["groups", id.as_str()], &query);
                (id.clone(), request)
            })
            .collect();
        self.pipeline
            .batch(requests)
            .map(|(id, answer)| {
                let group = answer.and_then(|answer| answer.json("group.get"));
                (id, group)
            })
            .collect()
            .await
    }

    /// Renews each group, 20 to a request and 4 requests at once (group-renew.md). Permission:
    /// `Group.ReadWrite.All`, and being an owner. Results come in the order in which they are known;
    /// a throttled item alone is sent again, after the wait the service asks for.
    ///
    /// An item whose answer was lost is not sent again: see [`GraphError::outcome_unknown`].
    pub fn renew_many(
        &self,
        ids: Vec<GroupId>,
    ) -> impl Stream<Item = (GroupId, Result<(), GraphError>)> + Send + use<'a> {
        let requests = ids
            .into_iter()
            .map(|id| {
                let request =
                    BatchRequest::action("group.renew", &["groups", id.as_str(), "renew"]);
                (id, request)
            })
            .collect();
        self.send_many(requests)
            .map(|(id, answer)| (id, answer.map(drop)))
    }
}

/// A part of a group's people.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Part {
    Owners,
    Members,
    Guests,
}

pub(super) fn people_requests(index: usize, id: &GroupId) -> [((usize, Part), BatchRequest); 3] {
    let id = id.as_str();
    let owners = Query::default().select(Owner::SELECT).top(MAX_OWNERS);
    let guests = Query::default().filter("userType eq 'Guest'").advanced();
    let all = Query::default();
    let members = ["groups", id, "members", "$count"];
    let members_who_are_users = ["groups", id, "members", "microsoft.graph.user", "$count"];
    [
        (
            (index, Part::Owners),
            BatchRequest::get("group.owners", &["groups", id, "owners"], &owners),
        ),
        (
            (index, Part::Members),
            BatchRequest::get("group.memberCount", &members, &all).eventual(),
        ),
        (
            (index, Part::Guests),
            BatchRequest::get("group.guestCount", &members_who_are_users, &guests).eventual(),
        ),
    ]
}

type Answered = Option<Result<BatchAnswer, GraphError>>;

/// The owners decide whether the people may be read at all.
pub(super) fn gather(
    owners: Answered,
    members: Answered,
    guests: Answered,
) -> Result<GroupPeople, GraphError> {
    let owners = match owners {
        Some(answer) => answer?.json::<OwnersBody>("group.owners")?.value,
        None => Vec::new(),
    };
    Ok(GroupPeople {
        owners,
        member_count: count(members),
        guest_count: count(guests),
    })
}

/// A count is plain text; inside a batch that may come as a number, a text, or base64 of one.
fn count(answer: Answered) -> Option<u32> {
    match answer?.ok()?.body {
        Value::Number(number) => u32::try_from(number.as_u64()?).ok(),
        Value::String(text) => text.trim().parse().ok().or_else(|| {
            let bytes = STANDARD.decode(text.trim()).ok()?;
            String::from_utf8(bytes)
                .ok()?
                .trim_start_matches('\u{feff}')
                .trim()
                .parse()
                .ok()
        }),
        _ => None,
    }
}

fn favorite(answer: Result<BatchAnswer, GraphError>) -> Result<FavoriteState, GraphError> {
    match answer {
        Ok(answer) => {
            let body: FavoriteBody = answer.json("group.favorite")?;
            Ok(match body.is_favorite {
                Some(true) => FavoriteState::Marked,
                Some(false) => FavoriteState::Unmarked,
                None => FavoriteState::Unknown,
            })
        }
        Err(error) if error.status() == Some(400) => Ok(FavoriteState::Unknown),
        Err(error) => Err(error),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counted(body: Value) -> Option<u32> {
        count(Some(Ok(BatchAnswer::of(body))))
    }

    #[test]
    fn a_count_is_read_in_every_form_that_a_batch_gives_it() {
        assert_eq!(counted(Value::from(12)), Some(12));
        assert_eq!(counted(Value::from("12")), Some(12));
        assert_eq!(counted(Value::from("MTI3Mw==")), Some(1273));
        assert_eq!(counted(Value::Null), None);
    }
}
