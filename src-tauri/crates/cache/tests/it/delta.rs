//! Rounds of changes.

use cache::{Cache, GroupChange, Relation, Role};
use serde_json::json;

use crate::rosters::person;
use crate::{group, noon, owned};

fn put(number: u32, name: &str, relation: Option<Relation>) -> GroupChange {
    GroupChange::Put {
        group: Box::new(group(number, name)),
        relation,
    }
}

#[test]
fn a_round_of_changes_is_taken_over_in_its_order_with_the_link_to_the_next() {
    let cache = Cache::in_memory().unwrap();
    let first = [owned(1, "Renamed later"), owned(2, "Goes")];
    cache
        .replace_groups_and_link(&first, &json!("link 1"), noon())
        .unwrap();
    let later = noon() + jiff::SignedDuration::from_hours(1);
    let member = Relation {
        owned: false,
        member: true,
    };

    cache
        .apply_changes(
            &[
                put(3, "Comes and goes", None),
                put(1, "Renamed", None),
                GroupChange::Remove(group(3, "").id),
                GroupChange::Remove(group(2, "").id),
                put(4, "Comes", Some(member)),
            ],
            &json!("link 2"),
            later,
        )
        .unwrap();

    let link: Option<serde_json::Value> = cache.delta_link().unwrap();
    assert_eq!(link, Some(json!("link 2")));
    assert_eq!(cache.as_of().unwrap(), Some(later));
    let renamed = cache.group(&group(1, "").id).unwrap().unwrap();
    assert!(renamed.relation.owned, "what was not read stays as it was");
    let comes = cache.group(&group(4, "").id).unwrap().unwrap();
    assert_eq!(comes.relation, member);
    assert_eq!(cache.groups().unwrap().len(), 2);
    assert_eq!(cache.search_groups("goes", 9).unwrap(), []);
    assert_eq!(cache.search_groups("renamed later", 9).unwrap(), []);
    assert_eq!(cache.search_groups("comes", 9).unwrap(), [comes.group.id]);
}

#[test]
fn a_link_that_the_service_no_longer_takes_is_forgotten() {
    let cache = Cache::in_memory().unwrap();
    cache.apply_changes(&[], &json!("link"), noon()).unwrap();
    cache.forget_delta_link().unwrap();
    assert_eq!(cache.delta_link::<serde_json::Value>().unwrap(), None);
}

#[test]
fn a_group_that_is_gone_leaves_none_of_its_people_behind() {
    let cache = Cache::in_memory().unwrap();
    let gone = owned(1, "Gone").group.id;
    let ann = person(1, "Ann");
    cache
        .replace_roster(&gone, Role::Owner, std::slice::from_ref(&ann), noon())
        .unwrap();

    cache
        .apply_changes(&[GroupChange::Remove(gone.clone())], &json!(1), noon())
        .unwrap();

    assert_eq!(cache.roster(&gone, Role::Owner, 0..9).unwrap(), None);
    assert!(cache.groups_of(&ann.id, Role::Owner).unwrap().is_empty());
}
