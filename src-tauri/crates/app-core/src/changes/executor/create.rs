//! Making a group, and its team as soon as the service lets it have one.

use std::time::Duration;

use graph_client::GraphError;
use graph_client::models::{Group, GroupBehavior, GroupId, NewGroup as GraphNewGroup, UserId};
use graph_client::odata::Query;
use ipc_contract::details::NewGroup;
use ipc_contract::jobs::Reason;
use jobs::{LookedUp, Progress, Settled};

use super::outcome::{outcome, refused, settled};
use super::reading::stopped;
use super::{GraphExecutor, Ready};
use crate::changes::op::Op;

/// A group gets a team some minutes after it was made (team-put-teams.md): asked for this often…
const TEAM_EVERY: Duration = Duration::from_secs(15);
/// …and this many times.
const TEAM_ATTEMPTS: u32 = 100;
/// How long and how often a group whose creation was not answered is looked for: a search may lag.
const LOOK_EVERY: Duration = Duration::from_secs(2);
const LOOKS: u32 = 4;

impl GraphExecutor {
    pub(super) async fn send_creation(
        &self,
        items: &[Ready<'_>],
        progress: &dyn Progress,
    ) -> Vec<Settled> {
        let mut results = Vec::with_capacity(items.len());
        for item in items {
            results.push(match &item.op {
                Op::CreateGroup {
                    group,
                    owners,
                    members,
                } => self.create(group, owners, members).await,
                _ => self.enable_team(item, progress).await,
            });
        }
        results
    }

    async fn create(&self, group: &NewGroup, owners: &[String], members: &[String]) -> Settled {
        let creation = creation(group, owners, members);
        match self.client.groups().create(&creation).await {
            Ok(group) => made(&group),
            // Somebody may have the alias: it may be this very group, whose answer was lost before.
            Err(error) if error.outcome_unknown() || error.status() == Some(400) => {
                match self.look_for(group).await {
                    Ok(Some(found)) => made(&found),
                    _ if error.outcome_unknown() => {
                        Settled::Unknown(outcome(Reason::OutcomeUnknown, &error))
                    }
                    _ => settled(&error),
                }
            }
            Err(error) => settled(&error),
        }
    }

    pub(super) async fn was_created(&self, group: &NewGroup) -> LookedUp {
        match self.look_for(group).await {
            Ok(Some(found)) => LookedUp::Done {
                after: None,
                subject: Some(found.id.to_string()),
            },
            Ok(None) => LookedUp::NotDone,
            Err(error) => stopped(&error),
        }
    }

    /// The person's own group with the alias and the name; the alias is the tenant's only one.
    async fn look_for(&self, wanted: &NewGroup) -> Result<Option<Group>, GraphError> {
        let query = Query::default().filter(format!(
            "mailNickname eq {}",
            Query::literal(&wanted.mail_nickname)
        ));
        for look in 0..LOOKS {
            if look > 0 {
                tokio::time::sleep(LOOK_EVERY).await;
            }
            let page = self.client.groups().list(&query);
            let found: Vec<Group> = futures::TryStreamExt::try_collect(page.items()).await?;
            let same = found
                .into_iter()
                .find(|group| group.display_name.as_deref() == Some(wanted.display_name.as_str()));
            if let Some(group) = same {
                return Ok(self.is_mine(&group.id).await?.then_some(group));
            }
        }
        Ok(None)
    }

    async fn is_mine(&self, id: &GroupId) -> Result<bool, GraphError> {
        let owners: Vec<_> =
            futures::TryStreamExt::try_collect(self.client.group(id).owners().items()).await?;
        Ok(owners.iter().any(|owner| owner.id.as_str() == self.me))
    }

    /// 404 means *not yet* while the group is young; 409 that it has one.
    async fn enable_team(&self, item: &Ready<'_>, progress: &dyn Progress) -> Settled {
        let group = match item.group() {
            Ok(group) => group,
            Err(reason) => return refused(reason),
        };
        for _ in 0..TEAM_ATTEMPTS {
            match self.client.group(group).enable_team().await {
                Ok(_) => return Settled::done(None),
                Err(error) if error.status() == Some(409) => return Settled::Already,
                Err(error) if error.is_not_found() => {
                    progress.waiting(TEAM_EVERY, 1);
                    tokio::time::sleep(TEAM_EVERY).await;
                }
                Err(error) => return settled(&error),
            }
        }
        refused(Reason::NotFound)
    }
}

fn made(group: &Group) -> Settled {
    Settled::Done {
        after: None,
        subject: Some(group.id.to_string()),
        request_id: None,
    }
}

fn creation(group: &NewGroup, owners: &[String], members: &[String]) -> GraphNewGroup {
    let ids = |ids: &[String]| -> Vec<UserId> {
        ids.iter().filter_map(|id| UserId::parse(id).ok()).collect()
    };
    let mut behaviors = Vec::new();
    if group.subscribe_new_members {
        behaviors.push(GroupBehavior::SubscribeNewGroupMembers);
    }
    if !group.welcome_mail {
        behaviors.push(GroupBehavior::WelcomeEmailDisabled);
    }
    GraphNewGroup {
        description: Some(group.description.trim().to_owned()).filter(|text| !text.is_empty()),
        visibility: crate::groups::summary::to_graph(group.visibility),
        owners: ids(owners),
        members: ids(members),
        behaviors,
        classification: group.classification.clone(),
        assigned_labels: group
            .label
            .as_ref()
            .map_or_else(Vec::new, crate::labels::ids),
        ..GraphNewGroup::named(group.display_name.trim(), &group.mail_nickname)
    }
}
