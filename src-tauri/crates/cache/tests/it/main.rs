//! The cache through its public face, on real files.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test fails by panicking"
)]

mod delta;
mod migration;
mod rosters;
mod search;

use std::path::Path;

use cache::{Cache, FavoriteRecord, FavoriteSource, GroupRecord, Relation};
use graph_client::models::{Group, GroupId};
use jiff::Timestamp;
use proptest::prelude::*;
use serde_json::json;

fn group(number: u32, name: &str) -> Group {
    let id = format!("00000000-0000-0000-0000-{number:012}");
    serde_json::from_value(json!({ "id": id, "displayName": name, "groupTypes": ["Unified"] }))
        .unwrap()
}

fn owned(number: u32, name: &str) -> GroupRecord {
    GroupRecord {
        group: group(number, name),
        relation: Relation {
            owned: true,
            member: false,
        },
    }
}

fn open(folder: &Path) -> Cache {
    Cache::open(&folder.join("account.sqlite")).unwrap().cache
}

fn noon() -> Timestamp {
    "2026-11-23T12:00:00Z".parse().unwrap()
}

#[test]
fn the_next_start_finds_what_the_last_one_knew() {
    let folder = tempfile::tempdir().unwrap();
    let record = owned(1, "مشروع التوسّع الإقليمي");
    let favorite = FavoriteRecord {
        marked: Some(true),
        source: FavoriteSource::Sent,
    };
    {
        let cache = open(folder.path());
        cache
            .replace_groups(std::slice::from_ref(&record), noon())
            .unwrap();
        cache
            .put_favorites(&[(record.group.id.clone(), favorite)])
            .unwrap();
    }

    let cache = open(folder.path());

    assert_eq!(cache.groups().unwrap(), vec![record.clone()]);
    assert_eq!(cache.as_of().unwrap(), Some(noon()));
    assert_eq!(
        cache.favorites().unwrap().get(&record.group.id),
        Some(&favorite)
    );
}

#[test]
fn a_complete_read_forgets_groups_that_are_gone_and_keeps_favorites() {
    let cache = Cache::in_memory().unwrap();
    let (gone, stays) = (owned(1, "Gone"), owned(2, "Stays"));
    let favorite = FavoriteRecord {
        marked: Some(true),
        source: FavoriteSource::Untold,
    };
    cache
        .replace_groups(&[gone.clone(), stays.clone()], noon())
        .unwrap();
    cache
        .put_favorites(&[(gone.group.id.clone(), favorite)])
        .unwrap();

    cache
        .replace_groups(std::slice::from_ref(&stays), noon())
        .unwrap();

    assert_eq!(cache.groups().unwrap(), vec![stays]);
    assert_eq!(
        cache.favorites().unwrap().get(&gone.group.id),
        Some(&favorite),
        "a deleted group may be restored, and only this machine knows that it was a favorite"
    );
}

#[test]
fn one_group_that_was_read_anew_takes_the_place_of_what_was_known() {
    let cache = Cache::in_memory().unwrap();
    cache
        .replace_groups(&[owned(1, "Before"), owned(2, "Other")], noon())
        .unwrap();

    cache.put_group(&owned(1, "After")).unwrap();

    let id = owned(1, "").group.id;
    assert_eq!(
        cache
            .group(&id)
            .unwrap()
            .unwrap()
            .group
            .display_name
            .as_deref(),
        Some("After")
    );
    assert_eq!(cache.groups().unwrap().len(), 2);
}

proptest! {
    /// Whatever is put in comes out, the last word on a group winning.
    #[test]
    fn the_cache_behaves_like_a_map(writes in prop::collection::vec((0_u32..20, ".{0,12}", any::<bool>()), 0..60)) {
        let cache = Cache::in_memory().unwrap();
        let mut model = std::collections::BTreeMap::<GroupId, GroupRecord>::new();
        for (number, name, removed) in writes {
            let record = owned(number, &name);
            if removed {
                cache.remove_group(&record.group.id).unwrap();
                model.remove(&record.group.id);
            } else {
                cache.put_group(&record).unwrap();
                model.insert(record.group.id.clone(), record);
            }
        }
        let mut found = cache.groups().unwrap();
        found.sort_by(|a, b| a.group.id.as_str().cmp(b.group.id.as_str()));
        let mut expected: Vec<_> = model.into_values().collect();
        expected.sort_by(|a, b| a.group.id.as_str().cmp(b.group.id.as_str()));
        prop_assert_eq!(found, expected);
    }
}
