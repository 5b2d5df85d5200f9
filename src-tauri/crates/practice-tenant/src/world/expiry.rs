//! What the expiration policy brings about as time passes (groups-lifecycle.md): renewal by activity,
//! notices, expiry, deletion, and the end of the thirty days. All of it is derived from the clock, so
//! that moving it by a day a hundred times and by a hundred days once come to the same. What was
//! derived is kept when a write would change what it was derived from.

use jiff::{SignedDuration, Timestamp};
use serde::Serialize;

use super::life::{self, Life};
use super::lifecycle::Lifecycle;
use super::{Group, Provisioning, UserIndex, World};

const DAY: SignedDuration = SignedDuration::from_hours(24);
/// So long before expiry a group that is used is renewed.
const AHEAD: SignedDuration = SignedDuration::from_hours(24 * 35);
/// From activity until a group that is about to expire is renewed: "within 24 hours".
const SOON: SignedDuration = SignedDuration::from_hours(12);
/// How many days before expiry the owners get mail.
const NOTICES: [i64; 3] = [30, 15, 1];

/// Something that time brings about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum EventKind {
    /// The owners get a mail 30, 15 or 1 day before expiry.
    Notice,
    /// A group that is used is renewed by the service.
    RenewedByActivity,
    /// A group expires.
    Expiry,
    /// An expired group is deleted, a day later.
    Deletion,
    /// A deleted group can no longer be brought back.
    Gone,
}

/// A mail about a group that is going to expire.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Notice {
    at: Timestamp,
    days_left: i64,
    group: String,
    display_name: String,
    expires: Timestamp,
    /// Addresses of the owners, or who is named for groups without.
    to: Vec<String>,
}

impl Group {
    /// The renewal that counts at `at`: the last one that was written, or the last by activity after it.
    pub(super) fn renewed_at(&self, lifecycle: &Lifecycle, at: Timestamp) -> Timestamp {
        let mut renewed = self.renewed;
        let next = |renewed| self.renewal_after(lifecycle, renewed);
        while let Some(next) = next(renewed).filter(|next| *next <= at) {
            renewed = next;
        }
        renewed
    }

    /// When a group expires that was renewed at `renewed`; never, if no policy covers it.
    pub(super) fn expires(&self, lifecycle: &Lifecycle, renewed: Timestamp) -> Option<Timestamp> {
        let expires = || lifecycle.expiration(&self.id, renewed);
        self.unified.then(expires).flatten()
    }

    /// When the service deletes a group by itself that was renewed at `renewed`: a day after it expired.
    /// One that was restored after it had expired gets a day to be renewed in.
    pub(super) fn due(&self, lifecycle: &Lifecycle, renewed: Timestamp) -> Option<Timestamp> {
        let expires = self.expires(lifecycle, renewed)?;
        Some(after(
            self.restored().map_or(expires, |at| expires.max(at)),
            DAY,
        ))
    }

    fn restored(&self) -> Option<Timestamp> {
        match self.provisioning {
            Provisioning::Restored(at) => Some(at),
            Provisioning::Created(_) => None,
        }
    }

    /// When the service renews by itself what was renewed at `renewed` and has been used since.
    fn renewal_after(&self, lifecycle: &Lifecycle, renewed: Timestamp) -> Option<Timestamp> {
        let expires = self.expires(lifecycle, renewed)?;
        let used = match self.in_use {
            true => Some(renewed),
            false => self.activity.iter().copied().find(|at| *at > renewed),
        };
        let noticed = [
            Some(used?),
            self.restored(),
            lifecycle.covered_since(&self.id),
        ];
        let noticed = noticed.into_iter().flatten().max()?;
        let opens = expires.checked_sub(AHEAD).unwrap_or(renewed);
        let at = opens.max(after(noticed, SOON));
        let ends = [self.due(lifecycle, renewed), self.deleted, self.purged];
        ends.into_iter().flatten().all(|end| at < end).then_some(at)
    }

    /// Whether the service has noticed activity since the renewal that counts at `at`.
    pub(super) fn is_noticed(&self, lifecycle: &Lifecycle, at: Timestamp) -> bool {
        let renewed = self.renewed_at(lifecycle, at);
        self.in_use || self.activity.iter().any(|used| *used > renewed)
    }

    /// Days before expiry and moments of the mails that are sent if it is not renewed any more.
    fn notices(
        &self,
        lifecycle: &Lifecycle,
        renewed: Timestamp,
    ) -> impl Iterator<Item = (i64, Timestamp)> {
        let expires = self.expires(lifecycle, renewed);
        let known = [
            Some(renewed),
            self.restored(),
            lifecycle.covered_since(&self.id),
        ];
        let begins = known.into_iter().flatten().max().unwrap_or(renewed);
        let moments = expires.into_iter().flat_map(|expires| {
            NOTICES.map(|days| {
                (
                    days,
                    expires.checked_sub(DAY * days as i32).unwrap_or(expires),
                )
            })
        });
        moments.filter(move |(_, at)| *at >= begins)
    }
}

fn after(at: Timestamp, time: SignedDuration) -> Timestamp {
    at.checked_add(time).unwrap_or(Timestamp::MAX)
}

impl World {
    /// When a group was last renewed, as it is at `at`.
    pub(crate) fn renewed(&self, group: &Group, at: Timestamp) -> Timestamp {
        group.renewed_at(&self.lifecycle, at)
    }

    /// When a group expires, as it is at `at`; never, if no policy covers it.
    pub(crate) fn expiration(&self, group: &Group, at: Timestamp) -> Option<Timestamp> {
        group.expires(&self.lifecycle, self.renewed(group, at))
    }

    /// Whether nothing was noticed of the use of the group at `place` yet.
    pub(super) fn is_unnoticed(&self, place: usize, at: Timestamp) -> bool {
        let group = &self.groups[place];
        group.unified && !group.is_noticed(&self.lifecycle, at)
    }

    /// Keeps what time has brought about by `at`, before the group at `place` is written.
    pub(super) fn settle(&mut self, place: usize, at: Timestamp) {
        let due = self.notices_of(place, at);
        self.outbox.extend(due);
        let renewed = self.groups[place].renewed_at(&self.lifecycle, at);
        let group = &mut self.groups[place];
        group.renewed = renewed;
        group.mailed = at;
    }

    /// The same for all groups, before the policy is changed. What time has deleted stays deleted.
    pub(super) fn settle_all(&mut self, at: Timestamp) {
        for place in 0..self.groups.len() {
            if let Life::Deleted(since) = self.life(place, at) {
                self.groups[place].deleted = Some(since);
            }
            self.settle(place, at);
        }
    }

    /// Every mail about expiry that was sent by `at`, oldest first.
    pub(crate) fn outbox(&self, at: Timestamp) -> Vec<Notice> {
        let due = (0..self.groups.len()).flat_map(|place| self.notices_of(place, at));
        let mut sent: Vec<Notice> = self.outbox.iter().cloned().chain(due).collect();
        sent.sort_by(|one, other| (one.at, &one.group).cmp(&(other.at, &other.group)));
        sent
    }

    /// The mails about the group at `place` that were sent by `at` and are not kept yet.
    fn notices_of(&self, place: usize, at: Timestamp) -> Vec<Notice> {
        let (group, lifecycle) = (&self.groups[place], &self.lifecycle);
        let ends = [group.deleted, group.purged].into_iter().flatten().min();
        let mut notices = Vec::new();
        let mut renewed = Some(group.renewed);
        while let Some(period) = renewed {
            let next = group.renewal_after(lifecycle, period);
            let end = next.into_iter().chain(ends).min();
            for (days_left, sent) in group.notices(lifecycle, period) {
                let due = sent > group.mailed && sent <= at;
                if due && end.is_none_or(|end| sent < end) {
                    notices.extend(self.notice(group, (days_left, sent), period));
                }
            }
            renewed = next.filter(|next| *next <= at);
        }
        notices
    }

    fn notice(
        &self,
        group: &Group,
        (days_left, at): (i64, Timestamp),
        renewed: Timestamp,
    ) -> Option<Notice> {
        let owners = group.owners.iter().filter_map(|owner| self.user(*owner));
        let mut to: Vec<String> = owners.map(|owner| owner.mail.clone()).collect();
        if to.is_empty() {
            to = self.lifecycle.notified().map(str::to_owned).collect();
        }
        Some(Notice {
            at,
            days_left,
            group: group.id.clone(),
            display_name: group.display_name.clone(),
            expires: group.expires(&self.lifecycle, renewed)?,
            to,
        })
    }

    /// What time brings about next for a group that `user` owns, and its name.
    pub(crate) fn next_event(
        &self,
        user: UserIndex,
        now: Timestamp,
    ) -> Option<(Timestamp, EventKind, &str)> {
        let owned = self.owned_by(user).iter();
        let events = owned.filter_map(|place| {
            let (at, kind) = self.next_of(*place, now)?;
            Some((at, kind, self.groups[*place].display_name.as_str()))
        });
        events.min()
    }

    fn next_of(&self, place: usize, now: Timestamp) -> Option<(Timestamp, EventKind)> {
        let (group, lifecycle) = (&self.groups[place], &self.lifecycle);
        match self.life(place, now) {
            Life::Gone => return None,
            Life::Deleted(since) => return Some((life::gone(since), EventKind::Gone)),
            Life::Live => {}
        }
        let renewed = group.renewed_at(lifecycle, now);
        let notices = group.notices(lifecycle, renewed);
        let once = [
            (
                group.renewal_after(lifecycle, renewed),
                EventKind::RenewedByActivity,
            ),
            (group.expires(lifecycle, renewed), EventKind::Expiry),
            (group.due(lifecycle, renewed), EventKind::Deletion),
        ];
        let once = once.into_iter().filter_map(|(at, kind)| Some((at?, kind)));
        notices
            .map(|(_, at)| (at, EventKind::Notice))
            .chain(once)
            .filter(|(at, _)| *at > now)
            .min()
    }
}

#[cfg(test)]
mod tests;
