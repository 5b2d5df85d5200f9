//! What a policy comes to for one group: pure dates, nothing read.
//!
//! A lifetime counts in days of 24 hours from the last renewal, as the service does; days on a screen are the
//! window's. What the service's documentation does not say is told by [`assumptions`].

use ipc_contract::policies::{ExpiryAssumption, ExpiryRule, ManagedGroups, WhatIfChange};
use jiff::{SignedDuration, Timestamp};

const DAY: SignedDuration = SignedDuration::from_hours(24);
/// What a group gets that is older than a lifetime which has just come to hold for it (groups-lifecycle.md).
const GRACE: SignedDuration = SignedDuration::from_hours(24 * 35);
/// How many days before the expiry owners get mail.
const MAILS: [i64; 3] = [30, 15, 1];
/// Mails are counted that are sent within so many days.
const MAILED_SOON: SignedDuration = SignedDuration::from_hours(24 * 30);
/// Deletions are counted within so many days.
const DELETED_SOON: SignedDuration = SignedDuration::from_hours(24 * 60);

/// A lifetime and what it covers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Lifetime {
    pub(crate) days: u32,
    pub(crate) managed: ManagedGroups,
}

/// A change from one to another, made at a moment.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Change {
    pub(crate) from: Option<Lifetime>,
    pub(crate) to: Option<Lifetime>,
    pub(crate) at: Timestamp,
}

/// A group as far as its expiry follows from it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Facts {
    /// Its last renewal, or its creation.
    pub(crate) renewed: Option<Timestamp>,
    /// When it expires by the service's word; none when nothing covers it.
    pub(crate) expires: Option<Timestamp>,
    /// Whether it would be among the selected ones.
    pub(crate) selected: bool,
}

/// What comes of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Fate {
    pub(crate) expires: Option<Timestamp>,
    pub(crate) rule: ExpiryRule,
    pub(crate) change: WhatIfChange,
    /// Mails that are still to come.
    pub(crate) mails: Vec<Timestamp>,
    pub(crate) deleted: Option<Timestamp>,
}

impl Change {
    /// Whether the lifetime, or which groups have one, changes; who is written to does not count.
    pub(crate) fn is_one(&self) -> bool {
        self.from != self.to
    }

    /// What the change comes to for a group.
    pub(crate) fn fate(&self, group: Facts) -> Fate {
        let (expires, rule) = self.expiry(group);
        let mails = expires.map_or_else(Vec::new, |expires| self.mails(expires));
        Fate {
            expires,
            rule,
            change: compared(group.expires, expires),
            mails,
            deleted: expires.map(|expires| later(expires, DAY)),
        }
    }

    fn expiry(&self, group: Facts) -> (Option<Timestamp>, ExpiryRule) {
        let Some(lifetime) = self.to else {
            return (None, ExpiryRule::NoPolicy);
        };
        let covered = match lifetime.managed {
            ManagedGroups::All => true,
            ManagedGroups::Selected => group.selected,
            ManagedGroups::None => false,
        };
        if !covered {
            return (None, ExpiryRule::NotCovered);
        }
        if !self.is_one() && group.expires.is_some() {
            return (group.expires, ExpiryRule::Unchanged);
        }
        let lifetime = DAY.checked_mul(i32::try_from(lifetime.days).unwrap_or(i32::MAX));
        let renewed = group.renewed.unwrap_or(self.at);
        let expires = later(renewed, lifetime.unwrap_or(SignedDuration::MAX));
        match expires <= self.at {
            true => (Some(later(self.at, GRACE)), ExpiryRule::Older),
            false => (Some(expires), ExpiryRule::Renewed),
        }
    }

    fn mails(&self, expires: Timestamp) -> Vec<Timestamp> {
        let moments = MAILS.map(|days| later(expires, SignedDuration::from_hours(-24 * days)));
        moments.into_iter().filter(|mail| *mail >= self.at).collect()
    }

    /// Whether a group's owners get a mail soon.
    pub(crate) fn is_mailed_soon(&self, mails: &[Timestamp]) -> bool {
        let soon = later(self.at, MAILED_SOON);
        mails.iter().any(|mail| *mail <= soon)
    }

    /// Whether a group is deleted soon.
    pub(crate) fn is_deleted_soon(&self, deleted: Option<Timestamp>) -> bool {
        let soon = later(self.at, DELETED_SOON);
        deleted.is_some_and(|deleted| deleted <= soon)
    }
}

/// What the dates of groups with these rules rest on that is not documented.
pub(crate) fn assumptions(change: &Change, older: bool, recomputed: bool) -> Vec<ExpiryAssumption> {
    let mut assumptions = Vec::new();
    if change.to.is_some() {
        assumptions.extend([ExpiryAssumption::CountedFromRenewal, ExpiryAssumption::NotUsed]);
    }
    if change.is_one() {
        assumptions.push(ExpiryAssumption::MadeNow);
    }
    if recomputed {
        assumptions.push(ExpiryAssumption::Recomputed);
    }
    if older && change.from.is_some() {
        assumptions.push(ExpiryAssumption::GraceAtEveryChange);
    }
    assumptions
}

fn compared(now: Option<Timestamp>, then: Option<Timestamp>) -> WhatIfChange {
    match (now, then) {
        (None, None) => WhatIfChange::Never,
        (None, Some(_)) => WhatIfChange::FirstTime,
        (Some(_), None) => WhatIfChange::NoLonger,
        (Some(now), Some(then)) if then < now => WhatIfChange::Sooner,
        (Some(now), Some(then)) if then > now => WhatIfChange::Later,
        (Some(_), Some(_)) => WhatIfChange::Same,
    }
}

fn later(at: Timestamp, time: SignedDuration) -> Timestamp {
    at.checked_add(time).unwrap_or(Timestamp::MAX)
}

#[cfg(test)]
#[path = "reckon_tests.rs"]
mod tests;
