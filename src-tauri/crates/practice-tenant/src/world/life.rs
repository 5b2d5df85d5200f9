//! Whether a group is there, deleted, or gone for good at a time. Everything
//! that time alone brings about (expiry, the end of the thirty days) is derived
//! from the clock: nothing runs in the background.

use jiff::{SignedDuration, Timestamp};

use super::policy::Policies;
use super::{Group, Provisioning};

const DAY: SignedDuration = SignedDuration::from_hours(24);
/// How long a deleted Microsoft 365 group can be brought back.
const RESTORE_WINDOW: SignedDuration = SignedDuration::from_hours(24 * 30);

/// What has become of a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Life {
    Live,
    /// Since when; it can be brought back.
    Deleted(Timestamp),
    Gone,
}

impl Group {
    /// What has become of the group by `at`.
    pub(super) fn life(&self, policies: &Policies, at: Timestamp) -> Life {
        if self.purged.is_some_and(|purged| purged <= at) {
            return Life::Gone;
        }
        let due = self.unified.then(|| self.due(policies));
        let deletions = self.deleted.into_iter().chain(due);
        match deletions.filter(|deleted| *deleted <= at).min() {
            None => Life::Live,
            Some(deleted) if self.unified && at < after(deleted, RESTORE_WINDOW) => {
                Life::Deleted(deleted)
            }
            Some(_) => Life::Gone,
        }
    }

    /// When the service deletes the group by itself: a day after it expired. One
    /// that was restored after it had expired gets a day to be renewed in.
    pub(super) fn due(&self, policies: &Policies) -> Timestamp {
        let expires = policies.expiration(self.renewed);
        let expires = match self.provisioning {
            Provisioning::Restored(at) => expires.max(at),
            Provisioning::Created(_) => expires,
        };
        after(expires, DAY)
    }
}

fn after(at: Timestamp, time: SignedDuration) -> Timestamp {
    at.checked_add(time).unwrap_or(Timestamp::MAX)
}
