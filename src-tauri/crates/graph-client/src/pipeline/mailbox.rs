//! One mailbox at a time is looked after (throttling-limits.md): the service takes four requests at
//! once for each, and turns away one mailbox without the others.
//!
//! So each has its own four places, its own pause and its own budget of retries: a mailbox in trouble
//! holds up nothing but itself.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::Instant;

use super::budget::RetryBudget;
use crate::models::{GroupId, UserId};

/// How many requests for one mailbox travel at once.
const AT_ONCE: usize = 4;

/// Whose mailbox a request goes to.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) enum Mailbox {
    Group(GroupId),
    User(UserId),
    Me,
}

/// The gates of all mailboxes that were asked so far.
#[derive(Debug, Default)]
pub(super) struct Mailboxes(Mutex<HashMap<Mailbox, Arc<Gate>>>);

impl Mailboxes {
    pub(super) fn gate(&self, mailbox: &Mailbox) -> Arc<Gate> {
        let mut gates = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        gates.entry(mailbox.clone()).or_default().clone()
    }
}

/// What a request for one mailbox has to pass.
#[derive(Debug)]
pub(super) struct Gate {
    places: Arc<Semaphore>,
    paused_until: Mutex<Option<Instant>>,
    pub(super) budget: RetryBudget,
}

impl Default for Gate {
    fn default() -> Self {
        Self {
            places: Arc::new(Semaphore::new(AT_ONCE)),
            paused_until: Mutex::default(),
            budget: RetryBudget::default(),
        }
    }
}

/// A place among the four; free again when it is dropped.
#[derive(Debug)]
pub(super) struct Place(
    #[expect(dead_code, reason = "held, not read")] Option<OwnedSemaphorePermit>,
);

impl Gate {
    /// Waits for a place, and until the mailbox may be asked again. When that is longer than
    /// `patience`, what is left of the pause is the error.
    pub(super) async fn enter(&self, patience: Duration) -> Result<Place, Duration> {
        loop {
            // Nobody closes the semaphore; without it there would only be no limit.
            let place = Place(self.places.clone().acquire_owned().await.ok());
            match self.pause_left() {
                None => return Ok(place),
                Some(left) if left > patience => return Err(left),
                Some(left) => {
                    drop(place);
                    tokio::time::sleep(left).await;
                }
            }
        }
    }

    /// Leaves the mailbox alone for so long, from now on.
    pub(super) fn pause(&self, wait: Duration) {
        let until = Instant::now().checked_add(wait);
        let mut paused = self.lock();
        *paused = (*paused).max(until);
    }

    fn pause_left(&self) -> Option<Duration> {
        let until = (*self.lock())?;
        let left = until.saturating_duration_since(Instant::now());
        (!left.is_zero()).then_some(left)
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Option<Instant>> {
        self.paused_until
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_fifth_waits_for_one_of_four() {
        let gate = Gate::default();
        let patience = Duration::from_secs(60);
        let mut inside = Vec::new();
        for _ in 0..AT_ONCE {
            inside.push(gate.enter(patience).await.unwrap());
        }
        let mut fifth = std::pin::pin!(gate.enter(patience));
        assert!(futures::poll!(&mut fifth).is_pending());
        inside.pop();
        assert!(fifth.await.is_ok());
    }

    #[tokio::test]
    async fn a_pause_beyond_patience_is_not_waited_for() {
        let gate = Gate::default();
        gate.pause(Duration::from_secs(600));
        gate.pause(Duration::from_secs(1));
        let left = gate.enter(Duration::from_secs(60)).await.unwrap_err();
        assert!(left > Duration::from_secs(500), "the longer pause holds");
    }
}
