//! What the group and the tenant say beforehand: who is in already, and what guests may be.

use std::collections::HashSet;

use graph_client::GraphClient;
use graph_client::models::{GroupId, GroupSetting, GroupSettingTemplate};
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

    /// What the tenant and the group let guests be. Settings that were read and say nothing have their
    /// template's default.
    pub(crate) async fn guest_rules(
        &self,
        client: &GraphClient,
        group: &GroupId,
    ) -> Result<GuestRules, CoreError> {
        let group = client.group(group);
        let (tenant, group) = futures::join!(self.group_settings(), group.settings());
        let tenant = tenant?;
        let of_tenant = |name: &str, default: bool| {
            let settings = tenant.as_deref()?;
            Some(flag(settings, GroupSettingTemplate::UNIFIED, name).unwrap_or(default))
        };
        let of_group = group.ok().map(|settings| {
            flag(
                &settings,
                GroupSettingTemplate::UNIFIED_GUEST,
                "AllowToAddGuests",
            )
            .unwrap_or(true)
        });
        Ok(GuestRules {
            tenant_lets_in: of_tenant("AllowToAddGuests", true),
            group_lets_in: of_group,
            may_own: of_tenant("AllowGuestsToBeGroupOwner", false),
        })
    }
}

fn flag(settings: &[GroupSetting], template: &str, name: &str) -> Option<bool> {
    let setting = settings.iter().find(|setting| setting.is_of(template))?;
    setting.flag(name)
}
