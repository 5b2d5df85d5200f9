//! The tenant's own clock: real time plus an offset that the control address
//! moves. The only place in the crate that reads the computer's clock.

use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Instant;

use jiff::{SignedDuration, Timestamp};

/// A clock that can be moved, in whole seconds as the service counts.
#[derive(Debug, Default)]
pub(crate) struct Clock {
    offset_seconds: AtomicI64,
}

impl Clock {
    pub(crate) fn now(&self) -> Timestamp {
        let moved = SignedDuration::from_secs(self.offset_seconds());
        let now = Timestamp::now();
        whole_seconds(now.checked_add(moved).unwrap_or(now))
    }

    pub(crate) fn offset_seconds(&self) -> i64 {
        self.offset_seconds.load(Ordering::Acquire)
    }

    pub(crate) fn set_offset_seconds(&self, seconds: i64) {
        self.offset_seconds.store(seconds, Ordering::Release);
    }
}

/// The computer's time for measuring waits, which the tenant's clock does not move.
pub(crate) fn stopwatch() -> Instant {
    Instant::now()
}

/// The service's dates have no fractions of a second.
pub(crate) fn whole_seconds(at: Timestamp) -> Timestamp {
    Timestamp::from_second(at.as_second()).unwrap_or(at)
}

/// A date in the form of HTTP's `Date` header.
pub(crate) fn http_date(at: Timestamp) -> String {
    at.strftime("%a, %d %b %Y %H:%M:%S GMT").to_string()
}
