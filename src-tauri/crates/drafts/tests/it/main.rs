//! Drafts through the crate's public API, over real files.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs;
use std::path::Path;

use drafts::{Drafts, DraftsError, NewFile, State};
use jiff::Timestamp;
use serde_json::json;

fn at(second: i64) -> Timestamp {
    Timestamp::from_second(second).unwrap()
}

fn opened(path: &Path) -> Drafts {
    Drafts::open(path).unwrap().drafts
}

fn file(id: &str) -> NewFile {
    NewFile {
        id: id.into(),
        name: "plan.pdf".into(),
        content_type: "application/pdf".into(),
        bytes: vec![7; 1000],
    }
}

#[test]
fn what_was_written_is_there_after_another_start_with_its_files() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.drafts.sqlite");
    let drafts = opened(&path);
    drafts.save("1", "g", &json!({ "body": "Hello" }), at(1)).unwrap();
    drafts.attach("1", &file("f"), at(2)).unwrap();
    drafts.attach("1", &file("g"), at(3)).unwrap();
    drafts.detach("1", "g", at(4)).unwrap();
    drafts.save("2", "g", &json!({}), at(3)).unwrap();
    drop(drafts);

    let all = opened(&path).all().unwrap();

    assert_eq!(all.iter().map(|draft| draft.id.as_str()).collect::<Vec<_>>(), ["1", "2"]);
    assert_eq!((all[0].content["body"].as_str(), all[0].changed), (Some("Hello"), at(4)));
    assert_eq!(all[0].files.len(), 1);
    assert_eq!(all[0].files[0].size, 1000);
    assert_eq!(opened(&path).bytes("1", "f").unwrap().unwrap().len(), 1000);
}

#[test]
fn what_was_being_sent_at_a_crash_may_have_arrived_and_is_not_sent_again() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.drafts.sqlite");
    let drafts = opened(&path);
    drafts.save("1", "g", &json!({}), at(1)).unwrap();
    drafts.begin_sending("1", at(2)).unwrap();
    assert!(matches!(drafts.begin_sending("1", at(2)), Err(DraftsError::OnItsWay)));
    drop(drafts);

    let drafts = opened(&path);

    assert_eq!(drafts.get("1").unwrap().state, State::Unknown { since: at(2) });
    assert!(matches!(drafts.begin_sending("1", at(3)), Err(DraftsError::OnItsWay)));
    let saved = drafts.save("1", "g", &json!({}), at(3));
    assert!(matches!(saved, Err(DraftsError::OnItsWay)));
    drafts.settle("1", &State::Failed { error: json!("lost") }).unwrap();
    assert!(drafts.begin_sending("1", at(4)).is_ok());
}

#[test]
fn what_is_thrown_away_takes_its_files_along() {
    let drafts = Drafts::in_memory().unwrap();
    drafts.save("1", "g", &json!({}), at(1)).unwrap();
    drafts.attach("1", &file("f"), at(1)).unwrap();

    drafts.remove("1").unwrap();

    assert_eq!(drafts.bytes("1", "f").unwrap(), None);
    assert!(matches!(drafts.get("1"), Err(DraftsError::NoSuchDraft)));
    assert!(matches!(drafts.settle("1", &State::Writing), Err(DraftsError::NoSuchDraft)));
}

#[test]
fn a_damaged_file_is_set_aside_and_kept() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.drafts.sqlite");
    fs::write(&path, "no database at all, and long enough to be looked at").unwrap();

    let opened = Drafts::open(&path).unwrap();

    assert!(opened.set_aside.unwrap().exists());
    assert_eq!(opened.drafts.all().unwrap(), []);
}
