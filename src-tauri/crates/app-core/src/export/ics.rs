//! When groups expire, for a calendar (RFC 5545): an all-day event a group, with alarms before.
//!
//! An event keeps its UID for good; its SEQUENCE rises when its date moves or it is called off, and only then. So
//! reading a later file moves events instead of doubling them. What was saved last is noted beside the record of
//! decisions. Folding and escaping of lines are the crate's; the words are in `calendar_words`.

use std::collections::BTreeMap;

use icalendar::{
    Alarm, Calendar, Component as _, Event, EventLike as _, EventStatus, Property, Trigger,
};
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::calendar_words;

/// Alarms, in days before the expiry: when the service writes to the owners.
const ALARMS: [u8; 3] = [30, 15, 1];

/// A group's date as a calendar gets it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Dated {
    pub(super) id: String,
    pub(super) name: String,
    /// The day that it expires; `None` when it does not, or is not there any more.
    pub(super) expires: Option<Date>,
}

/// What was last saved of a group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Saved {
    pub(super) name: String,
    pub(super) date: Date,
    pub(super) sequence: u32,
    pub(super) cancelled: bool,
}

impl Saved {
    /// What is saved now, after what was saved before; `None` for what is no matter of a calendar.
    fn next(group: &Dated, before: Option<&Self>) -> Option<Self> {
        let (date, cancelled) = match (group.expires, before) {
            (Some(date), _) => (date, false),
            (None, Some(before)) => (before.date, true),
            (None, None) => return None,
        };
        let same = before.is_some_and(|was| (was.date, was.cancelled) == (date, cancelled));
        let sequence = sequence(before.map(|before| before.sequence), same);
        let name = match (group.name.is_empty(), before) {
            (true, Some(before)) => before.name.clone(),
            _ => group.name.clone(),
        };
        Some(Self {
            name,
            date,
            sequence,
            cancelled,
        })
    }
}

/// The file, and what it says of each group.
pub(super) fn written(
    tenant: &str,
    groups: &[Dated],
    before: &BTreeMap<String, Saved>,
    now: Timestamp,
) -> (Vec<u8>, Vec<(String, Saved)>) {
    let saved: Vec<(String, Saved)> = groups
        .iter()
        .filter_map(|group| {
            let saved = Saved::next(group, before.get(&group.id))?;
            Some((group.id.clone(), saved))
        })
        .collect();
    let mut calendar = calendar("-//Tenure//Expiring groups//EN");
    for (id, saved) in &saved {
        calendar.push(event(tenant, id, saved, now));
    }
    (calendar.to_string().into_bytes(), saved)
}

/// A calendar without anything in it.
pub(super) fn calendar(product: &str) -> Calendar {
    let mut calendar = Calendar::empty();
    for (name, value) in [
        ("VERSION", "2.0"),
        ("PRODID", product),
        ("CALSCALE", "GREGORIAN"),
        ("METHOD", "PUBLISH"),
    ] {
        calendar.append_property(Property::new(name, value));
    }
    calendar
}

/// A moment as calendars write it.
pub(super) fn stamp(moment: Timestamp) -> String {
    moment.strftime("%Y%m%dT%H%M%SZ").to_string()
}

/// An event's next sequence: it rises when something changed that everybody has to know, and only then.
pub(super) fn sequence(before: Option<u32>, same: bool) -> u32 {
    match before {
        None => 0,
        Some(before) if same => before,
        Some(before) => before.saturating_add(1),
    }
}

fn event(tenant: &str, id: &str, saved: &Saved, now: Timestamp) -> Event {
    let uid = format!("expiry-{id}@{tenant}");
    let stamp = stamp(now);
    let name = one_line(&saved.name);
    let description = calendar_words::description(
        &name,
        saved.date,
        after(saved.date, 1),
        after(saved.date, 31),
    );
    let mut event = Event::with_uid(&uid);
    event
        .summary(&calendar_words::summary(&name))
        .description(&description)
        .sequence(saved.sequence)
        .status(match saved.cancelled {
            true => EventStatus::Cancelled,
            false => EventStatus::Confirmed,
        })
        .append_property(Property::new("DTSTAMP", &stamp))
        .append_property(day("DTSTART", saved.date))
        .append_property(day("DTEND", after(saved.date, 1)))
        .append_property(Property::new("TRANSP", "TRANSPARENT"));
    if !saved.cancelled {
        for days in ALARMS {
            if let Some(alarm) = alarm(days, &name, &uid, &stamp) {
                event.alarm(alarm);
            }
        }
    }
    event.done()
}

fn alarm(days: u8, name: &str, uid: &str, stamp: &str) -> Option<Alarm> {
    let before = Property::new("TRIGGER", format!("-P{days}D"));
    let some = Trigger::try_from(&Property::new("TRIGGER", "P1D")).ok()?;
    let mut alarm = Alarm::display(&calendar_words::alarm(name, days), some);
    // The crate would write days as seconds, and give the alarm another UID each time.
    alarm
        .append_property(before)
        .append_property(Property::new("UID", format!("{days}-{uid}")))
        .append_property(Property::new("DTSTAMP", stamp));
    Some(alarm)
}

pub(super) fn day(name: &str, date: Date) -> Property {
    Property::new(name, date.strftime("%Y%m%d").to_string())
        .add_parameter("VALUE", "DATE")
        .done()
}

/// The day so many days later; the last day that there is stays.
pub(super) fn after(date: Date, days: i64) -> Date {
    date.saturating_add(jiff::SignedDuration::from_hours(days * 24))
}

/// A name may hold line breaks and other characters that a calendar does not show.
pub(super) fn one_line(name: &str) -> String {
    let shown = name.chars().map(|c| if c.is_control() { ' ' } else { c });
    shown.collect()
}

#[cfg(test)]
mod tests {
    use icalendar::CalendarComponent;
    use jiff::civil::date;

    use super::*;

    const NOW: Timestamp = Timestamp::UNIX_EPOCH;

    fn dated(name: &str, expires: Option<Date>) -> Dated {
        Dated {
            id: "11111111-2222-3333-4444-555555555555".into(),
            name: name.into(),
            expires,
        }
    }

    fn write(group: &Dated, before: &BTreeMap<String, Saved>) -> (String, BTreeMap<String, Saved>) {
        let (bytes, saved) = written("contoso", std::slice::from_ref(group), before, NOW);
        let text = String::from_utf8(bytes).unwrap();
        (text, saved.into_iter().collect())
    }

    fn read(text: &str) -> Event {
        let calendar: Calendar = text.parse().unwrap();
        match calendar.components.into_iter().next() {
            Some(CalendarComponent::Event(event)) => event,
            other => panic!("no event: {other:?}"),
        }
    }

    #[test]
    fn an_event_is_all_day_has_its_alarms_and_names_the_deletion() {
        let group = dated("Marketing", Some(date(2026, 12, 31)));
        let (text, _) = write(&group, &BTreeMap::new());
        for line in [
            "DTSTART;VALUE=DATE:20261231",
            "DTEND;VALUE=DATE:20270101",
            "DTSTAMP:19700101T000000Z",
            "UID:expiry-11111111-2222-3333-4444-555555555555@contoso",
            "SEQUENCE:0",
            "STATUS:CONFIRMED",
            "TRIGGER:-P30D",
            "TRIGGER:-P15D",
            "TRIGGER:-P1D",
        ] {
            assert!(text.lines().any(|found| found == line), "{line} in {text}");
        }
        let told = read(&text).get_description().unwrap().to_owned();
        assert!(told.contains("deleted on 2027-01-01"), "{told}");
        assert_eq!(text.matches("BEGIN:VALARM").count(), 3);
        assert!(!text.contains("-PT"));
    }

    #[test]
    fn saving_again_changes_nothing_and_a_moved_date_moves_the_same_event() {
        let (first, saved) = write(&dated("A", Some(date(2026, 12, 31))), &BTreeMap::new());
        let (again, saved) = write(&dated("A", Some(date(2026, 12, 31))), &saved);
        assert_eq!(first, again);
        let (renamed, saved) = write(&dated("B", Some(date(2026, 12, 31))), &saved);
        assert!(renamed.contains("SEQUENCE:0") && renamed.contains("SUMMARY:B expires"));
        let (moved, saved) = write(&dated("B", Some(date(2027, 6, 29))), &saved);
        assert!(moved.contains("SEQUENCE:1") && moved.contains("VALUE=DATE:20270629"));
        assert_eq!(read(&first).get_uid(), read(&moved).get_uid());
        let (still, _) = write(&dated("B", Some(date(2027, 6, 29))), &saved);
        assert!(still.contains("SEQUENCE:1"));
    }

    #[test]
    fn a_group_that_expires_no_longer_is_called_off_and_can_come_back() {
        let none = dated("A", None);
        assert!(write(&none, &BTreeMap::new()).1.is_empty());
        let (_, saved) = write(&dated("A", Some(date(2026, 12, 31))), &BTreeMap::new());
        let gone = dated("", None);
        let (off, saved) = write(&gone, &saved);
        assert!(off.contains("STATUS:CANCELLED") && off.contains("SEQUENCE:1"));
        assert!(off.contains("SUMMARY:A expires") && !off.contains("VALARM"));
        let (same, saved) = write(&gone, &saved);
        assert_eq!(off, same);
        let (back, _) = write(&dated("A", Some(date(2026, 12, 31))), &saved);
        assert!(back.contains("STATUS:CONFIRMED") && back.contains("SEQUENCE:2"));
    }

    #[test]
    fn any_name_is_read_as_it_was_and_no_line_is_too_long() {
        let long = "מועדון 🌱👩‍👩‍👧, قسم؛ R&D; \"x\" \\ ".repeat(8);
        for name in [
            "a, b; c\\ : \"d\"",
            "Zoë 🌱",
            "مرحبا بالعالم",
            long.as_str(),
        ] {
            let (text, _) = write(&dated(name, Some(date(2026, 12, 31))), &BTreeMap::new());
            let expected = format!("{name} expires");
            assert_eq!(read(&text).get_summary(), Some(expected.as_str()));
            // The crate does not count the space that a further line begins with.
            assert!(text.split("\r\n").all(|line| line.len() <= 76), "{text}");
            assert!(!text.replace("\r\n", "").contains('\n'));
        }
        let (text, _) = write(
            &dated("a\r\nBEGIN:VEVENT\nb", Some(date(2026, 12, 31))),
            &BTreeMap::new(),
        );
        assert_eq!(
            text.lines().filter(|line| *line == "BEGIN:VEVENT").count(),
            1
        );
        assert_eq!(read(&text).get_summary(), Some("a  BEGIN:VEVENT b expires"));
    }
}
