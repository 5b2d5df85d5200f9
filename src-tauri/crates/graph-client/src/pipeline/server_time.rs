//! The service's clock, learnt from the `Date` of its answers.

use std::sync::{Mutex, PoisonError};

use http::header::{DATE, HeaderMap};
use jiff::Timestamp;

use super::answer::http_date;

/// The service's clock at one moment of this machine's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ServerTime {
    /// The service's clock, to the second.
    pub at: Timestamp,
    /// This machine's clock when the answer came.
    pub received: Timestamp,
}

impl ServerTime {
    /// The service's present moment when this machine's clock shows `local`.
    pub fn now(self, local: Timestamp) -> Timestamp {
        self.at
            .checked_add(local.duration_since(self.received))
            .unwrap_or(local)
    }
}

#[derive(Debug, Default)]
pub(crate) struct ServerClock(Mutex<Option<ServerTime>>);

impl ServerClock {
    pub(crate) fn learn(&self, headers: &HeaderMap) {
        let date = headers
            .get(DATE)
            .and_then(|value| value.to_str().ok())
            .and_then(http_date);
        if let Some(at) = date {
            let received = Timestamp::now();
            *self.0.lock().unwrap_or_else(PoisonError::into_inner) =
                Some(ServerTime { at, received });
        }
    }

    pub(crate) fn last(&self) -> Option<ServerTime> {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
