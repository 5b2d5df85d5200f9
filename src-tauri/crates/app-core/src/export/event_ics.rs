//! Events of a group for a calendar (RFC 5545): a series as such, what differs from it beside it, and how the clocks
//! of the zones go that it is held by.
//!
//! Deliberately elsewhere: what is read for it and what was saved before (`events`), zones (`timezones`). Folding and
//! escaping of lines are the crate's.

use std::collections::BTreeMap;

use icalendar::{
    Alarm, Class, Component as _, Event, EventLike as _, EventStatus, Property, Trigger,
};
use ipc_contract::calendar::{
    Recurrence, RecurrenceEnd, RecurrencePattern, Response, ShowAs, WeekIndex, Weekday,
};
use ipc_contract::conversations::MailPerson;
use jiff::civil::{Date, DateTime, Time};
use jiff::tz::TimeZone;
use jiff::{Span, Timestamp};

use super::ics::{after, calendar, day as on_day, one_line, stamp};
use super::timezones::{self, day, local};
use crate::calendar::recurs;

/// When something is, as a calendar file tells it.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum When {
    /// By the clocks of a zone of the tz database.
    Timed {
        start: DateTime,
        end: DateTime,
        zone: TimeZone,
    },
    /// Whole days.
    Days { first: Date, last: Date },
}

impl When {
    /// From one moment to another, by the clocks of a zone.
    pub(super) fn timed(start: Timestamp, end: Timestamp, zone: TimeZone) -> Self {
        Self::Timed {
            start: zone.to_datetime(start),
            end: zone.to_datetime(end),
            zone,
        }
    }

    pub(super) fn first_day(&self) -> Date {
        match self {
            Self::Timed { start, .. } => start.date(),
            Self::Days { first, .. } => *first,
        }
    }

    fn zone(&self) -> Option<&TimeZone> {
        match self {
            Self::Timed { zone, .. } if *zone != TimeZone::UTC => Some(zone),
            Self::Timed { .. } | Self::Days { .. } => None,
        }
    }
}

/// Somebody who is invited.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Invited {
    pub(super) person: MailPerson,
    pub(super) optional: bool,
    pub(super) response: Response,
}

/// An event, a series, or an occurrence that differs from its series.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Meeting {
    pub(super) uid: String,
    pub(super) sequence: u32,
    pub(super) when: When,
    pub(super) recurrence: Option<Recurrence>,
    /// Days of the series on which it is not held, or not as it says.
    pub(super) left_out: Vec<Date>,
    /// When the series would have held it, and the zone of the series.
    pub(super) instead_of: Option<When>,
    pub(super) subject: String,
    pub(super) description: String,
    pub(super) location: Option<String>,
    pub(super) cancelled: bool,
    pub(super) show_as: ShowAs,
    pub(super) private: bool,
    pub(super) organizer: Option<MailPerson>,
    pub(super) invited: Vec<Invited>,
    pub(super) reminder_minutes: Option<u32>,
    pub(super) url: Option<String>,
}

/// The file.
pub(super) fn written(meetings: &[Meeting], now: Timestamp) -> Vec<u8> {
    let mut file = calendar("-//Tenure//Group calendar//EN");
    for meeting in meetings {
        file.push(event(meeting, &stamp(now)));
    }
    let text = file.to_string();
    // The crate would give zones a UID and a time stamp, which they must not have.
    const FIRST: &str = "\r\nBEGIN:VEVENT\r\n";
    let zones = zones(meetings);
    text.replacen(FIRST, &format!("\r\n{zones}{}", &FIRST[2..]), 1)
        .into_bytes()
}

/// Every zone that is named, for as long as it is needed.
fn zones(meetings: &[Meeting]) -> String {
    let mut needed: BTreeMap<String, (TimeZone, Timestamp, Timestamp)> = BTreeMap::new();
    for meeting in meetings {
        for when in std::iter::once(&meeting.when).chain(&meeting.instead_of) {
            let (Some(zone), When::Timed { start, end, .. }) = (when.zone(), when) else {
                continue;
            };
            let Some(name) = zone.iana_name() else {
                continue;
            };
            let moment = |time: DateTime| zone.to_timestamp(time).unwrap_or(Timestamp::MAX);
            let (from, to) = (moment(*start), moment(*end));
            let known = needed
                .entry(name.to_owned())
                .or_insert_with(|| (zone.clone(), from, to));
            known.1 = known.1.min(from);
            known.2 = known.2.max(to);
        }
    }
    let zones = needed.iter();
    zones
        .map(|(name, (zone, from, to))| timezones::written(name, zone, *from, *to))
        .collect()
}

fn event(meeting: &Meeting, stamp: &str) -> Event {
    let mut event = Event::with_uid(&meeting.uid);
    let (start, end) = bounds(&meeting.when);
    event
        .summary(&one_line(&meeting.subject))
        .sequence(meeting.sequence)
        .status(match meeting.cancelled {
            true => EventStatus::Cancelled,
            false => EventStatus::Confirmed,
        })
        .append_property(Property::new("DTSTAMP", stamp))
        .append_property(start)
        .append_property(end)
        .append_property(Property::new("TRANSP", transparency(meeting.show_as)));
    if meeting.private {
        event.class(Class::Private);
    }
    if !meeting.description.trim().is_empty() {
        event.description(&lines(&meeting.description));
    }
    if let Some(location) = &meeting.location {
        event.location(&one_line(location));
    }
    if let Some(url) = &meeting.url {
        event.append_property(Property::new("URL", url));
    }
    recurring(&mut event, meeting);
    people(&mut event, meeting);
    if let Some(minutes) = meeting.reminder_minutes.filter(|_| !meeting.cancelled)
        && let Some(alarm) = alarm(minutes, meeting, stamp)
    {
        event.alarm(alarm);
    }
    event.done()
}

fn recurring(event: &mut Event, meeting: &Meeting) {
    if let Some(recurrence) = &meeting.recurrence {
        event.append_property(Property::new("RRULE", rule(recurrence, &meeting.when)));
        for day in &meeting.left_out {
            event.append_multi_property(held_on("EXDATE", *day, &meeting.when));
        }
    }
    if let Some(instead_of) = &meeting.instead_of {
        event.append_property(begin("RECURRENCE-ID", instead_of));
    }
}

fn people(event: &mut Event, meeting: &Meeting) {
    if let Some(organizer) = meeting
        .organizer
        .as_ref()
        .and_then(|who| person("ORGANIZER", who))
    {
        event.append_property(organizer);
    }
    for invited in &meeting.invited {
        let Some(mut attendee) = person("ATTENDEE", &invited.person) else {
            continue;
        };
        let role = match invited.optional {
            true => "OPT-PARTICIPANT",
            false => "REQ-PARTICIPANT",
        };
        let said = match invited.response {
            Response::Accepted | Response::Organizer => "ACCEPTED",
            Response::Tentative => "TENTATIVE",
            Response::Declined => "DECLINED",
            Response::None | Response::NotAnswered => "NEEDS-ACTION",
        };
        attendee.add_parameter("ROLE", role);
        attendee.add_parameter("PARTSTAT", said);
        event.append_multi_property(attendee.done());
    }
}

/// Somebody without an address cannot be named.
fn person(property: &str, person: &MailPerson) -> Option<Property> {
    let is_one = |c: char| !c.is_control() && !c.is_whitespace();
    if person.address.is_empty() || !person.address.chars().all(is_one) {
        return None;
    }
    let mut named = Property::new(property, format!("mailto:{}", person.address));
    // A parameter cannot hold quotation marks (RFC 5545, 3.2).
    let name = one_line(&person.name).replace('"', "'");
    if !name.is_empty() {
        named.add_parameter("CN", &name);
    }
    Some(named.done())
}

fn alarm(minutes: u32, meeting: &Meeting, stamp: &str) -> Option<Alarm> {
    let some = Trigger::try_from(&Property::new("TRIGGER", "PT1M")).ok()?;
    let mut alarm = Alarm::display(&one_line(&meeting.subject), some);
    // The crate would give the alarm another UID each time.
    alarm
        .append_property(Property::new("TRIGGER", format!("-PT{minutes}M")))
        .append_property(Property::new("UID", format!("alarm-{}", meeting.uid)))
        .append_property(Property::new("DTSTAMP", stamp));
    Some(alarm)
}

const fn transparency(show_as: ShowAs) -> &'static str {
    match show_as {
        ShowAs::Free | ShowAs::Elsewhere => "TRANSPARENT",
        ShowAs::Tentative | ShowAs::Busy | ShowAs::Away | ShowAs::Unknown => "OPAQUE",
    }
}

/// Line breaks stay, other characters that no program shows do not.
fn lines(text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    text.chars()
        .filter(|c| !c.is_control() || matches!(c, '\n' | '\t'))
        .collect()
}

fn bounds(when: &When) -> (Property, Property) {
    let end = match when {
        When::Timed { end, zone, .. } => timed("DTEND", *end, zone),
        When::Days { last, .. } => on_day("DTEND", after(*last, 1)),
    };
    (begin("DTSTART", when), end)
}

fn begin(property: &str, when: &When) -> Property {
    held_on(property, when.first_day(), when)
}

/// The beginning that an event of a series has on a day.
fn held_on(property: &str, day: Date, when: &When) -> Property {
    match when {
        When::Timed { start, zone, .. } => timed(property, day.to_datetime(start.time()), zone),
        When::Days { .. } => on_day(property, day),
    }
}

fn timed(property: &str, time: DateTime, zone: &TimeZone) -> Property {
    match zone.iana_name().filter(|_| *zone != TimeZone::UTC) {
        Some(name) => Property::new(property, local(time))
            .add_parameter("TZID", name)
            .done(),
        None => {
            let moment = zone.to_timestamp(time).unwrap_or_default();
            Property::new(property, stamp(moment))
        }
    }
}

/// How it recurs (RFC 5545, 3.3.10). Where the service takes the last day of a shorter month, the rule does.
fn rule(recurrence: &Recurrence, when: &When) -> String {
    let rule = match &recurrence.pattern {
        RecurrencePattern::Daily { interval } => format!("FREQ=DAILY;INTERVAL={interval}"),
        RecurrencePattern::Weekly {
            interval,
            days,
            week_start,
        } => {
            let (days, start) = (by_days(days), two_letters(*week_start));
            format!("FREQ=WEEKLY;INTERVAL={interval};BYDAY={days};WKST={start}")
        }
        RecurrencePattern::MonthlyOnDay { interval, day } => {
            format!(
                "FREQ=MONTHLY;INTERVAL={interval};{}",
                by_day_of_month(*day, 28)
            )
        }
        RecurrencePattern::MonthlyOnWeekday {
            interval,
            index,
            days,
        } => format!("FREQ=MONTHLY;INTERVAL={interval};{}", by_nth(*index, days)),
        RecurrencePattern::YearlyOnDay {
            interval,
            month,
            day,
        } => {
            // Only February differs from year to year.
            let shortest = if *month == 2 { 28 } else { 31 };
            let day = by_day_of_month(*day, shortest);
            format!("FREQ=YEARLY;INTERVAL={interval};BYMONTH={month};{day}")
        }
        RecurrencePattern::YearlyOnWeekday {
            interval,
            month,
            index,
            days,
        } => {
            let day = by_nth(*index, days);
            format!("FREQ=YEARLY;INTERVAL={interval};BYMONTH={month};{day}")
        }
    };
    match recurrence.end {
        RecurrenceEnd::Never => rule,
        RecurrenceEnd::After { occurrences } => format!("{rule};COUNT={occurrences}"),
        RecurrenceEnd::On { date } => format!("{rule};UNTIL={}", until(date, when)),
    }
}

/// The end of a day: in UTC where the series has times, as the standard wants it.
fn until(date: Date, when: &When) -> String {
    match when {
        When::Days { .. } => date.strftime("%Y%m%d").to_string(),
        When::Timed { zone, .. } => {
            let over = date
                .saturating_add(Span::new().days(1))
                .to_datetime(Time::midnight());
            let over = zone.to_timestamp(over).unwrap_or(Timestamp::MAX);
            stamp(over.checked_sub(Span::new().seconds(1)).unwrap_or(over))
        }
    }
}

fn by_day_of_month(day: u32, shortest: u32) -> String {
    if day <= shortest {
        return format!("BYMONTHDAY={day}");
    }
    let days: Vec<String> = (shortest..=day).map(|day| day.to_string()).collect();
    format!("BYMONTHDAY={};BYSETPOS=-1", days.join(","))
}

fn by_nth(index: WeekIndex, days: &[Weekday]) -> String {
    let number = match index {
        WeekIndex::First => 1,
        WeekIndex::Second => 2,
        WeekIndex::Third => 3,
        WeekIndex::Fourth => 4,
        WeekIndex::Last => -1,
    };
    match days {
        [day] => format!("BYDAY={number}{}", two_letters(*day)),
        days => format!("BYDAY={};BYSETPOS={number}", by_days(days)),
    }
}

fn by_days(days: &[Weekday]) -> String {
    let days: Vec<&str> = days.iter().copied().map(two_letters).collect();
    days.join(",")
}

const fn two_letters(of: Weekday) -> &'static str {
    day(recurs::weekday(of))
}

#[cfg(test)]
#[path = "event_ics_tests.rs"]
mod tests;
