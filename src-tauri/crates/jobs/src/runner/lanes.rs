//! Who may send in which lane: one at a time, over all jobs, in the order in which they came.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::{Mutex as Turn, OwnedMutexGuard};

type Turns = HashMap<String, Arc<Turn<()>>>;

/// The lanes that somebody is in or waits for.
#[derive(Default)]
pub(super) struct Lanes(Mutex<Turns>);

/// The right to send in a lane, until it is dropped.
pub(super) struct Inside {
    lanes: Arc<Lanes>,
    lane: String,
    turn: Option<OwnedMutexGuard<()>>,
}

impl Lanes {
    pub(super) async fn enter(self: &Arc<Self>, lane: &str) -> Inside {
        let turn = self.turns().entry(lane.to_owned()).or_default().clone();
        Inside {
            turn: Some(turn.lock_owned().await),
            lanes: self.clone(),
            lane: lane.to_owned(),
        }
    }

    fn turns(&self) -> MutexGuard<'_, Turns> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Inside {
    fn drop(&mut self) {
        let mut turns = self.lanes.turns();
        self.turn = None;
        let alone = |turn: &Arc<Turn<()>>| Arc::strong_count(turn) == 1;
        if turns.get(&self.lane).is_some_and(alone) {
            turns.remove(&self.lane);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use futures::FutureExt as _;

    use super::Lanes;

    #[tokio::test]
    async fn a_lane_holds_one_and_is_forgotten_when_it_is_empty() {
        let lanes = Arc::new(Lanes::default());
        let first = lanes.enter("a").await;
        assert!(lanes.enter("a").now_or_never().is_none());
        assert!(lanes.enter("b").now_or_never().is_some());

        drop(first);
        drop(lanes.enter("a").await);

        assert!(lanes.turns().is_empty());
    }
}
