//! Plans that change what the tenant decides. What the person saw is compared with what is there: where somebody else
//! changed it meanwhile, nothing is planned, and both sides are told.

use std::collections::HashMap;

use graph_client::models::{
    Group, GroupId, GroupLifecyclePolicy, GroupSettingTemplate, LifecyclePolicyId,
    ManagedGroupTypes,
};
use ipc_contract::jobs::{PropertyChange, Reason};
use ipc_contract::policies::{
    ExpirationInput, ExpirationPolicy, PolicyPlan, PolicyReach, SELECTED_MOST, SettingEntry,
};
use serde_json::{Map, Value};

use super::Planning;
use crate::CoreError;
use crate::changes::draft::{About, Draft};
use crate::changes::facts::group_ids;
use crate::changes::op::Op;
use crate::policies::{self, expiration, naming, settings};

impl Planning<'_> {
    pub(super) async fn policy_expiration(
        &self,
        before: Option<&ExpirationPolicy>,
        after: Option<&ExpirationInput>,
    ) -> Result<Draft, CoreError> {
        if let Some(after) = after {
            expiration::check(after)?;
        }
        let current = self.current_policy().await?;
        let here = current.as_ref().map(expiration::input);
        let seen = before.map(expiration::seen);
        if !expiration::is_same(seen.as_ref(), here.as_ref()) {
            let theirs = expiration::differences(seen.as_ref(), here.as_ref());
            return Err(CoreError::PolicyChanged(theirs));
        }
        let mut draft = Draft::default();
        if expiration::is_same(here.as_ref(), after) {
            draft.leave_out("", None, Reason::NothingToChange);
            return Ok(draft);
        }
        let changes = expiration::differences(here.as_ref(), after);
        let op = Op::SetExpiration {
            before: here,
            after: after.cloned(),
        };
        draft.add(op, "", "", about(&changes));
        let reckoned = self
            .core
            .reckon(self.session, current.as_ref(), after, (&[], &[]));
        let figures = reckoned.await?.outcome.figures;
        draft.policy = Some(PolicyPlan {
            changes,
            reach: Some(PolicyReach::Expiration { figures }),
            delay_seconds: 0,
        });
        Ok(draft)
    }

    pub(super) async fn policy_selection(
        &self,
        policy_id: &str,
        ids: &[String],
        covered: bool,
    ) -> Result<Draft, CoreError> {
        let id = LifecyclePolicyId::parse(policy_id).map_err(|_| CoreError::invalid("policyId"))?;
        let current = self.current_policy().await?;
        let groups = self.groups_named(group_ids(ids)?).await?;
        let mut draft = Draft::default();
        let policy = match current {
            Some(policy) if policy.id == id => policy,
            _ => return Ok(all_left_out(draft, &groups, Reason::NotFound)),
        };
        if policy.managed_group_types != Some(ManagedGroupTypes::Selected) {
            return Ok(all_left_out(draft, &groups, Reason::NotSelecting));
        }
        let every = self.core.every_group(self.session).await?.records;
        let expiring = every
            .iter()
            .filter(|record| record.group.expiration_date_time.is_some());
        let selected = expiring.count();
        let mut room = (SELECTED_MOST as usize).saturating_sub(selected);
        for (_, group) in &groups {
            let Some(group) = group else {
                draft.leave_out("", None, Reason::NotFound);
                continue;
            };
            let name = group.display_name.as_deref().unwrap_or_default();
            let against = match (covered, group.expiration_date_time.is_some()) {
                _ if !group.is_unified() => Some(Reason::Refused),
                (true, true) => Some(Reason::AlreadyCovered),
                (false, false) => Some(Reason::NotCovered),
                (true, false) if room == 0 => Some(Reason::SelectionFull),
                _ => None,
            };
            if let Some(reason) = against {
                draft.leave_out(name, None, reason);
                continue;
            }
            room = room.saturating_sub(usize::from(covered));
            let op = Op::SelectGroup {
                policy_id: policy_id.to_owned(),
                covered,
            };
            draft.add(op, group.id.as_str(), name, About::default());
        }
        if !draft.is_empty() {
            draft.policy = Some(self.selection_plan(&draft, &policy, covered).await?);
        }
        Ok(draft)
    }

    async fn selection_plan(
        &self,
        draft: &Draft,
        policy: &GroupLifecyclePolicy,
        covered: bool,
    ) -> Result<PolicyPlan, CoreError> {
        let ids = draft.items().iter().map(|(_, item)| item.subject.clone());
        let ids: Vec<String> = ids.collect();
        let selection: (&[String], &[String]) = match covered {
            true => (&ids, &[]),
            false => (&[], &ids),
        };
        let input = expiration::input(policy);
        let reckoned = self
            .core
            .reckon(self.session, Some(policy), Some(&input), selection);
        let figures = reckoned.await?.outcome.figures;
        Ok(PolicyPlan {
            changes: Vec::new(),
            reach: Some(PolicyReach::Selection {
                selected: figures.covered_then,
                most: SELECTED_MOST,
                figures,
            }),
            delay_seconds: 0,
        })
    }

    pub(super) async fn policy_settings(
        &self,
        template_id: &str,
        group_id: Option<&str>,
        before: Option<&[SettingEntry]>,
        after: Option<&[SettingEntry]>,
    ) -> Result<Draft, CoreError> {
        let group = group_id.map(GroupId::parse).transpose();
        let group = group.map_err(|_| CoreError::invalid("groupId"))?;
        let templates = self.client.group_settings().templates().await?;
        let template = templates.iter().find(|template| template.is(template_id));
        let current = self.current_settings(template_id, group.as_ref()).await?;
        if !settings::is_same(before, current.as_deref()) {
            let theirs = settings::differences(template, before, current.as_deref());
            return Err(CoreError::PolicyChanged(theirs));
        }
        let name = self
            .settings_name(template, template_id, group.as_ref())
            .await?;
        let mut draft = Draft::default();
        if settings::is_same(current.as_deref(), after) {
            draft.leave_out(&name, None, Reason::NothingToChange);
            return Ok(draft);
        }
        if template.is_none() && current.is_none() {
            // What it was made from is not known here: neither can it be made.
            draft.leave_out(&name, None, Reason::NotFound);
            return Ok(draft);
        }
        if let Some(after) = after {
            settings::check(template, after)?;
        }
        let changes = settings::differences(template, current.as_deref(), after);
        let reach = self
            .reach_of_settings(template_id, current.as_deref(), after)
            .await?;
        let op = Op::SetSettings {
            template_id: template_id.to_owned(),
            before: current,
            after: after.map(<[SettingEntry]>::to_vec),
        };
        let subject = group.as_ref().map_or("", |group| group.as_str());
        draft.add(op, subject, &name, about(&changes));
        draft.policy = Some(PolicyPlan {
            changes,
            reach,
            delay_seconds: policies::DELAY_SECONDS,
        });
        Ok(draft)
    }

    /// Of names: how many groups would not fit, now and then.
    async fn reach_of_settings(
        &self,
        template_id: &str,
        before: Option<&[SettingEntry]>,
        after: Option<&[SettingEntry]>,
    ) -> Result<Option<PolicyReach>, CoreError> {
        if !template_id.eq_ignore_ascii_case(GroupSettingTemplate::UNIFIED) {
            return Ok(None);
        }
        let (now, then) = (naming::of_entries(before), naming::of_entries(after));
        if now.raw == then.raw && now.blocked_words == then.blocked_words {
            return Ok(None);
        }
        let groups = self.core.every_group(self.session).await?.records;
        let counted = tokio::task::spawn_blocking(move || {
            let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
            PolicyReach::Naming {
                misfits: count(naming::misfits(&then, &groups).len()),
                misfits_now: count(naming::misfits(&now, &groups).len()),
                groups: count(groups.len()),
            }
        });
        Ok(Some(counted.await.map_err(CoreError::internal)?))
    }

    /// What the record calls settings: by the group, else by the template.
    async fn settings_name(
        &self,
        template: Option<&GroupSettingTemplate>,
        template_id: &str,
        group: Option<&GroupId>,
    ) -> Result<String, CoreError> {
        if let Some(id) = group {
            let group = self.core.group_named(self.session, id).await?;
            return Ok(group.display_name.unwrap_or_default());
        }
        let name = template.and_then(|template| template.display_name.clone());
        Ok(name.unwrap_or_else(|| template_id.to_owned()))
    }

    async fn current_policy(&self) -> Result<Option<GroupLifecyclePolicy>, CoreError> {
        let policies = self.client.lifecycle_policies().list().await?;
        Ok(policies.into_iter().next())
    }

    async fn current_settings(
        &self,
        template_id: &str,
        group: Option<&GroupId>,
    ) -> Result<Option<Vec<SettingEntry>>, CoreError> {
        let made = match group {
            Some(group) => self.client.group(group).settings().await?,
            None => self.client.group_settings().list().await?,
        };
        let made = made.iter().find(|made| made.is_of(template_id));
        Ok(settings::entries(made))
    }

    /// Groups as they are now, in the order asked for; `None` for one that cannot be read.
    async fn groups_named(
        &self,
        ids: Vec<GroupId>,
    ) -> Result<Vec<(GroupId, Option<Group>)>, CoreError> {
        let answers = self.client.groups().get_many(&ids).await;
        let mut read: HashMap<GroupId, Group> = HashMap::new();
        for (id, answer) in answers {
            match answer {
                Ok(group) => drop(read.insert(id, group)),
                Err(error) if error.is_not_found() => {}
                Err(error) => return Err(error.into()),
            }
        }
        let named = ids.into_iter().map(|id| {
            let group = read.remove(&id);
            (id, group)
        });
        Ok(named.collect())
    }
}

fn all_left_out(mut draft: Draft, groups: &[(GroupId, Option<Group>)], reason: Reason) -> Draft {
    for (_, group) in groups {
        let name = group
            .as_ref()
            .and_then(|group| group.display_name.as_deref());
        draft.leave_out(name.unwrap_or_default(), None, reason);
    }
    draft
}

/// What the record keeps of values before and after.
fn about(changes: &[PropertyChange]) -> About {
    let values = |get: fn(&PropertyChange) -> &Option<String>| -> Value {
        let values = changes.iter().map(|change| {
            let value = get(change).clone().map_or(Value::Null, Value::String);
            (change.property.clone(), value)
        });
        Value::Object(values.collect::<Map<_, _>>())
    };
    About {
        before: Some(values(|change| &change.before)),
        after: Some(values(|change| &change.after)),
        ..About::default()
    }
}
