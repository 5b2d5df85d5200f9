//! What the caller brings: how items are sent, and how it is found out what came of them.

use std::time::Duration;

use async_trait::async_trait;
use serde_json::Value;

use crate::{ItemRecord, JobRecord, Outcome, StopReason};

/// Sends items, and looks up what came of them.
#[async_trait]
pub trait Executor: Send + Sync {
    /// How many of these items of a lane, from the front, are sent together. At least one is, at most
    /// all that were given (never more than 100).
    fn chunk(&self, items: &[ItemRecord]) -> usize;

    /// Sends the chunk and says what came of each item, in the order given. The items are on disk as
    /// sent before this is called; an item without a result stays so and is looked up later.
    async fn send(
        &self,
        job: &JobRecord,
        items: &[ItemRecord],
        progress: &dyn Progress,
    ) -> Vec<Settled>;

    /// Finds out by reading what came of items that were sent and never answered, in the order given.
    /// Changes nothing.
    async fn look_up(&self, job: &JobRecord, items: &[ItemRecord]) -> Vec<LookedUp>;
}

/// What came of an item that was sent.
#[derive(Debug, Clone, PartialEq)]
pub enum Settled {
    /// Done.
    Done {
        /// What is there now; `None` when that is what was planned.
        after: Option<Value>,
        /// The id of a group that was made.
        subject: Option<String>,
        /// The service's id of the request.
        request_id: Option<String>,
    },
    /// It was so already.
    Already,
    /// Refused; nothing was changed.
    Failed(Outcome),
    /// Sent, and reading did not tell what came of it.
    Unknown(Outcome),
    /// Not sent, since it no longer fits.
    Skipped(Outcome),
    /// Not done, and may be sent again. After five attempts it is failed.
    Retry(Outcome),
    /// Turned away for now: sent again after this time, while others of its lane go on. Only for items whose
    /// order in the lane does not matter. After so many attempts as [`Options::patience`](crate::Options)
    /// says it is failed.
    Later {
        /// How long the service asks to wait.
        after: Duration,
        /// What it was turned away with.
        outcome: Outcome,
    },
    /// Not done, for a reason that concerns the whole job: the item stays planned, and the job pauses
    /// when the other lanes' requests are answered.
    Stop(StopReason, Outcome),
}

impl Settled {
    /// Done as planned.
    pub const fn done(request_id: Option<String>) -> Self {
        Self::Done {
            after: None,
            subject: None,
            request_id,
        }
    }
}

/// What reading found of an item that was sent and never answered.
#[derive(Debug, Clone, PartialEq)]
pub enum LookedUp {
    /// It was done.
    Done {
        /// What is there now; `None` when that is what was planned.
        after: Option<Value>,
        /// The id of a group that was made.
        subject: Option<String>,
    },
    /// It is so, and may have been so before.
    Already,
    /// It was not done, and may be sent again.
    NotDone,
    /// Reading does not tell, and never will.
    Unknown(Outcome),
    /// It cannot be read now: the item stays sent, and the job pauses.
    Stop(StopReason, Outcome),
}

/// How an executor tells what keeps it.
pub trait Progress: Send + Sync {
    /// The service asked to wait this long before it takes that many items.
    fn waiting(&self, time: Duration, items: u32);
}
