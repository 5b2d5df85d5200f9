//! Deleted groups: what can still be brought back, and what is on its way back.

use cache::{Document, DocumentKind};
use futures::TryStreamExt as _;
use graph_client::models::{
    DeletedGroup as GraphDeleted, Figure as GraphFigure, Group, GroupId, Holdings as GraphHoldings,
    UserId,
};
use graph_client::{GraphClient, GraphError};
use ipc_contract::deleted::{
    DeletedGroup, DeletedList, Figure, GroupPart, Holdings, HoldingsList, Returning, ReturningStage,
};
use ipc_contract::error::CommandError;
use ipc_contract::events::Tag;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use crate::groups::summary::visibility;
use crate::session::ActiveSession;
use crate::{Core, CoreError};

/// How long a deleted group can be brought back (groups-restore-deleted.md).
pub(crate) const RESTORABLE_FOR: SignedDuration = SignedDuration::from_hours(30 * 24);
/// How long a group may take to come back whole.
const RETURNING_FOR: SignedDuration = SignedDuration::from_hours(24);
/// A list that is older is read anew when it is looked at.
const FRESH_FOR: SignedDuration = SignedDuration::from_secs(60);
/// The contract's limit for one call.
const AT_ONCE: usize = 100;
const KEY: &str = "list";
const RETURNING: &str = "returning";

/// The list as it was read.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
struct Known {
    groups: Vec<GraphDeleted>,
    owned: Vec<String>,
    all: bool,
}

/// A group that was restored here.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Restored {
    id: String,
    name: String,
    team: bool,
    at: Timestamp,
}

/// Whether a group can no longer be brought back.
pub(crate) fn is_over(deleted: &GraphDeleted, now: Timestamp) -> bool {
    restorable_until(deleted).is_some_and(|until| until <= now)
}

fn restorable_until(deleted: &GraphDeleted) -> Option<Timestamp> {
    deleted.deleted_date_time?.checked_add(RESTORABLE_FOR).ok()
}

impl Core {
    /// Deleted groups. Read anew when they are old; while that fails, what was known is shown.
    ///
    /// # Errors
    /// When nothing is known and nothing can be read.
    pub async fn deleted_groups(&self) -> Result<DeletedList, CoreError> {
        let session = self.session()?;
        let now = session.service_now(self.now());
        let known: Option<Document<Known>> = session
            .cached(|cache| Ok(cache.document(DocumentKind::Deleted, KEY)?))
            .await?;
        let fresh = known
            .as_ref()
            .is_some_and(|known| now.duration_since(known.as_of) < FRESH_FOR);
        let (document, last_error) = if fresh {
            (known, None)
        } else {
            match self.read_deleted(&session).await {
                Ok(document) => (Some(document), None),
                Err(error) if known.is_some() => (known, Some(CommandError::from(error))),
                Err(error) => return Err(error),
            }
        };
        let returning = self.returning(&session).await?;
        let now = session.service_now(self.now());
        Ok(shown(document, returning, last_error, now))
    }

    /// Reads deleted groups anew, however new what is known.
    ///
    /// # Errors
    /// When they cannot be read; what was known stays.
    pub async fn refresh_deleted(&self) -> Result<(), CoreError> {
        self.read_deleted(&*self.session()?).await?;
        self.changed(&[Tag::Deleted]);
        Ok(())
    }

    /// What was known, for planning.
    pub(crate) async fn known_deleted(
        &self,
        session: &ActiveSession,
    ) -> Result<Vec<GraphDeleted>, CoreError> {
        let known: Option<Document<Known>> = session
            .cached(|cache| Ok(cache.document(DocumentKind::Deleted, KEY)?))
            .await?;
        Ok(known.map(|known| known.value.groups).unwrap_or_default())
    }

    /// An administrator sees all of the tenant's, everybody else their own.
    async fn read_deleted(&self, session: &ActiveSession) -> Result<Document<Known>, CoreError> {
        let client = session.client(self.host()).await?;
        let me = UserId::parse(&session.account.user_id).map_err(CoreError::internal)?;
        let owned = client.deleted_groups().owned_by(&me).await?;
        let ids: Vec<String> = owned
            .iter()
            .map(|deleted| deleted.group.id.to_string())
            .collect();
        let all = all_of_the_tenant(&client).await;
        session.set_administrator(all.is_some());
        let value = Known {
            all: all.is_some(),
            owned: ids,
            groups: all
                .unwrap_or(owned)
                .into_iter()
                .filter(|deleted| deleted.group.is_unified())
                .collect(),
        };
        let as_of = session.service_now(self.now());
        let kept = value.clone();
        session
            .cached(move |cache| {
                Ok(cache.put_document(DocumentKind::Deleted, KEY, &kept, as_of)?)
            })
            .await?;
        Ok(Document { value, as_of })
    }

    /// After a change: the list is not shown again before it was read again.
    pub(crate) async fn forget_deleted(&self, session: &ActiveSession) -> Result<(), CoreError> {
        session
            .cached(|cache| Ok(cache.remove_document(DocumentKind::Deleted, KEY)?))
            .await
    }

    /// Remembers that a group was restored, so that its way back can be followed.
    pub(crate) async fn remember_restored(
        &self,
        session: &ActiveSession,
        groups: Vec<Group>,
    ) -> Result<(), CoreError> {
        let now = session.service_now(self.now());
        session
            .cached(move |cache| {
                let known: Option<Document<Vec<Restored>>> =
                    cache.document(DocumentKind::Deleted, RETURNING)?;
                let mut restored = known.map(|known| known.value).unwrap_or_default();
                restored.retain(|known| {
                    now.duration_since(known.at) < RETURNING_FOR
                        && !groups.iter().any(|group| group.id.as_str() == known.id)
                });
                restored.extend(groups.into_iter().map(|group| Restored {
                    id: group.id.to_string(),
                    name: group.display_name.clone().unwrap_or_default(),
                    team: group.has_team(),
                    at: now,
                }));
                Ok(cache.put_document(DocumentKind::Deleted, RETURNING, &restored, now)?)
            })
            .await
    }

    /// How far each restored group has come; those that are whole are left out.
    async fn returning(&self, session: &ActiveSession) -> Result<Vec<Returning>, CoreError> {
        let known: Option<Document<Vec<Restored>>> = session
            .cached(|cache| Ok(cache.document(DocumentKind::Deleted, RETURNING)?))
            .await?;
        let now = session.service_now(self.now());
        let recent: Vec<Restored> = known
            .map(|known| known.value)
            .unwrap_or_default()
            .into_iter()
            .filter(|restored| now.duration_since(restored.at) < RETURNING_FOR)
            .collect();
        if recent.is_empty() {
            return Ok(Vec::new());
        }
        let client = session.client(self.host()).await?;
        let stages = recent
            .into_iter()
            .map(|restored| on_its_way(&client, restored));
        let all = futures::future::join_all(stages).await;
        Ok(all.into_iter().filter(|way| !is_whole(way)).collect())
    }

    /// What goes with groups when they are deleted.
    ///
    /// # Errors
    /// When more than 100 groups are asked for.
    pub async fn holdings(&self, group_ids: &[String]) -> Result<HoldingsList, CoreError> {
        if group_ids.len() > AT_ONCE {
            return Err(CoreError::invalid("groupIds"));
        }
        let session = self.session()?;
        let client = session.client(self.host()).await?;
        let ids = crate::changes::facts::group_ids(group_ids)?;
        let people = self.read_people(&session, &client, &ids).await?;
        let figures = ids.iter().map(|id| holdings_of(&client, id));
        let held = futures::future::join_all(figures).await;
        let groups = held
            .into_iter()
            .zip(people)
            .map(|(held, (_, people))| Holdings {
                members: match people {
                    Ok(people) => people.member_count.map_or(Figure::NotPermitted, known),
                    Err(_) => Figure::Unknown,
                },
                ..held
            })
            .collect();
        let now = session.service_now(self.now());
        Ok(HoldingsList {
            groups,
            restorable_until: now.checked_add(RESTORABLE_FOR).unwrap_or(now),
        })
    }
}

/// `None` for whoever may not see them.
async fn all_of_the_tenant(client: &GraphClient) -> Option<Vec<GraphDeleted>> {
    let all: Result<Vec<GraphDeleted>, GraphError> =
        client.deleted_groups().all().items().try_collect().await;
    all.ok()
}

fn shown(
    document: Option<Document<Known>>,
    returning: Vec<Returning>,
    last_error: Option<CommandError>,
    now: Timestamp,
) -> DeletedList {
    let as_of = document.as_ref().map(|document| document.as_of);
    let known = document.map(|document| document.value).unwrap_or_default();
    let mut groups: Vec<DeletedGroup> = known
        .groups
        .iter()
        .filter(|deleted| !is_over(deleted, now))
        .filter_map(|deleted| shown_one(deleted, &known.owned))
        .collect();
    groups.sort_by(|a, b| {
        (a.restorable_until, &a.display_name).cmp(&(b.restorable_until, &b.display_name))
    });
    DeletedList {
        groups,
        returning,
        as_of,
        now,
        last_error,
        all: known.all,
        can_purge: known.all,
    }
}

fn shown_one(deleted: &GraphDeleted, owned: &[String]) -> Option<DeletedGroup> {
    let group = &deleted.group;
    Some(DeletedGroup {
        id: group.id.to_string(),
        display_name: group.display_name.clone().unwrap_or_default(),
        mail_nickname: group.mail_nickname.clone().unwrap_or_default(),
        visibility: visibility(group.visibility.as_ref()),
        team: group.has_team(),
        deleted: deleted.deleted_date_time?,
        restorable_until: restorable_until(deleted)?,
        owned: owned.iter().any(|id| id == group.id.as_str()),
    })
}

/// Each part by asking for it.
async fn on_its_way(client: &GraphClient, restored: Restored) -> Returning {
    let mut stages = Vec::new();
    if let Ok(id) = GroupId::parse(&restored.id) {
        let group = client.group(&id);
        let (itself, held) = futures::join!(group.get(), group.holdings());
        let stage = |part, back| ReturningStage { part, back };
        stages.push(stage(GroupPart::Group, there(&itself.map(drop))));
        let held = held.ok();
        let back = |figure: fn(&GraphHoldings) -> GraphFigure| {
            held.as_ref().and_then(|held| is_back(figure(held)))
        };
        stages.push(stage(GroupPart::Mailbox, back(|held| held.conversations)));
        stages.push(stage(GroupPart::Site, back(|held| held.files)));
        stages.push(stage(GroupPart::Plan, back(|held| held.plans)));
        if restored.team {
            stages.push(stage(GroupPart::Team, held.and_then(|held| held.team)));
        }
    }
    Returning {
        group_id: restored.id,
        display_name: restored.name,
        since: restored.at,
        stages,
    }
}

fn there(read: &Result<(), GraphError>) -> Option<bool> {
    match read {
        Ok(()) => Some(true),
        Err(error) if error.is_not_found() => Some(false),
        Err(_) => None,
    }
}

fn is_back(figure: GraphFigure) -> Option<bool> {
    match figure {
        GraphFigure::Known { .. } => Some(true),
        GraphFigure::Absent => Some(false),
        GraphFigure::NotPermitted | GraphFigure::Unread => None,
    }
}

fn is_whole(way: &Returning) -> bool {
    way.stages.iter().all(|stage| stage.back != Some(false))
}

async fn holdings_of(client: &GraphClient, id: &GroupId) -> Holdings {
    let read = client.group(id).holdings().await.ok();
    let figure = |get: fn(&GraphHoldings) -> GraphFigure| {
        read.as_ref()
            .map_or(Figure::Unknown, |held| shown_figure(get(held)))
    };
    Holdings {
        group_id: id.to_string(),
        conversations: figure(|held| held.conversations),
        files: figure(|held| held.files),
        plans: figure(|held| held.plans),
        team: read.as_ref().and_then(|held| held.team).unwrap_or_default(),
        members: Figure::Unknown,
    }
}

fn known(count: u32) -> Figure {
    Figure::Known {
        count,
        at_least: false,
    }
}

fn shown_figure(figure: GraphFigure) -> Figure {
    match figure {
        GraphFigure::Known { count, at_least } => Figure::Known {
            count: u32::try_from(count).unwrap_or(u32::MAX),
            at_least,
        },
        GraphFigure::Absent => Figure::Absent,
        GraphFigure::NotPermitted => Figure::NotPermitted,
        GraphFigure::Unread => Figure::Unknown,
    }
}
