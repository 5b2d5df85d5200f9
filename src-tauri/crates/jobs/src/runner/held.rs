//! Items of a lane that the service turned away, each until it may be sent again. In memory only: on disk
//! they are planned, and a program that ends forgets no more than how long to wait.

use std::time::Duration;

use tokio::time::Instant;

use crate::{ItemIndex, ItemRecord, Settled};

/// Waits that end within this time of one another are waited for together, so that few requests carry them.
const GATHERED: Duration = Duration::from_millis(500);

/// The items of one lane that wait.
#[derive(Default)]
pub(super) struct Held(Vec<(Instant, ItemIndex)>);

impl Held {
    /// Keeps those of a chunk that were turned away. When that is all of them, the end of the longest wait:
    /// the service is left alone until then.
    pub(super) fn keep(
        &mut self,
        now: Instant,
        items: &[ItemRecord],
        settled: &[Settled],
    ) -> Option<Instant> {
        let turned_away: Vec<_> = items
            .iter()
            .zip(settled)
            .filter_map(|(item, settled)| match settled {
                Settled::Later { after, .. } => Some((now + *after, item.index)),
                _ => None,
            })
            .collect();
        self.0.extend(&turned_away);
        self.0.sort_unstable();
        let all = turned_away.len() == items.len();
        let ends = turned_away.iter().map(|(until, _)| *until);
        ends.max().filter(|_| all)
    }

    /// Lets go those whose wait is over, and tells which still wait.
    pub(super) fn waiting(&mut self, now: Instant) -> Vec<ItemIndex> {
        if self.end().is_some_and(|end| end <= now) {
            self.0.retain(|(until, _)| *until > now);
        }
        self.0.iter().map(|(_, item)| *item).collect()
    }

    /// When the next of them go, and the first of those.
    pub(super) fn next(&self) -> Option<(Instant, ItemIndex)> {
        Some((self.end()?, self.0.first()?.1))
    }

    /// How many wait.
    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    fn end(&self) -> Option<Instant> {
        let (first, _) = self.0.first()?;
        let ends = self.0.iter().map(|(until, _)| *until);
        ends.take_while(|until| *until <= *first + GATHERED).last()
    }
}
