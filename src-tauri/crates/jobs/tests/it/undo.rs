//! Undoing: what is claimed, marked and given back.

use std::sync::Arc;

use jobs::{ItemIndex, ItemRef, JobId, JournalError, NewItem, NewJob, Runner};

use crate::service::{Fate, Service, in_memory, item, job};

fn undo_of(id: JobId, count: u32) -> NewJob {
    let undoing = |at| NewItem {
        undoes: Some(ItemRef {
            job: id,
            item: ItemIndex(at),
        }),
        ..item("a", &format!("not a{at}"))
    };
    NewJob {
        undo_of: Some(id),
        items: (0..count).map(undoing).collect(),
        ..job(&[])
    }
}

fn undone(runner: &Runner, id: JobId) -> Vec<Option<JobId>> {
    let items = runner
        .journal()
        .items(id, &jobs::ItemsQuery::default())
        .unwrap();
    items.iter().map(|item| item.undone_by).collect()
}

#[tokio::test]
async fn what_was_undone_says_by_which_job_and_what_could_not_be_can_be_tried_again() {
    let service = Arc::new(Service::new().fates(&[
        Fate::Done,
        Fate::Done,
        Fate::Done,
        Fate::Done,
        Fate::Failed,
        Fate::Skipped,
    ]));
    let runner = in_memory(&service);
    let first = runner.run(job(&[("a", 3)])).await.unwrap().job.id;

    let undo = runner.run(undo_of(first, 3)).await.unwrap().job;

    assert_eq!(undo.undo_of, Some(first));
    assert_eq!(undone(&runner, first), [Some(undo.id), None, None]);
}

#[tokio::test]
async fn an_undo_that_was_asked_for_twice_happens_once() {
    let service = Arc::new(Service::gated());
    let runner = in_memory(&service);
    service.let_through(1);
    let first = runner.run(job(&[("a", 1)])).await.unwrap().job.id;
    let undo = runner.start(undo_of(first, 1)).await.unwrap();

    let again = runner.start(undo_of(first, 1)).await.unwrap_err();

    assert!(matches!(again, JournalError::AlreadyUndone(_)), "{again}");
    service.let_through(1);
    runner.wait(undo).await.unwrap();
    assert_eq!(service.times("not a0"), 1);
    let jobs = runner.journal().jobs(&jobs::JobsQuery::default()).unwrap();
    assert_eq!(jobs.len(), 2, "the second undo was never put down");
}

#[tokio::test]
async fn a_cancelled_undo_gives_back_what_it_had_not_begun() {
    let service = Arc::new(Service::gated());
    let runner = in_memory(&service);
    service.let_through(2);
    let first = runner.run(job(&[("a", 4)])).await.unwrap().job.id;
    service.arrived.notified().await;
    let undo = runner.start(undo_of(first, 4)).await.unwrap();
    service.arrived.notified().await;

    runner.cancel(undo).await.unwrap();
    service.let_through(1);
    runner.wait(undo).await.unwrap();

    let by = Some(undo);
    assert_eq!(undone(&runner, first), [by, by, by, None]);
}
