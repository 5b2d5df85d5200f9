//! The journal and the runner of one account, and following what runs.

use std::sync::Arc;

use ipc_contract::events::AppEvent;
use ipc_contract::jobs::{Job, JobState};
use jobs::{Clock, JobId, Options, Runner};
use tokio::sync::broadcast::error::RecvError;

use super::after::FollowUp;
use super::executor::GraphExecutor;
use crate::session::ActiveSession;
use crate::{Core, CoreError};

/// What runs changes of one account.
#[derive(Debug)]
pub(crate) struct Changes {
    pub(crate) runner: Runner,
}

impl ActiveSession {
    /// The runner, made when it is first needed. Its progress goes to the window from then on.
    pub(crate) async fn changes(&self, core: &Core) -> Result<&Changes, CoreError> {
        self.changes
            .get_or_try_init(|| async {
                let client = self.client(core.host()).await?;
                let executor = GraphExecutor {
                    client: client.clone(),
                    journal: self.journal.clone(),
                    me: self.account.user_id.clone(),
                };
                let clock = Clock::new(move || {
                    let local = jiff::Timestamp::now();
                    client
                        .last_server_time()
                        .map_or(local, |time| time.now(local))
                });
                let runner = Runner::new(
                    self.journal.clone(),
                    Arc::new(executor),
                    clock,
                    Options::default(),
                );
                core.tell_progress(&runner);
                Ok(Changes { runner })
            })
            .await
    }
}

impl Core {
    /// Tells the window of every job's progress, as long as the runner lives.
    fn tell_progress(&self, runner: &Runner) {
        let mut progress = runner.subscribe();
        let journal = runner.journal().clone();
        let core = self.clone();
        tokio::spawn(async move {
            loop {
                let told = match progress.recv().await {
                    Ok(told) => told,
                    Err(RecvError::Lagged(_)) => continue,
                    Err(RecvError::Closed) => return,
                };
                let journal = journal.clone();
                let id = told.id;
                let read = tokio::task::spawn_blocking(move || journal.job(id)).await;
                if let Ok(Ok(Some(record))) = read {
                    let job = Box::new(super::view::job(&record, Some(&told)));
                    core.host().emit(AppEvent::JobProgress { job });
                }
            }
        });
    }

    /// When the job is over, what it changed is read again.
    pub(crate) fn follow(&self, session: Arc<ActiveSession>, id: JobId) {
        let core = self.clone();
        tokio::spawn(async move {
            let Ok(changes) = session.changes(&core).await else {
                return;
            };
            match changes.runner.wait(id).await {
                Ok(_) => {
                    let items = core.items(&session, id).await.unwrap_or_default();
                    core.after(&session, id, &items, FollowUp::Here).await;
                }
                Err(error) => tracing::warn!(%error, "a job could not be followed"),
            }
        });
    }

    /// One job as the window shows it. One that was just let go on runs, though the journal does not say so yet.
    pub(crate) async fn job(&self, session: &ActiveSession, id: JobId) -> Result<Job, CoreError> {
        let record = session
            .journalled(move |journal| journal.job(id))
            .await?
            .ok_or(jobs::JournalError::NoSuchJob(id))?;
        let mut job = super::view::job(&record, None);
        let changes = session.changes.get();
        let active = changes.is_some_and(|changes| changes.runner.running().contains(&id));
        if active && matches!(job.state, JobState::Interrupted | JobState::Paused) {
            job.state = JobState::Running;
        }
        Ok(job)
    }

    /// Whether changes are under way.
    pub fn jobs_run(&self) -> bool {
        self.current_session().is_some_and(|session| {
            let changes = session.changes.get();
            changes.is_some_and(|changes| !changes.runner.running().is_empty())
        })
    }

    /// Waits until no job runs any more.
    pub async fn jobs_over(&self) {
        while let Some(session) = self.current_session().filter(|_| self.jobs_run()) {
            let Some(changes) = session.changes.get() else {
                return;
            };
            for id in changes.runner.running() {
                if let Err(error) = changes.runner.wait(id).await {
                    tracing::warn!(%error, "a job could not be waited for");
                    return;
                }
            }
        }
    }

    /// Pauses every job that runs; what is under way is recorded. They can go on after the next start.
    pub async fn pause_jobs(&self) {
        if let Some(session) = self.current_session()
            && let Some(changes) = session.changes.get()
        {
            for id in changes.runner.running() {
                changes.runner.pause(id);
            }
        }
        self.jobs_over().await;
    }

    /// Before the application ends: nothing more is sent, and what is under way is recorded.
    pub async fn rest(&self) {
        if let Some(session) = self.current_session()
            && let Some(changes) = session.changes.get()
        {
            changes.runner.pause_all().await;
        }
    }
}
