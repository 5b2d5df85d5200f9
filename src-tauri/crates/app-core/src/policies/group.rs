//! What the tenant's policies come to for one group, and for who wants to create one.

use futures::TryStreamExt as _;
use graph_client::models::{
    GroupLifecyclePolicy, GroupSetting, GroupSettingTemplate, ManagedGroupTypes,
};
use ipc_contract::policies::{AdminRole, Coverage, CreationBarrier, GuestSetting, PolicyArea};
use jiff::Timestamp;

use super::{rights, settings};
use crate::session::ActiveSession;
use crate::{Core, CoreError};

const GUESTS: &str = "AllowToAddGuests";

/// Which policy covers a group that expires at `expires`; `policies` is `None` where they could not be read.
pub(crate) fn coverage(
    policies: Option<&[GroupLifecyclePolicy]>,
    expires: Option<Timestamp>,
) -> Coverage {
    let Some(policies) = policies else {
        return Coverage::Unknown;
    };
    let Some(policy) = policies.first() else {
        return Coverage::NoPolicy;
    };
    let selected = policy.managed_group_types == Some(ManagedGroupTypes::Selected);
    match policy.managed_group_types {
        Some(ManagedGroupTypes::All) => {}
        Some(ManagedGroupTypes::Selected) if expires.is_some() => {}
        Some(ManagedGroupTypes::Selected) => return Coverage::NotSelected,
        Some(ManagedGroupTypes::None) | None => return Coverage::CoversNone,
    }
    Coverage::Covered {
        policy_id: policy.id.to_string(),
        lifetime_days: u32::try_from(policy.group_lifetime_in_days.unwrap_or_default())
            .unwrap_or_default(),
        selected,
    }
}

/// Whether guests can be added to a group, by the tenant's settings and its own.
pub(crate) fn guests(
    tenant: &[GroupSetting],
    own: &[GroupSetting],
    granted: &[String],
    roles: Option<&[AdminRole]>,
) -> GuestSetting {
    let flag = |settings: &[GroupSetting], template: &str| {
        let made = settings.iter().find(|made| made.is_of(template));
        made.and_then(|made| made.flag(GUESTS))
    };
    let tenant = flag(tenant, GroupSettingTemplate::UNIFIED).unwrap_or(true);
    let own_flag = flag(own, GroupSettingTemplate::UNIFIED_GUEST);
    let made = own
        .iter()
        .find(|made| made.is_of(GroupSettingTemplate::UNIFIED_GUEST));
    GuestSetting {
        allowed: tenant && own_flag.unwrap_or(true),
        tenant,
        own: own_flag,
        template_id: GroupSettingTemplate::UNIFIED_GUEST.to_owned(),
        values: settings::entries(made),
        right: rights::right(PolicyArea::Guests, granted, roles, made.is_some()),
    }
}

impl Core {
    /// Why the person may not create groups; `None` when they may, or it is not known.
    pub(crate) async fn creation_barrier(
        &self,
        session: &ActiveSession,
        settings: &[GroupSetting],
    ) -> Result<Option<CreationBarrier>, CoreError> {
        let unified = settings
            .iter()
            .find(|made| made.is_of(GroupSettingTemplate::UNIFIED));
        let everybody = unified.and_then(|made| made.flag("EnableGroupCreation"));
        if everybody != Some(false) {
            return Ok(None);
        }
        let client = session.client(self.host()).await?;
        match client.me().roles().await {
            Ok(roles) if roles.is_empty() => {}
            // Administrators may; and where it is not told, trying tells.
            Ok(_) | Err(_) => return Ok(None),
        }
        let creators = unified.and_then(|made| made.value("GroupCreationAllowedGroupId"));
        let Some(creators) = creators else {
            return Ok(Some(CreationBarrier::Off));
        };
        let mine: Result<Vec<_>, _> = client.my_groups().member_of().items().try_collect().await;
        let Ok(mine) = mine else { return Ok(None) };
        if mine
            .iter()
            .any(|group| group.id.as_str().eq_ignore_ascii_case(creators))
        {
            return Ok(None);
        }
        let id = graph_client::models::GroupId::parse(creators);
        let group = match id {
            Ok(id) => client.group(&id).get().await.ok(),
            Err(_) => None,
        };
        Ok(Some(CreationBarrier::NotAmongCreators {
            group_name: group.and_then(|group| group.display_name),
        }))
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn policy(managed: &str) -> GroupLifecyclePolicy {
        serde_json::from_value(json!({
            "id": "11111111-1111-4111-8111-111111111111", "groupLifetimeInDays": 180, "managedGroupTypes": managed,
        }))
        .unwrap()
    }

    #[test]
    fn a_group_is_told_which_policy_covers_it_and_why_none_does() {
        let expires: Option<Timestamp> = Some("2027-01-01T00:00:00Z".parse().unwrap());
        assert_eq!(coverage(None, expires), Coverage::Unknown);
        assert_eq!(coverage(Some(&[]), None), Coverage::NoPolicy);
        assert_eq!(
            coverage(Some(&[policy("None")]), None),
            Coverage::CoversNone
        );
        assert_eq!(
            coverage(Some(&[policy("Selected")]), None),
            Coverage::NotSelected
        );
        let all = coverage(Some(&[policy("All")]), expires);
        assert!(matches!(
            all,
            Coverage::Covered {
                lifetime_days: 180,
                selected: false,
                ..
            }
        ));
    }

    #[test]
    fn what_the_tenant_forbids_no_group_allows() {
        let made = |template: &str, value: &str| -> Vec<GroupSetting> {
            serde_json::from_value(json!([{
                "id": "11111111-1111-4111-8111-111111111111", "templateId": template,
                "values": [{ "name": GUESTS, "value": value }],
            }]))
            .unwrap()
        };
        let tenant = |value| made(GroupSettingTemplate::UNIFIED, value);
        let own = |value| made(GroupSettingTemplate::UNIFIED_GUEST, value);
        assert!(!guests(&tenant("false"), &own("true"), &[], None).allowed);
        assert!(!guests(&tenant("true"), &own("False"), &[], None).allowed);
        assert!(guests(&[], &[], &[], None).allowed);
    }
}
