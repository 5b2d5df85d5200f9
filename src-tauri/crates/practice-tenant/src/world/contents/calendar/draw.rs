//! The calendar of a group as it is drawn: what took place, what is planned,
//! and a meeting that comes again every week or two, in the zone of the group.
//! What only the first group and lively ones have is in `variety`.

use jiff::civil::Time;
use jiff::{SignedDuration, Timestamp};

use super::super::dice::Dice;
use super::super::ids::{self, Kind};
use super::super::life::Pace;
use super::super::{Part, texts};
use super::details::{
    Answered, Attendee, AttendeeKind, Body, Details, Moment, Response, ShowAs, Who,
};
use super::event::Event;
use super::rule::{Day, Pattern, PatternType, Range, RangeType, Recurrence};
use super::variety;
use super::zone::Zone;

/// Where groups are at home.
const HOMES: [&str; 5] = [
    "Europe/Berlin",
    "Eastern Standard Time",
    "Australia/Sydney",
    "India Standard Time",
    "UTC",
];

/// What a calendar is drawn with.
pub(super) struct Draw<'a, 'b> {
    pub(super) part: &'a mut Part<'b>,
    /// For what was not there from the beginning, so that the rest stays as it was.
    pub(super) dice: Dice,
    pub(super) home: Zone,
}

pub(in crate::world::contents) fn draw(mut part: Part<'_>) -> Vec<Event> {
    let mut dice = Dice::new(&part.origin.id, "calendar");
    let home = dice.pick(&HOMES).and_then(|name| Zone::named(name).ok());
    let mut draw = Draw {
        dice,
        home: home.unwrap_or_else(Zone::utc),
        part: &mut part,
    };
    let mut events = draw.usual();
    if draw.part.origin.first || draw.part.life.pace == Pace::Busy {
        variety::add(&mut draw, &mut events);
    }
    events
}

impl Draw<'_, '_> {
    fn usual(&mut self) -> Vec<Event> {
        let part = &mut *self.part;
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
            events.push(self.event(events.len() + 1, at));
        }
        for _ in 0..ahead {
            let at = self.part.origin.until + self.part.dice.days(1, 70);
            events.push(self.event(events.len() + 1, at));
        }
        if past > 3 {
            events.push(self.series(events.len() + 1, span));
        }
        events
    }

    fn event(&mut self, number: usize, near: Timestamp) -> Event {
        let part = &mut *self.part;
        let all_day = part.dice.chance(12);
        let start = at_hour(part, near, all_day);
        let count = part.dice.below(5);
        let subject = part.dice.word(part.words.meetings);
        let created = start
            .checked_sub(part.dice.days(1, 30))
            .unwrap_or(start)
            .max(part.life.began);
        let place = part
            .dice
            .chance(55)
            .then(|| part.dice.word(part.words.places));
        let minutes = match all_day {
            true => 24 * 60,
            false => [30, 45, 60, 90, 120][part.dice.below(5)],
        };
        let online = !all_day && part.dice.chance(60);
        let people: Vec<_> = (0..count).map(|_| part.somebody()).collect();
        // What lies ahead has been planned already.
        let created = created.min(part.origin.until);
        let mut details = self.time(start, minutes, all_day);
        details.subject = texts::numbered(subject, number);
        details.body = self.body();
        details.places = place.map(str::to_owned).into_iter().collect();
        details.online = online;
        details.attendees = people.into_iter().map(|user| self.invited(user)).collect();
        let id = ids::mailbox(&self.part.origin.id, Kind::Event, number);
        Event::new(id, details, created)
    }

    fn time(&self, start: Timestamp, minutes: i64, all_day: bool) -> Details {
        let end = start + SignedDuration::from_mins(minutes);
        if !all_day {
            let moment = |at| Moment::new(at, &self.home);
            return Details::new(moment(start), moment(end));
        }
        // The day is the same everywhere.
        let midnight = |at| Moment {
            local: Zone::utc().local(at).date().to_datetime(Time::midnight()),
            zone: self.home.clone(),
        };
        let mut details = Details::new(midnight(start), midnight(end));
        details.all_day = true;
        details.show_as = ShowAs::Free;
        details
    }

    /// In one of three meetings somebody wrote what it is about.
    pub(super) fn body(&mut self) -> Body {
        if !self.dice.chance(33) {
            return Body::default();
        }
        let words = self.part.words;
        let text = self.dice.word(words.paragraphs);
        let direction = if words.right_to_left { "rtl" } else { "ltr" };
        Body {
            html: true,
            content: format!(
                "<html><body dir=\"{direction}\"><p>{text}</p><ul><li>{}</li><li>{}</li></ul></body></html>",
                self.dice.word(words.replies),
                self.dice.word(words.replies),
            ),
        }
    }

    /// Somebody who has answered, or not yet.
    pub(super) fn invited(&mut self, user: u32) -> Attendee {
        let answers = [
            Response::None,
            Response::Accepted,
            Response::Accepted,
            Response::TentativelyAccepted,
            Response::Declined,
        ];
        let response = answers[self.dice.below(answers.len())];
        let optional = self.dice.chance(20);
        let ago = self.dice.days(1, 20);
        let answered = response != Response::None;
        Attendee {
            who: Who::User(user),
            kind: match optional {
                true => AttendeeKind::Optional,
                false => AttendeeKind::Required,
            },
            answer: Answered {
                response,
                at: answered.then(|| crate::clock::whole_seconds(self.part.origin.until - ago)),
            },
        }
    }

    /// A weekly meeting for as long as the group was alive.
    fn series(&mut self, number: usize, (began, last): (Timestamp, Timestamp)) -> Event {
        let part = &mut *self.part;
        let alive = matches!(part.life.pace, Pace::Steady | Pace::Busy);
        let ago = part.dice.days(60, 300);
        let first = began.max(last.checked_sub(ago).unwrap_or(began));
        let mut event = self.event(number, first);
        let start = at_hour(self.part, first, false);
        let (start, mut details) = (
            start,
            std::mem::replace(&mut event.details, self.time(start, 30, false)),
        );
        let interval = 1 + self.part.dice.below(2) as i32;
        details.start = event.details.start;
        details.end = event.details.end;
        details.all_day = false;
        details.show_as = ShowAs::Busy;
        event.details = details;
        event.created = first;
        event.modified = first;
        let date = self.home.local(start).date();
        let last = self.home.local(last).date();
        event.recurrence = Some(Recurrence {
            pattern: Pattern {
                interval,
                days_of_week: vec![Day::of(date)],
                first_day_of_week: Day::Monday,
                ..Pattern::new(PatternType::Weekly)
            },
            range: match alive {
                true => Range::without_end(date),
                false => Range {
                    kind: RangeType::EndDate,
                    end_date: Some(last.max(date)),
                    ..Range::without_end(date)
                },
            },
        });
        event
    }
}

/// During working hours of that day, or its midnight.
fn at_hour(part: &mut Part<'_>, near: Timestamp, midnight: bool) -> Timestamp {
    const DAY: i64 = 24 * 60 * 60;
    let half_hours = part.dice.between(14, 31) as i64;
    let day = near.as_second() / DAY * DAY;
    let seconds = if midnight { 0 } else { half_hours * 30 * 60 };
    Timestamp::from_second(day + seconds).unwrap_or(near)
}
