//! An event as it is written on the wire (resources/event.md).

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use jiff::Timestamp;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::recurrence;
use crate::graph::contents::Held;
use crate::graph::contents::preferences::Preferences;
use crate::world::contents::{
    Answered, Attendee, Author, Body, Event, Occurrence, Response, Who, occurrence_id,
};

/// So many characters of the body are shown as its preview.
const PREVIEW: usize = 255;

/// The name of an event, or of one occurrence.
pub(super) fn id(event: &Occurrence<'_>) -> String {
    let master = &event.event.id;
    event
        .date
        .map_or_else(|| master.clone(), |date| occurrence_id(master, date))
}

/// Another after every change.
pub(super) fn change_key(event: &Event) -> String {
    let digest = Sha256::digest(&event.id);
    let key = [&digest[..8], &event.revision.to_be_bytes()].concat();
    format!("DwAAABYAAAB{}", STANDARD.encode(key))
}

pub(super) fn shown(held: &Held<'_>, preferences: &Preferences, one: &Occurrence<'_>) -> Value {
    let (event, details) = (one.event, &*one.details);
    let key = change_key(event);
    let text = plain(&details.body);
    let mut shown = json!({
        "@odata.etag": format!("W/\"{key}\""),
        "id": id(one),
        "createdDateTime": event.created,
        "lastModifiedDateTime": event.modified,
        "changeKey": key,
        "categories": details.categories,
        "transactionId": event.transaction,
        "iCalUId": uid(one),
        "reminderMinutesBeforeStart": details.reminder_minutes,
        "isReminderOn": details.reminder,
        "hasAttachments": false,
        "subject": details.subject,
        "bodyPreview": text.chars().take(PREVIEW).collect::<String>(),
        "importance": details.importance,
        "sensitivity": details.sensitivity,
        "isCancelled": event.cancelled,
        "isDraft": false,
        "isOrganizer": event.organizer.is_none(),
        "responseRequested": details.response_requested,
        "allowNewTimeProposals": details.allow_new_times,
        "hideAttendees": details.hide_attendees,
        "showAs": details.show_as,
        "webLink": format!("https://outlook.office.example/calendar/item/{}", uid(one)),
        "responseStatus": response_status(event, details.answer),
        "body": body(&details.body, &text, preferences.text),
        "attendees": attendees(held, &details.attendees),
        "organizer": event.organizer.as_ref().map_or_else(|| held.mailbox(), |who| named(held, who)),
    });
    for more in [
        times(preferences, one),
        places(one),
        meeting(one),
        series(one),
    ] {
        if let (Some(shown), Value::Object(more)) = (shown.as_object_mut(), more) {
            shown.extend(more);
        }
    }
    shown
}

/// A whole day is that day in every zone.
fn times(preferences: &Preferences, one: &Occurrence<'_>) -> Value {
    let details = &*one.details;
    let (start, end) = match details.all_day {
        true => (details.start.local, details.end.local),
        false => (
            preferences.zone.local(one.start),
            preferences.zone.local(one.end),
        ),
    };
    json!({
        "isAllDay": details.all_day,
        "start": preferences.shown(start),
        "end": preferences.shown(end),
        "originalStartTimeZone": details.start.zone.name,
        "originalEndTimeZone": details.end.zone.name,
    })
}

fn places(one: &Occurrence<'_>) -> Value {
    let place = |name: &String| {
        json!({
            "displayName": name,
            "locationType": "default",
            "uniqueId": name,
            "uniqueIdType": "private",
        })
    };
    let places: Vec<Value> = one.details.places.iter().map(place).collect();
    let nowhere = json!({
        "displayName": "",
        "locationType": "default",
        "uniqueIdType": "unknown",
        "address": {},
        "coordinates": {},
    });
    json!({"location": places.first().unwrap_or(&nowhere), "locations": places})
}

fn meeting(one: &Occurrence<'_>) -> Value {
    let online = one.details.online;
    let join = || {
        let meeting = uid(one);
        json!({"joinUrl": format!("https://teams.office.example/l/meetup-join/{meeting}")})
    };
    json!({
        "isOnlineMeeting": online,
        "onlineMeetingProvider": if online { "teamsForBusiness" } else { "unknown" },
        "onlineMeeting": online.then(join),
        "onlineMeetingUrl": null,
    })
}

fn series(one: &Occurrence<'_>) -> Value {
    let event = one.event;
    let kind = match (&event.recurrence, one.date) {
        (None, _) => "singleInstance",
        (Some(_), None) => "seriesMaster",
        (Some(_), Some(_)) if one.exception => "exception",
        (Some(_), Some(_)) => "occurrence",
    };
    let master = event.recurrence.as_ref().filter(|_| one.date.is_none());
    json!({
        "type": kind,
        "seriesMasterId": one.date.map(|_| &event.id),
        "originalStart": one.date.map(|date| event.original_start(date)),
        "recurrence": master.map(|recurrence| recurrence::shown(recurrence, event.zone())),
        "cancelledOccurrences": event.deleted.iter()
            .filter(|_| one.date.is_none())
            .map(|date| format!("OID.{}.{date}", event.id))
            .collect::<Vec<_>>(),
    })
}

/// The same in all calendars that hold the event; occurrences have their date in it.
fn uid(one: &Occurrence<'_>) -> String {
    let digest = Sha256::digest(&one.event.id);
    let date = one.date.map_or(0, |date| {
        let (month, day) = (u32::from(date.month() as u8), u32::from(date.day() as u8));
        (u32::from(date.year() as u16) << 16) | (month << 8) | day
    });
    let letters: String = digest[..12]
        .iter()
        .map(|byte| format!("{byte:02X}"))
        .collect();
    format!("040000008200E00074C5B7101A82E008{date:08X}{letters}")
}

/// The service's word for a time that there is none of.
fn never() -> Value {
    json!("0001-01-01T00:00:00Z")
}

fn response_status(event: &Event, answer: Answered) -> Value {
    match event.organizer {
        None => json!({"response": Response::Organizer, "time": never()}),
        Some(_) => answered(answer),
    }
}

fn answered(answer: Answered) -> Value {
    json!({
        "response": answer.response,
        "time": answer.at.map_or_else(never, |at: Timestamp| json!(at)),
    })
}

fn attendees(held: &Held<'_>, attendees: &[Attendee]) -> Vec<Value> {
    let attendee = |attendee: &Attendee| {
        let mut shown = named(held, &attendee.who);
        shown["type"] = json!(attendee.kind);
        shown["status"] = answered(attendee.answer);
        shown
    };
    attendees.iter().map(attendee).collect()
}

fn named(held: &Held<'_>, who: &Who) -> Value {
    match who {
        Who::Group => held.mailbox(),
        Who::User(user) => held.recipient(&Author::Person(*user)),
        Who::Address { name, address } => {
            json!({"emailAddress": {"name": name, "address": address}})
        }
    }
}

fn body(body: &Body, text: &str, wants_text: bool) -> Value {
    match (body.html, wants_text) {
        (true, true) => json!({"contentType": "text", "content": text}),
        (html, _) => {
            let kind = if html { "html" } else { "text" };
            json!({"contentType": kind, "content": body.content})
        }
    }
}

/// Without tags; enough of HTML for a preview.
fn plain(body: &Body) -> String {
    if !body.html {
        return body.content.clone();
    }
    let mut text = String::with_capacity(body.content.len());
    for part in body.content.split('<') {
        let (tag, rest) = part.split_once('>').unwrap_or(("", part));
        let breaks = ["br", "/p", "/li", "/div", "/h3"];
        if breaks.iter().any(|name| tag.starts_with(name)) {
            text.push('\n');
        }
        text.push_str(rest);
    }
    let text = text.replace("&lt;", "<").replace("&gt;", ">");
    let text = text.replace("&nbsp;", " ").replace("&amp;", "&");
    text.trim().to_owned()
}
