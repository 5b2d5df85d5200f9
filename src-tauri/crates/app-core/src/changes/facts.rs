//! What has to be known of the groups that a plan concerns: read when it is made, so that the plan leaves
//! out what needs no doing and refuses what must not be done.

use std::collections::HashSet;

use futures::{StreamExt as _, TryStreamExt as _, stream};
use graph_client::GraphClient;
use graph_client::models::{Group, GroupId, Member, MemberKind, UserId, Visibility};
use identity::permissions::Step;

use crate::session::ActiveSession;
use crate::{Core, CoreError};

/// How many groups are read at once.
const AT_ONCE: usize = 4;

/// A group as a plan sees it.
#[derive(Debug, Clone)]
pub(crate) struct GroupFacts {
    pub(crate) id: GroupId,
    pub(crate) name: String,
    pub(crate) group: Group,
    pub(crate) owners: Option<Vec<Member>>,
    pub(crate) members: Option<HashSet<UserId>>,
}

/// How much of each group a plan needs.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Need {
    pub(crate) owners: bool,
    pub(crate) members: bool,
}

impl GroupFacts {
    /// Owners who count: enabled people of the tenant.
    pub(crate) fn human_owners(&self) -> impl Iterator<Item = &Member> {
        self.owners
            .iter()
            .flatten()
            .filter(|owner| counts_as_owner(owner))
    }

    pub(crate) fn is_owner(&self, person: &str) -> bool {
        self.owners
            .iter()
            .flatten()
            .any(|owner| owner.id.as_str() == person)
    }

    /// `None` when the members were not read.
    pub(crate) fn is_member(&self, person: &UserId) -> Option<bool> {
        self.members
            .as_ref()
            .map(|members| members.contains(person))
    }
}

/// Whether somebody can renew a group: a person of the tenant whose account is not disabled.
pub(crate) fn counts_as_owner(owner: &Member) -> bool {
    owner.kind() == MemberKind::Person && owner.account_enabled != Some(false)
}

impl Core {
    /// What a plan needs to know of these groups, in their order. A group that is not known is read.
    pub(crate) async fn facts(
        &self,
        session: &ActiveSession,
        client: &GraphClient,
        ids: Vec<GroupId>,
        need: Need,
    ) -> Result<Vec<GroupFacts>, CoreError> {
        stream::iter(ids)
            .map(|id| self.facts_of(session, client, id, need))
            .buffered(AT_ONCE)
            .try_collect()
            .await
    }

    /// The same of one group.
    pub(crate) async fn facts_of(
        &self,
        session: &ActiveSession,
        client: &GraphClient,
        id: GroupId,
        need: Need,
    ) -> Result<GroupFacts, CoreError> {
        let known = id.clone();
        let group = match session
            .cached(move |cache| Ok(cache.group(&known)?))
            .await?
        {
            Some(record) => record.group,
            None => client.group(&id).get().await?,
        };
        let owners = match need.owners {
            true => Some(client.group(&id).owners().items().try_collect().await?),
            false => None,
        };
        // A hidden membership reads as empty to who may not see it: that tells nothing.
        let hidden = group.visibility == Some(Visibility::HiddenMembership);
        let members = match need.members {
            true => match self.member_ids(session, client, &id).await {
                Err(CoreError::PermissionMissing(Step::Hidden)) => None,
                members => Some(members?).filter(|members| !(hidden && members.is_empty())),
            },
            false => None,
        };
        Ok(GroupFacts {
            name: group.display_name.clone().unwrap_or_default(),
            id,
            group,
            owners,
            members,
        })
    }
}

/// Ids as the window sends them.
pub(crate) fn group_ids(ids: &[String]) -> Result<Vec<GroupId>, CoreError> {
    let mut seen = HashSet::new();
    ids.iter()
        .filter(|id| seen.insert(id.as_str()))
        .map(|id| GroupId::parse(id).map_err(|_| CoreError::invalid("groupIds")))
        .collect()
}

/// The same for one person.
pub(crate) fn user_id(id: &str) -> Result<UserId, CoreError> {
    UserId::parse(id).map_err(|_| CoreError::invalid("people"))
}
