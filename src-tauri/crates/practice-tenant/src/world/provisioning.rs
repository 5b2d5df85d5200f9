//! What a group gets some time after it was created or restored, each part by
//! itself: until then the service answers 404 for it.

use jiff::{SignedDuration, Timestamp};

/// What another service keeps for a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    /// Conversations, events, photo, and the settings that Exchange keeps.
    Mailbox,
    /// Files and notebooks.
    Site,
    Planner,
    Team,
}

/// Since when the services have known the group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Provisioning {
    Created(Timestamp),
    Restored(Timestamp),
}

impl Provisioning {
    /// Whether a part is there by `now`.
    pub(crate) fn has(self, part: Part, now: Timestamp) -> bool {
        let (since, seconds) = match self {
            Self::Created(at) => (at, after_creation(part)),
            Self::Restored(at) => (at, after_restoring(part)),
        };
        now.duration_since(since) >= SignedDuration::from_secs(seconds)
    }
}

/// In seconds. A group younger than 15 minutes cannot become a team.
fn after_creation(part: Part) -> i64 {
    match part {
        Part::Mailbox | Part::Planner => 5,
        Part::Site => 20,
        Part::Team => 15 * 60,
    }
}

/// In seconds; the service says "up to 24 hours".
fn after_restoring(part: Part) -> i64 {
    match part {
        Part::Mailbox => 10,
        Part::Site => 60,
        Part::Planner => 10 * 60,
        Part::Team => 60 * 60,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_parts_of_a_group_come_one_after_the_other() {
        let at = Timestamp::UNIX_EPOCH;
        let later = |seconds| at + SignedDuration::from_secs(seconds);
        let parts = [Part::Mailbox, Part::Site, Part::Planner, Part::Team];
        let there = |provisioning: Provisioning, seconds| {
            parts.map(|part| provisioning.has(part, later(seconds)))
        };
        assert_eq!(there(Provisioning::Created(at), 0), [false; 4]);
        assert_eq!(
            there(Provisioning::Created(at), 60),
            [true, true, true, false]
        );
        assert_eq!(
            there(Provisioning::Restored(at), 60),
            [true, true, false, false]
        );
        assert_eq!(there(Provisioning::Restored(at), 3_600), [true; 4]);
    }
}
