//! Putting people into groups and taking them out: twenty to a request, and one bad row costs only itself.

use std::collections::{HashMap, HashSet};

use futures::{StreamExt as _, TryStreamExt as _};
use graph_client::models::{GroupId, UserId};
use graph_client::{ErrorKind, GraphError};
use ipc_contract::jobs::Reason;
use jobs::{JobRecord, Settled};

use super::outcome::{refused, settled};
use super::{GraphExecutor, Ready};
use crate::changes::facts::counts_as_owner;
use crate::changes::op::Op;

type Answers = HashMap<usize, Result<(), GraphError>>;

impl GraphExecutor {
    pub(super) async fn send_people(&self, job: &JobRecord, items: &[Ready<'_>]) -> Vec<Settled> {
        let mut results: HashMap<usize, Settled> = HashMap::new();
        let mut open: Vec<(usize, GroupId, UserId)> = Vec::new();
        let mut owners = Owners::default();
        for (index, item) in items.iter().enumerate() {
            match self.may_go(job, item, &mut owners).await {
                Ok((group, person)) => open.push((index, group, person)),
                Err(settled) => {
                    results.insert(index, settled);
                }
            }
        }
        let answers = match items.first().map(|item| &item.op) {
            Some(Op::AddMember) => self.add_members(open).await,
            Some(Op::AddOwner) => self.client.groups().add_owners_many(open).collect().await,
            Some(Op::RemoveMember { .. }) => {
                self.client
                    .groups()
                    .remove_members_many(open)
                    .collect()
                    .await
            }
            _ => {
                self.client
                    .groups()
                    .remove_owners_many(open)
                    .collect()
                    .await
            }
        };
        for (index, answer) in answers {
            if let Some(item) = items.get(index) {
                let settled = self.settle(item, answer).await;
                results.insert(index, settled);
            }
        }
        (0..items.len())
            .map(|index| {
                results
                    .remove(&index)
                    .unwrap_or_else(|| refused(Reason::Refused))
            })
            .collect()
    }

    /// Whether an item still fits: what it needs was done, and no group is left without an owner.
    async fn may_go(
        &self,
        job: &JobRecord,
        item: &Ready<'_>,
        owners: &mut Owners,
    ) -> Result<(GroupId, UserId), Settled> {
        let (group, person) = (
            item.group().map_err(refused)?.clone(),
            item.person().map_err(refused)?.clone(),
        );
        if let Op::RemoveMember {
            needs: Some(needed),
        }
        | Op::RemoveOwner {
            needs: Some(needed),
        } = item.op
            && !self.is_done(job, needed).await
        {
            return Err(refused(Reason::NeedsAnother));
        }
        if let Op::RemoveOwner { .. } = item.op
            && !owners.may_lose(self, &group, &person).await?
        {
            return Err(refused(Reason::LastOwner));
        }
        Ok((group, person))
    }

    /// Twenty members to a PATCH. One that is refused as a whole is taken apart, so that each answers for
    /// itself.
    async fn add_members(&self, open: Vec<(usize, GroupId, UserId)>) -> Answers {
        let mut by_group: HashMap<GroupId, Vec<(usize, UserId)>> = HashMap::new();
        for (index, group, person) in open {
            by_group.entry(group).or_default().push((index, person));
        }
        let together = by_group
            .iter()
            .map(|(group, people)| {
                let ids = people.iter().map(|(_, person)| person.clone()).collect();
                (group.clone(), group.clone(), ids)
            })
            .collect();
        let sent: Vec<(GroupId, Result<(), GraphError>)> = self
            .client
            .groups()
            .add_members_many(together)
            .collect()
            .await;
        let mut answers = Answers::new();
        let mut apart = Vec::new();
        for (group, answer) in sent {
            let people = by_group.remove(&group).unwrap_or_default();
            match answer {
                Err(error) if people.len() > 1 && is_about_a_row(&error) => {
                    apart.extend(
                        people
                            .into_iter()
                            .map(|(index, person)| (index, group.clone(), vec![person])),
                    );
                }
                answer => {
                    answers.extend(people.into_iter().map(|(index, _)| (index, answer.clone())));
                }
            }
        }
        let single: Vec<(usize, Result<(), GraphError>)> =
            self.client.groups().add_members_many(apart).collect().await;
        answers.extend(single);
        answers
    }

    /// What an answer comes to; *in already* and *out already* count as done. Their code is that of other
    /// refusals too, so the group's people are read.
    async fn settle(&self, item: &Ready<'_>, answer: Result<(), GraphError>) -> Settled {
        let error = match answer {
            Ok(()) => return Settled::done(None),
            Err(error) => error,
        };
        let reading = error.outcome_unknown() || is_about_a_row(&error);
        if !reading {
            return settled(&error);
        }
        match self.is_as_wanted(item).await {
            Some(true) if error.outcome_unknown() => Settled::done(None),
            Some(true) => Settled::Already,
            Some(false) if error.outcome_unknown() => {
                Settled::Retry(super::outcome::outcome(Reason::OutcomeUnknown, &error))
            }
            _ => match (settled(&error), &item.op) {
                (Settled::Failed(mut outcome), Op::RemoveOwner { .. })
                    if error.status() == Some(400) =>
                {
                    outcome.code = Some(super::code(Reason::LastOwner));
                    Settled::Failed(outcome)
                }
                (settled, _) => settled,
            },
        }
    }

    /// Whether the person is in the group, or out of it, as the item wants; `None` when reading fails.
    pub(super) async fn is_as_wanted(&self, item: &Ready<'_>) -> Option<bool> {
        let (group, person) = (item.group.as_ref()?, item.person.as_ref()?);
        let is_in = match item.op {
            Op::AddMember | Op::RemoveMember { .. } => {
                self.members_of(group).await?.contains(person)
            }
            _ => {
                let owners = self.client.group(group).owners().items();
                let owners: Vec<_> = owners.try_collect().await.ok()?;
                owners.iter().any(|owner| owner.id == *person)
            }
        };
        let wanted = matches!(item.op, Op::AddMember | Op::AddOwner);
        Some(is_in == wanted)
    }
}

/// Whether another row of the same request may be fine all the same.
fn is_about_a_row(error: &GraphError) -> bool {
    matches!(
        error.kind(),
        ErrorKind::BadRequest
            | ErrorKind::NotFound
            | ErrorKind::Conflict
            | ErrorKind::Unprocessable
    )
}

/// The owners who count of the groups of one request, read once, less those who are being taken out.
#[derive(Default)]
struct Owners(HashMap<GroupId, HashSet<UserId>>);

impl Owners {
    /// Whether the group keeps an owner who counts when it loses this one.
    async fn may_lose(
        &mut self,
        executor: &GraphExecutor,
        group: &GroupId,
        person: &UserId,
    ) -> Result<bool, Settled> {
        if !self.0.contains_key(group) {
            let owners: Vec<_> = executor
                .client
                .group(group)
                .owners()
                .items()
                .try_collect()
                .await
                .map_err(|error| settled(&error))?;
            let counting = owners
                .into_iter()
                .filter(counts_as_owner)
                .map(|owner| owner.id)
                .collect();
            self.0.insert(group.clone(), counting);
        }
        let Some(staying) = self.0.get_mut(group) else {
            return Ok(false);
        };
        let counted = staying.remove(person);
        let kept = !staying.is_empty();
        if !kept && counted {
            staying.insert(person.clone());
        }
        Ok(kept)
    }
}
