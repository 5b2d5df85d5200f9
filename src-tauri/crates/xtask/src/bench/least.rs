//! The least that something can take, by the limits of the service; and what it took, in a row beside that.

use std::time::Duration;

use super::table::{ratio, seconds};

/// Objects on one page, changes in one request, and batches at once: the service's limits.
const PAGE: u32 = 999;
const TOGETHER: u32 = 20;
const AT_ONCE: u32 = 4;

/// The headings of [`Cost::cells`].
pub(super) const COLUMNS: [&str; 6] = ["requests", "least", "ratio", "time", "least", "ratio"];

/// The least that something can take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Least {
    pub(super) requests: u32,
    /// Answers that have to be waited for one after the other.
    pub(super) rounds: u32,
    /// What the service asks to wait besides.
    pub(super) wait: Duration,
}

impl Least {
    /// Reading collections of these sizes, beside each other. An empty one has a page too.
    pub(super) fn reading(sizes: &[u32]) -> Self {
        let pages = || sizes.iter().map(|size| size.div_ceil(PAGE).max(1));
        Self {
            requests: pages().sum(),
            rounds: pages().max().unwrap_or_default(),
            wait: Duration::ZERO,
        }
    }

    /// Changing so many groups, once each, in batches.
    pub(super) fn changing(groups: u32) -> Self {
        let batches = groups.div_ceil(TOGETHER);
        Self {
            requests: batches,
            rounds: batches.div_ceil(AT_ONCE),
            wait: Duration::ZERO,
        }
    }

    /// Reading so many groups, each by itself, in batches.
    pub(super) fn reading_each(groups: u32) -> Self {
        Self::changing(groups)
    }

    /// This, when so many changes are turned away for that long: they go once more, after the one wait. No
    /// round is counted for them.
    pub(super) fn throttled(self, changes: u32, wait: Duration) -> Self {
        if changes == 0 {
            return self;
        }
        Self {
            requests: self.requests + changes.div_ceil(TOGETHER),
            wait: self.wait + wait,
            ..self
        }
    }

    /// Adding so many people to one group, whose changes the service takes in turn.
    pub(super) fn adding(people: u32) -> Self {
        let requests = people.div_ceil(TOGETHER);
        Self {
            requests,
            rounds: requests,
            wait: Duration::ZERO,
        }
    }

    /// This, and then that.
    pub(super) fn then(self, next: Self) -> Self {
        Self {
            requests: self.requests + next.requests,
            rounds: self.rounds + next.rounds,
            wait: self.wait + next.wait,
        }
    }
}

/// What something took.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cost {
    pub(super) requests: u32,
    pub(super) time: Duration,
}

impl Cost {
    /// Beside the least, when every answer takes `latency` milliseconds.
    pub(super) fn cells(self, least: Least, latency: u32) -> [String; 6] {
        let rounds = Duration::from_millis(u64::from(least.rounds) * u64::from(latency));
        let shortest = rounds + least.wait;
        [
            self.requests.to_string(),
            least.requests.to_string(),
            ratio(self.requests.into(), least.requests.into()),
            seconds(self.time),
            seconds(shortest),
            ratio(self.time.as_secs_f64(), shortest.as_secs_f64()),
        ]
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::{Cost, Least};

    fn least(requests: u32, rounds: u32) -> Least {
        Least {
            requests,
            rounds,
            wait: Duration::ZERO,
        }
    }

    #[test]
    fn the_least_is_what_the_limits_of_the_service_allow() {
        assert_eq!(Least::reading(&[10_000]), least(11, 11));
        assert_eq!(Least::reading(&[10_000, 3, 0]), least(13, 11));
        assert_eq!(Least::adding(1_000), least(50, 50));
        assert_eq!(
            Least::reading(&[500]).then(Least::changing(500)),
            least(26, 8)
        );
    }

    #[test]
    fn what_is_turned_away_goes_again_after_one_wait() {
        let second = Duration::from_secs(1);
        let renewing = Least::changing(500);
        assert_eq!(renewing.throttled(0, second), renewing);
        let throttled = renewing.throttled(50, second);
        assert_eq!((throttled.requests, throttled.rounds), (28, 7));
        let cost = Cost {
            requests: 28,
            time: Duration::from_millis(2_700),
        };
        assert_eq!(cost.cells(throttled, 50)[4..], ["1.35 s", "2.00"]);
    }

    #[test]
    fn what_it_took_stands_beside_the_least() {
        let cost = Cost {
            requests: 12,
            time: Duration::from_millis(600),
        };
        assert_eq!(
            cost.cells(least(10, 10), 50),
            ["12", "10", "1.20", "0.60 s", "0.50 s", "1.20"]
        );
    }
}
