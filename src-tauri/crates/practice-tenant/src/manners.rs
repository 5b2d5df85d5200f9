//! Watches how a client takes being throttled: a call that comes again before
//! its `Retry-After` is over still counts against the client (throttling.md).
//! Which calls are throttled is decided in `faults`.

use std::collections::HashMap;
use std::time::{Duration, Instant};

use serde::Serialize;

use crate::clock::stopwatch;
use crate::graph::{Answer, Call};

/// How much earlier than asked a call may come, for timers that round down.
const TOLERANCE: Duration = Duration::from_millis(20);

/// Who was asked to wait, and who did not.
#[derive(Debug, Default)]
pub(crate) struct Manners {
    waits: HashMap<String, Instant>,
    pub(crate) complaints: Vec<Complaint>,
}

/// One call that came too early.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Complaint {
    complaint: &'static str,
    call: String,
    /// By how much it came too early.
    milliseconds: u128,
}

impl Manners {
    /// A call came.
    pub(crate) fn called(&mut self, call: &Call) {
        let name = name(call);
        let Some(until) = self.waits.remove(&name) else {
            return;
        };
        let early = until.saturating_duration_since(stopwatch());
        if early > TOLERANCE {
            self.complaints.push(Complaint {
                complaint: "retriedBeforeRetryAfter",
                call: name,
                milliseconds: early.as_millis(),
            });
        }
    }

    /// A call was answered, perhaps with the request to wait.
    pub(crate) fn answered(&mut self, call: &Call, answer: &Answer) {
        let asked = answer
            .headers
            .iter()
            .find(|(name, _)| *name == "Retry-After");
        let seconds = asked.and_then(|(_, seconds)| seconds.parse::<f64>().ok());
        let wait = seconds.and_then(|seconds| Duration::try_from_secs_f64(seconds).ok());
        if let Some(until) = wait.and_then(|wait| stopwatch().checked_add(wait)) {
            self.waits.insert(name(call), until);
        }
    }
}

fn name(call: &Call) -> String {
    format!("{} /{}", call.method, call.words.join("/"))
}
