//! One budget of retries for the whole client, and one for each mailbox, so that what is broken is not
//! stormed.

use std::sync::atomic::{AtomicU32, Ordering};

const CAPACITY: u32 = 100;
const RETRY_COSTS: u32 = 2;
const SUCCESS_RETURNS: u32 = 1;

/// A bucket that retries draw from and successes fill.
#[derive(Debug)]
pub(crate) struct RetryBudget(AtomicU32);

impl Default for RetryBudget {
    fn default() -> Self {
        Self(AtomicU32::new(CAPACITY))
    }
}

impl RetryBudget {
    /// Takes the price of one retry; false when there is not enough.
    pub(crate) fn take(&self) -> bool {
        self.0
            .fetch_update(Ordering::AcqRel, Ordering::Acquire, |left| {
                left.checked_sub(RETRY_COSTS)
            })
            .is_ok()
    }

    pub(crate) fn succeeded(&self) {
        let fill = |left: u32| Some((left + SUCCESS_RETURNS).min(CAPACITY));
        // `fill` always answers, so this cannot fail.
        let _ = self
            .0
            .fetch_update(Ordering::AcqRel, Ordering::Acquire, fill);
    }
}
