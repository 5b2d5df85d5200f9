//! Jobs and the record of what was done, as the window reads and steers them.

use ipc_contract::jobs::{ActivityItem, ActivityPage, ActivityRequest, Job, JobList, JobResult};
use jobs::{
    ActivityCursor, ActivityQuery, ItemRecord, ItemState, ItemsQuery, JobId, JobsQuery, Journal,
    JournalError,
};

use super::view;
use crate::session::ActiveSession;
use crate::{Core, CoreError};

/// How many jobs that are over are listed.
const RECENT: usize = 20;
/// How many of the last jobs are looked through for them.
const LOOKED_THROUGH: u32 = 200;
/// How many items of a job are shown.
const ITEMS: usize = 1000;
/// How many items a page of the record has.
const PAGE: u32 = 200;

impl ActiveSession {
    /// Reads or writes the journal, off the asynchronous workers.
    pub(crate) async fn journalled<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Journal) -> Result<T, JournalError> + Send + 'static,
    ) -> Result<T, CoreError> {
        let journal = self.journal.clone();
        let done = tokio::task::spawn_blocking(move || work(&journal)).await;
        Ok(done.map_err(CoreError::internal)??)
    }
}

impl Core {
    /// Jobs that are not over, and the last ones of several items.
    ///
    /// # Errors
    /// When the journal cannot be read.
    pub async fn jobs(&self) -> Result<JobList, CoreError> {
        let session = self.session()?;
        let (open, recent) = session
            .journalled(|journal| {
                let query = JobsQuery {
                    limit: LOOKED_THROUGH,
                    ..JobsQuery::default()
                };
                Ok((journal.unfinished()?, journal.jobs(&query)?))
            })
            .await?;
        let over = recent
            .into_iter()
            .map(|(_, job)| job)
            .filter(|job| job.state.is_over() && job.counts.total > 1)
            .take(RECENT);
        let mut jobs: Vec<Job> = open
            .into_iter()
            .chain(over)
            .map(|job| view::job(&job, None))
            .collect();
        jobs.sort_by_key(|job| (job.ended.is_some(), std::cmp::Reverse(job.created)));
        Ok(JobList { jobs })
    }

    /// A job with its items, those that need a look first.
    ///
    /// # Errors
    /// When there is no such job.
    pub async fn job_result(&self, job_id: &str) -> Result<JobResult, CoreError> {
        let session = self.session()?;
        self.result(&session, parse(job_id)?).await
    }

    pub(crate) async fn result(
        &self,
        session: &ActiveSession,
        id: JobId,
    ) -> Result<JobResult, CoreError> {
        let job = self.job(session, id).await?;
        let mut items = self.items(session, id).await?;
        items.sort_by_key(|item| (is_fine(item.state), item.index));
        items.truncate(ITEMS);
        Ok(JobResult {
            items: items.iter().map(|item| view::item(&job, item)).collect(),
            job,
        })
    }

    pub(crate) async fn items(
        &self,
        session: &ActiveSession,
        id: JobId,
    ) -> Result<Vec<ItemRecord>, CoreError> {
        session
            .journalled(move |journal| journal.items(id, &ItemsQuery::default()))
            .await
    }

    /// Every item of a job, in their order.
    pub(crate) async fn every_item(&self, job_id: &str) -> Result<Vec<ActivityItem>, CoreError> {
        let (session, id) = (self.session()?, parse(job_id)?);
        let job = self.job(&session, id).await?;
        let items = self.items(&session, id).await?;
        Ok(items.iter().map(|item| view::item(&job, item)).collect())
    }

    /// Stops a job after what is under way.
    ///
    /// # Errors
    /// When there is no such job.
    pub async fn pause_job(&self, job_id: &str) -> Result<Job, CoreError> {
        let (session, id) = (self.session()?, parse(job_id)?);
        session.changes(self).await?.runner.pause(id);
        self.job(&session, id).await
    }

    /// Goes on with a job.
    ///
    /// # Errors
    /// When there is no such job, or it is over.
    pub async fn resume_job(&self, job_id: &str) -> Result<Job, CoreError> {
        let (session, id) = (self.session()?, parse(job_id)?);
        session.changes(self).await?.runner.resume(id).await?;
        self.follow(session.clone(), id);
        self.job(&session, id).await
    }

    /// Ends a job; what was not sent never is.
    ///
    /// # Errors
    /// As [`Core::resume_job`].
    pub async fn cancel_job(&self, job_id: &str) -> Result<Job, CoreError> {
        let (session, id) = (self.session()?, parse(job_id)?);
        session.changes(self).await?.runner.cancel(id).await?;
        self.follow(session.clone(), id);
        self.job(&session, id).await
    }

    /// The record of what was done, newest first.
    ///
    /// # Errors
    /// When the journal cannot be read.
    pub async fn activity(&self, request: &ActivityRequest) -> Result<ActivityPage, CoreError> {
        let session = self.session()?;
        let before = match &request.after {
            Some(after) => Some(ActivityCursor(
                after.parse().map_err(|_| CoreError::invalid("after"))?,
            )),
            None => None,
        };
        let query = ActivityQuery {
            subject: request.group_id.clone(),
            text: Some(request.text.clone()).filter(|text| !text.trim().is_empty()),
            before,
            limit: PAGE,
        };
        let entries = session
            .journalled(move |journal| journal.activity(&query))
            .await?;
        let next = (entries.len() == PAGE as usize)
            .then(|| entries.last().map(|entry| entry.cursor.0.to_string()))
            .flatten();
        Ok(ActivityPage {
            items: entries
                .iter()
                .map(|entry| view::item(&view::job(&entry.job, None), &entry.item))
                .collect(),
            next,
        })
    }
}

/// Whether an item is as it shall be.
fn is_fine(state: ItemState) -> bool {
    matches!(
        state,
        ItemState::Done | ItemState::Already | ItemState::Planned
    )
}

pub(super) fn parse(job_id: &str) -> Result<JobId, CoreError> {
    job_id.parse().map_err(|_| CoreError::invalid("jobId"))
}
