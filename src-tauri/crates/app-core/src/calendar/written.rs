//! What the form holds, as the service takes it. It was checked before (`check`).

use graph_client::models::{
    AttendeeType, DateTimeTimeZone, Edit, EmailAddress, EventPatch, ItemBody, Location,
    NewAttendee, NewEvent, PatternedRecurrence, Sensitivity, ShowAs as GraphShowAs,
};
use ipc_contract::calendar::{
    EventChanges, EventInput, Invitee, RecurrenceChange, ShowAs, WallTime,
};
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use uuid::Uuid;

use super::check::first_day;
use super::recurrence;
use super::zones::{OnTheWall, becomes, on_the_wall, zone};

/// An event to be created.
pub(crate) fn new_event(event: &EventInput, transaction_id: Uuid) -> NewEvent {
    let (start, end) = times(&event.time, event.recurrence.is_some());
    let recurring = event.recurrence.as_ref();
    NewEvent {
        body: Some(ItemBody::html(event.body.clone())).filter(|body| !body.content.is_empty()),
        is_all_day: is_all_day(&event.time),
        location: Some(event.location.trim())
            .filter(|name| !name.is_empty())
            .map(Location::named),
        attendees: attendees(&event.attendees),
        recurrence: recurring.map(|recurring| {
            recurrence::to_graph(recurring, first_day(&event.time), zone_of(&event.time))
        }),
        is_online_meeting: Some(event.online),
        show_as: show_as(event.show_as),
        sensitivity: Some(sensitivity(event.private)),
        is_reminder_on: Some(event.reminder_minutes.is_some()),
        reminder_minutes_before_start: event.reminder_minutes.map(minutes),
        ..NewEvent::new(event.subject.trim(), start, end, transaction_id)
    }
}

/// A change of an event; of what is a series afterwards it keeps times as they are on the wall. Who is invited is all in `attendees`.
pub(crate) fn patch(changes: &EventChanges, series: bool) -> EventPatch {
    let times = changes.time.as_ref().map(|time| times(time, series));
    let (start, end) = times.unzip();
    EventPatch {
        subject: changes.subject.as_ref().map(|text| text.trim().to_owned()),
        body: changes.body.clone().map(ItemBody::html),
        start,
        end,
        is_all_day: changes.time.as_ref().map(is_all_day),
        location: changes
            .location
            .as_ref()
            .map(|name| Location::named(name.trim())),
        attendees: changes.attendees.as_deref().map(attendees),
        recurrence: recurring(changes),
        is_online_meeting: changes.online.filter(|online| *online),
        show_as: changes.show_as.and_then(show_as),
        sensitivity: changes.private.map(sensitivity),
        is_reminder_on: changes.reminder.map(|reminder| reminder.minutes.is_some()),
        reminder_minutes_before_start: changes
            .reminder
            .and_then(|reminder| reminder.minutes)
            .map(minutes),
        ..EventPatch::default()
    }
}

fn recurring(changes: &EventChanges) -> Edit<PatternedRecurrence> {
    match (&changes.recurrence, &changes.time) {
        (Some(RecurrenceChange::Single), _) => Edit::Clear,
        (Some(RecurrenceChange::Series { recurrence }), Some(time)) => Edit::Set(
            recurrence::to_graph(recurrence, first_day(time), zone_of(time)),
        ),
        _ => Edit::Keep,
    }
}

const fn is_all_day(time: &WallTime) -> bool {
    matches!(time, WallTime::AllDay { .. })
}

fn zone_of(time: &WallTime) -> Option<&str> {
    match time {
        WallTime::Timed { time_zone, .. } => Some(time_zone),
        WallTime::AllDay { .. } => None,
    }
}

/// Beginning and end. Whole days are from midnight to midnight, and the same in every zone.
fn times(time: &WallTime, series: bool) -> (DateTimeTimeZone, DateTimeTimeZone) {
    match time {
        WallTime::AllDay { first, last } => {
            let after = last.tomorrow().unwrap_or(*last);
            let day = |day: jiff::civil::Date| {
                DateTimeTimeZone::new(day.to_datetime(jiff::civil::Time::midnight()), "UTC")
            };
            (day(*first), day(after))
        }
        WallTime::Timed {
            start,
            end,
            time_zone,
        } => {
            let told = |time| told(time, time_zone, series);
            (told(*start), told(*end))
        }
    }
}

/// A time that no clock shows is told as what it becomes, and one that they show twice as the moment that is
/// meant: the service would take another. A series is held by the clock each time, and is told what was typed.
fn told(time: DateTime, name: &str, series: bool) -> DateTimeTimeZone {
    let as_typed = || DateTimeTimeZone::new(time, name);
    let Some(zone) = zone(name).filter(|_| !series) else {
        return as_typed();
    };
    match on_the_wall(&zone, time) {
        OnTheWall::Once => as_typed(),
        OnTheWall::Never => DateTimeTimeZone::new(becomes(&zone, time), name),
        OnTheWall::Twice => first_of_two(&zone, time).unwrap_or_else(as_typed),
    }
}

fn first_of_two(zone: &TimeZone, time: DateTime) -> Option<DateTimeTimeZone> {
    let first = zone.to_ambiguous_timestamp(time).earlier().ok()?;
    Some(DateTimeTimeZone::utc(first))
}

/// Each address once, as it first stands.
fn attendees(invitees: &[Invitee]) -> Vec<NewAttendee> {
    let mut seen = std::collections::HashSet::new();
    invitees
        .iter()
        .filter(|invitee| seen.insert(invitee.person.address.trim().to_lowercase()))
        .map(attendee)
        .collect()
}

fn attendee(invitee: &Invitee) -> NewAttendee {
    let person = &invitee.person;
    NewAttendee {
        email_address: EmailAddress {
            name: Some(person.name.clone()).filter(|name| !name.is_empty()),
            address: Some(person.address.trim().to_owned()),
        },
        attendee_type: match invitee.optional {
            true => AttendeeType::Optional,
            false => AttendeeType::Required,
        },
    }
}

/// `None` leaves what the service takes for itself.
const fn show_as(show_as: ShowAs) -> Option<GraphShowAs> {
    Some(match show_as {
        ShowAs::Free => GraphShowAs::Free,
        ShowAs::Tentative => GraphShowAs::Tentative,
        ShowAs::Busy => GraphShowAs::Busy,
        ShowAs::Away => GraphShowAs::Oof,
        ShowAs::Elsewhere => GraphShowAs::WorkingElsewhere,
        ShowAs::Unknown => return None,
    })
}

const fn sensitivity(private: bool) -> Sensitivity {
    match private {
        true => Sensitivity::Private,
        false => Sensitivity::Normal,
    }
}

fn minutes(minutes: u32) -> i32 {
    i32::try_from(minutes).unwrap_or(i32::MAX)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use serde_json::{Value, json};

    use super::*;

    fn start(time: DateTime, series: bool) -> Value {
        serde_json::to_value(told(time, "Europe/Berlin", series)).unwrap()
    }

    #[test]
    fn one_event_is_told_its_moment_and_a_series_what_was_typed() {
        let gap = date(2026, 3, 29).at(2, 30, 0, 0);
        let berlin = |time: &str| json!({"dateTime": time, "timeZone": "Europe/Berlin"});
        assert_eq!(start(gap, false), berlin("2026-03-29T03:30:00"));
        assert_eq!(start(gap, true), berlin("2026-03-29T02:30:00"));
        let twice = date(2026, 10, 25).at(2, 30, 0, 0);
        assert_eq!(
            start(twice, false),
            json!({"dateTime": "2026-10-25T00:30:00", "timeZone": "UTC"})
        );
    }

    #[test]
    fn whole_days_are_from_midnight_to_midnight() {
        let days = WallTime::AllDay {
            first: date(2026, 3, 28),
            last: date(2026, 3, 29),
        };
        let (start, end) = times(&days, false);
        assert_eq!(start.date_time.to_string(), "2026-03-28T00:00:00");
        assert_eq!(end.date_time.to_string(), "2026-03-30T00:00:00");
    }

    #[test]
    fn a_change_names_only_what_changes() {
        let changes = EventChanges {
            location: Some(String::new()),
            ..EventChanges::default()
        };
        assert_eq!(
            serde_json::to_value(patch(&changes, false)).unwrap(),
            json!({"location": {"displayName": ""}})
        );
        assert!(patch(&EventChanges::default(), true).is_empty());
        let single = EventChanges {
            recurrence: Some(RecurrenceChange::Single),
            ..EventChanges::default()
        };
        assert_eq!(
            serde_json::to_value(patch(&single, false)).unwrap(),
            json!({"recurrence": null})
        );
    }
}
