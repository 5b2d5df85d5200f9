//! What one mailbox takes of each app, and a group is a mailbox
//! (throttling-limits.md): four calls at work at once, 10,000 calls in ten
//! minutes, 150 MB sent to it in five. A batch is one call at work, and each of
//! its items counts.

use std::collections::{HashMap, VecDeque};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use http::{Method, StatusCode};

use crate::clock::stopwatch;
use crate::graph::Call;
use crate::odata::ODataError;

const AT_ONCE: usize = 4;
const CALLS: Limit = Limit {
    most: 10_000,
    within: Duration::from_secs(600),
    message: "Application is over its MailboxRequests limit.",
};
/// In bytes.
const SENT: Limit = Limit {
    most: 150 * 1024 * 1024,
    within: Duration::from_secs(300),
    message: "Application is over its MailboxUpload limit.",
};
/// What of a group is in its mailbox.
const IN_MAILBOX: [&str; 9] = [
    "acceptedsenders",
    "calendar",
    "calendarview",
    "conversations",
    "events",
    "photo",
    "photos",
    "rejectedsenders",
    "threads",
];

/// So much in any span of this length.
struct Limit {
    most: usize,
    within: Duration,
    message: &'static str,
}

/// Counts what mailboxes are asked, by the group's id.
#[derive(Debug, Clone, Default)]
pub(crate) struct Mailboxes(Arc<Mutex<HashMap<String, Mailbox>>>);

#[derive(Debug, Default)]
struct Mailbox {
    at_work: usize,
    calls: Window,
    sent: Window,
}

/// What came when, as far as it still counts.
#[derive(Debug, Default)]
struct Window {
    came: VecDeque<(Instant, usize)>,
    total: usize,
}

/// A place at a mailbox, until it is dropped; for calls of other things, nothing.
pub(super) struct Place(Option<(Mailboxes, String)>);

impl Mailboxes {
    /// # Errors
    /// 429 when four are at work already.
    pub(super) fn enter(&self, call: &Call) -> Result<Place, ODataError> {
        let Some(group) = mailbox_of(call) else {
            return Ok(Place(None));
        };
        let mut open = self.lock();
        let mailbox = open.entry(group.to_owned()).or_default();
        if mailbox.at_work >= AT_ONCE {
            return Err(busy(
                "Application is over its MailboxConcurrency limit.",
                Duration::from_secs(1),
            ));
        }
        mailbox.at_work += 1;
        Ok(Place(Some((self.clone(), group.to_owned()))))
    }

    /// Counts a call, or an item of a batch.
    ///
    /// # Errors
    /// 429 when the mailbox was asked or sent too much lately.
    pub(super) fn count(&self, call: &Call) -> Result<(), ODataError> {
        let Some(group) = mailbox_of(call) else {
            return Ok(());
        };
        let mut open = self.lock();
        let mailbox = open.entry(group.to_owned()).or_default();
        let reads = call.method == Method::GET;
        mailbox.count(stopwatch(), if reads { 0 } else { call.body.len() })
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<String, Mailbox>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn leave(&self, group: &str) {
        if let Some(mailbox) = self.lock().get_mut(group) {
            mailbox.at_work = mailbox.at_work.saturating_sub(1);
        }
    }
}

impl Mailbox {
    fn count(&mut self, now: Instant, bytes: usize) -> Result<(), ODataError> {
        self.calls.take(&CALLS, now, 1)?;
        self.sent.take(&SENT, now, bytes)
    }
}

impl Window {
    fn take(&mut self, limit: &Limit, now: Instant, amount: usize) -> Result<(), ODataError> {
        while let Some((at, gone)) = self.came.front().copied() {
            if now.duration_since(at) < limit.within {
                break;
            }
            self.came.pop_front();
            self.total -= gone;
        }
        if amount == 0 {
            return Ok(());
        }
        if self.total + amount > limit.most {
            let oldest = self.came.front().map_or(now, |(at, _)| *at);
            let wait = limit.within.saturating_sub(now.duration_since(oldest));
            return Err(busy(limit.message, wait));
        }
        self.came.push_back((now, amount));
        self.total += amount;
        Ok(())
    }
}

/// The group whose mailbox a call is for.
fn mailbox_of(call: &Call) -> Option<&str> {
    match call.words.as_slice() {
        [first, group, part, ..] if first == "groups" && IN_MAILBOX.contains(&part.as_str()) => {
            Some(group)
        }
        _ => None,
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        if let Some((mailboxes, group)) = &self.0 {
            mailboxes.leave(group);
        }
    }
}

fn busy(message: &str, wait: Duration) -> ODataError {
    let seconds = wait.as_secs_f64().ceil().max(1.0);
    ODataError::new(
        StatusCode::TOO_MANY_REQUESTS,
        "ApplicationThrottled",
        message,
    )
    .header("Retry-After", seconds.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn retry_after(error: &ODataError) -> &str {
        &error.headers[0].1
    }

    #[test]
    fn the_next_call_after_ten_thousand_waits_for_the_first_to_be_forgotten() {
        let mut mailbox = Mailbox::default();
        let start = Instant::now();
        for _ in 0..CALLS.most {
            mailbox.count(start, 0).unwrap();
        }
        let later = start + Duration::from_secs(90);
        let refused = mailbox.count(later, 0).unwrap_err();
        assert_eq!(
            (refused.status.as_u16(), retry_after(&refused)),
            (429, "510")
        );
        assert!(mailbox.count(start + CALLS.within, 0).is_ok());
    }

    #[test]
    fn what_is_sent_counts_by_its_bytes() {
        let mut mailbox = Mailbox::default();
        let start = Instant::now();
        mailbox.count(start, SENT.most - 1).unwrap();
        assert!(mailbox.count(start, 1).is_ok());
        let refused = mailbox.count(start, 1).unwrap_err();
        assert_eq!(retry_after(&refused), "300");
        assert!(mailbox.count(start, 0).is_ok(), "reading goes on");
    }
}
