//! What becomes of items that the service turns away for a time.

use std::sync::Arc;
use std::time::Duration;

use jobs::{ItemState, JobState, Options};
use tokio::time::Instant;

use crate::service::{Fate, Service, in_memory, job, on_disk};

const MINUTE: Duration = Duration::from_secs(60);

#[tokio::test(start_paused = true)]
async fn the_others_of_the_lane_go_on_and_those_turned_away_follow_together() {
    let service = Service::new().fates(&[Fate::Done, Fate::Later, Fate::Done, Fate::Later]);
    let service = Arc::new(service);
    let began = Instant::now();

    let ran = in_memory(&service).run(job(&[("a", 7)])).await.unwrap();

    let requests = service.requests.lock().unwrap().clone();
    let expected: [&[&str]; 4] = [
        &["a0", "a1", "a2"],
        &["a3", "a4", "a5"],
        &["a6"],
        &["a1", "a3"],
    ];
    assert_eq!(requests, expected);
    assert_eq!(ran.job.counts.done, 7);
    let took = began.elapsed();
    assert!(took >= MINUTE && took < 2 * MINUTE, "one wait: {took:?}");
    assert!((0..7).all(|at| service.times(&format!("a{at}")) == 1));
}

#[tokio::test(start_paused = true)]
async fn a_service_that_turns_all_away_is_left_alone() {
    let service = Arc::new(Service::new().fates(&[Fate::Later; 3]));
    let began = Instant::now();

    let ran = in_memory(&service).run(job(&[("a", 6)])).await.unwrap();

    let requests = service.requests.lock().unwrap().clone();
    let expected: [&[&str]; 3] = [
        &["a0", "a1", "a2"],
        &["a0", "a1", "a2"],
        &["a3", "a4", "a5"],
    ];
    assert_eq!(requests, expected);
    assert_eq!(ran.job.counts.done, 6);
    assert!(began.elapsed() >= MINUTE);
}

#[tokio::test(start_paused = true)]
async fn an_item_that_is_turned_away_for_ever_is_failed() {
    let patience = Options::default().patience;
    let fates = vec![Fate::Later; patience as usize];
    let service = Arc::new(Service::new().fates(&fates));

    let ran = in_memory(&service).run(job(&[("a", 1)])).await.unwrap();

    assert_eq!(ran.items[0].state, ItemState::Failed);
    assert_eq!(ran.items[0].attempts, patience);
    let outcome = ran.items[0].outcome.clone().unwrap();
    assert_eq!(outcome.code.as_deref(), Some("throttled"));
}

#[tokio::test(start_paused = true)]
async fn a_wait_is_told_and_ends_when_the_job_is_paused() {
    let service = Arc::new(Service::new().fates(&[Fate::Later]));
    let runner = in_memory(&service);
    let mut progress = runner.subscribe();
    let began = Instant::now();
    let id = runner.start(job(&[("a", 2)])).await.unwrap();
    let waiting = loop {
        if let Some(waiting) = progress.recv().await.unwrap().waiting {
            break waiting;
        }
    };
    assert_eq!((waiting.items, waiting.seconds), (1, 60));

    runner.pause(id);
    let paused = runner.wait(id).await.unwrap();

    assert_eq!(paused.state, JobState::Paused);
    assert_eq!((paused.counts.done, paused.counts.planned), (1, 1));
    assert!(began.elapsed() < MINUTE, "nobody waits for the service");
}

#[tokio::test]
async fn what_waits_when_the_program_ends_is_planned_on_the_disk() {
    let folder = tempfile::tempdir().unwrap();
    let service = Arc::new(Service::new().fates(&[Fate::Later]));
    let runner = on_disk(folder.path(), &service);
    let mut progress = runner.subscribe();
    let id = runner.start(job(&[("a", 2)])).await.unwrap();
    while progress.recv().await.unwrap().waiting.is_none() {}
    drop(runner);

    let runner = on_disk(folder.path(), &service);
    runner.resume(id).await.unwrap();
    let job = runner.wait(id).await.unwrap();

    assert_eq!((job.state, job.counts.done), (JobState::Finished, 2));
    assert_eq!((service.times("a0"), service.times("a1")), (1, 1));
}
