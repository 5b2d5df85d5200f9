//! The steps, each as the window takes it: asks, is told of what has come, asks again.

use std::sync::Arc;

use anyhow::{bail, ensure};
use app_core::Core;
use ipc_contract::error::CommandError;
use ipc_contract::events::{AppEvent, Tag};
use ipc_contract::jobs::ChangeRequest;
use ipc_contract::people::Role;
use ipc_contract::tables::TenantGroupsRequest;
use tokio::sync::broadcast::Receiver;

use crate::record::{Done, Record, Taken};
use crate::tenant::{Control, Understaffed};
use crate::window::{NoWindow, told};

/// After so many seconds the tenant's groups are asked for their changes.
const OLD: u32 = 400;
/// One of so many renewals is throttled.
const ONE_OF: usize = 10;

pub(crate) struct Steps {
    pub(crate) core: Core,
    pub(crate) window: Arc<NoWindow>,
    pub(crate) control: Control,
    pub(crate) record: Record,
    /// How many people to add.
    pub(crate) add: usize,
    /// How many groups to renew at a time.
    pub(crate) renew: usize,
}

impl Steps {
    /// Takes them all, one after the other.
    pub(crate) async fn all(&self) -> anyhow::Result<Vec<Taken>> {
        let own = self.record.taken("ownGroups", self.own_groups()).await?;
        let tenant = self.record.taken("tenant", self.tenant()).await?;
        self.control.advance(OLD).await?;
        let again = self.record.taken("ownAgain", self.own_groups()).await?;
        let changes = self.record.taken("changes", self.changes()).await?;
        let largest = self.control.largest().await?;
        let open = self.record.taken("members", self.members(&largest)).await?;
        // Before people are added: what that touches is read again in the background.
        let renewals = self.renewals().await?;
        let group = self.control.understaffed(self.add).await?;
        let add = self.record.taken("add", self.add(group)).await?;
        let mut taken = vec![own, again, tenant, changes, open, add];
        taken.extend(renewals);
        Ok(taken)
    }

    /// The person's own groups and all of the tenant, as for a question about every one of them.
    pub(crate) async fn read_tenant(&self) -> anyhow::Result<()> {
        self.own_groups().await?;
        self.followed().await?;
        Ok(())
    }

    /// Renews groups, and others while some are throttled; after each the dates are read back.
    async fn renewals(&self) -> anyhow::Result<[Taken; 4]> {
        let mut groups = self.owned().await?;
        ensure!(groups.len() >= 2 * self.renew, "too few groups to renew");
        let first: Vec<String> = groups.drain(..self.renew).collect();
        groups.truncate(self.renew);

        let renewal = self.window.listen();
        let renew = self.record.taken("renew", self.renew(first, 0)).await?;
        let back = self
            .record
            .taken("readBack", self.read_back(renewal))
            .await?;

        let throttled = self.renew / ONE_OF;
        self.control.throttle_renewals(ONE_OF, throttled).await?;
        let renewal = self.window.listen();
        let again = self.renew(groups, throttled);
        let again = self.record.taken("renewThrottled", again).await?;
        let back_again = self.read_back(renewal);
        let back_again = self.record.taken("readBackThrottled", back_again).await?;
        Ok([renew, back, again, back_again])
    }

    /// The person's groups that can be renewed.
    async fn owned(&self) -> anyhow::Result<Vec<String>> {
        let list = self.core.groups().await?;
        let owned = list.groups.into_iter().filter(|group| group.owned);
        Ok(owned.map(|group| group.id).collect())
    }

    /// Renews groups as a job.
    async fn renew(&self, group_ids: Vec<String>, throttled: usize) -> anyhow::Result<Done> {
        let request = ChangeRequest::RenewGroups { group_ids };
        let counts = self.core.change(&request).await?.job.counts;
        ensure!(counts.done == counts.total, "not done: {counts:?}");
        Ok(Done {
            renewed: counts.done as usize,
            throttled,
            ..Done::default()
        })
    }

    /// Until the new dates were read and put down, which begins when the last was renewed.
    async fn read_back(&self, events: Receiver<AppEvent>) -> anyhow::Result<Done> {
        told(events, |event| concerns(event, Tag::Decisions)).await?;
        Ok(Done {
            read_back: self.renew,
            ..Done::default()
        })
    }

    /// The person's own groups: those that they own, those that they are in, and the policy.
    async fn own_groups(&self) -> anyhow::Result<Done> {
        let events = self.window.listen();
        self.core.refresh_groups()?;
        told(events, |event| {
            matches!(event, AppEvent::RefreshEnded { .. })
        })
        .await?;
        let list = self.core.groups().await?;
        went_well(list.last_error)?;
        let owned = list.groups.iter().filter(|group| group.owned).count();
        let member = list.groups.iter().filter(|group| group.member).count();
        Ok(Done {
            read: vec![owned, member, 1],
            ..Done::default()
        })
    }

    /// All groups of the tenant, for the first time.
    async fn tenant(&self) -> anyhow::Result<Done> {
        let total = self.followed().await?;
        Ok(Done {
            read: vec![total],
            ..Done::default()
        })
    }

    /// What has changed since: nothing. That time has passed, an answer must have told.
    async fn changes(&self) -> anyhow::Result<Done> {
        self.followed().await?;
        Ok(Done {
            read: vec![0],
            ..Done::default()
        })
    }

    /// Asks for the tenant's groups, which begins reading them, and again when they were read.
    async fn followed(&self) -> anyhow::Result<usize> {
        let request = TenantGroupsRequest {
            text: String::new(),
            offset: 0,
        };
        let events = self.window.listen();
        self.core.tenant_groups(&request).await?;
        told(events, |event| concerns(event, Tag::Tenant)).await?;
        let answer = self.core.tenant_groups(&request).await?;
        went_well(answer.last_error)?;
        ensure!(answer.reading.is_none(), "not all groups were read");
        Ok(answer.total as usize)
    }

    /// Everybody in a group, until they can be listed.
    async fn members(&self, group: &str) -> anyhow::Result<Done> {
        let events = self.window.listen();
        self.core.members(group).await?;
        told(events, |event| concerns(event, Tag::Members)).await?;
        let list = self.core.members(group).await?;
        went_well(list.last_error)?;
        let members = list.people.iter().filter(|person| person.member).count();
        let owners = list.people.iter().filter(|person| person.owner).count();
        Ok(Done {
            read: vec![members, owners],
            ..Done::default()
        })
    }

    /// Adds people as a job, planned and recorded as every change.
    async fn add(&self, to: Understaffed) -> anyhow::Result<Done> {
        let request = ChangeRequest::AddPeople {
            group_ids: vec![to.group],
            people: to.strangers,
            role: Role::Member,
        };
        let counts = self.core.change(&request).await?.job.counts;
        ensure!(counts.done == counts.total, "not done: {counts:?}");
        Ok(Done {
            read: vec![to.members],
            added: counts.done as usize,
            ..Done::default()
        })
    }
}

fn concerns(event: &AppEvent, tag: Tag) -> bool {
    matches!(event, AppEvent::Changed { tags } if tags.contains(&tag))
}

fn went_well(error: Option<CommandError>) -> anyhow::Result<()> {
    match error {
        None => Ok(()),
        Some(error) => bail!("{error:?}"),
    }
}
