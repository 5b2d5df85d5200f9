//! Undoing: from what was done to what takes it back, as far as that still fits.

use std::collections::HashMap;

use cache::FavoriteRecord;
use futures::TryStreamExt as _;
use graph_client::GraphClient;
use graph_client::models::{GroupDetails, GroupId, Member, UserId, Visibility};
use ipc_contract::details::GroupChanges;
use ipc_contract::jobs::{Reason, UndoRequest};
use ipc_contract::people::PersonRef;
use jobs::{ItemIndex, ItemRecord, ItemRef, ItemState, JobId};
use serde_json::Value;

use super::draft::{About, Draft};
use super::facts::counts_as_owner;
use super::op::Op;
use super::record::parse;
use crate::policies::{expiration, settings};
use crate::session::ActiveSession;
use crate::{Core, CoreError};

/// What is there now, read once a group.
#[derive(Default)]
struct Now {
    members: HashMap<GroupId, Vec<UserId>>,
    owners: HashMap<GroupId, Vec<Member>>,
    details: HashMap<GroupId, Option<GroupDetails>>,
    /// As last known: right after a change the service may still show what was before.
    favorites: HashMap<GroupId, FavoriteRecord>,
}

impl Core {
    /// The items that take back what a job did, the last first.
    pub(super) async fn undoing(
        &self,
        session: &ActiveSession,
        request: &UndoRequest,
    ) -> Result<Draft, CoreError> {
        let id = parse(&request.job_id)?;
        let mut items = self.items(session, id).await?;
        if let Some(index) = request.index {
            items.retain(|item| item.index == ItemIndex(index));
        }
        let client = session.client(self.host()).await?;
        let mut draft = Draft::undoing(id);
        let mut now = Now {
            favorites: session.cached(|cache| Ok(cache.favorites()?)).await?,
            ..Now::default()
        };
        let created = items
            .iter()
            .any(|item| matches!(Op::from_value(&item.op), Some(Op::CreateGroup { .. })));
        for item in items.iter().rev() {
            // Deleting a group that was made takes its people along.
            let made = matches!(Op::from_value(&item.op), Some(Op::CreateGroup { .. }));
            if item.state == ItemState::Done && (!created || made) {
                take_back(&client, &mut now, &mut draft, id, item).await?;
            }
        }
        Ok(draft)
    }
}

async fn take_back(
    client: &GraphClient,
    now: &mut Now,
    draft: &mut Draft,
    job: JobId,
    item: &ItemRecord,
) -> Result<(), CoreError> {
    let person = item.object.as_ref().map(|id| PersonRef {
        id: id.clone(),
        display_name: item.object_name.clone().unwrap_or_default(),
    });
    let about = About {
        person: person.clone(),
        before: item.after.clone(),
        after: item.before.clone(),
        undoes: Some(ItemRef {
            job,
            item: item.index,
        }),
    };
    let inverse = match inverse(item) {
        Some(inverse) if item.undone_by.is_none() => inverse,
        _ => {
            draft.leave_out(&item.subject_name, person.as_ref(), Reason::NotUndoable);
            return Ok(());
        }
    };
    match now.stands_against(client, &inverse, item).await? {
        Some(reason) => draft.leave_out(&item.subject_name, person.as_ref(), reason),
        None => {
            draft.add(inverse, &item.subject, &item.subject_name, about);
        }
    }
    Ok(())
}

/// What takes an item back; `None` when nothing does.
fn inverse(item: &ItemRecord) -> Option<Op> {
    Some(match Op::from_value(&item.op)? {
        Op::CreateGroup { .. } => Op::DeleteGroup,
        Op::DeleteGroup => Op::RestoreGroup,
        Op::AddMember => Op::RemoveMember { needs: None },
        Op::AddOwner => Op::RemoveOwner { needs: None },
        Op::RemoveMember { .. } => Op::AddMember,
        Op::RemoveOwner { .. } => Op::AddOwner,
        Op::SetFavorite { marked } => Op::SetFavorite { marked: !marked },
        Op::UpdateGroup { .. } => Op::UpdateGroup {
            changes: former(item.before.as_ref()?)?,
        },
        Op::UpdateMail { .. } => Op::UpdateMail {
            changes: former(item.before.as_ref()?)?,
        },
        Op::EnableTeam
        | Op::RestoreGroup
        | Op::PurgeGroup
        | Op::RenewGroup
        | Op::CreateEvent { .. }
        | Op::ChangeEvent { .. }
        | Op::CancelEvent { .. }
        | Op::AnswerEvent { .. }
        | Op::DeleteConversation { .. }
        | Op::DeleteThread { .. } => return None,
        Op::SetExpiration { before, after } => Op::SetExpiration {
            before: after,
            after: before,
        },
        Op::SelectGroup { policy_id, covered } => Op::SelectGroup {
            policy_id,
            covered: !covered,
        },
        Op::SetSettings {
            template_id,
            before,
            after,
        } => Op::SetSettings {
            template_id,
            before: after,
            after: before,
        },
    })
}

/// The values before; `None` when one of them is not known.
fn former(before: &Value) -> Option<GroupChanges> {
    let values = before.as_object()?;
    if values.is_empty() || values.values().any(Value::is_null) {
        return None;
    }
    serde_json::from_value(before.clone()).ok()
}

/// Whether a group has the label that a change left; so it does when that left none.
async fn is_labelled(
    client: &GraphClient,
    group: &GroupId,
    after: Option<&Value>,
) -> Result<bool, CoreError> {
    let label = after.and_then(|after| after.get("label"));
    let Some(label) = label.and_then(|label| serde_json::from_value(label.clone()).ok()) else {
        return Ok(true);
    };
    match client.group(group).assigned_labels().await {
        Ok(found) => Ok(crate::labels::has(&found, &label)),
        Err(error) if error.is_not_found() => Ok(false),
        Err(error) => Err(error.into()),
    }
}

/// Why a former policy cannot be written back: what was written is there no longer.
async fn policy_stands_against(
    client: &GraphClient,
    inverse: &Op,
    subject: &str,
) -> Result<Option<Reason>, CoreError> {
    let is_there = match inverse {
        Op::SetExpiration { before, .. } => {
            let policies = client.lifecycle_policies().list().await?;
            let current = policies.first().map(expiration::input);
            expiration::is_same(current.as_ref(), before.as_ref())
        }
        Op::SetSettings {
            template_id,
            before,
            ..
        } => {
            let made = match GroupId::parse(subject) {
                Ok(group) => client.group(&group).settings().await?,
                Err(_) => client.group_settings().list().await?,
            };
            let made = made.iter().find(|made| made.is_of(template_id));
            settings::is_same(settings::entries(made).as_deref(), before.as_deref())
        }
        // The service says whether it covers a group, and answers the same for one that it already does.
        _ => true,
    };
    Ok((!is_there).then_some(Reason::ChangedMeanwhile))
}

impl Now {
    /// Why an undo no longer fits; `None` when it does.
    async fn stands_against(
        &mut self,
        client: &GraphClient,
        inverse: &Op,
        item: &ItemRecord,
    ) -> Result<Option<Reason>, CoreError> {
        if inverse.is_of_policy() {
            return policy_stands_against(client, inverse, &item.subject).await;
        }
        let Ok(group) = GroupId::parse(&item.subject) else {
            return Ok(Some(Reason::NotFound));
        };
        let person = item.object.as_deref().and_then(|id| UserId::parse(id).ok());
        Ok(match inverse {
            Op::RemoveOwner { .. } => {
                let owners = self.owners(client, &group).await?;
                let stays = owners
                    .iter()
                    .any(|owner| counts_as_owner(owner) && Some(&owner.id) != person.as_ref());
                match owners
                    .iter()
                    .any(|owner| Some(&owner.id) == person.as_ref())
                {
                    false => Some(Reason::ChangedMeanwhile),
                    true => (!stays).then_some(Reason::LastOwner),
                }
            }
            Op::RemoveMember { .. } => {
                let members = self.members(client, &group).await?;
                let is_in = members.iter().any(|member| Some(member) == person.as_ref());
                // Nobody in it: the membership may be hidden. Then the service has the last word.
                let told = !members.is_empty() || !self.is_hidden(client, &group).await?;
                (told && !is_in).then_some(Reason::ChangedMeanwhile)
            }
            Op::UpdateGroup { .. } => {
                let after = item.after.as_ref();
                let labelled = is_labelled(client, &group, after).await?;
                match (self.details(client, &group).await?, after) {
                    (Some(details), Some(after)) => {
                        let shows = labelled && super::executor::shows(details, after);
                        (!shows).then_some(Reason::ChangedMeanwhile)
                    }
                    (None, _) => Some(Reason::NotFound),
                    (_, None) => None,
                }
            }
            Op::SetFavorite { marked } => {
                let known = self.favorites.get(&group).and_then(|known| known.marked);
                (known == Some(*marked)).then_some(Reason::ChangedMeanwhile)
            }
            Op::DeleteGroup => self
                .details(client, &group)
                .await?
                .is_none()
                .then_some(Reason::ChangedMeanwhile),
            _ => None,
        })
    }

    async fn is_hidden(
        &mut self,
        client: &GraphClient,
        group: &GroupId,
    ) -> Result<bool, CoreError> {
        let details = self.details(client, group).await?;
        let visibility = details.and_then(|details| details.group.visibility.as_ref());
        Ok(visibility == Some(&Visibility::HiddenMembership))
    }

    async fn members(
        &mut self,
        client: &GraphClient,
        group: &GroupId,
    ) -> Result<&[UserId], CoreError> {
        if !self.members.contains_key(group) {
            let members = client.group(group).members().items();
            let ids = members.map_ok(|member| member.id).try_collect().await?;
            self.members.insert(group.clone(), ids);
        }
        Ok(self.members.get(group).map_or(&[], Vec::as_slice))
    }

    async fn owners(
        &mut self,
        client: &GraphClient,
        group: &GroupId,
    ) -> Result<&[Member], CoreError> {
        if !self.owners.contains_key(group) {
            let owners = client.group(group).owners().items().try_collect().await?;
            self.owners.insert(group.clone(), owners);
        }
        Ok(self.owners.get(group).map_or(&[], Vec::as_slice))
    }

    async fn details(
        &mut self,
        client: &GraphClient,
        group: &GroupId,
    ) -> Result<Option<&GroupDetails>, CoreError> {
        if !self.details.contains_key(group) {
            let details = match client.group(group).details().await {
                Ok(details) => Some(details),
                Err(error) if error.is_not_found() => None,
                Err(error) => return Err(error.into()),
            };
            self.details.insert(group.clone(), details);
        }
        Ok(self.details.get(group).and_then(Option::as_ref))
    }
}
