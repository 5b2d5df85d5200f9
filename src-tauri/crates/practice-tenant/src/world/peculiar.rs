//! What no draw would bring about and every company has: deleted groups, groups
//! that are kept elsewhere, one group of very many, objects that are no people,
//! and the owner's first favorites.

use jiff::{SignedDuration, Timestamp};
use rand_chacha::ChaCha8Rng;

use super::generate::id;
use super::object::OBJECTS;
use super::teams::{Archiving, Teams};
use super::{
    ADMINISTRATOR, DOMAIN, DirectoryObject, Group, MailSettings, OWNER, Provisioning, User,
    UserIndex, Visibility,
};

/// Which of her groups the owner marked.
pub(super) const FAVORITES: [usize; 4] = [3, 8, 14, 21];
/// Which of the owner's groups is the large one.
pub(super) const LARGE: usize = 2;

/// Name, alias, who owned it, and how many days ago it was deleted.
const DELETED: [(&str, &str, UserIndex, i64); 3] = [
    ("Summer Party 2026 🎉", "summer-party-2026", OWNER, 9),
    ("Altbau Umzug München", "altbau-umzug", OWNER, 27),
    (
        "Supplier Onboarding",
        "supplier-onboarding",
        ADMINISTRATOR,
        4,
    ),
];

/// How many members the large group has, in a company of that many people.
pub(super) fn large_membership(people: usize) -> Option<usize> {
    match people {
        12_000.. => Some(10_000 + people / 100),
        1_200.. => Some(1_000 + people / 100),
        _ => None,
    }
}

/// Makes a group the large one: its owners first, then people in their order.
pub(super) fn enlarge(group: &mut Group, users: &[User], members: usize) {
    let last = UserIndex::try_from(users.len()).unwrap_or(UserIndex::MAX);
    let owners = group.owners.clone();
    let others = (0..last).filter(|user| !owners.contains(user));
    group.members = owners.iter().copied().chain(others).take(members).collect();
}

/// The groups that can be brought back, and those that are kept elsewhere.
pub(super) fn groups(users: &[User], drawn: Timestamp, rng: &mut ChaCha8Rng) -> Vec<Group> {
    let mut groups: Vec<Group> = DELETED
        .into_iter()
        .map(|deleted| deleted_group(deleted, users, drawn, id(rng)))
        .collect();
    groups.push(synced_group(drawn, id(rng)));
    groups.push(distribution_list(drawn, id(rng)));
    groups
}

/// Every seventh team, archived two months ago: nobody can be active in it.
pub(super) fn archived_teams(drawn: Timestamp, groups: &[Group]) -> Teams {
    let mut teams = Teams::default();
    let live = groups
        .iter()
        .filter(|group| group.team && group.deleted.is_none());
    for group in live.skip(3).step_by(7) {
        let archiving = Archiving {
            operation: group.id.clone(),
            archived: true,
            at: ago(drawn, 60),
        };
        teams.archive(&group.id, archiving);
    }
    teams
}

/// Devices, service principals and contacts.
pub(super) fn objects(rng: &mut ChaCha8Rng) -> Vec<DirectoryObject> {
    let object = |(kind, name): (_, &str)| DirectoryObject {
        id: id(rng),
        kind,
        display_name: name.to_owned(),
    };
    OBJECTS.into_iter().map(object).collect()
}

fn ago(drawn: Timestamp, days: i64) -> Timestamp {
    let at = drawn.checked_sub(SignedDuration::from_hours(24 * days));
    crate::clock::whole_seconds(at.unwrap_or(drawn))
}

fn deleted_group(
    (name, alias, owner, days): (&str, &str, UserIndex, i64),
    users: &[User],
    drawn: Timestamp,
    id: String,
) -> Group {
    let created = ago(drawn, 300);
    let last = UserIndex::try_from(users.len()).unwrap_or(UserIndex::MAX);
    Group {
        display_name: name.to_owned(),
        description: Some(format!("{name}: plans, people and pictures.")),
        mail_nickname: alias.to_owned(),
        mail: Some(format!("{alias}@{DOMAIN}")),
        unified: true,
        mail_enabled: true,
        security_enabled: false,
        visibility: Visibility::Private,
        team: days == 9,
        renewed: ago(drawn, 120),
        deleted: Some(ago(drawn, days)),
        owners: vec![owner],
        members: std::iter::once(owner).chain(2..last.min(9)).collect(),
        mail_settings: MailSettings::default(),
        provisioning: Provisioning::Created(created),
        ..Group::blank(id, created)
    }
}

fn synced_group(drawn: Timestamp, id: String) -> Group {
    Group {
        display_name: "Plant Łódź (on premises)".to_owned(),
        description: Some("Kept in the directory on the premises.".to_owned()),
        mail_nickname: "plant-lodz".to_owned(),
        synced: true,
        members: vec![OWNER, ADMINISTRATOR],
        ..Group::blank(id, ago(drawn, 900))
    }
}

/// Distribution lists are managed by mail's own tools, not by this service.
fn distribution_list(drawn: Timestamp, id: String) -> Group {
    Group {
        display_name: "Everybody in Contoso".to_owned(),
        mail_nickname: "everybody".to_owned(),
        mail: Some(format!("everybody@{DOMAIN}")),
        mail_enabled: true,
        security_enabled: false,
        owners: vec![ADMINISTRATOR],
        members: vec![OWNER, ADMINISTRATOR],
        ..Group::blank(id, ago(drawn, 1_200))
    }
}
