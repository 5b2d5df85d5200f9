//! Changes made whole before they are sent, and what the record says of them.
//!
//! Deliberately elsewhere: running them (`changing`), and how they are sent (`written`).

use graph_client::models::Group;
use ipc_contract::calendar::{
    Attendee, EventChanges, EventDetails, EventInput, EventKind, EventTime, Invitee,
    RecurrenceChange, WallTime,
};
use ipc_contract::conversations::MailPerson;
use jiff::tz::TimeZone;
use serde_json::{Map, Value, json};

use super::event::is_series;
use super::{body, zones};
use crate::CoreError;

/// The event with the group itself among those who are invited.
pub(super) fn with_group(event: &EventInput, group: &Group) -> Result<EventInput, CoreError> {
    let mut event = event.clone();
    if event.whole_group {
        event.attendees.insert(0, whole(group)?);
    }
    Ok(event)
}

/// The group itself, by its address.
fn whole(group: &Group) -> Result<Invitee, CoreError> {
    let address = group.mail.clone().ok_or(CoreError::MailboxAbsent)?;
    let name = group.display_name.clone().unwrap_or_default();
    Ok(Invitee {
        person: MailPerson { name, address },
        optional: false,
    })
}

/// Changes that can be sent without looking at the event again: who is invited is whole, a recurrence has its times,
/// times of a series have their recurrence, and the text of an online meeting keeps the way into it.
pub(super) fn resolved(
    changes: &EventChanges,
    before: &EventDetails,
    group: &Group,
    old_text: Option<&str>,
) -> Result<EventChanges, CoreError> {
    let mut resolved = changes.clone();
    recur(&mut resolved, before)?;
    if changes.online == Some(false) && before.event.online {
        return Err(CoreError::invalid("online"));
    }
    resolved.online = changes
        .online
        .filter(|online| *online && !before.event.online);
    if changes.attendees.is_some() || changes.whole_group.is_some() {
        resolved.attendees = Some(invited(changes, before, group)?);
        resolved.whole_group = None;
    }
    if let (Some(new), Some(old), Some(url)) = (&changes.body, old_text, &before.join_url) {
        resolved.body = Some(body::with_meeting(new, old, url));
    }
    Ok(resolved)
}

/// An occurrence has no recurrence of its own, and one event need not be made one.
fn recur(changes: &mut EventChanges, before: &EventDetails) -> Result<(), CoreError> {
    let series = is_series(before);
    if changes.recurrence.is_some() && !series && before.event.kind != EventKind::Single {
        return Err(CoreError::invalid("recurrence"));
    }
    match &changes.recurrence {
        Some(RecurrenceChange::Single) if !series => changes.recurrence = None,
        Some(RecurrenceChange::Series { .. }) if changes.time.is_none() => {
            changes.time = Some(on_the_wall(&before.event.time)?);
        }
        None if series && changes.time.is_some() => {
            let recurrence = before.recurrence.clone();
            changes.recurrence =
                recurrence.map(|recurrence| RecurrenceChange::Series { recurrence });
        }
        _ => {}
    }
    Ok(())
}

/// Everybody who is invited after a change, the group itself first.
fn invited(
    changes: &EventChanges,
    before: &EventDetails,
    group: &Group,
) -> Result<Vec<Invitee>, CoreError> {
    let address = group.mail.as_deref().unwrap_or_default();
    let is_group = |of: &str| of.eq_ignore_ascii_case(address);
    let had_group = before
        .attendees
        .iter()
        .any(|attendee| is_group(&attendee.person.address));
    let people = match &changes.attendees {
        Some(people) => people.clone(),
        None => before.attendees.iter().map(invitee).collect(),
    };
    let people = people
        .into_iter()
        .filter(|one| !is_group(&one.person.address));
    let whole = match changes.whole_group.unwrap_or(had_group) {
        true => Some(whole(group)?),
        false => None,
    };
    Ok(whole.into_iter().chain(people).collect())
}

fn invitee(attendee: &Attendee) -> Invitee {
    Invitee {
        person: attendee.person.clone(),
        optional: attendee.optional,
    }
}

/// When it is, by the clock of its own zone.
fn on_the_wall(time: &EventTime) -> Result<WallTime, CoreError> {
    Ok(match time {
        EventTime::AllDay { first, last } => WallTime::AllDay {
            first: *first,
            last: *last,
        },
        EventTime::Timed {
            start,
            end,
            time_zone,
        } => {
            let known = zones::zone(time_zone);
            let (zone, name) = match known {
                Some(zone) => (zone, time_zone.clone()),
                None => (TimeZone::UTC, "UTC".to_owned()),
            };
            WallTime::Timed {
                start: zone.to_datetime(*start),
                end: zone.to_datetime(*end),
                time_zone: name,
            }
        }
    })
}

/// What the record says of an event.
pub(super) fn told(
    subject: Option<&str>,
    time: Option<&WallTime>,
    location: Option<&str>,
) -> Value {
    let mut told = Map::new();
    if let Some(subject) = subject {
        told.insert("subject".into(), json!(subject));
    }
    match time {
        Some(WallTime::Timed {
            start,
            end,
            time_zone,
        }) => {
            told.insert("start".into(), json!(format!("{start} {time_zone}")));
            told.insert("end".into(), json!(format!("{end} {time_zone}")));
        }
        Some(WallTime::AllDay { first, last }) => {
            told.insert("start".into(), json!(first));
            told.insert("end".into(), json!(last));
        }
        None => {}
    }
    if let Some(location) = location.filter(|location| !location.is_empty()) {
        told.insert("location".into(), json!(location));
    }
    Value::Object(told)
}

pub(super) fn known_values(event: &EventDetails) -> Value {
    let event = &event.event;
    let time = on_the_wall(&event.time).ok();
    told(
        Some(&event.subject),
        time.as_ref(),
        event.location.as_deref(),
    )
}

/// What the record says was there, and what is there now.
pub(super) fn differences(before: &EventDetails, changes: &EventChanges) -> (Value, Value) {
    let subject = changes.subject.as_deref();
    let subject = subject.unwrap_or(&before.event.subject);
    let after = told(
        Some(subject),
        changes.time.as_ref(),
        changes.location.as_deref(),
    );
    (known_values(before), after)
}
