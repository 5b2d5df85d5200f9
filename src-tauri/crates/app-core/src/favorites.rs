//! Favorites: Graph marks and unmarks them, has no list of them, and may not tell a single one.

use std::collections::HashMap;

use cache::{FavoriteRecord, FavoriteSource};
use graph_client::GraphClient;
use graph_client::models::{FavoriteState, GroupId};
use identity::permissions::Step;
use ipc_contract::events::Tag;
use ipc_contract::groups::Favorite;

use crate::changes::Op;
use crate::groups::summary::favorite;
use crate::session::ActiveSession;
use crate::{Core, CoreError};

impl Core {
    /// Marks or unmarks a favorite and asks the service whether it took.
    ///
    /// # Errors
    /// When the service refuses, or when the answer was lost and the service does not tell.
    pub async fn set_favorite(&self, group_id: &str, marked: bool) -> Result<Favorite, CoreError> {
        let session = self.session()?;
        session.require(Step::Manage)?;
        let id = GroupId::parse(group_id).map_err(|_| CoreError::invalid("groupId"))?;
        let group = self.group_named(&session, &id).await?;
        self.change_one(&session, Op::SetFavorite { marked }, &group, None)
            .await?;
        let client = session.client(self.host()).await?;
        let accepted = [(id, marked)];
        let records = self.confirm_favorites(&session, &client, &accepted).await?;
        self.changed(&[Tag::Groups]);
        Ok(favorite(records.first().map(|(_, record)| record)))
    }

    /// Asks the service whether favorites that it accepted are so, and keeps whose word they are.
    pub(crate) async fn confirm_favorites(
        &self,
        session: &ActiveSession,
        client: &GraphClient,
        accepted: &[(GroupId, bool)],
    ) -> Result<Vec<(GroupId, FavoriteRecord)>, CoreError> {
        let ids: Vec<GroupId> = accepted.iter().map(|(id, _)| id.clone()).collect();
        let told: HashMap<GroupId, FavoriteState> = client
            .groups()
            .favorites(&ids)
            .await
            .into_iter()
            .filter_map(|(id, answer)| Some((id, answer.ok()?)))
            .collect();
        let records: Vec<_> = accepted
            .iter()
            .map(|(id, marked)| (id.clone(), confirmed(*marked, told.get(id))))
            .collect();
        let kept = records.clone();
        session
            .cached(move |cache| Ok(cache.put_favorites(&kept)?))
            .await?;
        Ok(records)
    }

    /// Reads the favorites of the given groups. What the service does not tell leaves what this
    /// machine knows as it is.
    pub(crate) async fn read_favorites(
        &self,
        session: &ActiveSession,
        client: &GraphClient,
        ids: &[GroupId],
    ) -> Result<(), CoreError> {
        let answers = client.groups().favorites(ids).await;
        session
            .cached(move |cache| {
                let known = cache.favorites()?;
                let records: Vec<_> = answers
                    .into_iter()
                    .filter_map(|(id, answer)| Some((id, answer.ok()?)))
                    .map(|(id, state)| {
                        let record = learnt(state, known.get(&id).copied());
                        (id, record)
                    })
                    .collect();
                Ok(cache.put_favorites(&records)?)
            })
            .await
    }

    /// Reads those of the given groups' favorites that were never read; whether there were any.
    pub(crate) async fn read_unknown_favorites(
        &self,
        session: &ActiveSession,
        client: &GraphClient,
        ids: Vec<GroupId>,
    ) -> Result<bool, CoreError> {
        let unknown: Vec<GroupId> = session
            .cached(move |cache| {
                let known = cache.favorites()?;
                Ok(ids
                    .into_iter()
                    .filter(|id| !known.contains_key(id))
                    .collect())
            })
            .await?;
        if unknown.is_empty() {
            return Ok(false);
        }
        self.read_favorites(session, client, &unknown).await?;
        Ok(true)
    }
}

/// An accepted favorite with what the service says of it; it may not say, or not be asked.
fn confirmed(marked: bool, told: Option<&FavoriteState>) -> FavoriteRecord {
    let source = match (told, marked) {
        (Some(FavoriteState::Marked), true) | (Some(FavoriteState::Unmarked), false) => {
            FavoriteSource::Service
        }
        (Some(FavoriteState::Marked | FavoriteState::Unmarked), _) => FavoriteSource::Sent, // not replicated yet
        (Some(FavoriteState::Unknown) | None, _) => FavoriteSource::Untold,
    };
    FavoriteRecord {
        marked: Some(marked),
        source,
    }
}

fn learnt(state: FavoriteState, known: Option<FavoriteRecord>) -> FavoriteRecord {
    let told = |marked| FavoriteRecord {
        marked: Some(marked),
        source: FavoriteSource::Service,
    };
    match state {
        FavoriteState::Marked => told(true),
        FavoriteState::Unmarked => told(false),
        FavoriteState::Unknown => FavoriteRecord {
            marked: known.and_then(|known| known.marked),
            source: FavoriteSource::Untold,
        },
    }
}
