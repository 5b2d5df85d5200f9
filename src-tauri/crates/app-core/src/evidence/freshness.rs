//! How long evidence counts as new. Reading it is elsewhere.

use ipc_contract::evidence::Evidence;
use jiff::{SignedDuration, Timestamp};

use super::{facts, wanted};

/// What was read less long ago is not read again.
const FRESH_FOR: SignedDuration = SignedDuration::from_mins(10);
/// The same for what could not be read whole.
const TRY_AGAIN_AFTER: SignedDuration = SignedDuration::from_mins(1);
/// How far the service's clock may seem to have gone back: its answers tell the time in whole seconds, and some are long
/// on their way.
const CLOCK_STEP: SignedDuration = SignedDuration::from_mins(1);

/// Whether it is new enough, and nothing could be read now that could not be read then.
pub(super) fn is_fresh(kept: &Evidence, now: Timestamp, granted: &[String]) -> bool {
    let limit = match facts::has_unknown(kept) {
        true => TRY_AGAIN_AFTER,
        false => FRESH_FOR,
    };
    let age = now.duration_since(kept.as_of);
    age < limit && age >= -CLOCK_STEP && !wanted::has_come(kept, granted)
}

#[cfg(test)]
mod tests {
    use ipc_contract::evidence::Fact;

    use super::*;

    fn kept(conversations: bool) -> Evidence {
        Evidence {
            group_id: "5f6b2d0a-6f0e-4a2c-9d63-4d1d5f1f0a01".to_owned(),
            as_of: "2026-03-01T10:00:00Z".parse().unwrap(),
            conversations: if conversations {
                Fact::Absent
            } else {
                Fact::Unknown
            },
            files: Fact::Absent,
            events: Fact::Absent,
            tasks: Fact::Absent,
            notebook: Fact::Absent,
            team: Fact::Absent,
            people: Fact::Absent,
        }
    }

    fn fresh_after(evidence: &Evidence, seconds: i64) -> bool {
        let now = evidence.as_of + SignedDuration::from_secs(seconds);
        is_fresh(evidence, now, &[])
    }

    #[test]
    fn it_is_new_for_ten_minutes_and_for_one_where_something_could_not_be_read() {
        assert!(fresh_after(&kept(true), 599) && !fresh_after(&kept(true), 600));
        assert!(fresh_after(&kept(false), 59) && !fresh_after(&kept(false), 60));
    }

    #[test]
    fn a_clock_that_seems_to_have_gone_back_a_little_does_not_make_it_old() {
        assert!(fresh_after(&kept(true), -2));
        assert!(!fresh_after(&kept(true), -3_600), "the clock was set back");
    }
}
