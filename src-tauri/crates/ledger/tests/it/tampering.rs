//! Somebody writes to the file: any altered byte, any entry more or less is found.

use std::path::{Path, PathBuf};

use ledger::{Ledger, NewEntry, Verdict};
use proptest::prelude::*;
use rusqlite::Connection;
use rusqlite::types::Value as Cell;
use serde_json::{Value, json};

use crate::entry;

const COLUMNS: &[&str] = &[
    "number",
    "at",
    "by",
    "account",
    "group_id",
    "group_name",
    "event",
    "evidence",
    "facts",
    "once",
    "hash",
];

fn written(folder: &Path, entries: &[NewEntry]) -> PathBuf {
    let path = folder.join("ledger.sqlite");
    let ledger = Ledger::open(&path).unwrap().ledger;
    ledger.append(entries, &[]).unwrap();
    assert_eq!(ledger.verify().unwrap(), Verdict::Intact);
    path
}

fn numbered(count: usize) -> Vec<NewEntry> {
    (0..count)
        .map(|number| entry("a", json!({ "kind": "decided", "n": number })))
        .collect()
}

fn verdict_after(path: &Path, sql: &str) -> Verdict {
    Connection::open(path).unwrap().execute_batch(sql).unwrap();
    Ledger::open(path).unwrap().ledger.verify().unwrap()
}

#[test]
fn an_entry_that_is_taken_out_is_missed_wherever_it_was() {
    for (taken, found) in [(1, 1), (3, 3), (5, 5)] {
        let folder = tempfile::tempdir().unwrap();
        let path = written(folder.path(), &numbered(5));
        let sql = format!("DELETE FROM entries WHERE number = {taken}");
        assert_eq!(
            verdict_after(&path, &sql),
            Verdict::Broken { number: found }
        );
    }
}

#[test]
fn an_emptied_record_is_noticed() {
    let folder = tempfile::tempdir().unwrap();
    let path = written(folder.path(), &numbered(5));
    let verdict = verdict_after(&path, "DELETE FROM entries");
    assert_eq!(verdict, Verdict::Broken { number: 1 });
}

#[test]
fn entries_that_change_places_or_come_twice_are_noticed() {
    let folder = tempfile::tempdir().unwrap();
    let path = written(folder.path(), &numbered(5));
    let swap = "UPDATE entries SET number = -2 WHERE number = 2; \
                UPDATE entries SET number = 2 WHERE number = 3; \
                UPDATE entries SET number = 3 WHERE number = -2;";
    assert_eq!(verdict_after(&path, swap), Verdict::Broken { number: 2 });

    let folder = tempfile::tempdir().unwrap();
    let path = written(folder.path(), &numbered(5));
    let twice = "INSERT INTO entries (number, at, by, account, group_id, group_name, event, hash) \
                 SELECT 6, at, by, account, group_id, group_name, event, hash FROM entries \
                 WHERE number = 5;";
    assert_eq!(verdict_after(&path, twice), Verdict::Broken { number: 6 });
}

#[test]
fn a_head_that_was_tampered_with_is_noticed() {
    for sql in [
        "UPDATE head SET count = 4",
        "UPDATE head SET count = 6",
        "UPDATE head SET hash = upper(hash)",
        "DELETE FROM head",
    ] {
        let folder = tempfile::tempdir().unwrap();
        let path = written(folder.path(), &numbered(5));
        let verdict = verdict_after(&path, sql);
        assert!(
            matches!(verdict, Verdict::Broken { number: 5 | 6 }),
            "{sql}"
        );
    }
}

#[test]
fn writing_on_does_not_hide_what_was_done_to_the_record_before() {
    for (sql, found) in [
        ("UPDATE entries SET by = 'eve' WHERE number = 2", 2),
        ("DELETE FROM entries WHERE number = 5", 5),
        ("DELETE FROM entries", 1),
        ("DELETE FROM head", 6),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let path = written(folder.path(), &numbered(5));
        verdict_after(&path, sql);
        let ledger = Ledger::open(&path).unwrap().ledger;
        ledger.append(&numbered(1), &[]).unwrap();
        let verdict = ledger.verify().unwrap();
        assert_eq!(verdict, Verdict::Broken { number: found }, "{sql}");
    }
}

/// Anything that JSON can hold, a few levels deep.
fn anything() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        "\\PC{0,12}".prop_map(Value::from),
    ];
    leaf.prop_recursive(2, 8, 3, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..3).prop_map(Value::from),
            prop::collection::btree_map("\\PC{0,6}", inner, 0..3)
                .prop_map(|members| Value::Object(members.into_iter().collect())),
        ]
    })
}

fn new_entry() -> impl Strategy<Value = NewEntry> {
    let text = || "\\PC{0,16}";
    (
        0..4_000_000_000_i64,
        [text(), text(), text(), text()],
        anything(),
        prop::option::of(anything()),
        prop::option::of(anything()),
        prop::option::of("[a-z]{24}"),
    )
        .prop_map(|(at, texts, event, evidence, facts, once)| {
            let [by, account, group_id, group_name] = texts;
            NewEntry {
                at: jiff::Timestamp::from_second(at).unwrap(),
                by,
                account,
                group_id,
                group_name,
                event: json!({ "kind": "any", "value": event }),
                evidence,
                facts,
                once,
            }
        })
}

/// The cell with a bit of one of its bytes turned; an empty or missing one becomes something.
fn altered(cell: Cell, byte: usize, bit: u8) -> Cell {
    match cell {
        Cell::Integer(number) => Cell::Integer(number ^ (1 << (byte % 62))),
        Cell::Text(text) if !text.is_empty() => {
            let mut bytes = text.into_bytes();
            let place = byte % bytes.len();
            bytes[place] ^= 1 << (bit % 8);
            Cell::Blob(bytes)
        }
        _ => Cell::Blob(b"x".to_vec()),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn any_altered_byte_of_any_column_is_found(
        entries in prop::collection::vec(new_entry(), 1..8),
        row in any::<prop::sample::Index>(),
        column in 0..COLUMNS.len(),
        byte in any::<usize>(),
        bit in any::<u8>(),
    ) {
        let folder = tempfile::tempdir().unwrap();
        let path = written(folder.path(), &entries);
        let number = i64::try_from(row.index(entries.len())).unwrap() + 1;
        let column = COLUMNS[column];
        let connection = Connection::open(&path).unwrap();
        let sql = format!("SELECT {column} FROM entries WHERE number = ?1");
        let cell: Cell = connection.query_row(&sql, [number], |row| row.get(0)).unwrap();
        let new = altered(cell, byte, bit);
        // A text may be no UTF-8 any more.
        let kind = if column == "number" { "INTEGER" } else { "TEXT" };
        let sql = format!("UPDATE OR REPLACE entries SET {column} = CAST(?2 AS {kind}) WHERE number = ?1");
        connection.execute(&sql, rusqlite::params![number, new]).unwrap();
        drop(connection);

        let verdict = Ledger::open(&path).unwrap().ledger.verify().unwrap();

        let found = matches!(verdict, Verdict::Broken { number: at } if i64::from(at) <= number);
        prop_assert!(found, "{column} of {number}: {verdict:?}");
    }
}
