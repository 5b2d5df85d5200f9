//! The people of groups, and everybody who was seen.

use cache::{Cache, PersonSeen, Role};
use graph_client::models::{Member, MemberKind, UserId};
use serde_json::json;

use crate::{group, noon, open};

pub(crate) fn person(number: u32, name: &str) -> Member {
    let id = format!("00000000-0000-0000-0001-{number:012}");
    serde_json::from_value(json!({
        "id": id, "displayName": name, "mail": format!("{number}@contoso.example"),
        "accountEnabled": true
    }))
    .unwrap()
}

fn names(people: &[Member]) -> Vec<&str> {
    people
        .iter()
        .map(|person| person.display_name.as_deref().unwrap())
        .collect()
}

#[test]
fn ten_thousand_members_are_read_in_pages_in_the_order_of_their_names_at_the_next_start() {
    let folder = tempfile::tempdir().unwrap();
    let id = group(1, "").id;
    let mut people: Vec<_> = (0..10_000_u32)
        .map(|number| person(number, &format!("P {:05}", (number * 7_919) % 10_000)))
        .collect();
    people.push(person(3, "P 03757"));
    open(folder.path())
        .replace_roster(&id, Role::Member, &people, noon())
        .unwrap();

    let cache = open(folder.path());

    let page = cache
        .roster(&id, Role::Member, 5_000..5_003)
        .unwrap()
        .unwrap();
    assert_eq!(names(&page.people), ["P 05000", "P 05001", "P 05002"]);
    assert_eq!(page.total, 10_000, "the same person twice is one");
    assert_eq!(page.as_of, noon());
    let all = cache
        .roster(&id, Role::Member, 0..u32::MAX)
        .unwrap()
        .unwrap();
    assert_eq!(all.people.len(), 10_000);
    let owners = cache.roster(&id, Role::Owner, 0..9).unwrap();
    assert_eq!(owners, None, "never read is not the same as none");
}

#[test]
fn a_complete_read_takes_the_place_of_what_was_known() {
    let cache = Cache::in_memory().unwrap();
    let id = group(1, "").id;
    let read = |people: &[Member]| cache.replace_roster(&id, Role::Owner, people, noon());
    read(&[person(1, "Ann"), person(2, "Bob")]).unwrap();
    read(&[person(2, "Bob"), person(3, "Éva")]).unwrap();

    let page = cache.roster(&id, Role::Owner, 0..9).unwrap().unwrap();

    assert_eq!(names(&page.people), ["Bob", "Éva"]);
}

#[test]
fn people_who_come_and_go_change_the_list_and_a_list_never_read_stays_so() {
    let cache = Cache::in_memory().unwrap();
    let (read, unread) = (group(1, "").id, group(2, "").id);
    let (ann, bob) = (person(1, "Ann"), person(2, "Bob"));
    cache
        .replace_roster(&read, Role::Member, std::slice::from_ref(&ann), noon())
        .unwrap();

    for id in [&read, &unread] {
        cache
            .add_to_roster(id, Role::Member, &[bob.clone(), person(1, "Ann Renamed")])
            .unwrap();
    }
    let page = cache.roster(&read, Role::Member, 0..9).unwrap().unwrap();
    assert_eq!(names(&page.people), ["Ann Renamed", "Bob"]);
    assert_eq!(cache.roster(&unread, Role::Member, 0..9).unwrap(), None);
    assert_eq!(
        cache.groups_of(&bob.id, Role::Member).unwrap(),
        std::slice::from_ref(&read)
    );

    cache
        .remove_from_roster(&read, Role::Member, &[ann.id, bob.id.clone()])
        .unwrap();
    let page = cache.roster(&read, Role::Member, 0..9).unwrap().unwrap();
    assert_eq!(page.total, 0);
    assert!(cache.groups_of(&bob.id, Role::Member).unwrap().is_empty());
}

#[test]
fn somebody_who_was_seen_once_can_be_named_without_a_network() {
    let cache = Cache::in_memory().unwrap();
    cache
        .replace_roster(
            &group(1, "").id,
            Role::Member,
            &[person(1, "Zoë Müller"), person(2, "Hanna Muller")],
            noon(),
        )
        .unwrap();
    let unreadable: Member = serde_json::from_value(json!({ "id": person(1, "").id })).unwrap();

    cache.put_people_seen(&[(&unreadable).into()]).unwrap();

    let expected = PersonSeen {
        id: person(1, "").id,
        display_name: Some("Zoë Müller".into()),
        mail: Some("1@contoso.example".into()),
        kind: MemberKind::Person,
        enabled: Some(true),
    };
    assert_eq!(
        cache.person_seen(&expected.id).unwrap(),
        Some(expected.clone()),
        "what may no longer be read is still known"
    );
    let stranger = UserId::try_from("nobody".to_owned()).unwrap();
    let ids = [expected.id.clone(), stranger];
    assert_eq!(cache.people_seen(&ids).unwrap().len(), 1);
    assert_eq!(cache.find_people_seen("MULLER zoe", 9).unwrap(), [expected]);
    assert_eq!(cache.find_people_seen("muller", 9).unwrap().len(), 2);
    assert_eq!(cache.find_people_seen(" ", 9).unwrap(), []);
}
