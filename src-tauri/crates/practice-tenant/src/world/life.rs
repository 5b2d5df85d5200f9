//! Whether a group is there, deleted, or gone for good at a time. Nothing runs in
//! the background: what time alone brings about is derived from the clock, which
//! of it by the expiration policy is in `expiry`.

use jiff::{SignedDuration, Timestamp};

use super::Group;
use super::lifecycle::Lifecycle;

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
    pub(super) fn life(&self, lifecycle: &Lifecycle, at: Timestamp) -> Life {
        if self.purged.is_some_and(|purged| purged <= at) {
            return Life::Gone;
        }
        let due = self.due(lifecycle, self.renewed_at(lifecycle, at));
        let deletions = self.deleted.into_iter().chain(due);
        match deletions.filter(|deleted| *deleted <= at).min() {
            None => Life::Live,
            Some(deleted) if self.unified && at < gone(deleted) => Life::Deleted(deleted),
            Some(_) => Life::Gone,
        }
    }
}

/// When a group that was deleted at `deleted` can no longer be brought back.
pub(super) fn gone(deleted: Timestamp) -> Timestamp {
    deleted
        .checked_add(RESTORE_WINDOW)
        .unwrap_or(Timestamp::MAX)
}
