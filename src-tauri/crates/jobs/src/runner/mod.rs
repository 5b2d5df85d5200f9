//! Running jobs: what can be asked of them. How they run is in [`drive`].

mod active;
mod changes;
mod clock;
mod drive;
mod held;
mod lanes;
mod report;

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use futures::future::join_all;
use tokio::sync::{Semaphore, broadcast};

use crate::{
    Asked, Executor, ItemRecord, ItemsQuery, JobId, JobProgress, JobRecord, Journal, JournalError,
    NewJob,
};

use active::Active;
pub use clock::Clock;
use lanes::Lanes;

/// How many messages a subscriber may fall behind before it misses some. Figures are absolute, so what
/// is missed is made good by the next.
const BACKLOG: usize = 256;

/// How jobs are run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Options {
    /// How many requests may be under way at once, over all jobs: as many as the service takes.
    pub at_once: usize,
    /// How often an item is sent before it is failed, when each time it could be sent again.
    pub attempts: u32,
    /// How often an item is sent before it is failed, when each time the service turned it away and it
    /// waited as long as it was asked to.
    pub patience: u32,
    /// The time between two messages of a job's progress.
    pub progress_every: Duration,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            at_once: 4,
            attempts: 5,
            patience: 25,
            progress_every: Duration::from_millis(100),
        }
    }
}

/// What a job came to.
#[derive(Debug, Clone, PartialEq)]
pub struct Ran {
    /// The job.
    pub job: JobRecord,
    /// Its items, in their order.
    pub items: Vec<ItemRecord>,
}

/// Runs the jobs of one journal. Cheap to clone; when the last clone is dropped, what runs is left where
/// it is, to be resumed. There is one runner a journal.
#[derive(Clone)]
pub struct Runner {
    shared: Arc<Shared>,
    _end: Arc<End>,
}

/// What the jobs under way have in common.
struct Shared {
    journal: Arc<Journal>,
    executor: Arc<dyn Executor>,
    clock: Clock,
    options: Options,
    permits: Semaphore,
    lanes: Arc<Lanes>,
    running: Mutex<HashMap<JobId, Arc<Active>>>,
    progress: broadcast::Sender<JobProgress>,
}

/// Ends what runs when the last runner is gone.
struct End(Arc<Shared>);

impl Drop for End {
    fn drop(&mut self) {
        for (_, active) in self.0.running().drain() {
            active.abort();
        }
    }
}

impl Runner {
    /// A runner of the journal's jobs. It starts nothing by itself: what is unfinished waits to be
    /// resumed.
    pub fn new(
        journal: Arc<Journal>,
        executor: Arc<dyn Executor>,
        clock: Clock,
        options: Options,
    ) -> Self {
        let shared = Arc::new(Shared {
            journal,
            executor,
            clock,
            options,
            permits: Semaphore::new(options.at_once.max(1)),
            lanes: Arc::default(),
            running: Mutex::default(),
            progress: broadcast::Sender::new(BACKLOG),
        });
        Self {
            _end: Arc::new(End(shared.clone())),
            shared,
        }
    }

    /// The journal, for reading.
    pub fn journal(&self) -> &Arc<Journal> {
        &self.shared.journal
    }

    /// Puts the job down and begins it.
    ///
    /// # Errors
    /// [`JournalError::AlreadyUndone`], or when the journal cannot be written; then nothing is begun.
    pub async fn start(&self, job: NewJob) -> Result<JobId, JournalError> {
        let id = JobId::random();
        let now = self.shared.clock.now();
        self.shared
            .on_disk(move |journal| journal.create(id, &job, now))
            .await?;
        self.shared.activate(id);
        Ok(id)
    }

    /// Puts the job down, begins it, and waits until it is over or has stopped. It goes on when nobody
    /// waits any longer.
    ///
    /// # Errors
    /// As [`Self::start`].
    pub async fn run(&self, job: NewJob) -> Result<Ran, JournalError> {
        let id = self.start(job).await?;
        let job = self.wait(id).await?;
        let items = self
            .shared
            .on_disk(move |journal| journal.items(id, &ItemsQuery::default()))
            .await?;
        Ok(Ran { job, items })
    }

    /// Waits until the job is over or has stopped, and says how it is then.
    ///
    /// # Errors
    /// [`JournalError::NoSuchJob`], or when the journal cannot be read.
    pub async fn wait(&self, id: JobId) -> Result<JobRecord, JournalError> {
        let active = self.shared.running().get(&id).map(|active| active.ended());
        if let Some(mut ended) = active {
            // An error says that the task is gone, and so ended too.
            let _ = ended.wait_for(|ended| *ended).await;
        }
        self.shared.record(id).await
    }

    /// Sends nothing more of the job for now. Requests under way are finished and recorded; then it is
    /// paused ([`Self::wait`]). A job that does not run stays as it is.
    pub fn pause(&self, id: JobId) {
        if let Some(active) = self.shared.running().get(&id) {
            active.ask(Asked::Pause);
        }
    }

    /// Lets the job go on: first it looks up what was sent and never answered, then it sends the rest.
    /// One that runs goes on running.
    ///
    /// # Errors
    /// [`JournalError::NoSuchJob`], [`JournalError::Over`], or when the journal cannot be read.
    pub async fn resume(&self, id: JobId) -> Result<(), JournalError> {
        if self.shared.record(id).await?.state.is_over() {
            return Err(JournalError::Over(id));
        }
        self.shared.activate(id);
        Ok(())
    }

    /// Sends nothing more of the job, ever. Requests under way are finished and recorded, those of an
    /// interrupted job are looked up; then it is over ([`Self::wait`]).
    ///
    /// # Errors
    /// [`JournalError::NoSuchJob`], [`JournalError::Over`], or when the journal cannot be written.
    pub async fn cancel(&self, id: JobId) -> Result<(), JournalError> {
        let now = self.shared.clock.now();
        let active = self.shared.running().get(&id).cloned();
        if let Some(active) = &active {
            active.ask(Asked::Cancel);
        }
        let job = self
            .shared
            .on_disk(move |journal| journal.cancel_planned(id, now))
            .await?;
        match active {
            _ if !job.state.is_over() => self.shared.activate(id),
            Some(active) => self.shared.emit(id, &active).await,
            None => self.shared.emit_last(&job),
        }
        Ok(())
    }

    /// Before the program ends: sends nothing more, and waits for the requests under way. The jobs are
    /// then interrupted, as nobody asked to pause them.
    pub async fn pause_all(&self) {
        let active: Vec<_> = self.shared.running().values().cloned().collect();
        let ends = active.iter().map(|active| {
            active.shut_down();
            let mut ended = active.ended();
            async move {
                let _ = ended.wait_for(|ended| *ended).await;
            }
        });
        join_all(ends).await;
    }

    /// The jobs that run.
    pub fn running(&self) -> Vec<JobId> {
        self.shared.running().keys().copied().collect()
    }

    /// Progress of all jobs from now on, at most ten messages a second each. The last one of a job
    /// always comes.
    pub fn subscribe(&self) -> broadcast::Receiver<JobProgress> {
        self.shared.progress.subscribe()
    }
}

impl fmt::Debug for Runner {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Runner")
            .field("options", &self.shared.options)
            .field("running", &self.running())
            .finish_non_exhaustive()
    }
}

impl Shared {
    fn running(&self) -> MutexGuard<'_, HashMap<JobId, Arc<Active>>> {
        self.running.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Reads or writes the journal, off the asynchronous workers.
    async fn on_disk<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Journal) -> Result<T, JournalError> + Send + 'static,
    ) -> Result<T, JournalError> {
        let journal = self.journal.clone();
        tokio::task::spawn_blocking(move || work(&journal))
            .await
            .map_err(|_| JournalError::Ending)?
    }

    async fn record(&self, id: JobId) -> Result<JobRecord, JournalError> {
        self.on_disk(move |journal| journal.job(id)?.ok_or(JournalError::NoSuchJob(id)))
            .await
    }

    /// Lets the job run, in a task of its own unless it has one.
    fn activate(self: &Arc<Self>, id: JobId) {
        match self.running().entry(id) {
            Entry::Occupied(running) => running.get().go_on(),
            Entry::Vacant(place) => {
                let active = place.insert(Arc::default()).clone();
                let task = tokio::spawn(self.clone().drive(id, active.clone()));
                active.set_task(task.abort_handle());
            }
        }
    }
}
