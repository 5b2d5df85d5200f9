//! What is told of a running job.

use serde::Serialize;

use crate::{Counts, JobId, JobState};

/// How far a job has come, in absolute figures: one that was missed is made good by the next.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct JobProgress {
    /// The job.
    pub id: JobId,
    /// How far it has come.
    pub state: JobState,
    /// Its items by state.
    pub counts: Counts,
    /// Rises from one to the next of a job, over restarts too.
    pub sequence: u64,
    /// Set while the service has asked to wait.
    pub waiting: Option<Waiting>,
    /// What was asked for and waits for the requests under way.
    pub asked: Option<Asked>,
}

/// The service has asked to wait.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Waiting {
    /// Seconds until the last of them goes on, rounded up.
    pub seconds: u32,
    /// How many items wait.
    pub items: u32,
}

/// What a person asked of a running job.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Asked {
    /// To stop for now.
    Pause,
    /// To stop for good.
    Cancel,
}
