//! The list of groups, answered from the cache; one group, read anew.

use std::time::Duration;

use cache::{GroupRecord, Relation};
use graph_client::models::{Group, GroupId, GroupLifecyclePolicy, ManagedGroupTypes};
use ipc_contract::events::Tag;
use ipc_contract::groups::{GroupList, GroupSummary, PolicySummary};
use jiff::SignedDuration;

use super::Known;
use crate::session::ActiveSession;
use crate::{Core, CoreError};

/// A list older than this is read anew when it is looked at.
const FRESH_FOR: Duration = Duration::from_secs(5 * 60);

impl Core {
    /// The person's groups as last known. Starts a refresh when they are old or were never read.
    ///
    /// # Errors
    /// When nobody is signed in or the cache cannot be read.
    pub async fn groups(&self) -> Result<GroupList, CoreError> {
        let session = self.session()?;
        let (records, known, as_of, policies) = session
            .cached(|cache| {
                let policies: Option<Vec<GroupLifecyclePolicy>> = cache.lifecycle_policies()?;
                Ok((
                    cache.groups()?,
                    Known::read(cache)?,
                    cache.as_of()?,
                    policies,
                ))
            })
            .await?;
        let now = session.service_now(self.now());
        let old = as_of.is_none_or(|at| {
            now.duration_since(at) > SignedDuration::try_from(FRESH_FOR).unwrap_or_default()
        });
        if old && session.refresh.last_error().is_none() {
            self.refresh_groups()?;
        }
        Ok(GroupList {
            groups: records.iter().map(|record| known.summary(record)).collect(),
            as_of,
            now,
            refreshing: session.refresh.is_running(),
            last_error: session.refresh.last_error(),
            policy: policies.as_deref().map_or(PolicySummary::Unknown, policy),
        })
    }

    /// A group as last known, else read.
    pub(crate) async fn group_named(
        &self,
        session: &ActiveSession,
        id: &GroupId,
    ) -> Result<Group, CoreError> {
        let wanted = id.clone();
        let known = session
            .cached(move |cache| Ok(cache.group(&wanted)?))
            .await?;
        match known {
            Some(record) => Ok(record.group),
            None => Ok(session.client(self.host()).await?.group(id).get().await?),
        }
    }

    /// Reads one group anew.
    ///
    /// # Errors
    /// When the service does not give it out.
    pub async fn group(&self, group_id: &str) -> Result<GroupSummary, CoreError> {
        let session = self.session()?;
        let id = GroupId::parse(group_id).map_err(|_| CoreError::invalid("groupId"))?;
        let group = session.client(self.host()).await?.group(&id).get().await?;
        let summary = session
            .cached(move |cache| {
                let relation = cache
                    .group(&id)?
                    .map_or(Relation::default(), |known| known.relation);
                let record = GroupRecord { group, relation };
                if relation != Relation::default() {
                    cache.put_group(&record)?;
                }
                Ok(Known::read(cache)?.summary(&record))
            })
            .await?;
        self.changed(&[Tag::Groups]);
        Ok(summary)
    }
}

/// A tenant has at most one policy.
fn policy(policies: &[GroupLifecyclePolicy]) -> PolicySummary {
    let covering = policies
        .iter()
        .find(|policy| policy.managed_group_types != Some(ManagedGroupTypes::None));
    match covering {
        Some(policy) => PolicySummary::Active {
            lifetime_days: policy
                .group_lifetime_in_days
                .and_then(|days| u32::try_from(days).ok())
                .unwrap_or_default(),
            all_groups: policy.managed_group_types == Some(ManagedGroupTypes::All),
        },
        None => PolicySummary::None,
    }
}
