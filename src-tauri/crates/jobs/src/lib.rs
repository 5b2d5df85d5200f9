//! Work of one or many items that survives a crash, and the record of everything that was done.
//!
//! Every change that Tenure makes is a job. Its items are on disk before a request leaves and their
//! outcomes after it ([`Journal`]); a [`Runner`] sends them, lane by lane, and can be paused, cancelled
//! and resumed at any point. What was sent and never answered is looked up, not sent again: each item
//! is done once, or reported as unknown. What somebody is writing is kept beside it, until it is
//! delivered. Deliberately elsewhere: what an item means, how it is sent and
//! how it is looked up (the [`Executor`], which the caller brings), and which change undoes another.

mod error;
mod executor;
mod journal;
mod model;
mod progress;
mod runner;

pub use error::JournalError;
pub use executor::{Executor, LookedUp, Progress, Settled};
pub use journal::{
    ActivityCursor, ActivityEntry, ActivityQuery, DraftFile, DraftRecord, DraftStage, ItemsQuery,
    JobCursor, JobsQuery, Journal, Opened,
};
pub use model::{
    Counts, ItemIndex, ItemRecord, ItemRef, ItemState, JobId, JobRecord, JobState, NewItem, NewJob,
    Outcome, StopReason, Stopped,
};
pub use progress::{Asked, JobProgress, Waiting};
pub use runner::{Clock, Options, Ran, Runner};
