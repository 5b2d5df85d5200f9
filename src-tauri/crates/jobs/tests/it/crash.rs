//! What the next start finds when the program ended in the middle.

use std::sync::Arc;

use jobs::{ItemState, ItemsQuery, JobState};
use proptest::prelude::*;

use crate::service::{Fate, Service, job, name, on_disk};

#[tokio::test]
async fn a_job_that_was_killed_is_interrupted_and_resumes_by_looking_up_what_was_sent() {
    let folder = tempfile::tempdir().unwrap();
    let service = Arc::new(Service::new().fates(&[
        Fate::Done,
        Fate::Done,
        Fate::Done,
        Fate::Done,
        Fate::DieAfter,
    ]));
    let runner = on_disk(folder.path(), &service);
    let id = runner.start(job(&[("a", 9)])).await.unwrap();
    service.died.notified().await;
    drop(runner);

    let service = Arc::new(Service {
        done: std::mem::take(&mut *service.done.lock().unwrap()).into(),
        ..Service::new()
    });
    let runner = on_disk(folder.path(), &service);
    let found = runner.journal().job(id).unwrap().unwrap();
    assert_eq!(found.state, JobState::Interrupted);
    assert_eq!((found.counts.done, found.counts.sent), (3, 3));

    runner.resume(id).await.unwrap();
    let ended = runner.wait(id).await.unwrap();

    assert_eq!(ended.counts.done, 9);
    let looked_up = service.look_ups.lock().unwrap().clone();
    assert_eq!(looked_up, [["a3", "a4", "a5"]]);
    for at in 0..9 {
        assert_eq!(service.times(&format!("a{at}")), 1);
    }
}

#[tokio::test]
async fn what_cannot_be_looked_up_now_stays_and_is_looked_up_later() {
    let folder = tempfile::tempdir().unwrap();
    let service = Arc::new(Service::new().fates(&[Fate::DieAfter]));
    let runner = on_disk(folder.path(), &service);
    let id = runner.start(job(&[("a", 1)])).await.unwrap();
    service.died.notified().await;
    drop(runner);

    let service = Arc::new(Service {
        unreadable: true.into(),
        ..Service::new()
    });
    let runner = on_disk(folder.path(), &service);
    runner.resume(id).await.unwrap();
    let paused = runner.wait(id).await.unwrap();
    assert_eq!((paused.state, paused.counts.sent), (JobState::Paused, 1));
    assert!(service.requests.lock().unwrap().is_empty());

    *service.unreadable.lock().unwrap() = false;
    runner.resume(id).await.unwrap();
    assert_eq!(runner.wait(id).await.unwrap().counts.done, 1);
}

#[tokio::test]
async fn an_interrupted_job_that_is_cancelled_still_tells_what_came_of_its_requests() {
    let folder = tempfile::tempdir().unwrap();
    let service = Arc::new(Service::new().fates(&[Fate::Done, Fate::DieBefore]));
    let runner = on_disk(folder.path(), &service);
    let id = runner.start(job(&[("a", 6)])).await.unwrap();
    service.died.notified().await;
    drop(runner);
    service.under_way.lock().unwrap().0.clear();

    let runner = on_disk(folder.path(), &service);
    runner.cancel(id).await.unwrap();
    let ended = runner.wait(id).await.unwrap();

    assert_eq!(ended.state, JobState::Cancelled);
    assert_eq!((ended.counts.done, ended.counts.cancelled), (1, 5));
    assert_eq!(service.requests.lock().unwrap().len(), 1);
}

fn fate() -> impl Strategy<Value = Fate> {
    prop_oneof![
        12 => Just(Fate::Done),
        2 => Just(Fate::Already),
        2 => Just(Fate::Failed),
        1 => Just(Fate::Skipped),
        1 => Just(Fate::Unknown),
        2 => Just(Fate::Retry),
        1 => Just(Fate::Stop),
        2 => Just(Fate::DieBefore),
        2 => Just(Fate::DieAfter),
    ]
}

/// Runs the job to its end, with a new program after each death and a resume after each stop.
async fn to_the_end(
    lanes: &[(&str, u32)],
    fates: &[Fate],
    untold: &[String],
) -> (Vec<jobs::ItemRecord>, jobs::JobRecord, Arc<Service>) {
    let folder = tempfile::tempdir().unwrap();
    let service = Arc::new(Service::new().fates(fates));
    service.untold.lock().unwrap().extend_from_slice(untold);
    let mut runner = on_disk(folder.path(), &service);
    let id = runner.start(job(lanes)).await.unwrap();
    let mut last = 0;
    loop {
        let died = tokio::select! {
            () = service.died.notified() => true,
            stopped = runner.wait(id) => {
                stopped.unwrap();
                false
            }
        };
        if died {
            drop(runner);
            service.under_way.lock().unwrap().0.clear();
            runner = on_disk(folder.path(), &service);
        }
        let now = runner.journal().job(id).unwrap().unwrap();
        let counts = now.counts;
        assert_eq!(counts.total, lanes.iter().map(|lane| lane.1).sum::<u32>());
        assert!(
            now.sequence >= last,
            "the sequence never falls, over restarts too"
        );
        last = now.sequence;
        if now.state.is_over() {
            let items = runner.journal().items(id, &ItemsQuery::default()).unwrap();
            return (items, now, service);
        }
        runner.resume(id).await.unwrap();
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    /// However often the program dies, and wherever: each item is done once, or reported as what it is.
    #[test]
    fn every_item_is_done_exactly_once_or_reported(
        lanes in prop::collection::vec(1_u32..8, 1..7),
        fates in prop::collection::vec(fate(), 0..60),
        untold in prop::collection::vec((0_usize..7, 0_u32..8), 0..3),
    ) {
        let names: Vec<_> = (0..lanes.len()).map(|lane| format!("lane{lane}-")).collect();
        let lanes: Vec<_> = names.iter().map(String::as_str).zip(lanes).collect();
        let untold: Vec<_> = untold.iter().map(|(lane, at)| format!("lane{lane}-{at}")).collect();
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();

        let (items, job, service) = runtime.block_on(to_the_end(&lanes, &fates, &untold));

        prop_assert_eq!(job.state, JobState::Finished);
        prop_assert_eq!(job.counts.settled(), job.counts.total);
        for item in items {
            let times = service.times(&name(&item));
            match item.state {
                ItemState::Done => prop_assert_eq!(times, 1),
                ItemState::Already | ItemState::Failed | ItemState::Skipped => prop_assert_eq!(times, 0),
                ItemState::Unknown => prop_assert!(times <= 1),
                other => prop_assert!(false, "left {other:?}"),
            }
        }
    }
}
