//! What the calendars of the first group and of lively ones have besides: series in zones all over
//! the world that cross clock changes, with occurrences that were moved,
//! renamed and deleted; whole days, private and cancelled meetings, and
//! invitations by others that wait for an answer.

use jiff::civil::{Date, Time, time};
use jiff::{Timestamp, ToSpan};

use super::super::ids::{self, Kind};
use super::details::{
    Answered, Attendee, AttendeeKind, Body, Details, EventEdit, Importance, Moment, Response,
    Sensitivity, ShowAs, Who,
};
use super::draw::Draw;
use super::event::Event;
use super::rule::{Day, Pattern, PatternType, Range, RangeType, Recurrence, WeekIndex};
use super::zone::Zone;
use crate::world::OWNER;

/// A series: what, where, from when to when, and how often. It began so many days ago.
struct Series {
    subject: &'static str,
    zone: &'static str,
    time: (Time, i64),
    days_ago: i64,
    pattern: Pattern,
}

/// How many events there are on one day of the first group.
const FULL_DAY: usize = 50;
/// That day is so long ago.
const FULL_DAY_AGO: i64 = 30;

pub(super) fn add(draw: &mut Draw<'_, '_>, events: &mut Vec<Event>) {
    let today = Zone::utc().local(draw.part.origin.until).date();
    let mut add = |mut event: Event| {
        event.id = ids::mailbox(&draw.part.origin.id, Kind::Event, events.len() + 1);
        events.push(event);
    };
    let began = draw.part.origin.created;
    for series in all_series() {
        if let Some(event) = series.event(today, began) {
            add(event);
        }
    }
    add(away(today, began));
    add(private(today, began));
    add(cancelled(today, began));
    add(invitation(today, began));
    if let Some(event) = invitation_to_series(today, began) {
        add(event);
    }
    if draw.part.origin.first {
        for number in 0..FULL_DAY {
            add(of_full_day(today, number, began));
        }
    }
}

fn weekly(days: &[Day]) -> Pattern {
    Pattern {
        days_of_week: days.to_vec(),
        first_day_of_week: Day::Monday,
        ..Pattern::new(PatternType::Weekly)
    }
}

fn all_series() -> [Series; 8] {
    let series = |subject, zone, time, days_ago, pattern| Series {
        subject,
        zone,
        time,
        days_ago,
        pattern,
    };
    [
        series(
            "Montagsrunde & Übergabe",
            "W. Europe Standard Time",
            (time(9, 0, 0, 0), 45),
            300,
            weekly(&[Day::Monday, Day::Wednesday]),
        ),
        series(
            "Budget sync with New York",
            "Eastern Standard Time",
            (time(8, 30, 0, 0), 60),
            200,
            Pattern {
                interval: 2,
                ..weekly(&[Day::Tuesday])
            },
        ),
        series(
            "Sydney partner call",
            "AUS Eastern Standard Time",
            (time(10, 0, 0, 0), 30),
            250,
            Pattern {
                days_of_week: vec![Day::Thursday],
                index: WeekIndex::First,
                ..Pattern::new(PatternType::RelativeMonthly)
            },
        ),
        series(
            "Lord Howe weather station: reading",
            "Australia/Lord_Howe",
            (time(2, 15, 0, 0), 15),
            400,
            weekly(&[Day::Sunday]),
        ),
        series(
            "मासिक समीक्षा · Pune",
            "Asia/Kolkata",
            (time(18, 0, 0, 0), 60),
            220,
            Pattern {
                day_of_month: 31,
                ..Pattern::new(PatternType::AbsoluteMonthly)
            },
        ),
        series(
            "Fenêtre de sauvegarde",
            "Europe/Paris",
            (time(2, 30, 0, 0), 30),
            400,
            weekly(&[Day::Sunday]),
        ),
        series(
            "年次監査",
            "Tokyo Standard Time",
            (time(13, 0, 0, 0), 120),
            800,
            Pattern {
                month: 11,
                days_of_week: vec![Day::Friday],
                index: WeekIndex::Last,
                ..Pattern::new(PatternType::RelativeYearly)
            },
        ),
        series(
            "Founders' day",
            "GMT Standard Time",
            (time(16, 0, 0, 0), 90),
            800,
            Pattern {
                month: 2,
                day_of_month: 29,
                ..Pattern::new(PatternType::AbsoluteYearly)
            },
        ),
    ]
}

impl Series {
    fn event(self, today: Date, began: Timestamp) -> Option<Event> {
        let zone = Zone::named(self.zone).ok()?;
        let from = today.checked_sub(self.days_ago.days()).ok()?;
        let mut recurrence = Recurrence {
            pattern: self.pattern,
            range: Range::without_end(from),
        };
        // A series begins with an occurrence.
        let first = recurrence.dates(from).next()?;
        recurrence.range.start_date = first;
        if recurrence.pattern.interval > 1 {
            recurrence.range.kind = RangeType::EndDate;
            recurrence.range.end_date = today.checked_add(200.days()).ok();
        }
        let mut details = at(recurrence.range.start_date, self.time, &zone);
        details.subject = self.subject.to_owned();
        details.online = true;
        details.body = Body {
            html: true,
            content: format!(
                "<html><body><h3>{}</h3><p>1. …<br>2. …</p></body></html>",
                self.subject.replace('&', "&amp;")
            ),
        };
        let mut event = Event::new(String::new(), details, began);
        event.recurrence = Some(recurrence);
        if self.days_ago == 300 {
            upset(&mut event, today);
        }
        Some(event)
    }
}

/// Moves one occurrence, renames the next, and takes out the one after and one ahead.
fn upset(event: &mut Event, today: Date) {
    let Some(recurrence) = &event.recurrence else {
        return;
    };
    let dates: Vec<Date> = recurrence.dates(today).take(6).collect();
    let [first, second, third, .., last] = dates[..] else {
        return;
    };
    let moved = |at: Time| {
        let local = first.to_datetime(at);
        Moment {
            local,
            zone: event.details.start.zone.clone(),
        }
    };
    let times = vec![
        EventEdit::Start(moved(time(14, 0, 0, 0))),
        EventEdit::End(moved(time(15, 30, 0, 0))),
    ];
    event.exceptions.insert(first, times);
    let name = EventEdit::Subject("Montagsrunde, diesmal mit Gästen".to_owned());
    event.exceptions.insert(second, vec![name]);
    event.deleted.extend([third, last]);
}

fn at(date: Date, (start, minutes): (Time, i64), zone: &Zone) -> Details {
    let start = date.to_datetime(start);
    let end = start.checked_add(minutes.minutes()).unwrap_or(start);
    let moment = |local| Moment {
        local,
        zone: zone.clone(),
    };
    Details::new(moment(start), moment(end))
}

fn in_days(today: Date, days: i64) -> Date {
    today.checked_add(days.days()).unwrap_or(today)
}

/// Three whole days.
fn away(today: Date, began: Timestamp) -> Event {
    let mut details = at(
        in_days(today, 24),
        (Time::midnight(), 3 * 24 * 60),
        &Zone::utc(),
    );
    details.subject = "Team offsite 🏔️".to_owned();
    details.all_day = true;
    details.show_as = ShowAs::Oof;
    details.places = vec!["Zermatt".to_owned(), "Hotel lobby".to_owned()];
    details.categories = vec!["Blue category".to_owned()];
    Event::new(String::new(), details, began)
}

fn private(today: Date, began: Timestamp) -> Event {
    let noon = (time(12, 0, 0, 0), 60);
    let mut details = at(in_days(today, 6), noon, &Zone::utc());
    details.subject = "Contract talks".to_owned();
    details.sensitivity = Sensitivity::Private;
    details.importance = Importance::High;
    details.reminder_minutes = 60;
    Event::new(String::new(), details, began)
}

/// The organizer called it off; it stays until somebody deletes it.
fn cancelled(today: Date, began: Timestamp) -> Event {
    let mut event = invitation(today, began);
    event.details.subject = "Canceled: Tour of the new building".to_owned();
    event.details.show_as = ShowAs::Free;
    event.cancelled = true;
    event
}

/// Somebody outside invites the group and its owner, who have not answered.
fn invitation(today: Date, began: Timestamp) -> Event {
    let afternoon = (time(15, 0, 0, 0), 60);
    let mut details = at(in_days(today, 9), afternoon, &Zone::utc());
    details.subject = "Supplier day: please confirm".to_owned();
    details.show_as = ShowAs::Tentative;
    details.attendees = [Who::Group, Who::User(OWNER)].map(awaited).into();
    let mut event = Event::new(String::new(), details, began);
    event.organizer = Some(Who::Address {
        name: "Ilse Vandamme".to_owned(),
        address: "ilse.vandamme@supplier.example".to_owned(),
    });
    event.details.answer.response = Response::NotResponded;
    event
}

fn awaited(who: Who) -> Attendee {
    Attendee {
        who,
        kind: AttendeeKind::Required,
        answer: Answered::default(),
    }
}

/// The same every week, by somebody of the company.
fn invitation_to_series(today: Date, began: Timestamp) -> Option<Event> {
    let zone = Zone::named("Europe/Warsaw").ok()?;
    let mut event = invitation(today, began);
    let Details {
        attendees, answer, ..
    } = event.details;
    let mut recurrence = Recurrence {
        pattern: weekly(&[Day::Friday]),
        range: Range {
            kind: RangeType::Numbered,
            number_of_occurrences: 12,
            ..Range::without_end(today)
        },
    };
    let first = recurrence.dates(today).nth(1)?;
    recurrence.range.start_date = first;
    event.details = Details {
        subject: "Przegląd tygodnia".to_owned(),
        show_as: ShowAs::Tentative,
        attendees,
        answer,
        online: true,
        ..at(first, (time(11, 0, 0, 0), 30), &zone)
    };
    event.organizer = Some(Who::User(2));
    event.recurrence = Some(recurrence);
    Some(event)
}

fn of_full_day(today: Date, number: usize, began: Timestamp) -> Event {
    let hour = 8 + (number / 5) as i8;
    let start = time(hour, 12 * (number % 5) as i8, 0, 0);
    let length = 15 + 15 * (number % 6) as i64;
    let day = in_days(today, -FULL_DAY_AGO);
    let mut details = at(day, (start, length), &Zone::utc());
    details.subject = format!("Open day: visit {}", number + 1);
    Event::new(String::new(), details, began)
}
