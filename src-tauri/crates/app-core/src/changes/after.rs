//! After a change: what it touched is kept as the service accepted it, read again, and the window is told.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

use cache::{DocumentKind, FavoriteRecord, FavoriteSource, GroupRecord, PeopleRecord, Relation};
use graph_client::models::{Group, GroupId};
use ipc_contract::events::Tag;
use ipc_contract::people::{PersonRef, Role};
use jobs::{ItemRecord, ItemState, JobId};

use super::op::Op;
use crate::session::ActiveSession;
use crate::{Core, CoreError};

/// Up to so many groups are read again one by one; of more, the whole list.
const ONE_BY_ONE: usize = 20;
/// A new or restored group may be unreadable for some seconds.
const READ_EVERY: Duration = Duration::from_secs(1);
const READS: u32 = 8;

/// Who reads renewed groups back and puts down what they show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum FollowUp {
    /// Following up on the job does, in the background.
    Here,
    /// Who asked for the change waits for it, and does.
    ByCaller,
}

/// Somebody who came into a group or went out of it, as the service accepted it.
#[derive(Debug, Clone)]
pub(crate) struct Moved {
    pub(crate) group: GroupId,
    pub(crate) person: PersonRef,
    pub(crate) role: Role,
    pub(crate) added: bool,
}

/// What a job's done items mean for what is shown.
#[derive(Debug, Default)]
struct Touched {
    /// Groups whose properties or dates changed.
    changed: BTreeSet<GroupId>,
    /// Groups that were renewed; they have been read by then.
    renewed: BTreeSet<GroupId>,
    /// Groups that are there now, and whether the person is a member.
    made: Vec<(GroupId, bool)>,
    restored: BTreeSet<GroupId>,
    gone: BTreeSet<GroupId>,
    moved: Vec<Moved>,
    favorites: Vec<(GroupId, bool)>,
    /// Whether what the tenant decides changed, and whether groups' dates did.
    policies: bool,
    dates: bool,
}

impl Core {
    /// Follows up on what was done. Nothing here can fail the change itself: what cannot be read is read
    /// later.
    pub(crate) async fn after(
        &self,
        session: &Arc<ActiveSession>,
        job: JobId,
        items: &[ItemRecord],
        follow_up: FollowUp,
    ) {
        let touched = touched(items, &session.account.user_id);
        if let Err(error) = self.keep(session, &touched).await {
            tracing::warn!(%error, "what a change came to was not kept");
        }
        self.changed(&[
            Tag::Groups,
            Tag::Details,
            Tag::Members,
            Tag::Deleted,
            Tag::Activity,
        ]);
        if touched.policies
            && let Err(error) = self.read_all_policies(session).await
        {
            tracing::info!(%error, "changed policies were not read again");
        }
        if touched.policies {
            self.changed(&[Tag::Policies]);
        }
        let (core, session, items) = (self.clone(), session.clone(), items.to_vec());
        tokio::spawn(async move {
            if follow_up == FollowUp::Here
                && let Err(error) = core.put_down(&session, job, &items).await
            {
                tracing::warn!(%error, "what came of a job was not put down");
            }
            if let Err(error) = core.read_again(&session, &touched).await {
                tracing::info!(%error, "what a change touched was not read again");
            }
            core.changed(&[Tag::Groups, Tag::Details, Tag::Members, Tag::Deleted]);
        });
    }

    /// What the service accepted is shown at once.
    async fn keep(&self, session: &ActiveSession, touched: &Touched) -> Result<(), CoreError> {
        self.apply_locally(session, &touched.moved).await?;
        session.expected.set(touched.gone.iter().cloned(), false);
        session
            .expected
            .set(touched.made.iter().map(|(id, _)| id.clone()), true);
        session.expected.set(touched.restored.iter().cloned(), true);
        let favorites: Vec<_> = touched
            .favorites
            .iter()
            .map(|(id, marked)| {
                let record = FavoriteRecord {
                    marked: Some(*marked),
                    source: FavoriteSource::Sent,
                };
                (id.clone(), record)
            })
            .collect();
        let gone = touched.gone.clone();
        session
            .cached(move |cache| {
                for id in &gone {
                    cache.remove_group(id)?;
                    cache.remove_document(DocumentKind::Details, id.as_str())?;
                }
                Ok(cache.put_favorites(&favorites)?)
            })
            .await?;
        if !touched.gone.is_empty() || !touched.restored.is_empty() {
            self.forget_deleted(session).await?;
        }
        Ok(())
    }

    async fn read_again(
        &self,
        session: &Arc<ActiveSession>,
        touched: &Touched,
    ) -> Result<(), CoreError> {
        if touched.dates {
            self.reread_tenant(session).await?;
            return self.refresh_groups();
        }
        for (id, member) in &touched.made {
            self.take_in(
                session,
                id,
                Relation {
                    owned: true,
                    member: *member,
                },
            )
            .await?;
        }
        let mut restored = Vec::new();
        for id in &touched.restored {
            let relation = Relation {
                owned: true,
                member: true,
            };
            restored.extend(self.take_in(session, id, relation).await?);
        }
        if !restored.is_empty() {
            self.remember_restored(session, restored).await?;
        }
        // Who marks a single one waits for the answer, and has asked for it already.
        if touched.favorites.len() > 1 {
            let client = session.client(self.host()).await?;
            self.confirm_favorites(session, &client, &touched.favorites)
                .await?;
        }
        let people: BTreeSet<GroupId> = touched
            .moved
            .iter()
            .map(|moved| moved.group.clone())
            .collect();
        if touched.changed.len() + people.len() > ONE_BY_ONE {
            return self.refresh_groups();
        }
        // Of many that were renewed, their dates are known, and details are read when they are looked at.
        let few = touched.renewed.len() <= ONE_BY_ONE;
        let renewed = touched.renewed.iter().filter(|_| few);
        for id in touched.changed.iter().chain(&people).chain(renewed) {
            self.read_details(session, id).await?;
        }
        for id in &people {
            self.read_members(session, id).await?;
        }
        self.read_people_of(session, people.into_iter().collect())
            .await
    }

    /// Reads a group that has just come to be, and shows it among the person's own.
    async fn take_in(
        &self,
        session: &ActiveSession,
        id: &GroupId,
        relation: Relation,
    ) -> Result<Option<Group>, CoreError> {
        let client = session.client(self.host()).await?;
        for _ in 0..READS {
            match client.group(id).get().await {
                Ok(group) => {
                    let record = GroupRecord {
                        group: group.clone(),
                        relation,
                    };
                    session
                        .cached(move |cache| Ok(cache.put_group(&record)?))
                        .await?;
                    self.changed(&[Tag::Groups, Tag::Details]);
                    return Ok(Some(group));
                }
                Err(error) if error.is_not_found() => tokio::time::sleep(READ_EVERY).await,
                Err(error) => return Err(error.into()),
            }
        }
        Ok(None)
    }

    /// Owners and counts, as lists show them.
    async fn read_people_of(
        &self,
        session: &ActiveSession,
        ids: Vec<GroupId>,
    ) -> Result<(), CoreError> {
        let client = session.client(self.host()).await?;
        let answers = self.read_people(session, &client, &ids).await?;
        let records: Vec<PeopleRecord> = answers
            .into_iter()
            .filter_map(|(group_id, people)| {
                Some(PeopleRecord {
                    group_id,
                    people: people.ok()?,
                })
            })
            .collect();
        session
            .cached(move |cache| Ok(cache.put_people(&records)?))
            .await
    }
}

fn touched(items: &[ItemRecord], me: &str) -> Touched {
    let mut touched = Touched::default();
    for item in items.iter().filter(|item| item.state.is_done()) {
        let Some(op) = Op::from_value(&item.op) else {
            continue;
        };
        touched.policies |= op.is_of_policy();
        touched.dates |= matches!(op, Op::SetExpiration { .. } | Op::SelectGroup { .. });
        let Ok(group) = GroupId::parse(&item.subject) else {
            continue;
        };
        let moved = |role, added| {
            Some(Moved {
                group: group.clone(),
                person: PersonRef {
                    id: item.object.clone()?,
                    display_name: item.object_name.clone().unwrap_or_default(),
                },
                role,
                added,
            })
        };
        match op {
            Op::CreateGroup { members, .. } => {
                touched
                    .made
                    .push((group, members.iter().any(|id| id == me)));
            }
            Op::EnableTeam
            | Op::UpdateGroup { .. }
            | Op::UpdateMail { .. }
            | Op::SetSettings { .. } => {
                touched.changed.insert(group);
            }
            // Not put down as one from here, and so not read for that.
            Op::RenewGroup if item.state == ItemState::Already => {
                touched.changed.insert(group);
            }
            Op::RenewGroup => {
                touched.renewed.insert(group);
            }
            Op::DeleteGroup | Op::PurgeGroup => {
                touched.gone.insert(group);
            }
            Op::RestoreGroup => {
                touched.restored.insert(group);
            }
            Op::AddMember => touched.moved.extend(moved(Role::Member, true)),
            Op::RemoveMember { .. } => touched.moved.extend(moved(Role::Member, false)),
            Op::AddOwner => touched.moved.extend(moved(Role::Owner, true)),
            Op::RemoveOwner { .. } => touched.moved.extend(moved(Role::Owner, false)),
            Op::SetFavorite { marked } => touched.favorites.push((group, marked)),
            // Who changes a calendar reads it back.
            Op::CreateEvent { .. }
            | Op::ChangeEvent { .. }
            | Op::CancelEvent { .. }
            | Op::AnswerEvent { .. } => {}
            // All groups are read again.
            Op::SetExpiration { .. } | Op::SelectGroup { .. } => {}
            // Nothing of the group itself.
            Op::DeleteConversation { .. } | Op::DeleteThread { .. } => {}
        }
    }
    touched
}
