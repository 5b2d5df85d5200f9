//! How jobs run, pause, stop and end.

use std::sync::Arc;

use jobs::{Counts, ItemState, ItemsQuery, JobState, JournalError, NewJob, Settled, StopReason};

use crate::service::{Fate, Service, in_memory, job, on_disk};

#[tokio::test]
async fn items_of_a_lane_are_sent_in_their_order_in_chunks() {
    let service = Arc::new(Service::new());

    let ran = in_memory(&service).run(job(&[("a", 7)])).await.unwrap();

    let requests = service.requests.lock().unwrap().clone();
    assert_eq!(
        requests,
        [vec!["a0", "a1", "a2"], vec!["a3", "a4", "a5"], vec!["a6"]]
    );
    assert_eq!(ran.job.state, JobState::Finished);
    assert_eq!(ran.job.counts.done, 7);
    let outcome = ran.items[6].outcome.clone().unwrap();
    assert_eq!(outcome.request_id.as_deref(), Some("request of a6"));
}

#[tokio::test]
async fn four_requests_are_under_way_at_most_over_all_jobs() {
    let service = Arc::new(Service::gated());
    let runner = in_memory(&service);
    let first = runner
        .start(job(&[("a", 2), ("b", 2), ("c", 2), ("d", 2), ("e", 2)]))
        .await
        .unwrap();
    let second = runner.start(job(&[("f", 2), ("g", 2)])).await.unwrap();
    while service.under_way.lock().unwrap().0.len() < 4 {
        service.arrived.notified().await;
    }

    service.let_through(100);
    runner.wait(first).await.unwrap();
    runner.wait(second).await.unwrap();

    assert_eq!(service.under_way.lock().unwrap().1, 4);
    assert_eq!(service.done.lock().unwrap().len(), 14);
}

#[tokio::test]
async fn two_jobs_never_change_one_group_at_once() {
    let service = Arc::new(Service::new());
    let runner = in_memory(&service);
    let mut ids = Vec::new();
    for _ in 0..5 {
        ids.push(runner.start(job(&[("a", 9), ("b", 9)])).await.unwrap());
    }
    for id in ids {
        // The service itself refuses a second request of a lane.
        assert_eq!(runner.wait(id).await.unwrap().state, JobState::Finished);
    }
    assert_eq!(service.times("a0"), 5);
}

#[tokio::test]
async fn a_paused_job_finishes_what_is_under_way_and_goes_on_when_resumed() {
    let service = Arc::new(Service::gated());
    let runner = in_memory(&service);
    let id = runner.start(job(&[("a", 9)])).await.unwrap();
    service.arrived.notified().await;

    runner.pause(id);
    service.let_through(1);
    let paused = runner.wait(id).await.unwrap();

    assert_eq!(paused.state, JobState::Paused);
    assert_eq!((paused.counts.done, paused.counts.planned), (3, 6));
    assert_eq!(paused.stopped, None, "it did not stop by itself");

    service.let_through(2);
    runner.resume(id).await.unwrap();
    assert_eq!(runner.wait(id).await.unwrap().counts.done, 9);
    assert!(service.look_ups.lock().unwrap().is_empty());
}

#[tokio::test]
async fn a_pause_can_be_taken_back_before_it_comes_about() {
    let service = Arc::new(Service::gated());
    let runner = in_memory(&service);
    let id = runner.start(job(&[("a", 9)])).await.unwrap();
    service.arrived.notified().await;

    runner.pause(id);
    runner.resume(id).await.unwrap();
    service.let_through(3);

    assert_eq!(runner.wait(id).await.unwrap().state, JobState::Finished);
}

#[tokio::test]
async fn a_cancelled_job_finishes_what_is_under_way_and_sends_nothing_more() {
    let service = Arc::new(Service::gated());
    let runner = in_memory(&service);
    let id = runner.start(job(&[("a", 9)])).await.unwrap();
    service.arrived.notified().await;

    runner.cancel(id).await.unwrap();
    service.let_through(9);
    let ended = runner.wait(id).await.unwrap();

    assert_eq!(ended.state, JobState::Cancelled);
    assert_eq!((ended.counts.done, ended.counts.cancelled), (3, 6));
    assert!(ended.ended_at.is_some());
    assert_eq!(service.requests.lock().unwrap().len(), 1);
    let again = runner.resume(id).await.unwrap_err();
    assert!(matches!(again, JournalError::Over(_)), "{again}");
}

#[tokio::test]
async fn what_concerns_the_whole_job_stops_it_with_the_reason_and_costs_no_item() {
    let service = Arc::new(Service::new().fates(&[Fate::Done, Fate::Stop, Fate::Stop]));
    let runner = in_memory(&service);

    let stopped = runner.run(job(&[("a", 6)])).await.unwrap();

    assert_eq!(stopped.job.state, JobState::Paused);
    assert_eq!(stopped.job.stopped.unwrap().reason, StopReason::Offline);
    assert_eq!(stopped.items[1].state, ItemState::Planned);

    runner.resume(stopped.job.id).await.unwrap();
    let ended = runner.wait(stopped.job.id).await.unwrap();
    assert_eq!((ended.state, ended.stopped), (JobState::Finished, None));
    assert_eq!(ended.counts.done, 6);
    assert_eq!(service.times("a0"), 1, "what was done is not sent again");
}

#[tokio::test]
async fn one_item_that_fails_costs_only_itself() {
    let service = Arc::new(Service::new().fates(&[
        Fate::Failed,
        Fate::Already,
        Fate::Skipped,
        Fate::Unknown,
    ]));

    let ran = in_memory(&service).run(job(&[("a", 5)])).await.unwrap();

    let expected = Counts {
        total: 5,
        done: 1,
        already: 1,
        failed: 1,
        unknown: 1,
        skipped: 1,
        ..Counts::default()
    };
    assert_eq!(ran.job.counts, expected);
    assert_eq!(ran.job.state, JobState::Finished);
    let codes: Vec<_> = ran
        .items
        .iter()
        .map(|item| item.outcome.clone().and_then(|outcome| outcome.code))
        .collect();
    assert_eq!(codes[0].as_deref(), Some("refused"));
    assert_eq!(codes[2].as_deref(), Some("noLongerFits"));
}

#[tokio::test]
async fn what_may_be_sent_again_is_and_fails_after_five_times() {
    let once = Arc::new(Service::new().fates(&[Fate::Retry]));
    let ran = in_memory(&once).run(job(&[("a", 1)])).await.unwrap();
    assert_eq!((ran.job.counts.done, ran.items[0].attempts), (1, 2));

    let always = Arc::new(Service::new().fates(&[Fate::Retry; 9]));
    let ran = in_memory(&always).run(job(&[("a", 1)])).await.unwrap();
    assert_eq!((ran.job.counts.failed, ran.items[0].attempts), (1, 5));
}

#[tokio::test]
async fn a_job_without_items_is_over_at_once() {
    let ran = in_memory(&Arc::new(Service::new()))
        .run(NewJob::default())
        .await
        .unwrap();
    assert_eq!(ran.job.state, JobState::Finished);
}

#[tokio::test]
async fn closing_the_program_waits_for_what_is_under_way_and_the_next_start_goes_on() {
    let folder = tempfile::tempdir().unwrap();
    let service = Arc::new(Service::gated());
    let runner = on_disk(folder.path(), &service);
    let id = runner.start(job(&[("a", 9)])).await.unwrap();
    service.arrived.notified().await;

    service.let_through(1);
    runner.pause_all().await;
    assert!(runner.running().is_empty());
    drop(runner);

    let runner = on_disk(folder.path(), &service);
    let unfinished = runner.journal().unfinished().unwrap();
    assert_eq!(unfinished.len(), 1);
    assert_eq!(unfinished[0].state, JobState::Interrupted);
    assert_eq!(unfinished[0].counts.sent, 0, "nothing is left to look up");
    service.let_through(9);
    runner.resume(id).await.unwrap();
    assert_eq!(runner.wait(id).await.unwrap().counts.done, 9);
}

#[tokio::test]
async fn an_executor_that_forgets_an_item_or_panics_stops_the_job_and_the_item_is_looked_up() {
    use async_trait::async_trait;
    use jobs::{
        Clock, Executor, ItemRecord, JobRecord, Journal, LookedUp, Options, Progress, Runner,
    };

    struct Careless(std::sync::atomic::AtomicU32);
    #[async_trait]
    impl Executor for Careless {
        fn chunk(&self, _items: &[ItemRecord]) -> usize {
            2
        }
        async fn send(
            &self,
            _job: &JobRecord,
            _items: &[ItemRecord],
            _progress: &dyn Progress,
        ) -> Vec<Settled> {
            match self.0.fetch_add(1, std::sync::atomic::Ordering::SeqCst) {
                0 => vec![Settled::Already],
                1 => panic!("careless"),
                _ => vec![Settled::done(None); 2],
            }
        }
        async fn look_up(&self, _job: &JobRecord, items: &[ItemRecord]) -> Vec<LookedUp> {
            vec![LookedUp::NotDone; items.len()]
        }
    }
    let runner = Runner::new(
        Arc::new(Journal::in_memory().unwrap()),
        Arc::new(Careless(0.into())),
        Clock::default(),
        Options::default(),
    );

    let ran = runner.run(job(&[("a", 2)])).await.unwrap();
    assert_eq!(ran.job.state, JobState::Paused);
    assert_eq!(ran.items[1].state, ItemState::Sent);

    let id = ran.job.id;
    runner.resume(id).await.unwrap();
    assert_eq!(runner.wait(id).await.unwrap().state, JobState::Interrupted);

    runner.resume(id).await.unwrap();
    let ended = runner.wait(id).await.unwrap();
    assert_eq!((ended.counts.already, ended.counts.done), (1, 1));
}

#[tokio::test]
async fn ten_thousand_items_of_ten_thousand_groups_are_all_done() {
    let lanes: Vec<_> = (0..10_000).map(|lane| format!("lane {lane} ")).collect();
    let lanes: Vec<_> = lanes.iter().map(|lane| (lane.as_str(), 1)).collect();
    let service = Arc::new(Service::new());
    let runner = in_memory(&service);

    let id = runner.start(job(&lanes)).await.unwrap();
    let ended = runner.wait(id).await.unwrap();

    assert_eq!(ended.counts.done, 10_000);
    assert!(service.under_way.lock().unwrap().1 <= 4);
    let page = ItemsQuery {
        from: jobs::ItemIndex(9_990),
        ..ItemsQuery::default()
    };
    assert_eq!(runner.journal().items(id, &page).unwrap().len(), 10);
}
