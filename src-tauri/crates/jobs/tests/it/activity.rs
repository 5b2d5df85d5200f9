//! The record of what was done.

use std::sync::Arc;

use jobs::{ActivityEntry, ActivityQuery, JobsQuery, NewJob};

use crate::service::{Fate, Service, in_memory, item, job, on_disk};

fn names(entries: &[ActivityEntry]) -> Vec<&str> {
    entries
        .iter()
        .map(|entry| entry.item.object.as_deref().unwrap())
        .collect()
}

#[tokio::test]
async fn the_last_that_was_done_comes_first_in_pages_over_all_jobs_and_starts() {
    let folder = tempfile::tempdir().unwrap();
    let service = Arc::new(Service::new());
    let runner = on_disk(folder.path(), &service);
    runner.run(job(&[("a", 3)])).await.unwrap();
    drop(runner);
    let runner = on_disk(folder.path(), &service);
    runner.run(job(&[("b", 2)])).await.unwrap();

    let page = |before| ActivityQuery {
        before,
        limit: 3,
        ..ActivityQuery::default()
    };
    let first = runner.journal().activity(&page(None)).unwrap();
    let second = runner
        .journal()
        .activity(&page(Some(first[2].cursor)))
        .unwrap();

    assert_eq!(names(&first), ["b1", "b0", "a2"]);
    assert_eq!(names(&second), ["a1", "a0"]);
    assert_eq!(first[0].job.kind, "addMembers");
}

#[tokio::test]
async fn the_record_of_one_group_has_nothing_of_others() {
    let runner = in_memory(&Arc::new(Service::new()));
    runner.run(job(&[("a", 2), ("b", 2)])).await.unwrap();
    let history = runner.journal().history_of("b", 10).unwrap();
    assert_eq!(names(&history), ["b1", "b0"]);
}

#[tokio::test]
async fn names_are_found_by_words_whatever_their_case_and_accents() {
    let runner = in_memory(&Arc::new(Service::new()));
    let mut named = item("a", "a0");
    named.subject_name = "Équipe Zoë".into();
    named.object_name = Some("田中 太郎".into());
    let job = NewJob {
        items: vec![named, item("a", "a1")],
        ..job(&[])
    };
    runner.run(job).await.unwrap();

    let find = |text: &str| {
        let query = ActivityQuery {
            text: Some(text.into()),
            ..ActivityQuery::default()
        };
        runner.journal().activity(&query).unwrap().len()
    };

    assert_eq!(find("zoe EQUIPE"), 1);
    assert_eq!(find("太郎"), 1);
    assert_eq!(find("zoe nobody"), 0);
    assert_eq!(find("%"), 0);
    assert_eq!(find(" "), 2);
}

#[tokio::test]
async fn what_was_cancelled_before_it_was_sent_was_not_done() {
    let service = Arc::new(Service::gated());
    let runner = in_memory(&service);
    let id = runner.start(job(&[("a", 9)])).await.unwrap();
    service.arrived.notified().await;
    runner.cancel(id).await.unwrap();
    service.let_through(1);
    runner.wait(id).await.unwrap();

    let activity = runner.journal().activity(&ActivityQuery::default());
    assert_eq!(names(&activity.unwrap()), ["a2", "a1", "a0"]);
}

#[tokio::test]
async fn forgetting_leaves_only_what_is_not_over() {
    let service = Arc::new(Service::new().fates(&[Fate::Done, Fate::Stop]));
    let runner = in_memory(&service);
    runner.run(job(&[("a", 1)])).await.unwrap();
    let stopped = runner.run(job(&[("b", 1)])).await.unwrap();

    assert_eq!(runner.journal().forget().unwrap(), 1);

    let left = runner.journal().jobs(&JobsQuery::default()).unwrap();
    assert_eq!(left.len(), 1);
    assert_eq!(left[0].1.id, stopped.job.id);
    assert!(runner.journal().history_of("a", 9).unwrap().is_empty());
}
