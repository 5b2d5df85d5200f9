//! Whether a failed call is sent again, and when (throttling.md, best-practices-concept.md).
//!
//! Three questions: may it be (the request's [`Repeat`] and how far it came), at all (attempts and
//! the client's or the mailbox's budget), and when (`Retry-After` is a floor; else exponential with
//! jitter).

use std::time::Duration;

use rand::Rng as _;

use super::Repeat;
use super::budget::RetryBudget;
use crate::credential::CredentialError;
use crate::error::{ErrorKind, GraphError};

/// When and how often a call is sent again.
#[derive(Debug, Clone, PartialEq)]
pub struct RetryPolicy {
    /// How often at most.
    pub max_retries: u32,
    /// The wait before the first retry, where the service names none; doubled each time.
    pub base_delay: Duration,
    /// The longest wait of that kind.
    pub max_delay: Duration,
    /// The longest `Retry-After` that is waited for; a longer one ends the call.
    pub max_retry_after: Duration,
}

impl Default for RetryPolicy {
    fn default() -> Self {
        Self {
            max_retries: 4,
            base_delay: Duration::from_millis(400),
            max_delay: Duration::from_secs(15),
            max_retry_after: Duration::from_secs(60),
        }
    }
}

/// The retries of one call.
#[derive(Debug)]
pub(crate) struct Retries<'a> {
    policy: &'a RetryPolicy,
    budget: &'a RetryBudget,
    made: u32,
}

impl<'a> Retries<'a> {
    pub(crate) fn new(policy: &'a RetryPolicy, budget: &'a RetryBudget, made: u32) -> Self {
        Self {
            policy,
            budget,
            made,
        }
    }

    pub(crate) fn made(&self) -> u32 {
        self.made
    }

    pub(crate) fn succeeded(&self) {
        self.budget.succeeded();
    }

    /// How long to wait before sending again; `None` when the call has come to its end.
    pub(crate) fn next(&mut self, error: &GraphError, repeat: Repeat) -> Option<Duration> {
        let wait = self.wait_for(error, repeat)?;
        self.start_round().then_some(wait)
    }

    /// How long `error` makes the next round wait; `None` when it is not to be sent again.
    pub(crate) fn wait_for(&self, error: &GraphError, repeat: Repeat) -> Option<Duration> {
        if !may_repeat(error, repeat) || self.made >= self.policy.max_retries {
            return None;
        }
        match error.retry_after() {
            Some(asked) if asked > self.policy.max_retry_after => None,
            Some(asked) => Some(asked + jitter(asked / 10)),
            None => Some(self.backoff()),
        }
    }

    /// Draws one more round from the budget; false when there is none left.
    pub(crate) fn start_round(&mut self) -> bool {
        let drawn = self.budget.take();
        self.made += u32::from(drawn);
        drawn
    }

    fn backoff(&self) -> Duration {
        let full = self
            .policy
            .base_delay
            .saturating_mul(2_u32.saturating_pow(self.made))
            .min(self.policy.max_delay);
        full / 2 + jitter(full / 2)
    }
}

/// Whether sending again is right.
fn may_repeat(error: &GraphError, repeat: Repeat) -> bool {
    match error.kind() {
        ErrorKind::Throttled | ErrorKind::Unreachable => true,
        ErrorKind::Credential => matches!(
            error.credential_error(),
            Some(CredentialError::Unreachable(_) | CredentialError::Unavailable(_))
        ),
        // With a Retry-After the service itself turned the request away; without, a gateway may have
        // answered for a service that went on.
        ErrorKind::Unavailable => repeat != Repeat::WhenRefused || error.retry_after().is_some(),
        ErrorKind::Lost | ErrorKind::Truncated | ErrorKind::ServerFault => {
            repeat != Repeat::WhenRefused
        }
        _ => false,
    }
}

fn jitter(most: Duration) -> Duration {
    most.mul_f64(rand::rng().random_range(0.0..=1.0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::Stage;

    fn error(kind: ErrorKind, retry_after: Option<u64>) -> GraphError {
        GraphError::new(kind, Stage::Answer, "test", "").with(|failure| {
            failure.retry_after = retry_after.map(Duration::from_secs);
        })
    }

    #[test]
    fn a_change_is_sent_again_only_when_it_was_turned_away() {
        assert!(may_repeat(
            &error(ErrorKind::Throttled, None),
            Repeat::WhenRefused
        ));
        assert!(may_repeat(
            &error(ErrorKind::Unreachable, None),
            Repeat::WhenRefused
        ));
        assert!(may_repeat(
            &error(ErrorKind::Unavailable, Some(1)),
            Repeat::WhenRefused
        ));
        for kind in [
            ErrorKind::Lost,
            ErrorKind::Truncated,
            ErrorKind::ServerFault,
            ErrorKind::Unavailable,
        ] {
            assert!(!may_repeat(&error(kind.clone(), None), Repeat::WhenRefused));
            assert!(may_repeat(&error(kind.clone(), None), Repeat::Recognized));
            assert!(may_repeat(&error(kind, None), Repeat::Always));
        }
    }

    #[test]
    fn the_services_wait_is_a_floor() {
        let (policy, budget) = (RetryPolicy::default(), RetryBudget::default());
        let mut retries = Retries::new(&policy, &budget, 0);
        assert!(
            retries
                .next(&error(ErrorKind::Throttled, Some(7)), Repeat::Always)
                .unwrap()
                >= Duration::from_secs(7)
        );
    }

    #[test]
    fn a_wait_beyond_patience_ends_the_call() {
        let (policy, budget) = (RetryPolicy::default(), RetryBudget::default());
        assert_eq!(
            Retries::new(&policy, &budget, 0)
                .next(&error(ErrorKind::Throttled, Some(600)), Repeat::Always),
            None
        );
    }

    #[test]
    fn a_service_that_stays_down_uses_the_budget_up() {
        let (policy, budget) = (RetryPolicy::default(), RetryBudget::default());
        let down = error(ErrorKind::Unavailable, None);
        let sent: usize = (0..100)
            .filter(|_| {
                Retries::new(&policy, &budget, 0)
                    .next(&down, Repeat::Always)
                    .is_some()
            })
            .count();
        assert_eq!(sent, 50);
    }
}
