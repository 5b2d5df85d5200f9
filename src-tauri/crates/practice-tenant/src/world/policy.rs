//! The tenant's expiration policy: one policy, over all Microsoft 365 groups.

use jiff::{SignedDuration, Timestamp};

/// How long a group lives after it was created or renewed, in days.
pub(crate) const LIFETIME_DAYS: i32 = 180;

/// Where notices about groups without owners go.
pub(crate) const NOTIFICATION_EMAILS: &str = "it-help@contoso-practice.example";

/// When a group that was renewed at `renewed` expires.
pub(crate) fn expiration(renewed: Timestamp) -> Timestamp {
    let lifetime = SignedDuration::from_hours(24 * i64::from(LIFETIME_DAYS));
    renewed.checked_add(lifetime).unwrap_or(Timestamp::MAX)
}

/// When a group that expires at `expires` was renewed.
pub(crate) fn renewed_for(expires: Timestamp) -> Timestamp {
    let lifetime = SignedDuration::from_hours(24 * i64::from(LIFETIME_DAYS));
    expires.checked_sub(lifetime).unwrap_or(Timestamp::MIN)
}
