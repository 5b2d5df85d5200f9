//! Adding, reading, and two programs at once.

use std::fs;

use ledger::{EntryQuery, Ledger, Note, NoteKind, Verdict};
use serde_json::json;

use crate::entry;

#[test]
fn entries_are_numbered_without_a_gap_and_read_the_last_first() {
    let ledger = Ledger::in_memory().unwrap();
    for number in 1..=250 {
        let group = if number % 2 == 0 { "even" } else { "odd" };
        let event = json!({ "kind": "decided", "number": number });
        ledger.append(&[entry(group, event)], &[]).unwrap();
    }

    let query = EntryQuery {
        group_id: Some("even".into()),
        before: Some(101),
        limit: Some(2),
    };
    let page = ledger.entries(&query).unwrap();

    let numbers: Vec<u32> = page.iter().map(|entry| entry.number).collect();
    assert_eq!(numbers, [100, 98]);
    assert_eq!(page[0].event["number"], 100);
    assert_eq!(ledger.count(Some("even")).unwrap(), 125);
    assert_eq!(ledger.count(None).unwrap(), 250);
    assert_eq!(ledger.verify().unwrap(), Verdict::Intact);
}

#[test]
fn the_last_word_on_each_group_is_found_among_everything_else() {
    let ledger = Ledger::in_memory().unwrap();
    for (group, kind) in [
        ("a", "decided"),
        ("b", "decided"),
        ("a", "revoked"),
        ("b", "moved"),
    ] {
        let event = json!({ "kind": kind });
        ledger.append(&[entry(group, event)], &[]).unwrap();
    }

    let last = ledger.last_of_kinds(&["decided", "revoked"]).unwrap();

    let said: Vec<_> = last
        .iter()
        .map(|entry| {
            (
                entry.group_id.as_str(),
                entry.event["kind"].as_str().unwrap(),
            )
        })
        .collect();
    assert_eq!(said, [("b", "decided"), ("a", "revoked")]);
}

#[test]
fn what_has_a_name_is_put_down_once_and_the_numbers_have_no_gap() {
    let ledger = Ledger::in_memory().unwrap();
    let mut named = entry("a", json!({ "kind": "renewed" }));
    named.once = Some("job:0".into());

    assert_eq!(
        ledger.append(&[named.clone(), named.clone()], &[]).unwrap(),
        1
    );
    assert_eq!(ledger.append(&[named], &[]).unwrap(), 0);
    ledger
        .append(&[entry("a", json!({ "kind": "moved" }))], &[])
        .unwrap();

    assert_eq!(ledger.entries(&EntryQuery::default()).unwrap()[0].number, 2);
    assert_eq!(ledger.verify().unwrap(), Verdict::Intact);
}

#[test]
fn notes_outlive_a_start_and_are_no_part_of_the_record() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("ledger.sqlite");
    let note = |value: i32| Note {
        kind: NoteKind::Calendar,
        key: "a".into(),
        value: json!({ "sequence": value }),
    };
    let ledger = Ledger::open(&path).unwrap().ledger;
    ledger.append(&[], &[note(1)]).unwrap();
    ledger.append(&[], &[note(2)]).unwrap();
    drop(ledger);

    let ledger = Ledger::open(&path).unwrap().ledger;

    let notes = ledger.notes(NoteKind::Calendar).unwrap();
    assert_eq!(notes["a"]["sequence"], 2);
    assert!(ledger.notes(NoteKind::Notice).unwrap().is_empty());
    assert_eq!(ledger.count(None).unwrap(), 0);
}

#[test]
fn two_programs_that_write_at_once_make_one_chain() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("ledger.sqlite");
    Ledger::open(&path).unwrap();

    std::thread::scope(|scope| {
        for writer in 0..4 {
            let path = &path;
            scope.spawn(move || {
                let ledger = Ledger::open(path).unwrap().ledger;
                for number in 0..10 {
                    let event = json!({ "kind": "decided", "writer": writer, "number": number });
                    ledger.append(&[entry("a", event)], &[]).unwrap();
                }
            });
        }
    });

    let ledger = Ledger::open(&path).unwrap().ledger;
    assert_eq!(ledger.count(None).unwrap(), 40);
    assert_eq!(ledger.verify().unwrap(), Verdict::Intact);
}

#[test]
fn a_file_that_is_no_database_is_set_aside_and_kept() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("ledger.sqlite");
    fs::write(&path, b"no database, however long it may be".repeat(100)).unwrap();

    let opened = Ledger::open(&path).unwrap();

    assert!(opened.set_aside.is_some_and(|aside| aside.exists()));
    assert_eq!(opened.ledger.verify().unwrap(), Verdict::Intact);
}
