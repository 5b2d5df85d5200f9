//! Who may change what: the permission of the application, and the roles of the person.

use graph_client::models::DirectoryRole;
use identity::permissions;
use ipc_contract::policies::{AdminRole, Obstacle, PolicyArea, PolicyRight};

const AREAS: [PolicyArea; 8] = [
    PolicyArea::Expiration,
    PolicyArea::Naming,
    PolicyArea::Creation,
    PolicyArea::Guests,
    PolicyArea::Classification,
    PolicyArea::Guidelines,
    PolicyArea::Labels,
    PolicyArea::Templates,
];

/// Settings are made by these (groups-settings-cmdlets.md)…
const OF_SETTINGS: [AdminRole; 2] = [AdminRole::GlobalAdministrator, AdminRole::GroupsAdministrator];
/// …and lifecycle policies by these (groups-lifecycle.md), who also write settings that were made.
const OF_EXPIRATION: [AdminRole; 3] = [
    AdminRole::GlobalAdministrator,
    AdminRole::GroupsAdministrator,
    AdminRole::UserAdministrator,
];
/// What the application asks for to change any of it.
const PERMISSION: &str = "Directory.ReadWrite.All";
/// What is enough for settings.
const PERMISSION_OF_SETTINGS: &str = "GroupSettings.ReadWrite.All";

/// What may be changed; `made` says whether the settings of groups were made.
pub(crate) fn rights(
    granted: &[String],
    roles: Option<&[AdminRole]>,
    made: bool,
) -> Vec<PolicyRight> {
    AREAS.map(|area| right(area, granted, roles, made)).into()
}

/// The same of one area.
pub(crate) fn right(
    area: PolicyArea,
    granted: &[String],
    roles: Option<&[AdminRole]>,
    made: bool,
) -> PolicyRight {
    let expiration = area == PolicyArea::Expiration;
    let enough = if expiration { PERMISSION } else { PERMISSION_OF_SETTINGS };
    let wanted: &[AdminRole] = match expiration || (made && area != PolicyArea::Templates) {
        true => &OF_EXPIRATION,
        false => &OF_SETTINGS,
    };
    let obstacle = if !permissions::is_granted(enough, granted) {
        Some(Obstacle::Permission)
    } else {
        let held = roles.is_none_or(|roles| roles.iter().any(|role| wanted.contains(role)));
        (!held).then_some(Obstacle::Role)
    };
    PolicyRight {
        area,
        obstacle,
        roles: wanted.to_vec(),
        permissions: vec![PERMISSION.to_owned()],
    }
}

pub(crate) const fn role(role: DirectoryRole) -> AdminRole {
    match role {
        DirectoryRole::GlobalAdministrator => AdminRole::GlobalAdministrator,
        DirectoryRole::GroupsAdministrator => AdminRole::GroupsAdministrator,
        DirectoryRole::UserAdministrator => AdminRole::UserAdministrator,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_missing_is_named() {
        let granted = [PERMISSION.to_owned()];
        let of = |area, granted: &[String], roles| right(area, granted, roles, false).obstacle;
        let (expiration, naming) = (PolicyArea::Expiration, PolicyArea::Naming);
        assert_eq!(of(expiration, &[], None), Some(Obstacle::Permission));
        assert_eq!(of(expiration, &granted, Some(&[])), Some(Obstacle::Role));
        let user: &[AdminRole] = &[AdminRole::UserAdministrator];
        assert_eq!(of(expiration, &granted, Some(user)), None);
        assert_eq!(of(naming, &granted, Some(user)), Some(Obstacle::Role));
        assert_eq!(right(naming, &granted, Some(user), true).obstacle, None);
        assert_eq!(of(naming, &granted, None), None, "then trying tells");
    }
}
