//! How alive a group is: since when, until when, and how busy. Groups that are
//! about to expire are mostly quiet: what is used is renewed by itself.

use jiff::{SignedDuration, Timestamp};

use super::dice::Dice;
use super::{Origin, Part};
use crate::world::lifecycle;

/// How much happens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Pace {
    /// Nobody has been here for most of a year, if ever.
    Dormant,
    /// Now and then, months ago.
    Quiet,
    /// Every week or two.
    Steady,
    /// Every day.
    Busy,
}

/// The time in which something happened in a group.
#[derive(Debug, Clone, Copy)]
pub(super) struct Life {
    pub(super) pace: Pace,
    pub(super) began: Timestamp,
    pub(super) last: Timestamp,
    /// Where the last thing happened; the other parts were left earlier.
    leading: usize,
}

/// The parts that can lead, in the order of `leading`.
const PARTS: [&str; 3] = ["conversations", "files", "plans"];

impl Life {
    pub(super) fn draw(origin: &Origin) -> Self {
        let drawn = origin.until;
        let mut dice = Dice::new(&origin.id, "life");
        let pace = pace(dice.below(100), is_soon(origin.renewed, drawn));
        let ago = match pace {
            Pace::Dormant => dice.days(240, 700),
            Pace::Quiet => dice.days(45, 200),
            Pace::Steady => dice.days(3, 25),
            Pace::Busy => dice.days(0, 1),
        };
        let mut last = drawn.checked_sub(ago).unwrap_or(origin.created);
        if last < origin.created {
            // Younger than that: it was used for a while at first.
            last = dice.moment((origin.created, drawn), 1);
        }
        Self {
            pace,
            began: origin.created,
            last,
            leading: dice.below(PARTS.len()),
        }
    }
}

/// Whether the service has already looked, and found nobody: a group expires within 35 days. What goes on in
/// it all the same is none of what the service counts: mail that nobody reads, tasks, meetings.
fn is_soon(renewed: Timestamp, drawn: Timestamp) -> bool {
    let expires = lifecycle::expires_for(renewed);
    expires.duration_since(drawn) < SignedDuration::from_hours(24 * 35)
}

/// Whether somebody is in a group every week or two, in a way that the service counts.
pub(super) fn is_in_use(origin: &Origin) -> bool {
    let soon = is_soon(origin.renewed, origin.until);
    !soon && matches!(Life::draw(origin).pace, Pace::Steady | Pace::Busy)
}

fn pace(dice: usize, soon: bool) -> Pace {
    let limits = if soon { [45, 80, 95] } else { [14, 38, 78] };
    match limits.iter().filter(|limit| dice >= **limit).count() {
        0 => Pace::Dormant,
        1 => Pace::Quiet,
        2 => Pace::Steady,
        _ => Pace::Busy,
    }
}

impl Part<'_> {
    /// From when to when something happened in the part called `name`.
    pub(super) fn span(&mut self, name: &str) -> (Timestamp, Timestamp) {
        let Life { began, last, .. } = *self.life;
        if PARTS.get(self.life.leading) == Some(&name) {
            return (began, last);
        }
        let earlier = match self.life.pace {
            Pace::Busy => self.dice.days(0, 6),
            Pace::Steady => self.dice.days(0, 40),
            Pace::Dormant | Pace::Quiet => self.dice.days(5, 120),
        };
        (began, last.checked_sub(earlier).unwrap_or(began).max(began))
    }

    /// `count` moments of a span, the last of them at its end, latest first.
    pub(super) fn moments(&mut self, span: (Timestamp, Timestamp), count: usize) -> Vec<Timestamp> {
        let earlier = (1..count).map(|_| self.dice.moment(span, 2));
        let mut moments: Vec<Timestamp> = earlier.collect();
        if count > 0 {
            moments.push(span.1);
        }
        moments.sort_unstable_by(|one, other| other.cmp(one));
        moments
            .into_iter()
            .map(crate::clock::whole_seconds)
            .collect()
    }
}
