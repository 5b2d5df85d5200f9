//! What an event's input means before it is saved: what prevents that, and what the person should know.
//!
//! Deliberately elsewhere: how it becomes an event of the service (`written`).

use std::collections::BTreeSet;

use ipc_contract::calendar::{
    EventChecked, EventFinding, EventInput, Invitee, Recurrence, RecurrenceEnd, WallTime,
};
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use jiff::{Span, Timestamp};

use super::recurs;
use super::zones::{OnTheWall, becomes, on_the_wall, zone};
use crate::people::is_address;

/// Characters of a subject (resources/event.md).
pub(super) const MOST_OF_SUBJECT: u32 = 255;
/// People whom one event takes (Exchange Online limits).
pub(super) const MOST_PEOPLE: u32 = 500;
/// For so long ahead occurrences are looked at.
const LOOKED_AHEAD_YEARS: i16 = 2;

/// What there is to know about an event at this moment.
pub(super) fn checked(event: &EventInput, now: Timestamp) -> EventChecked {
    let mut findings = about_words(&event.subject);
    findings.extend(about_people(&event.attendees, event.whole_group));
    findings.extend(about_time(&event.time, event.recurrence.as_ref(), now));
    findings.sort_by_key(|finding| !prevents(finding));
    let can_save = !findings.first().is_some_and(prevents);
    EventChecked { findings, can_save }
}

/// Whether it cannot be saved.
pub(super) const fn prevents(finding: &EventFinding) -> bool {
    match finding {
        EventFinding::EndsBeforeStart
        | EventFinding::ZoneUnknown
        | EventFinding::SubjectTooLong { .. }
        | EventFinding::AddressWrong { .. }
        | EventFinding::TooManyPeople { .. }
        | EventFinding::RecurrenceWrong => true,
        EventFinding::Skipped { .. }
        | EventFinding::Twice { .. }
        | EventFinding::OccurrenceSkipped { .. }
        | EventFinding::Past
        | EventFinding::NoEnd => false,
    }
}

pub(super) fn about_words(subject: &str) -> Vec<EventFinding> {
    let most = MOST_OF_SUBJECT;
    let too_long = subject.chars().count() > most as usize;
    let finding = too_long.then_some(EventFinding::SubjectTooLong { most });
    finding.into_iter().collect()
}

pub(super) fn about_people(attendees: &[Invitee], whole_group: bool) -> Vec<EventFinding> {
    let wrong: BTreeSet<&str> = attendees
        .iter()
        .map(|invitee| invitee.person.address.as_str())
        .filter(|address| !is_address(address))
        .collect();
    let mut findings: Vec<EventFinding> = wrong
        .into_iter()
        .map(|address| EventFinding::AddressWrong {
            address: address.to_owned(),
        })
        .collect();
    let most = MOST_PEOPLE;
    if attendees.len() + usize::from(whole_group) > most as usize {
        findings.push(EventFinding::TooManyPeople { most });
    }
    findings
}

pub(super) fn about_time(
    time: &WallTime,
    recurrence: Option<&Recurrence>,
    now: Timestamp,
) -> Vec<EventFinding> {
    let first = first_day(time);
    let mut findings = Vec::new();
    if recurrence.is_some_and(|recurrence| !recurs::is_right(recurrence, first)) {
        findings.push(EventFinding::RecurrenceWrong);
    }
    let (zone, over) = match time {
        WallTime::Timed {
            start,
            end,
            time_zone,
        } => {
            let Some(zone) = zone(time_zone) else {
                findings.push(EventFinding::ZoneUnknown);
                return findings;
            };
            findings.extend(about_clocks(&zone, *start, *end));
            if findings.is_empty()
                && let Some(recurrence) = recurrence
            {
                findings.extend(about_occurrences(&zone, *start, recurrence));
            }
            let over = zone.to_timestamp(*end).ok();
            (zone, over)
        }
        WallTime::AllDay { first, last } => {
            if last < first {
                findings.push(EventFinding::EndsBeforeStart);
            }
            // Days that are the same everywhere are over when they are over here.
            let zone = TimeZone::system();
            let over = last
                .tomorrow()
                .ok()
                .and_then(|day| zone.to_timestamp(day.at(0, 0, 0, 0)).ok());
            (zone, over)
        }
    };
    match recurrence.map(|recurrence| &recurrence.end) {
        Some(RecurrenceEnd::Never) => findings.push(EventFinding::NoEnd),
        Some(RecurrenceEnd::On { date }) if *date < zone.to_datetime(now).date() => {
            findings.push(EventFinding::Past);
        }
        None if over.is_some_and(|over| over <= now) => findings.push(EventFinding::Past),
        _ => {}
    }
    findings
}

/// Clocks that are put forward or back at the beginning, and an end that is before it.
fn about_clocks(zone: &TimeZone, start: DateTime, end: DateTime) -> Vec<EventFinding> {
    let mut findings = Vec::new();
    let moment = |time| zone.to_timestamp(time).ok();
    match (moment(start), moment(end)) {
        (Some(from), Some(to)) if from <= to && start <= end => {}
        _ => findings.push(EventFinding::EndsBeforeStart),
    }
    match on_the_wall(zone, start) {
        OnTheWall::Once => {}
        OnTheWall::Never => findings.push(EventFinding::Skipped {
            becomes: becomes(zone, start),
        }),
        OnTheWall::Twice => {
            let meant = moment(start).map(|meant| zone.to_offset(meant).seconds() / 60);
            findings.extend(meant.map(|offset_minutes| EventFinding::Twice { offset_minutes }));
        }
    }
    findings
}

/// Occurrences after the first that fall on a time which no clock shows.
fn about_occurrences(
    zone: &TimeZone,
    start: DateTime,
    recurrence: &Recurrence,
) -> Vec<EventFinding> {
    let first = start.date();
    let last = first.saturating_add(Span::new().years(LOOKED_AHEAD_YEARS));
    recurs::days(recurrence, first, last)
        .filter(|day| *day > first)
        .map(|day| day.to_datetime(start.time()))
        .filter(|time| on_the_wall(zone, *time) == OnTheWall::Never)
        .map(|time| EventFinding::OccurrenceSkipped {
            date: time.date(),
            becomes: becomes(zone, time).time(),
        })
        .collect()
}

/// The day on which it begins.
pub(super) fn first_day(time: &WallTime) -> Date {
    match time {
        WallTime::Timed { start, .. } => start.date(),
        WallTime::AllDay { first, .. } => *first,
    }
}

#[cfg(test)]
mod tests {
    use ipc_contract::calendar::{RecurrencePattern, ShowAs, Weekday};
    use ipc_contract::conversations::MailPerson;
    use jiff::civil::{date, time};
    use proptest::prelude::*;

    use super::*;

    const NOW: &str = "2026-01-01T00:00:00Z";

    fn event(start: DateTime, end: DateTime, time_zone: &str) -> EventInput {
        EventInput {
            subject: "Weekly".into(),
            time: WallTime::Timed {
                start,
                end,
                time_zone: time_zone.into(),
            },
            location: String::new(),
            body: String::new(),
            attendees: Vec::new(),
            whole_group: true,
            recurrence: None,
            reminder_minutes: None,
            online: false,
            show_as: ShowAs::Busy,
            private: false,
        }
    }

    fn check(event: &EventInput) -> (Vec<EventFinding>, bool) {
        let checked = checked(event, NOW.parse().unwrap());
        (checked.findings, checked.can_save)
    }

    fn weekly(days: Vec<Weekday>, end: RecurrenceEnd) -> Option<Recurrence> {
        let pattern = RecurrencePattern::Weekly {
            interval: 1,
            days,
            week_start: Weekday::Monday,
        };
        Some(Recurrence { pattern, end })
    }

    #[test]
    fn half_past_two_on_the_night_when_clocks_change_is_told_and_can_be_saved() {
        let spring = date(2026, 3, 29);
        let meeting = event(
            spring.at(2, 30, 0, 0),
            spring.at(4, 0, 0, 0),
            "Europe/Berlin",
        );
        let becomes = spring.at(3, 30, 0, 0);
        assert_eq!(
            check(&meeting),
            (vec![EventFinding::Skipped { becomes }], true)
        );
        let autumn = date(2026, 10, 25);
        let meeting = event(
            autumn.at(2, 30, 0, 0),
            autumn.at(4, 0, 0, 0),
            "Europe/Berlin",
        );
        let twice = EventFinding::Twice {
            offset_minutes: 120,
        };
        assert_eq!(check(&meeting), (vec![twice], true));
    }

    #[test]
    fn an_end_that_the_gap_moves_before_the_beginning_is_before_it() {
        // 02:45 becomes 03:45, and is over at 03:15.
        let spring = date(2026, 3, 29);
        let meeting = event(
            spring.at(2, 45, 0, 0),
            spring.at(3, 15, 0, 0),
            "Europe/Berlin",
        );
        let (findings, can_save) = check(&meeting);
        assert_eq!(findings[0], EventFinding::EndsBeforeStart);
        assert!(!can_save);
    }

    #[test]
    fn an_occurrence_that_no_clock_shows_is_told_with_its_day() {
        let sunday = date(2026, 3, 1);
        let mut meeting = event(
            sunday.at(2, 30, 0, 0),
            sunday.at(3, 0, 0, 0),
            "Europe/Berlin",
        );
        let until = RecurrenceEnd::On {
            date: date(2026, 12, 31),
        };
        meeting.recurrence = weekly(vec![Weekday::Sunday], until);
        let skipped = EventFinding::OccurrenceSkipped {
            date: date(2026, 3, 29),
            becomes: time(3, 30, 0, 0),
        };
        assert_eq!(check(&meeting), (vec![skipped], true));
        meeting.recurrence = weekly(vec![Weekday::Monday], RecurrenceEnd::Never);
        assert_eq!(check(&meeting), (vec![EventFinding::NoEnd], true));
    }

    #[test]
    fn what_prevents_saving_comes_first_and_is_each_told() {
        let day = date(2025, 6, 1);
        let mut meeting = event(day.at(10, 0, 0, 0), day.at(9, 0, 0, 0), "Europe/Berlin");
        meeting.subject = "x".repeat(256);
        let person = |address: &str| Invitee {
            person: MailPerson {
                name: String::new(),
                address: address.into(),
            },
            optional: false,
        };
        meeting.attendees = vec![person("nobody"); 501];
        meeting.recurrence = weekly(Vec::new(), RecurrenceEnd::Never);
        let (findings, can_save) = check(&meeting);
        assert!(!can_save);
        let wrong = EventFinding::AddressWrong {
            address: "nobody".into(),
        };
        for expected in [
            EventFinding::SubjectTooLong { most: 255 },
            wrong,
            EventFinding::TooManyPeople { most: 500 },
            EventFinding::RecurrenceWrong,
            EventFinding::EndsBeforeStart,
        ] {
            assert!(findings[..5].contains(&expected), "{findings:?}");
        }
        let mut elsewhere = event(day.at(9, 0, 0, 0), day.at(10, 0, 0, 0), "Nowhere/Land");
        assert_eq!(check(&elsewhere), (vec![EventFinding::ZoneUnknown], false));
        elsewhere.time = WallTime::Timed {
            start: day.at(9, 0, 0, 0),
            end: day.at(10, 0, 0, 0),
            time_zone: "UTC".into(),
        };
        assert_eq!(check(&elsewhere), (vec![EventFinding::Past], true));
        elsewhere.time = WallTime::AllDay {
            first: date(2026, 2, 2),
            last: date(2026, 2, 1),
        };
        assert_eq!(
            check(&elsewhere),
            (vec![EventFinding::EndsBeforeStart], false)
        );
    }

    proptest! {
        /// Whatever is typed, the check answers, and what it lets pass has a beginning before its end.
        #[test]
        fn what_can_be_saved_ends_after_it_begins(
            name in prop::sample::select(vec!["Europe/Berlin", "Australia/Lord_Howe", "Asia/Kolkata"]),
            start in 0_i64..1_051_200,
            length in -200_i64..4000,
        ) {
            let minutes = |minutes| date(2026, 1, 1).at(0, 0, 0, 0)
                .saturating_add(jiff::SignedDuration::from_mins(minutes));
            let (start, end) = (minutes(start), minutes(start + length));
            let (_, can_save) = check(&event(start, end, name));
            let zone = zone(name).unwrap();
            let later = zone.to_timestamp(start).unwrap() <= zone.to_timestamp(end).unwrap();
            prop_assert_eq!(can_save, later && start <= end);
        }
    }
}
