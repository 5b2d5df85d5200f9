//! Events of a group, and the window of its calendar in which series are drawn
//! out (group-list-events.md, group-list-calendarview.md).

use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};

use super::items::{Named, OUTLOOK, page, single};
use super::zones::Zone;
use super::{Area, Held};
use crate::graph::{Answer, Call};
use crate::odata::ODataError;
use crate::world::contents::{Author, Event, Weekly};

/// `words` is the path after the group, or after its calendar; `keys` the same as
/// it was written.
pub(super) fn get(held: &Held<'_>, words: &[&str], keys: &[&str]) -> Result<Answer, ODataError> {
    let zone = Zone::of(held.reading.call)?;
    let named = |tail: &str| Named {
        context: held.context(tail),
        type_name: "event",
    };
    let mut answer = match words {
        ["events"] => {
            let all = held.content.events.iter();
            let shown = all.map(|event| shown(held, &zone, event, None));
            page(
                held.reading.call,
                &OUTLOOK,
                &named("events"),
                shown.collect(),
            )
        }
        ["events", _] => {
            let found = find(held, keys[1]).ok_or_else(|| Area::Events.item_missing())?;
            let shown = shown(held, &zone, found.0, found.1);
            single(held.reading.call, &named("events"), shown)
        }
        ["calendarview"] => {
            let shown = in_window(held, &zone, window(held.reading.call)?);
            page(held.reading.call, &OUTLOOK, &named("calendarView"), shown)
        }
        _ => Err(held.unknown()),
    }?;
    if held
        .reading
        .call
        .header("prefer")
        .is_some_and(|given| given.contains("outlook.timezone"))
    {
        let applied = format!("outlook.timezone=\"{}\"", zone.name);
        answer.headers.push(("preference-applied", applied));
    }
    Ok(answer)
}

/// An event, and which occurrence if the id is one of a series.
fn find<'a>(held: &'a Held<'_>, id: &str) -> Option<(&'a Event, Option<Timestamp>)> {
    let (master, occurrence) = id.split_once('.').unwrap_or((id, ""));
    let event = held
        .content
        .events
        .iter()
        .find(|event| event.id == master)?;
    if occurrence.is_empty() {
        return Some((event, None));
    }
    let start = Timestamp::from_second(occurrence.parse().ok()?).ok()?;
    let window = (start, start + SignedDuration::from_secs(1));
    event
        .starts_in(window)
        .contains(&start)
        .then_some((event, Some(start)))
}

fn in_window(held: &Held<'_>, zone: &Zone, window: (Timestamp, Timestamp)) -> Vec<Value> {
    let mut starts: Vec<(Timestamp, &Event)> = Vec::new();
    for event in &held.content.events {
        starts.extend(
            event
                .starts_in(window)
                .into_iter()
                .map(|start| (start, event)),
        );
    }
    starts.sort_by_key(|(start, _)| *start);
    let occurrence = |start, event: &Event| event.weekly.is_some().then_some(start);
    starts
        .into_iter()
        .map(|(start, event)| shown(held, zone, event, occurrence(start, event)))
        .collect()
}

/// Both ends are needed; without an offset they are in UTC.
fn window(call: &Call) -> Result<(Timestamp, Timestamp), ODataError> {
    let end = |wanted: &str| {
        let mut query = call.query.iter();
        let value = query.find(|(name, _)| name.eq_ignore_ascii_case(wanted));
        let value = value.map(|(_, value)| value.as_str())?;
        let date = value.parse::<jiff::civil::DateTime>();
        value
            .parse::<Timestamp>()
            .or_else(|_| date.and_then(|date| Ok(date.in_tz("UTC")?.timestamp())))
            .ok()
    };
    let window = end("startDateTime").zip(end("endDateTime"));
    window.filter(|(from, to)| from <= to).ok_or_else(|| {
        ODataError::new(
            http::StatusCode::BAD_REQUEST,
            "ErrorInvalidParameter",
            "This request requires a time window specified by the query string parameters StartDateTime and EndDateTime.",
        )
    })
}

/// An event; with `occurrence`, the one of a series that begins then.
fn shown(held: &Held<'_>, zone: &Zone, event: &Event, occurrence: Option<Timestamp>) -> Value {
    let start = occurrence.unwrap_or(event.start);
    let end = start + SignedDuration::from_mins(event.minutes);
    let id = occurrence.map_or_else(
        || event.id.clone(),
        |start| format!("{}.{}", event.id, start.as_second()),
    );
    let change_key = event.id.get(event.id.len() - 12..).unwrap_or_default();
    let place = json!({"displayName": event.place.unwrap_or_default(), "locationType": "default"});
    let kind = match (event.weekly, occurrence) {
        (Some(_), Some(_)) => "occurrence",
        (Some(_), None) => "seriesMaster",
        (None, _) => "singleInstance",
    };
    let series = occurrence.map(|_| event.id.as_str());
    let recurrence = event.weekly.filter(|_| occurrence.is_none());
    json!({
        "@odata.etag": format!("W/\"{change_key}\""),
        "id": id,
        "createdDateTime": event.created,
        "lastModifiedDateTime": event.created,
        "changeKey": change_key,
        "categories": [],
        "transactionId": null,
        "originalStartTimeZone": "UTC",
        "originalEndTimeZone": "UTC",
        "iCalUId": format!("040000008200E00074C5B7101A82E008{}", event.id.len() + event.subject.len()),
        "reminderMinutesBeforeStart": 15,
        "isReminderOn": true,
        "hasAttachments": false,
        "subject": event.subject,
        "bodyPreview": "",
        "importance": "normal",
        "sensitivity": "normal",
        "isAllDay": event.all_day,
        "isCancelled": false,
        "isOrganizer": false,
        "responseRequested": true,
        "seriesMasterId": series,
        "showAs": if event.all_day { "free" } else { "busy" },
        "type": kind,
        "webLink": format!("https://outlook.office.example/calendar/item/{}", start.as_second()),
        "isOnlineMeeting": event.online,
        "onlineMeetingProvider": if event.online { "teamsForBusiness" } else { "unknown" },
        "responseStatus": {"response": "none", "time": "0001-01-01T00:00:00Z"},
        "body": {"contentType": "html", "content": ""},
        "start": zone.shown(start),
        "end": zone.shown(end),
        "location": place,
        "locations": event.place.map(|_| place.clone()).as_slice(),
        "recurrence": recurrence.map(|weekly| recurrence_of(event, weekly)),
        "attendees": attendees(held, event),
        "organizer": held.mailbox(),
    })
}

fn attendees(held: &Held<'_>, event: &Event) -> Vec<Value> {
    let attendee = |user: &u32| {
        let mut attendee = held.recipient(&Author::Person(*user));
        attendee["type"] = json!("required");
        attendee["status"] = json!({"response": "none", "time": "0001-01-01T00:00:00Z"});
        attendee
    };
    event.attendees.iter().map(attendee).collect()
}

fn recurrence_of(event: &Event, weekly: Weekly) -> Value {
    let date = |at: Timestamp| at.strftime("%Y-%m-%d").to_string();
    let day = event.start.strftime("%A").to_string().to_lowercase();
    json!({
        "pattern": {
            "type": "weekly",
            "interval": weekly.weeks,
            "month": 0,
            "dayOfMonth": 0,
            "daysOfWeek": [day],
            "firstDayOfWeek": "monday",
            "index": "first",
        },
        "range": {
            "type": if weekly.until.is_some() { "endDate" } else { "noEnd" },
            "startDate": date(event.start),
            "endDate": weekly.until.map_or("0001-01-01".to_owned(), date),
            "recurrenceTimeZone": "UTC",
            "numberOfOccurrences": 0,
        },
    })
}
