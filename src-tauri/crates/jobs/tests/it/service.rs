//! A service of named things that are there or not, and an executor that speaks to it.

use std::collections::{BTreeMap, VecDeque};
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use async_trait::async_trait;
use futures::future::pending;
use jobs::{
    Clock, Executor, ItemRecord, JobRecord, Journal, LookedUp, NewItem, NewJob, Options, Outcome,
    Progress, Runner, Settled, StopReason,
};
use serde_json::json;
use tokio::sync::{Notify, Semaphore};

/// What a request comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fate {
    Done,
    Already,
    Failed,
    Skipped,
    Retry,
    /// Turned away for a minute.
    Later,
    /// Nothing was done, and nothing can be now.
    Stop,
    /// It was done, and neither the answer nor a later reading tells.
    Unknown,
    /// The program ends before anything is done.
    DieBefore,
    /// It is done, and the program ends before the answer.
    DieAfter,
}

/// The service: how often each item was done, and what happens to the next requests.
#[derive(Default)]
pub(crate) struct Service {
    /// How often each item was done.
    pub(crate) done: Mutex<BTreeMap<String, u32>>,
    /// The items of every request, in the order in which they were sent.
    pub(crate) requests: Mutex<Vec<Vec<String>>>,
    /// Fates of the items to come; done when there is none.
    pub(crate) fates: Mutex<VecDeque<Fate>>,
    /// Items that a reading does not tell about.
    pub(crate) untold: Mutex<Vec<String>>,
    /// Requests under way by lane, and the most that ever were.
    pub(crate) under_way: Mutex<(Vec<String>, usize)>,
    /// How often something was looked up.
    pub(crate) look_ups: Mutex<Vec<Vec<String>>>,
    /// Rings when the program shall end.
    pub(crate) died: Notify,
    /// When set, each request waits for a permit.
    pub(crate) gate: Option<Semaphore>,
    /// Rings when a request has arrived.
    pub(crate) arrived: Notify,
    /// How many items go in one request.
    pub(crate) chunk: usize,
    /// What the service asks to wait before each request.
    pub(crate) wait: Option<Duration>,
    /// Whether a reading is possible now.
    pub(crate) unreadable: Mutex<bool>,
}

impl Service {
    pub(crate) fn new() -> Self {
        Self {
            chunk: 3,
            ..Self::default()
        }
    }

    pub(crate) fn gated() -> Self {
        Self {
            gate: Some(Semaphore::new(0)),
            ..Self::new()
        }
    }

    pub(crate) fn fates(self, fates: &[Fate]) -> Self {
        self.fates.lock().unwrap().extend(fates);
        self
    }

    pub(crate) fn let_through(&self, requests: usize) {
        self.gate.as_ref().unwrap().add_permits(requests);
    }

    pub(crate) fn times(&self, item: &str) -> u32 {
        self.done.lock().unwrap().get(item).copied().unwrap_or(0)
    }

    async fn item(&self, name: &str) -> Settled {
        let fate = self.fates.lock().unwrap().pop_front();
        match fate.unwrap_or(Fate::Done) {
            Fate::Done => {
                self.do_it(name);
                Settled::done(Some(format!("request of {name}")))
            }
            Fate::Already => Settled::Already,
            Fate::Failed => Settled::Failed(Outcome::of("refused")),
            Fate::Skipped => Settled::Skipped(Outcome::of("noLongerFits")),
            Fate::Retry => Settled::Retry(Outcome::of("busy")),
            Fate::Later => Settled::Later {
                after: Duration::from_secs(60),
                outcome: Outcome::of("throttled"),
            },
            Fate::Stop => Settled::Stop(StopReason::Offline, Outcome::of("offline")),
            Fate::Unknown => {
                self.do_it(name);
                Settled::Unknown(Outcome::of("unknown"))
            }
            Fate::DieBefore => self.die().await,
            Fate::DieAfter => {
                self.do_it(name);
                self.die().await
            }
        }
    }

    fn do_it(&self, name: &str) {
        *self
            .done
            .lock()
            .unwrap()
            .entry(name.to_owned())
            .or_default() += 1;
    }

    async fn die(&self) -> Settled {
        self.died.notify_one();
        pending().await
    }

    fn enter(&self, lane: &str) {
        let mut under_way = self.under_way.lock().unwrap();
        assert!(
            !under_way.0.iter().any(|other| other == lane),
            "two requests of lane {lane} are under way"
        );
        under_way.0.push(lane.to_owned());
        under_way.1 = under_way.1.max(under_way.0.len());
    }

    fn leave(&self, lane: &str) {
        self.under_way
            .lock()
            .unwrap()
            .0
            .retain(|other| other != lane);
    }
}

pub(crate) fn name(item: &ItemRecord) -> String {
    item.op["name"].as_str().unwrap().to_owned()
}

#[async_trait]
impl Executor for Service {
    fn chunk(&self, items: &[ItemRecord]) -> usize {
        self.chunk.min(items.len())
    }

    async fn send(
        &self,
        _job: &JobRecord,
        items: &[ItemRecord],
        progress: &dyn Progress,
    ) -> Vec<Settled> {
        let lane = items[0].lane.clone();
        self.enter(&lane);
        self.requests
            .lock()
            .unwrap()
            .push(items.iter().map(name).collect());
        if let Some(wait) = self.wait {
            progress.waiting(wait, u32::try_from(items.len()).unwrap());
        }
        self.arrived.notify_one();
        if let Some(gate) = &self.gate {
            gate.acquire().await.unwrap().forget();
        }
        // The others get a chance to be sent while this one is.
        tokio::task::yield_now().await;
        let mut settled = Vec::new();
        for item in items {
            settled.push(self.item(&name(item)).await);
        }
        self.leave(&lane);
        settled
    }

    async fn look_up(&self, _job: &JobRecord, items: &[ItemRecord]) -> Vec<LookedUp> {
        self.look_ups
            .lock()
            .unwrap()
            .push(items.iter().map(name).collect());
        if *self.unreadable.lock().unwrap() {
            let stop = || LookedUp::Stop(StopReason::Offline, Outcome::of("offline"));
            return items.iter().map(|_| stop()).collect();
        }
        let untold = self.untold.lock().unwrap();
        let tell = |name: String| match self.times(&name) {
            _ if untold.contains(&name) => LookedUp::Unknown(Outcome::of("unknown")),
            0 => LookedUp::NotDone,
            _ => LookedUp::Done {
                after: None,
                subject: None,
            },
        };
        items.iter().map(name).map(tell).collect()
    }
}

pub(crate) fn item(lane: &str, name: &str) -> NewItem {
    NewItem {
        op: json!({ "name": name }),
        subject: lane.to_owned(),
        subject_name: format!("Group {lane}"),
        object: Some(name.to_owned()),
        object_name: Some(format!("Person {name}")),
        lane: lane.to_owned(),
        ..NewItem::default()
    }
}

/// A job whose items are named by lane and number: `a0, a1, b0, …`.
pub(crate) fn job(lanes: &[(&str, u32)]) -> NewJob {
    let items = lanes
        .iter()
        .flat_map(|(lane, count)| (0..*count).map(move |at| item(lane, &format!("{lane}{at}"))));
    NewJob {
        kind: "addMembers".into(),
        title: json!("A job"),
        items: items.collect(),
        ..NewJob::default()
    }
}

pub(crate) fn runner(journal: Journal, service: &Arc<Service>) -> Runner {
    Runner::new(
        Arc::new(journal),
        service.clone(),
        Clock::new(|| "2026-11-24T09:00:00Z".parse().unwrap()),
        Options::default(),
    )
}

pub(crate) fn in_memory(service: &Arc<Service>) -> Runner {
    runner(Journal::in_memory().unwrap(), service)
}

pub(crate) fn on_disk(folder: &Path, service: &Arc<Service>) -> Runner {
    let opened = Journal::open(&folder.join("account.jobs.sqlite")).unwrap();
    assert_eq!(opened.set_aside, None);
    runner(opened.journal, service)
}
