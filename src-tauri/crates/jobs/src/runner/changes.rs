//! From what the executor says to what the journal keeps.

use crate::journal::Change;
use crate::{ItemRecord, ItemState, LookedUp, Options, Outcome, Settled, Stopped};

/// What an item comes to, and why the job stops for it.
pub(super) type Verdict = (Change, Option<Stopped>);

/// What came of an item that was sent.
pub(super) fn settled(item: &ItemRecord, settled: Settled, options: Options) -> Verdict {
    match settled {
        Settled::Done {
            after,
            subject,
            request_id,
        } => {
            let outcome = request_id.map(|id| Outcome {
                request_id: Some(id),
                ..Outcome::default()
            });
            let change = Change {
                after,
                subject,
                ..to(ItemState::Done, outcome)
            };
            (change, None)
        }
        Settled::Already => (to(ItemState::Already, None), None),
        Settled::Failed(outcome) => (to(ItemState::Failed, Some(outcome)), None),
        Settled::Unknown(outcome) => (to(ItemState::Unknown, Some(outcome)), None),
        Settled::Skipped(outcome) => (to(ItemState::Skipped, Some(outcome)), None),
        Settled::Retry(outcome) => (to(again(item, options.attempts), Some(outcome)), None),
        Settled::Later { outcome, .. } => (to(again(item, options.patience), Some(outcome)), None),
        Settled::Stop(reason, outcome) => {
            let change = to(ItemState::Planned, Some(outcome.clone()));
            (change, Some(Stopped { reason, outcome }))
        }
    }
}

/// What reading found of an item that was sent and never answered.
pub(super) fn looked_up(found: LookedUp) -> Verdict {
    match found {
        LookedUp::Done { after, subject } => {
            let change = Change {
                after,
                subject,
                ..to(ItemState::Done, None)
            };
            (change, None)
        }
        LookedUp::Already => (to(ItemState::Already, None), None),
        LookedUp::NotDone => (to(ItemState::Planned, None), None),
        LookedUp::Unknown(outcome) => (to(ItemState::Unknown, Some(outcome)), None),
        LookedUp::Stop(reason, outcome) => {
            let change = Change {
                outcome: Some(outcome.clone()),
                ..Change::default()
            };
            (change, Some(Stopped { reason, outcome }))
        }
    }
}

fn again(item: &ItemRecord, attempts: u32) -> ItemState {
    if item.attempts < attempts {
        ItemState::Planned
    } else {
        ItemState::Failed
    }
}

fn to(state: ItemState, outcome: Option<Outcome>) -> Change {
    Change {
        state: Some(state),
        outcome,
        ..Change::default()
    }
}
