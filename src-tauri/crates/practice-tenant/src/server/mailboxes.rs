//! How many calls work on one mailbox at once: the service takes four for each
//! app, and a group is a mailbox (throttling-limits.md).

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use http::StatusCode;

use crate::graph::Call;
use crate::odata::ODataError;

const AT_ONCE: usize = 4;
/// What of a group is in its mailbox.
const IN_MAILBOX: [&str; 7] = [
    "calendar",
    "calendarview",
    "conversations",
    "events",
    "photo",
    "photos",
    "threads",
];

/// Counts the calls that are at work, by the group's id.
#[derive(Debug, Clone, Default)]
pub(crate) struct Mailboxes(Arc<Mutex<HashMap<String, usize>>>);

/// A place at a mailbox, until it is dropped; for calls of other things, nothing.
pub(super) struct Place(Option<(Mailboxes, String)>);

impl Mailboxes {
    /// # Errors
    /// 429 when four are at work already.
    pub(super) fn enter(&self, call: &Call) -> Result<Place, ODataError> {
        let [first, group, part, ..] = call.words.as_slice() else {
            return Ok(Place(None));
        };
        if first != "groups" || !IN_MAILBOX.contains(&part.as_str()) {
            return Ok(Place(None));
        }
        let mut open = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let count = open.entry(group.clone()).or_default();
        if *count >= AT_ONCE {
            return Err(busy());
        }
        *count += 1;
        Ok(Place(Some((self.clone(), group.clone()))))
    }

    fn leave(&self, group: &str) {
        let mut open = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(count) = open.get_mut(group) {
            *count = count.saturating_sub(1);
            if *count == 0 {
                open.remove(group);
            }
        }
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        if let Some((mailboxes, group)) = &self.0 {
            mailboxes.leave(group);
        }
    }
}

fn busy() -> ODataError {
    ODataError::new(
        StatusCode::TOO_MANY_REQUESTS,
        "ApplicationThrottled",
        "Application is over its MailboxConcurrency limit.",
    )
    .header("Retry-After", "1")
}
