//! What the tenant decides, changed. Right before something is written it is read once more: what somebody else
//! changed meanwhile is not written over.

use futures::StreamExt as _;
use graph_client::models::{
    GroupId, GroupLifecyclePolicy, GroupSetting, GroupSettingTemplateId, LifecyclePolicyId,
    NewGroupSetting,
};
use graph_client::{ErrorKind, GraphError};
use ipc_contract::jobs::Reason;
use ipc_contract::policies::{ExpirationInput, SettingEntry};
use jobs::{LookedUp, Outcome, Settled};

use super::outcome::{code, later, outcome, refused, settled};
use super::reading::stopped;
use super::{GraphExecutor, Ready};
use crate::changes::lanes::in_any_order;
use crate::changes::op::Op;
use crate::policies::{expiration, settings};

/// What is there, compared with what an item wants.
#[derive(Debug, PartialEq, Eq)]
enum Standing {
    AsBefore,
    AsWanted,
    Other,
}

impl GraphExecutor {
    pub(super) async fn send_policies(&self, items: &[Ready<'_>]) -> Vec<Settled> {
        if items
            .iter()
            .all(|item| matches!(item.op, Op::SelectGroup { .. }))
        {
            return self.send_selection(items).await;
        }
        let mut results = Vec::with_capacity(items.len());
        for item in items {
            results.push(match &item.op {
                Op::SetExpiration { before, after } => {
                    self.set_expiration(before.as_ref(), after.as_ref()).await
                }
                Op::SetSettings {
                    template_id,
                    before,
                    after,
                } => {
                    let change = (before.as_deref(), after.as_deref());
                    self.set_settings(item.group.as_ref(), template_id, change)
                        .await
                }
                _ => refused(Reason::Refused),
            });
        }
        results
    }

    async fn set_expiration(
        &self,
        before: Option<&ExpirationInput>,
        after: Option<&ExpirationInput>,
    ) -> Settled {
        let current = match self.policy().await {
            Ok(current) => current,
            Err(error) => return settled(&error),
        };
        match standing_of_policy(current.as_ref(), before, after) {
            Standing::AsWanted => return Settled::Already,
            Standing::Other => return refused(Reason::ChangedMeanwhile),
            Standing::AsBefore => {}
        }
        let written = match (&current, after) {
            (None, None) => return Settled::Already,
            (None, Some(after)) => {
                let policies = self.client.lifecycle_policies();
                policies.create(&expiration::patch(after)).await.map(drop)
            }
            (Some(current), Some(after)) => {
                let policy = self.client.lifecycle_policy(&current.id);
                policy.update(&expiration::patch(after)).await.map(drop)
            }
            (Some(current), None) => self.client.lifecycle_policy(&current.id).delete().await,
        };
        let Err(error) = written else {
            return Settled::done(None);
        };
        if may_be_done(&error)
            && let Ok(current) = self.policy().await
            && standing_of_policy(current.as_ref(), before, after) == Standing::AsWanted
        {
            return Settled::done(None);
        }
        settled(&error)
    }

    async fn set_settings(
        &self,
        group: Option<&GroupId>,
        template_id: &str,
        (before, after): (Option<&[SettingEntry]>, Option<&[SettingEntry]>),
    ) -> Settled {
        let current = match self.settings_of(group, template_id).await {
            Ok(current) => current,
            Err(error) => return settled(&error),
        };
        match standing_of_settings(current.as_ref(), before, after) {
            Standing::AsWanted => return Settled::Already,
            Standing::Other => return refused(Reason::ChangedMeanwhile),
            Standing::AsBefore => {}
        }
        let written = match (&current, after) {
            (None, None) => return Settled::Already,
            (None, Some(after)) => match GroupSettingTemplateId::parse(template_id) {
                Ok(template_id) => self.create_settings(group, template_id, after).await,
                Err(_) => return refused(Reason::NotFound),
            },
            (Some(current), after) => self.write_settings(group, current, after).await,
        };
        let Err(error) = written else {
            return Settled::done(None);
        };
        if may_be_done(&error)
            && let Ok(current) = self.settings_of(group, template_id).await
            && standing_of_settings(current.as_ref(), before, after) == Standing::AsWanted
        {
            return Settled::done(None);
        }
        settled(&error)
    }

    async fn create_settings(
        &self,
        group: Option<&GroupId>,
        template_id: GroupSettingTemplateId,
        after: &[SettingEntry],
    ) -> Result<(), GraphError> {
        let new = NewGroupSetting {
            template_id,
            values: settings::to_graph(after),
        };
        match group {
            Some(group) => self
                .client
                .group(group)
                .create_setting(&new)
                .await
                .map(drop),
            None => self.client.group_settings().create(&new).await.map(drop),
        }
    }

    async fn write_settings(
        &self,
        group: Option<&GroupId>,
        current: &GroupSetting,
        after: Option<&[SettingEntry]>,
    ) -> Result<(), GraphError> {
        let of_group = group.map(|group| self.client.group(group));
        let setting = match &of_group {
            Some(group) => group.setting(&current.id),
            None => self.client.group_setting(&current.id),
        };
        match after {
            Some(after) => setting.update(&settings::to_graph(after)).await,
            None => setting.delete().await,
        }
    }

    async fn policy(&self) -> Result<Option<GroupLifecyclePolicy>, GraphError> {
        let policies = self.client.lifecycle_policies().list().await?;
        Ok(policies.into_iter().next())
    }

    async fn settings_of(
        &self,
        group: Option<&GroupId>,
        template_id: &str,
    ) -> Result<Option<GroupSetting>, GraphError> {
        let made = match group {
            Some(group) => self.client.group(group).settings().await?,
            None => self.client.group_settings().list().await?,
        };
        Ok(made.into_iter().find(|made| made.is_of(template_id)))
    }

    async fn send_selection(&self, items: &[Ready<'_>]) -> Vec<Settled> {
        let mut wanted = Vec::new();
        let mut policy = None;
        for item in items {
            let (Op::SelectGroup { policy_id, covered }, Some(group)) = (&item.op, &item.group)
            else {
                continue;
            };
            policy = LifecyclePolicyId::parse(policy_id).ok();
            wanted.push((group.clone(), *covered));
        }
        let Some(policy) = policy else {
            return vec![refused(Reason::NotFound); items.len()];
        };
        let groups = match items.iter().all(|item| in_any_order(&item.record.lane)) {
            true => self.client.groups().once(),
            false => self.client.groups(),
        };
        let answers: Vec<_> = groups.select_many(&policy, wanted).collect().await;
        let mut results = Vec::with_capacity(items.len());
        for item in items {
            let answer = answers
                .iter()
                .find(|(group, _)| item.group.as_ref() == Some(group));
            results.push(match answer {
                Some((_, Ok(true))) => Settled::done(None),
                Some((_, Ok(false))) => refused(Reason::NotSelecting),
                Some((_, Err(error))) => match later(item.record, error) {
                    Some(later) => later,
                    None => self.after_selection_failed(item, error).await,
                },
                None => refused(Reason::NotFound),
            });
        }
        results
    }

    async fn after_selection_failed(&self, item: &Ready<'_>, error: &GraphError) -> Settled {
        if error.outcome_unknown()
            && let Ok(Standing::AsWanted) = self.standing(item).await
        {
            return Settled::done(None);
        }
        let adds = matches!(item.op, Op::SelectGroup { covered: true, .. });
        match error.kind() {
            ErrorKind::BadRequest if adds => Settled::Failed(outcome(Reason::SelectionFull, error)),
            _ => settled(error),
        }
    }

    /// What came of an item that was sent and never answered.
    pub(super) async fn came_of_policy(&self, item: &Ready<'_>) -> LookedUp {
        match self.standing(item).await {
            Ok(Standing::AsWanted) => LookedUp::Done {
                after: None,
                subject: None,
            },
            Ok(Standing::AsBefore) => LookedUp::NotDone,
            Ok(Standing::Other) => LookedUp::Unknown(Outcome::of(code(Reason::OutcomeUnknown))),
            Err(error) => stopped(&error),
        }
    }

    async fn standing(&self, item: &Ready<'_>) -> Result<Standing, GraphError> {
        Ok(match &item.op {
            Op::SetExpiration { before, after } => {
                let current = self.policy().await?;
                standing_of_policy(current.as_ref(), before.as_ref(), after.as_ref())
            }
            Op::SetSettings {
                template_id,
                before,
                after,
            } => {
                let current = self.settings_of(item.group.as_ref(), template_id).await?;
                standing_of_settings(current.as_ref(), before.as_deref(), after.as_deref())
            }
            Op::SelectGroup { covered, .. } => {
                let Some(group) = &item.group else {
                    return Ok(Standing::Other);
                };
                let policies = self.client.group(group).lifecycle_policies().await?;
                match policies.is_empty() != *covered {
                    true => Standing::AsWanted,
                    false => Standing::AsBefore,
                }
            }
            _ => Standing::Other,
        })
    }
}

/// The answer was lost, or what was to be deleted is gone.
fn may_be_done(error: &GraphError) -> bool {
    error.outcome_unknown() || error.is_not_found()
}

fn standing_of_policy(
    current: Option<&GroupLifecyclePolicy>,
    before: Option<&ExpirationInput>,
    after: Option<&ExpirationInput>,
) -> Standing {
    let current = current.map(expiration::input);
    if expiration::is_same(current.as_ref(), after) {
        Standing::AsWanted
    } else if expiration::is_same(current.as_ref(), before) {
        Standing::AsBefore
    } else {
        Standing::Other
    }
}

fn standing_of_settings(
    current: Option<&GroupSetting>,
    before: Option<&[SettingEntry]>,
    after: Option<&[SettingEntry]>,
) -> Standing {
    let current = settings::entries(current);
    if settings::is_same(current.as_deref(), after) {
        Standing::AsWanted
    } else if settings::is_same(current.as_deref(), before) {
        Standing::AsBefore
    } else {
        Standing::Other
    }
}
