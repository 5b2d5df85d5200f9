//! What is still to be sent: requests that have not been, and those that were turned away, each until its
//! wait is over. Deliberately elsewhere: how long the waits are ([`crate::pipeline`]).

use std::collections::VecDeque;
use std::time::Duration;

use tokio::time::Instant;

use super::{BatchRequest, MAX_ITEMS};

/// Waits that end within this time of one another are waited for together, so that few requests carry them.
const GATHERED: Duration = Duration::from_millis(500);

/// A request under the caller's own key.
pub(super) struct Queued<K> {
    pub(super) key: K,
    pub(super) request: BatchRequest,
    /// How often it was sent again.
    pub(super) made: u32,
}

/// What is to be done now.
pub(super) enum Next<K> {
    Send(Vec<Queued<K>>),
    Wait(Instant),
    /// Nothing waits here; what is under way may still come back.
    Over,
}

pub(super) struct Queue<K> {
    fresh: VecDeque<Queued<K>>,
    /// By the ends of their waits.
    held: VecDeque<(Instant, Queued<K>)>,
}

impl<K> Queue<K> {
    pub(super) fn new(fresh: VecDeque<Queued<K>>) -> Self {
        Self {
            fresh,
            held: VecDeque::new(),
        }
    }

    /// Keeps an item back until then.
    pub(super) fn hold(&mut self, until: Instant, item: Queued<K>) {
        let place = self.held.partition_point(|(other, _)| *other <= until);
        self.held.insert(place, (until, item));
    }

    /// The next batch: those whose wait is over, and fresh ones beside them.
    pub(super) fn next(&mut self, now: Instant) -> Next<K> {
        let gathered = self.gathered();
        let due = gathered.map(|(_, due)| due);
        let back = match gathered {
            Some((count, due)) if due <= now => count,
            _ => 0,
        };
        let mut batch: Vec<_> = self.held.drain(..back).map(|(_, item)| item).collect();
        let room = (MAX_ITEMS - batch.len()).min(self.fresh.len());
        batch.extend(self.fresh.drain(..room));
        match due {
            _ if !batch.is_empty() => Next::Send(batch),
            Some(due) => Next::Wait(due),
            None => Next::Over,
        }
    }

    /// How many of those that wait go together, and when the last of them may.
    fn gathered(&self) -> Option<(usize, Instant)> {
        let (first, _) = self.held.front()?;
        let together = self.held.iter().take(MAX_ITEMS);
        let ends = together.map(|(until, _)| *until);
        ends.take_while(|until| *until <= *first + GATHERED)
            .enumerate()
            .last()
            .map(|(index, until)| (index + 1, until))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn item(key: u32) -> Queued<u32> {
        Queued {
            key,
            request: BatchRequest::action("test", &["x"]),
            made: 0,
        }
    }

    fn queue(fresh: u32) -> Queue<u32> {
        Queue::new((0..fresh).map(item).collect())
    }

    fn sent(next: Next<u32>) -> Vec<u32> {
        match next {
            Next::Send(items) => items.into_iter().map(|item| item.key).collect(),
            Next::Wait(_) | Next::Over => Vec::new(),
        }
    }

    #[test]
    fn fresh_ones_do_not_wait_for_those_that_were_turned_away() {
        let (mut queue, now) = (queue(3), Instant::now());
        queue.hold(now + Duration::from_secs(1), item(90));
        assert_eq!(sent(queue.next(now)), [0, 1, 2]);
        assert!(
            matches!(queue.next(now), Next::Wait(until) if until == now + Duration::from_secs(1))
        );
    }

    #[test]
    fn those_whose_wait_is_over_go_along_with_fresh_ones() {
        let (mut queue, now) = (queue(30), Instant::now());
        queue.hold(now, item(90));
        queue.hold(now, item(91));
        let first = sent(queue.next(now));
        assert_eq!(first.len(), MAX_ITEMS);
        assert_eq!(first[..3], [90, 91, 0]);
        assert_eq!(sent(queue.next(now)).len(), 12);
        assert!(matches!(queue.next(now), Next::Over));
    }

    #[test]
    fn waits_that_end_about_the_same_time_are_one_request_and_others_are_not_kept_for_them() {
        let (mut queue, now) = (queue(0), Instant::now());
        for (milliseconds, key) in [(60_000, 3), (1_300, 2), (1_000, 1)] {
            queue.hold(now + Duration::from_millis(milliseconds), item(key));
        }
        let at = |milliseconds| now + Duration::from_millis(milliseconds);
        assert!(matches!(queue.next(at(1_000)), Next::Wait(until) if until == at(1_300)));
        assert_eq!(sent(queue.next(at(1_300))), [1, 2]);
        assert!(matches!(queue.next(at(1_300)), Next::Wait(until) if until == at(60_000)));
    }
}
