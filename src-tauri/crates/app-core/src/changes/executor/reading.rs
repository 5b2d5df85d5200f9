//! What came of items that were sent and never answered: by reading, changing nothing.

use std::collections::{HashMap, HashSet};

use futures::TryStreamExt as _;
use graph_client::GraphError;
use graph_client::models::{GroupDetails, GroupId, MailSettings, UserId, Visibility};
use ipc_contract::details::GroupChanges;
use ipc_contract::jobs::Reason;
use jobs::{LookedUp, Outcome, StopReason};

use super::outcome::code;
use super::{GraphExecutor, Ready, renewals};
use crate::changes::op::Op;

/// The people of the groups that are concerned, read once each, and what groups show of their renewals.
#[derive(Default)]
pub(super) struct Seen {
    renewals: renewals::Shown,
    members: HashMap<GroupId, Option<HashSet<UserId>>>,
    owners: HashMap<GroupId, Option<HashSet<UserId>>>,
}

impl GraphExecutor {
    pub(super) async fn look(&self, items: &[Option<Ready<'_>>]) -> Seen {
        let renewals = items.iter().flatten();
        let renewals = renewals.filter(|item| matches!(item.op, Op::RenewGroup));
        let mut seen = Seen {
            renewals: self
                .read_renewals(&renewals.cloned().collect::<Vec<_>>())
                .await,
            ..Seen::default()
        };
        for item in items.iter().flatten() {
            let Some(group) = &item.group else { continue };
            match item.op {
                Op::AddMember | Op::RemoveMember { .. } if !seen.members.contains_key(group) => {
                    seen.members
                        .insert(group.clone(), self.members_of(group).await);
                }
                Op::AddOwner | Op::RemoveOwner { .. } if !seen.owners.contains_key(group) => {
                    let owners = self.client.group(group).owners().items();
                    let ids = owners.map_ok(|owner| owner.id).try_collect().await.ok();
                    seen.owners.insert(group.clone(), ids);
                }
                _ => {}
            }
        }
        seen
    }

    /// The group's members; `None` when they cannot be read. Without a permission of its own, a hidden
    /// membership reads as empty.
    pub(super) async fn members_of(&self, group: &GroupId) -> Option<HashSet<UserId>> {
        let members = self.client.group(group).members().items();
        let ids: HashSet<UserId> = members
            .map_ok(|member| member.id)
            .try_collect()
            .await
            .ok()?;
        if ids.is_empty() {
            let group = self.client.group(group).get().await.ok()?;
            (group.visibility != Some(Visibility::HiddenMembership)).then_some(ids)
        } else {
            Some(ids)
        }
    }

    /// What came of one item.
    pub(super) async fn came_of(&self, item: &Ready<'_>, seen: &Seen) -> LookedUp {
        let found = match &item.op {
            Op::AddMember => is_in(&seen.members, item),
            Op::RemoveMember { .. } => is_in(&seen.members, item).map(|is_in| !is_in),
            Op::AddOwner => is_in(&seen.owners, item),
            Op::RemoveOwner { .. } => is_in(&seen.owners, item).map(|is_in| !is_in),
            Op::CreateGroup { group, .. } => return self.was_created(group).await,
            Op::EnableTeam => return self.has_team(item).await,
            Op::RenewGroup => return renewals::came_of(item, &seen.renewals),
            op if op.is_of_event() => return self.came_of_event(item).await,
            op if op.is_of_policy() => return self.came_of_policy(item).await,
            _ => self.is_done_there(item).await,
        };
        match found {
            Some(true) => LookedUp::Done {
                after: None,
                subject: None,
            },
            Some(false) => LookedUp::NotDone,
            None => not_told(&item.op),
        }
    }

    async fn has_team(&self, item: &Ready<'_>) -> LookedUp {
        let Some(group) = &item.group else {
            return LookedUp::NotDone;
        };
        match self.client.team(group).get().await {
            Ok(_) => LookedUp::Done {
                after: None,
                subject: None,
            },
            Err(error) if error.is_not_found() => LookedUp::NotDone,
            Err(error) => stopped(&error),
        }
    }
}

fn is_in(people: &HashMap<GroupId, Option<HashSet<UserId>>>, item: &Ready<'_>) -> Option<bool> {
    let people = people.get(item.group.as_ref()?)?.as_ref()?;
    Some(people.contains(item.person.as_ref()?))
}

/// A favorite and a hidden membership may never be told; everything else can be read another time.
pub(super) fn not_told(op: &Op) -> LookedUp {
    match op {
        Op::SetFavorite { .. } | Op::AddMember | Op::RemoveMember { .. } => {
            LookedUp::Unknown(Outcome::of(code(Reason::OutcomeUnknown)))
        }
        _ => LookedUp::Stop(
            StopReason::Unavailable,
            Outcome::of(code(Reason::Unreachable)),
        ),
    }
}

pub(super) fn stopped(error: &GraphError) -> LookedUp {
    match super::outcome::settled(error) {
        jobs::Settled::Stop(reason, outcome) => LookedUp::Stop(reason, outcome),
        jobs::Settled::Failed(outcome) => LookedUp::Unknown(outcome),
        _ => LookedUp::Stop(
            StopReason::Unavailable,
            Outcome::of(code(Reason::Unreachable)),
        ),
    }
}

/// Whether a group has every property that the changes name, but for the label, which is read by itself.
pub(super) fn has(details: &GroupDetails, changes: &GroupChanges) -> bool {
    let group = &details.group;
    let is = |wanted: &Option<String>, found: Option<&str>| {
        wanted
            .as_deref()
            .is_none_or(|wanted| wanted == found.unwrap_or_default())
    };
    is(&changes.display_name, group.display_name.as_deref())
        && is(&changes.mail_nickname, group.mail_nickname.as_deref())
        && is(&changes.description, group.description.as_deref())
        && is(&changes.classification, group.classification.as_deref())
        && is(
            &changes.theme,
            details.theme.as_ref().map(|theme| theme.as_str()),
        )
        && changes.visibility.is_none_or(|wanted| {
            wanted == crate::groups::summary::visibility(group.visibility.as_ref())
        })
}

/// The same for what Exchange keeps.
pub(super) fn has_mail(settings: &MailSettings, changes: &GroupChanges) -> bool {
    let is = |wanted: Option<bool>, found: Option<bool>| wanted.is_none() || wanted == found;
    is(
        changes.allow_external_senders,
        settings.allow_external_senders,
    ) && is(
        changes.auto_subscribe_new_members,
        settings.auto_subscribe_new_members,
    ) && is(
        changes.hide_from_address_lists,
        settings.hide_from_address_lists,
    ) && is(
        changes.hide_from_outlook_clients,
        settings.hide_from_outlook_clients,
    ) && is(
        changes.is_subscribed_by_mail,
        settings.is_subscribed_by_mail,
    )
}

/// Whether a group has the values that a change left, as the record keeps them.
pub(crate) fn shows(details: &GroupDetails, after: &serde_json::Value) -> bool {
    serde_json::from_value(after.clone()).is_ok_and(|changes| has(details, &changes))
}
