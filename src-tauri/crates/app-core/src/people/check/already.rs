//! What the group and the tenant say beforehand: who is in already, and what guests may be.

use std::collections::HashSet;

use graph_client::GraphClient;
use graph_client::models::{GroupId, GroupSettingTemplate};
use identity::permissions::Step;
use ipc_contract::people::Role;

use super::judge::GuestRules;
use crate::people::PeopleList;
use crate::session::ActiveSession;
use crate::{Core, CoreError};

impl Core {
    /// Ids of those who need not be added: who are in with the whole of the role.
    pub(super) async fn already_in(
        &self,
        session: &ActiveSession,
        client: &GraphClient,
        group: &GroupId,
        role: Role,
    ) -> Result<HashSet<String>, CoreError> {
        let mut already: Option<HashSet<String>> = None;
        for list in PeopleList::BOTH {
            if !list.is_of(role) {
                continue;
            }
            let people = match self.people_list(session, client, group, list).await {
                // Nobody is known to be in; the service counts who is in already as done.
                Err(CoreError::PermissionMissing(Step::Hidden)) => Vec::new(),
                people => people?,
            };
            let ids: HashSet<String> = people
                .into_iter()
                .map(|member| member.id.to_string())
                .collect();
            already = Some(match already {
                Some(already) => &already & &ids,
                None => ids,
            });
        }
        Ok(already.unwrap_or_default())
    }

    /// What the tenant lets guests be. Where its settings may not be read, their defaults count: the
    /// service has the last word.
    pub(super) async fn guest_rules(&self) -> Result<GuestRules, CoreError> {
        let settings = self.group_settings().await?.unwrap_or_default();
        let unified = settings
            .iter()
            .find(|setting| setting.is_of(GroupSettingTemplate::UNIFIED));
        let flag = |name: &str| unified.and_then(|unified| unified.flag(name));
        Ok(GuestRules {
            may_be_added: flag("AllowToAddGuests").unwrap_or(true),
            may_own: flag("AllowGuestsToBeGroupOwner").unwrap_or(false),
        })
    }
}
