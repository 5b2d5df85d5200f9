//! Telling how far a job has come, not too often.

use tokio::time::sleep;

use super::Shared;
use super::active::Active;
use crate::{JobId, JobProgress, JobRecord};

impl Shared {
    /// Tells whenever something has changed, with a pause after each time. Never ends.
    pub(super) async fn report(&self, id: JobId, active: &Active) {
        loop {
            active.dirty.notified().await;
            self.emit(id, active).await;
            sleep(self.options.progress_every).await;
        }
    }

    /// Tells how the job is now.
    pub(super) async fn emit(&self, id: JobId, active: &Active) {
        let mut told = active.told.lock().await;
        let last = *told;
        match self
            .on_disk(move |journal| journal.told_after(id, last))
            .await
        {
            Ok(job) => {
                *told = job.sequence;
                self.send(&job, Some(active));
            }
            Err(error) => tracing::warn!(job = %id, %error, "progress cannot be told"),
        }
    }

    /// Tells how a job is that has no task.
    pub(super) fn emit_last(&self, job: &JobRecord) {
        self.send(job, None);
    }

    fn send(&self, job: &JobRecord, active: Option<&Active>) {
        let over = job.state.is_over();
        let progress = JobProgress {
            id: job.id,
            state: job.state,
            counts: job.counts,
            sequence: job.sequence,
            waiting: active.and_then(Active::waiting),
            asked: active.and_then(Active::asked).filter(|_| !over),
        };
        // Nobody may be listening.
        let _ = self.progress.send(progress);
    }
}
