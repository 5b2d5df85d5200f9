//! Finding groups.

use cache::{Cache, GroupRecord, Relation};
use graph_client::models::GroupId;
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::{noon, open, owned};

fn described(number: u32, mut properties: Value) -> GroupRecord {
    properties["id"] = json!(format!("00000000-0000-0000-0000-{number:012}"));
    GroupRecord {
        group: serde_json::from_value(properties).unwrap(),
        relation: Relation::default(),
    }
}

fn cache(names: &[&str]) -> Cache {
    let cache = Cache::in_memory().unwrap();
    let records: Vec<_> = (0..).zip(names).map(|(at, name)| owned(at, name)).collect();
    cache.replace_groups(&records, noon()).unwrap();
    cache
}

/// The numbers of the groups that are found.
fn found(cache: &Cache, text: &str) -> Vec<u32> {
    let number = |id: &GroupId| id.as_str()[24..].parse().unwrap();
    let ids = cache.search_groups(text, 50).unwrap();
    ids.iter().map(number).collect()
}

#[test]
fn names_that_begin_with_the_text_come_first_then_beginnings_of_words_then_the_rest() {
    let cache = cache(&[
        "Refinance",
        "Group Finance",
        "Finance North",
        "Finance East",
        "Other",
    ]);
    cache
        .put_group(&described(
            9,
            json!({ "displayName": "A", "description": "all about finance" }),
        ))
        .unwrap();
    assert_eq!(found(&cache, "finance"), [3, 2, 1, 0, 9]);
    assert_eq!(cache.search_groups("finance", 2).unwrap().len(), 2);
}

#[test]
fn every_word_must_occur_somewhere_in_name_alias_address_or_description() {
    let cache = Cache::in_memory().unwrap();
    let record = described(
        1,
        json!({
            "displayName": "Field Sales", "mailNickname": "fs-emea", "mail": "fs-emea@contoso.example",
            "description": "Quarterly planning"
        }),
    );
    cache.put_group(&record).unwrap();
    for text in [
        "sales field",
        "PLAN sal",
        "emea@contoso",
        "fs-emea",
        "s-em",
        "fs",
        "uarter",
    ] {
        assert_eq!(found(&cache, text), [1], "{text}");
    }
    for text in [
        "sales nothing",
        "plans",
        "",
        "  ",
        "\"",
        "*",
        "sales\" OR \"x",
        "NOT sales",
        "a:b",
    ] {
        assert_eq!(found(&cache, text), [0_u32; 0], "{text}");
    }
}

#[test]
fn words_of_any_script_are_found_by_any_part_whatever_the_accents() {
    let cache = cache(&[
        "東京営業部",
        "مشروع التوسّع الإقليمي",
        "צוות שיווק",
        "Équipe Zoë",
        "한국 영업팀",
        "Команда продаж",
        "🚀 Launch",
        "ทีมขาย",
        "R&D",
    ]);
    for (text, expected) in [
        ("京営", 0),
        ("部", 0),
        ("التوسع", 1),
        ("وس", 1),
        ("שיווק", 2),
        ("ש", 2),
        ("ÉQUIPE", 3),
        ("zoe", 3),
        ("영업", 4),
        ("прод", 5),
        ("пр", 5),
        ("🚀", 6),
        ("ขาย", 7),
        ("r&d", 8),
        ("&", 8),
    ] {
        assert_eq!(found(&cache, text), [expected], "{text}");
    }
}

#[test]
fn a_single_letter_is_looked_for_too_and_beginnings_of_words_come_first() {
    let cache = cache(&["Bases", "Team Sales", "Sales", "Other"]);
    assert_eq!(found(&cache, "sa"), [2, 1]);
    assert_eq!(found(&cache, "s"), [2, 1, 0]);
    assert_eq!(found(&cache, "ase"), [0]);
}

#[test]
fn a_group_is_found_by_its_present_name_only() {
    let folder = tempfile::tempdir().unwrap();
    {
        let cache = open(folder.path());
        let records = [owned(1, "Before"), owned(2, "Stays"), owned(3, "Gone")];
        cache.replace_groups(&records, noon()).unwrap();
        cache.put_group(&owned(1, "After")).unwrap();
        let records = [owned(1, "After"), owned(2, "Stays")];
        cache.replace_groups(&records, noon()).unwrap();
        cache.remove_group(&owned(2, "").group.id).unwrap();
    }
    let cache = open(folder.path());
    assert_eq!(found(&cache, "after"), [1]);
    for text in ["before", "stays", "gone"] {
        assert_eq!(found(&cache, text), [0_u32; 0], "{text}");
    }
}

#[test]
fn many_groups_with_the_same_word_are_all_there_when_all_are_asked_for() {
    let cache = Cache::in_memory().unwrap();
    let records: Vec<_> = (0..1_000)
        .map(|number| owned(number, &format!("{number:04} Team")))
        .collect();
    cache.replace_groups(&records, noon()).unwrap();
    let all = cache.search_groups("team", usize::MAX).unwrap();
    assert_eq!(all.len(), 1_000);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    /// Whatever is called something is found by every part of it.
    #[test]
    fn a_part_of_a_name_finds_its_group(
        names in prop::collection::vec("[a-dA-DéßжЖ田中東京ا-د가-힣🚀 &.-]{1,12}", 1..20),
        group in any::<prop::sample::Index>(),
        from in 0_usize..12,
        length in 1_usize..8,
    ) {
        let records: Vec<_> = (0..).zip(&names).map(|(at, name)| owned(at, name)).collect();
        let cache = Cache::in_memory().unwrap();
        cache.replace_groups(&records, noon()).unwrap();
        let index = group.index(names.len());
        let part: String = names[index].chars().skip(from).take(length).collect();
        prop_assume!(!part.trim().is_empty());

        let found = cache.search_groups(&part, 50).unwrap();

        prop_assert!(found.contains(&records[index].group.id), "{part:?} in {:?}", names[index]);
    }
}
