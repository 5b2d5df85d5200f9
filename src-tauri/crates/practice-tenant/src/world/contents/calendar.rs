//! A group's calendar: what took place, what is planned, and meetings that come
//! again every week.

use jiff::{SignedDuration, Timestamp};

use super::ids::{self, Kind};
use super::life::Pace;
use super::{Part, UserIndex, texts};

/// One entry, or the master of a series.
#[derive(Debug, Clone)]
pub(crate) struct Event {
    pub(crate) id: String,
    pub(crate) subject: String,
    pub(crate) place: Option<&'static str>,
    pub(crate) start: Timestamp,
    pub(crate) minutes: i64,
    /// From midnight to midnight.
    pub(crate) all_day: bool,
    pub(crate) online: bool,
    pub(crate) attendees: Vec<UserIndex>,
    pub(crate) weekly: Option<Weekly>,
    pub(crate) created: Timestamp,
}

/// A meeting comes again every so many weeks.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Weekly {
    pub(crate) weeks: i64,
    /// The last one is before this; never, if there is none.
    pub(crate) until: Option<Timestamp>,
}

impl Event {
    /// The starts of what of it lies in a window.
    pub(crate) fn starts_in(&self, (from, to): (Timestamp, Timestamp)) -> Vec<Timestamp> {
        let length = SignedDuration::from_mins(self.minutes);
        let inside = |start: Timestamp| start < to && start + length > from;
        let Some(weekly) = self.weekly else {
            return Some(self.start)
                .filter(|start| inside(*start))
                .into_iter()
                .collect();
        };
        let step = SignedDuration::from_hours(24 * 7 * weekly.weeks);
        let end = weekly.until.map_or(to, |until| until.min(to));
        // Begins just before the window, however long ago the series began.
        let before = from.duration_since(self.start + length).as_secs().max(0);
        let skipped = before / step.as_secs();
        let mut start = self.start + SignedDuration::from_secs(skipped * step.as_secs());
        let mut starts = Vec::new();
        while start < end {
            if inside(start) {
                starts.push(start);
            }
            start += step;
        }
        starts
    }
}

pub(super) fn draw(mut part: Part<'_>) -> Vec<Event> {
    if part.dice.chance(30) {
        return Vec::new();
    }
    let (past, ahead) = match part.life.pace {
        Pace::Dormant => (part.dice.below(4), 0),
        Pace::Quiet => (part.dice.between(1, 10), part.dice.below(2)),
        Pace::Steady => (part.dice.between(4, 30), part.dice.below(5)),
        Pace::Busy => (part.dice.between(15, 60), part.dice.between(2, 9)),
    };
    let span = part.span("events");
    let times = part.moments(span, past);
    let mut events: Vec<Event> = Vec::with_capacity(past + ahead + 1);
    for at in times {
        events.push(event(&mut part, events.len() + 1, at));
    }
    for _ in 0..ahead {
        let days = part.dice.days(1, 70);
        let at = part.origin.until + days;
        events.push(event(&mut part, events.len() + 1, at));
    }
    if past > 3 {
        let series = series(&mut part, events.len() + 1, span);
        events.push(series);
    }
    events
}

fn event(part: &mut Part<'_>, number: usize, near: Timestamp) -> Event {
    let all_day = part.dice.chance(12);
    let start = at_hour(part, near, all_day);
    let count = part.dice.below(5);
    let subject = part.dice.word(part.words.meetings);
    let created = start
        .checked_sub(part.dice.days(1, 30))
        .unwrap_or(start)
        .max(part.life.began);
    Event {
        id: ids::mailbox(&part.origin.id, Kind::Event, number),
        subject: texts::numbered(subject, number),
        place: part
            .dice
            .chance(55)
            .then(|| part.dice.word(part.words.places)),
        start,
        minutes: if all_day {
            24 * 60
        } else {
            [30, 45, 60, 90, 120][part.dice.below(5)]
        },
        all_day,
        online: !all_day && part.dice.chance(60),
        attendees: (0..count).map(|_| part.somebody()).collect(),
        weekly: None,
        // What lies ahead has been planned already.
        created: created.min(part.origin.until),
    }
}

/// A weekly meeting for as long as the group was alive.
fn series(part: &mut Part<'_>, number: usize, (began, last): (Timestamp, Timestamp)) -> Event {
    let alive = matches!(part.life.pace, Pace::Steady | Pace::Busy);
    let first = began.max(last.checked_sub(part.dice.days(60, 300)).unwrap_or(began));
    let mut event = event(part, number, first);
    event.all_day = false;
    event.minutes = 30;
    event.start = at_hour(part, first, false);
    event.created = first;
    event.weekly = Some(Weekly {
        weeks: 1 + part.dice.below(2) as i64,
        until: (!alive).then_some(last),
    });
    event
}

/// During working hours of that day, or its midnight.
fn at_hour(part: &mut Part<'_>, near: Timestamp, midnight: bool) -> Timestamp {
    const DAY: i64 = 24 * 60 * 60;
    let half_hours = part.dice.between(14, 31) as i64;
    let day = near.as_second() / DAY * DAY;
    let seconds = if midnight { 0 } else { half_hours * 30 * 60 };
    Timestamp::from_second(day + seconds).unwrap_or(near)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn meeting(weekly: Option<Weekly>) -> Event {
        Event {
            id: String::new(),
            subject: String::new(),
            place: None,
            start: hours(0),
            minutes: 60,
            all_day: false,
            online: false,
            attendees: Vec::new(),
            weekly,
            created: hours(0),
        }
    }

    fn hours(hours: i64) -> Timestamp {
        Timestamp::UNIX_EPOCH + SignedDuration::from_hours(hours)
    }

    #[test]
    fn a_series_has_an_occurrence_in_every_week_until_it_ends() {
        const WEEK: i64 = 7 * 24;
        let weekly = |until| Some(Weekly { weeks: 1, until });
        let endless = meeting(weekly(None));
        let starts = endless.starts_in((hours(1_000 * WEEK), hours(1_003 * WEEK)));
        assert_eq!(starts, [1_000, 1_001, 1_002].map(|week| hours(week * WEEK)));
        let ended = meeting(weekly(Some(hours(2 * WEEK))));
        assert_eq!(ended.starts_in((hours(0), hours(9 * WEEK))).len(), 2);
        assert!(
            ended
                .starts_in((hours(5 * WEEK), hours(9 * WEEK)))
                .is_empty()
        );
    }

    #[test]
    fn what_has_begun_before_the_window_and_goes_on_in_it_is_in_it() {
        let half = SignedDuration::from_mins(30);
        let once = meeting(None);
        assert_eq!(once.starts_in((hours(0) + half, hours(5))).len(), 1);
        assert!(once.starts_in((hours(1), hours(5))).is_empty());
    }
}
