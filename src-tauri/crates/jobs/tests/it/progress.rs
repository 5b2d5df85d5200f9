//! What is told of running jobs.

use std::sync::Arc;
use std::time::Duration;

use jobs::{Asked, JobProgress, JobState, Waiting};
use tokio::sync::broadcast::Receiver;

use crate::service::{Service, in_memory, job};

fn told(progress: &mut Receiver<JobProgress>) -> Vec<JobProgress> {
    std::iter::from_fn(|| progress.try_recv().ok()).collect()
}

#[tokio::test]
async fn progress_rises_adds_up_and_ends_with_the_end() {
    let service = Arc::new(Service::new());
    let runner = in_memory(&service);
    let mut progress = runner.subscribe();

    let ran = runner.run(job(&[("a", 90), ("b", 60)])).await.unwrap();

    let told = told(&mut progress);
    assert!(
        told.len() < 50,
        "{} messages, one for each request",
        told.len()
    );
    assert!(told.windows(2).all(|two| two[0].sequence < two[1].sequence));
    assert!(
        told.windows(2)
            .all(|two| two[0].counts.done <= two[1].counts.done)
    );
    assert!(told.iter().all(|told| told.counts.total == 150));
    let last = told.last().unwrap();
    assert_eq!(
        (last.state, last.counts),
        (JobState::Finished, ran.job.counts)
    );
    assert_eq!(last.sequence, ran.job.sequence);
}

#[tokio::test]
async fn a_service_that_asks_to_wait_is_told_of_and_so_is_a_pause_that_waits_for_it() {
    let service = Arc::new(Service {
        wait: Some(Duration::from_millis(29_500)),
        ..Service::gated()
    });
    let runner = in_memory(&service);
    let mut progress = runner.subscribe();
    let id = runner.start(job(&[("a", 2), ("b", 3)])).await.unwrap();

    let all_wait = Waiting {
        seconds: 30,
        items: 5,
    };
    while progress.recv().await.unwrap().waiting != Some(all_wait) {}

    runner.pause(id);
    while progress.recv().await.unwrap().asked != Some(Asked::Pause) {}

    service.let_through(2);
    runner.wait(id).await.unwrap();
    let last = told(&mut progress).pop().unwrap();
    assert_eq!((last.waiting, last.asked), (None, None));
}
