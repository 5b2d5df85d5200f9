//! Changes of groups as wholes and of their properties: one alone by its own call, several by batches.

use std::collections::HashMap;

use futures::StreamExt as _;
use graph_client::GraphError;
use graph_client::models::{
    ConversationId, Edit, FavoriteState, GroupId, GroupPatch, MailSettingsPatch, Theme, ThreadId,
};
use ipc_contract::details::GroupChanges;
use ipc_contract::jobs::Reason;
use jobs::Settled;

use super::outcome::{later, refused, settled};
use super::renewals::Shown;
use super::{GraphExecutor, Ready, renewals};
use crate::changes::lanes;
use crate::changes::op::Op;

impl GraphExecutor {
    pub(super) async fn send_groups(&self, items: &[Ready<'_>]) -> Vec<Settled> {
        let mut answers = match items {
            [one] => vec![(0, self.send_one(one).await)],
            several => self.send_several(several).await,
        };
        answers.sort_by_key(|(index, _)| *index);
        let lost: Vec<_> = items
            .iter()
            .zip(&answers)
            .filter(|(item, (_, answer))| matches!(item.op, Op::RenewGroup) && may_be_done(answer))
            .map(|(item, _)| item.clone())
            .collect();
        let renewals = self.read_renewals(&lost).await;
        let mut results = Vec::with_capacity(items.len());
        for (item, (_, answer)) in items.iter().zip(answers) {
            results.push(match answer {
                Ok(()) => Settled::done(None),
                Err(Failed::Here(settled)) => settled,
                Err(Failed::There(error)) => match later(item.record, &error) {
                    Some(later) => later,
                    None => self.after_failure(item, &error, &renewals).await,
                },
            });
        }
        results
    }

    async fn send_one(&self, item: &Ready<'_>) -> Result<(), Failed> {
        let id = item.group()?;
        let group = self.client.group(id);
        match &item.op {
            Op::UpdateGroup { changes } => group.update(&patch(changes)).await?,
            Op::UpdateMail { changes } => self.update_mail(id, changes).await?,
            Op::DeleteGroup => group.delete().await?,
            Op::RestoreGroup => drop(self.client.deleted_groups().restore(id).await?),
            Op::PurgeGroup => self.client.deleted_groups().delete_for_good(id).await?,
            Op::RenewGroup => group.renew().await?,
            Op::SetFavorite { marked: true } => group.add_favorite().await?,
            Op::SetFavorite { marked: false } => group.remove_favorite().await?,
            Op::DeleteConversation { conversation_id } => {
                let id = ConversationId::parse(conversation_id).map_err(|_| Reason::NotFound)?;
                group.conversation(&id).delete().await?;
            }
            Op::DeleteThread { thread_id } => {
                let id = ThreadId::parse(thread_id).map_err(|_| Reason::NotFound)?;
                group.thread(&id).delete().await?;
            }
            _ => return Err(Reason::Refused.into()),
        }
        Ok(())
    }

    /// The subscription is the person's own, and has calls of its own.
    async fn update_mail(&self, id: &GroupId, changes: &GroupChanges) -> Result<(), GraphError> {
        let group = self.client.group(id);
        let patch = MailSettingsPatch {
            allow_external_senders: changes.allow_external_senders,
            auto_subscribe_new_members: changes.auto_subscribe_new_members,
            hide_from_address_lists: changes.hide_from_address_lists,
            hide_from_outlook_clients: changes.hide_from_outlook_clients,
            is_subscribed_by_mail: None,
        };
        if !patch.is_empty() {
            group.update_mail_settings(&patch).await?;
        }
        match changes.is_subscribed_by_mail {
            Some(true) => group.subscribe_by_mail().await,
            Some(false) => group.unsubscribe_by_mail().await,
            None => Ok(()),
        }
    }

    /// All of one kind, as lanes guarantee.
    async fn send_several(&self, items: &[Ready<'_>]) -> Vec<(usize, Result<(), Failed>)> {
        let mut places: HashMap<GroupId, usize> = HashMap::new();
        let mut answers = Vec::new();
        for (index, item) in items.iter().enumerate() {
            match item.group() {
                Ok(group) => {
                    places.insert(group.clone(), index);
                }
                Err(reason) => answers.push((index, Err(reason.into()))),
            }
        }
        let sent = self.batch(items, places.keys().cloned().collect()).await;
        answers.extend(sent.into_iter().filter_map(|(group, answer)| {
            Some((*places.get(&group)?, answer.map_err(Failed::There)))
        }));
        answers
    }

    async fn batch(
        &self,
        items: &[Ready<'_>],
        ids: Vec<GroupId>,
    ) -> Vec<(GroupId, Result<(), GraphError>)> {
        // What is turned away waits in the job, so that the lane goes on.
        let in_any_order = |item: &Ready<'_>| lanes::in_any_order(&item.record.lane);
        let groups = match items.iter().all(in_any_order) {
            true => self.client.groups().once(),
            false => self.client.groups(),
        };
        match items.first().map(|item| &item.op) {
            Some(Op::DeleteGroup) => groups.delete_many(ids).collect().await,
            Some(Op::RenewGroup) => groups.renew_many(ids).collect().await,
            Some(Op::SetFavorite { .. }) => {
                let set = groups.set_favorites_many(favorites(items));
                set.collect().await
            }
            Some(Op::RestoreGroup) => {
                let deleted = self.client.deleted_groups();
                let restored = match items.iter().all(in_any_order) {
                    true => deleted.restore_many_once(ids).left_stream(),
                    false => deleted.restore_many(ids).right_stream(),
                };
                restored
                    .map(|(id, answer)| (id, answer.map(drop)))
                    .collect()
                    .await
            }
            _ => groups.update_many(patches(items)).collect().await,
        }
    }

    /// What is so already counts as done; an answer that was lost is looked up at once.
    async fn after_failure(
        &self,
        item: &Ready<'_>,
        error: &GraphError,
        renewals: &Shown,
    ) -> Settled {
        let is_done = match item.op {
            _ if !may_be_done_after(error) => None,
            Op::RenewGroup => renewals::is_renewed(item, renewals),
            _ => self.is_done_there(item).await,
        };
        if is_done == Some(true) {
            return if error.outcome_unknown() {
                Settled::done(None)
            } else {
                Settled::Already
            };
        }
        settled(error)
    }

    /// Whether the service shows what the item wants; `None` when it does not tell.
    pub(super) async fn is_done_there(&self, item: &Ready<'_>) -> Option<bool> {
        let id = item.group.as_ref()?;
        match &item.op {
            Op::DeleteGroup => match self.client.group(id).get().await {
                Ok(_) => Some(false),
                Err(error) if error.is_not_found() => Some(true),
                Err(_) => None,
            },
            Op::RestoreGroup => match self.client.group(id).get().await {
                Ok(_) => Some(true),
                Err(error) if error.is_not_found() => Some(false),
                Err(_) => None,
            },
            Op::PurgeGroup => match self.client.deleted_groups().get(id).await {
                Ok(_) => Some(false),
                Err(error) if error.is_not_found() => Some(true),
                Err(_) => None,
            },
            Op::DeleteConversation { conversation_id } => {
                let conversation = ConversationId::parse(conversation_id).ok()?;
                is_gone(
                    self.client
                        .group(id)
                        .conversation(&conversation)
                        .get()
                        .await,
                )
            }
            Op::DeleteThread { thread_id } => {
                let thread = ThreadId::parse(thread_id).ok()?;
                is_gone(self.client.group(id).thread(&thread).get().await)
            }
            Op::UpdateGroup { changes } => {
                let group = self.client.group(id);
                let details = group.details().await.ok()?;
                let labelled = match &changes.label {
                    None => true,
                    Some(label) => crate::labels::has(&group.assigned_labels().await.ok()?, label),
                };
                Some(labelled && super::reading::has(&details, changes))
            }
            Op::UpdateMail { changes } => {
                let settings = self.client.group(id).mail_settings().await.ok()?;
                Some(super::reading::has_mail(&settings, changes))
            }
            Op::SetFavorite { marked } => {
                let answers = self
                    .client
                    .groups()
                    .favorites(std::slice::from_ref(id))
                    .await;
                match answers.into_iter().next()?.1.ok()? {
                    FavoriteState::Marked => Some(*marked),
                    FavoriteState::Unmarked => Some(!*marked),
                    FavoriteState::Unknown => None,
                }
            }
            _ => None,
        }
    }
}

/// Whether what was deleted is gone; `None` when reading does not tell.
fn is_gone<T>(read: Result<T, GraphError>) -> Option<bool> {
    match read {
        Ok(_) => Some(false),
        Err(error) if error.is_not_found() => Some(true),
        Err(_) => None,
    }
}

/// Why an item was not done.
enum Failed {
    Here(Settled),
    There(GraphError),
}

impl From<GraphError> for Failed {
    fn from(error: GraphError) -> Self {
        Self::There(error)
    }
}

impl From<Reason> for Failed {
    fn from(reason: Reason) -> Self {
        Self::Here(refused(reason))
    }
}

/// Whether a change may have been done although it failed.
fn may_be_done(answer: &Result<(), Failed>) -> bool {
    matches!(answer, Err(Failed::There(error)) if may_be_done_after(error))
}

/// The answer was lost, or the service does not know the group any more.
fn may_be_done_after(error: &GraphError) -> bool {
    error.outcome_unknown() || error.is_not_found()
}

fn patches(items: &[Ready<'_>]) -> Vec<(GroupId, GroupPatch)> {
    items
        .iter()
        .filter_map(|item| match &item.op {
            Op::UpdateGroup { changes } => Some((item.group.clone()?, patch(changes))),
            _ => None,
        })
        .collect()
}

fn favorites(items: &[Ready<'_>]) -> Vec<(GroupId, bool)> {
    items
        .iter()
        .filter_map(|item| match &item.op {
            Op::SetFavorite { marked } => Some((item.group.clone()?, *marked)),
            _ => None,
        })
        .collect()
}

/// The directory's part of changes.
fn patch(changes: &GroupChanges) -> GroupPatch {
    let edit = |text: &Option<String>| match text.as_deref() {
        None => Edit::Keep,
        Some("") => Edit::Clear,
        Some(text) => Edit::Set(text.to_owned()),
    };
    GroupPatch {
        display_name: changes.display_name.clone(),
        mail_nickname: changes.mail_nickname.clone(),
        description: edit(&changes.description),
        visibility: changes
            .visibility
            .and_then(crate::groups::summary::to_graph),
        classification: edit(&changes.classification),
        assigned_labels: changes.label.as_ref().map(crate::labels::ids),
        theme: match edit(&changes.theme) {
            Edit::Set(theme) => Edit::Set(Theme::from(theme)),
            Edit::Clear => Edit::Clear,
            Edit::Keep => Edit::Keep,
        },
        ..GroupPatch::default()
    }
}
