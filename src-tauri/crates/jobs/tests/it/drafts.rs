//! What is being written, through closing and opening the file.

use std::path::Path;

use jiff::Timestamp;
use jobs::{DraftFile, DraftStage, Journal};

fn at(second: i64) -> Timestamp {
    Timestamp::from_second(second).unwrap()
}

fn journal(path: &Path) -> Journal {
    Journal::open(path).unwrap().journal
}

fn file(id: &str) -> DraftFile {
    DraftFile {
        id: id.into(),
        name: format!("{id}.pdf"),
        content_type: "application/pdf".into(),
        size: 3,
    }
}

#[test]
fn what_was_written_is_there_after_the_program_ended_with_its_files() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("account.sqlite");
    {
        let journal = journal(&path);
        assert!(journal.save_draft("a", "g", "first", at(1)).unwrap());
        assert!(journal.attach("a", &file("one"), b"abc").unwrap());
        assert!(journal.attach("a", &file("two"), b"def").unwrap());
        assert!(journal.save_draft("a", "g", "second", at(2)).unwrap());
        assert!(journal.save_draft("b", "h", "other", at(3)).unwrap());
    }
    let journal = journal(&path);
    let drafts = journal.drafts(Some("g")).unwrap();
    assert_eq!(drafts.len(), 1);
    assert_eq!(
        (drafts[0].content.as_str(), drafts[0].changed),
        ("second", at(2))
    );
    assert_eq!(drafts[0].stage, DraftStage::Writing);
    assert_eq!(drafts[0].files, [file("one"), file("two")]);
    assert_eq!(journal.draft_bytes("a").unwrap(), [b"abc", b"def"]);
    assert_eq!(
        journal.drafts(None).unwrap()[0].id,
        "b",
        "the last changed first"
    );
}

#[test]
fn what_was_being_sent_when_the_program_ended_may_have_been_sent() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("account.sqlite");
    {
        let journal = journal(&path);
        journal.save_draft("a", "g", "text", at(1)).unwrap();
        assert!(journal.begin_sending("a", at(5)).unwrap().is_some());
    }
    let draft = journal(&path).draft("a").unwrap().unwrap();
    assert_eq!(draft.stage, DraftStage::Unknown { since: at(5) });
}

#[test]
fn what_is_on_its_way_cannot_be_changed_and_is_sent_once() {
    let journal = Journal::in_memory().unwrap();
    journal.save_draft("a", "g", "text", at(1)).unwrap();
    journal.attach("a", &file("one"), b"abc").unwrap();

    assert!(journal.begin_sending("a", at(2)).unwrap().is_some());

    assert!(journal.begin_sending("a", at(3)).unwrap().is_none());
    assert!(!journal.save_draft("a", "g", "changed", at(3)).unwrap());
    assert!(!journal.attach("a", &file("two"), b"def").unwrap());
    assert!(!journal.detach("a", "one").unwrap());
    assert!(!journal.remove_draft("a").unwrap());
    let draft = journal.draft("a").unwrap().unwrap();
    assert_eq!((draft.content.as_str(), draft.files.len()), ("text", 1));
}

#[test]
fn what_was_not_sent_can_be_changed_and_sent_again() {
    let journal = Journal::in_memory().unwrap();
    journal.save_draft("a", "g", "text", at(1)).unwrap();
    journal.begin_sending("a", at(2)).unwrap();
    let failed = DraftStage::Failed {
        error: "locked".into(),
    };
    journal.set_draft_stage("a", &failed).unwrap();
    assert_eq!(journal.draft("a").unwrap().unwrap().stage, failed);

    assert!(journal.save_draft("a", "g", "better", at(3)).unwrap());
    assert!(journal.begin_sending("a", at(4)).unwrap().is_some());
    let accepted = DraftStage::Accepted { since: at(4) };
    journal.set_draft_stage("a", &accepted).unwrap();
    assert!(journal.begin_sending("a", at(5)).unwrap().is_none());
    assert!(journal.remove_draft("a").unwrap(), "it is delivered");
    assert!(journal.drafts(None).unwrap().is_empty());
    assert!(journal.draft_bytes("a").unwrap().is_empty());
}
