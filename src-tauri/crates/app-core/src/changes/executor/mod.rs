//! Sends the items of jobs through Graph, and finds out what came of those that were never answered.
//!
//! Deliberately elsewhere: what is sent and in which order (`plan`), and that nothing is sent before it is
//! on disk (crate `jobs`).

mod create;
mod events;
mod groups;
mod outcome;
mod people;
mod policies;
mod reading;
mod renewals;

use std::sync::Arc;

use async_trait::async_trait;
use graph_client::GraphClient;
use graph_client::models::{GroupId, UserId};
use ipc_contract::jobs::Reason;
use jobs::{
    Executor, ItemIndex, ItemRecord, ItemState, JobRecord, Journal, LookedUp, Progress, Settled,
};

use super::lanes;
use super::op::Op;
use outcome::refused;
pub(crate) use outcome::{code, reason_of};
pub(crate) use reading::shows;

/// Sends changes as one account.
#[derive(Debug)]
pub(crate) struct GraphExecutor {
    pub(super) client: GraphClient,
    pub(super) journal: Arc<Journal>,
    /// The signed-in person.
    pub(super) me: String,
}

/// An item whose parts were read.
#[derive(Debug, Clone)]
pub(super) struct Ready<'a> {
    pub(super) record: &'a ItemRecord,
    pub(super) op: Op,
    pub(super) group: Option<GroupId>,
    pub(super) person: Option<UserId>,
}

impl Ready<'_> {
    /// The group, for ops that have one.
    pub(super) fn group(&self) -> Result<&GroupId, Reason> {
        self.group.as_ref().ok_or(Reason::NeedsAnother)
    }

    pub(super) fn person(&self) -> Result<&UserId, Reason> {
        self.person.as_ref().ok_or(Reason::NotFound)
    }
}

#[async_trait]
impl Executor for GraphExecutor {
    fn chunk(&self, items: &[ItemRecord]) -> usize {
        let ops: Vec<Option<Op>> = items.iter().map(|item| Op::from_value(&item.op)).collect();
        let known = ops
            .iter()
            .zip(items)
            .map_while(|(op, item)| Some((op.as_ref()?, item.subject.as_str())));
        lanes::chunk(known).max(1)
    }

    async fn send(
        &self,
        job: &JobRecord,
        items: &[ItemRecord],
        progress: &dyn Progress,
    ) -> Vec<Settled> {
        let ready = self.ready(job, items).await;
        let Some(first) = ready.iter().flatten().next() else {
            return vec![refused(Reason::Refused); items.len()];
        };
        let sent: Vec<_> = ready.iter().flatten().cloned().collect();
        let mut results = match &first.op {
            Op::AddMember | Op::AddOwner | Op::RemoveMember { .. } | Op::RemoveOwner { .. } => {
                self.send_people(job, &sent).await
            }
            Op::CreateGroup { .. } | Op::EnableTeam => self.send_creation(&sent, progress).await,
            Op::RenewGroup => self.send_renewals(job, &sent).await,
            op if op.is_of_event() => self.send_events(&sent).await,
            op if op.is_of_policy() => self.send_policies(&sent).await,
            _ => self.send_groups(&sent).await,
        }
        .into_iter();
        ready
            .iter()
            .map(|item| match item {
                Some(_) => results.next().unwrap_or_else(|| refused(Reason::Refused)),
                None => refused(Reason::Refused),
            })
            .collect()
    }

    async fn look_up(&self, job: &JobRecord, items: &[ItemRecord]) -> Vec<LookedUp> {
        let mut found = Vec::with_capacity(items.len());
        let ready = self.ready(job, items).await;
        let seen = self.look(&ready).await;
        for item in &ready {
            found.push(match item {
                Some(item) => self.came_of(item, &seen).await,
                None => LookedUp::NotDone,
            });
        }
        found
    }
}

impl GraphExecutor {
    /// Reads the items' parts; `None` for one that this version cannot read. A group that the job itself
    /// makes has its id by now.
    async fn ready<'a>(&self, job: &JobRecord, items: &'a [ItemRecord]) -> Vec<Option<Ready<'a>>> {
        let created = if items.iter().any(|item| item.subject.is_empty()) {
            self.created_by(job).await
        } else {
            None
        };
        items
            .iter()
            .map(|record| {
                Some(Ready {
                    record,
                    op: Op::from_value(&record.op)?,
                    group: GroupId::parse(&record.subject).ok().or(created.clone()),
                    person: record
                        .object
                        .as_deref()
                        .and_then(|id| UserId::parse(id).ok()),
                })
            })
            .collect()
    }

    /// The group that the job's first item made.
    async fn created_by(&self, job: &JobRecord) -> Option<GroupId> {
        let first = self.item(job, 0).await?;
        GroupId::parse(&first.subject).ok()
    }

    /// Whether the item that another one needs was done.
    pub(super) async fn is_done(&self, job: &JobRecord, index: u32) -> bool {
        self.item(job, index)
            .await
            .is_some_and(|item| matches!(item.state, ItemState::Done | ItemState::Already))
    }

    async fn item(&self, job: &JobRecord, index: u32) -> Option<ItemRecord> {
        let (journal, job) = (self.journal.clone(), job.id);
        tokio::task::spawn_blocking(move || journal.item(job, ItemIndex(index)))
            .await
            .ok()?
            .ok()
            .flatten()
    }
}
