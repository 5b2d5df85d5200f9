//! Jobs and items: what is planned, what became of it.

mod ids;
mod item;
mod job;

pub use ids::{ItemIndex, ItemRef, JobId};
pub use item::{ItemRecord, ItemState, NewItem, Outcome};
pub use job::{Counts, JobRecord, JobState, NewJob, StopReason, Stopped};
