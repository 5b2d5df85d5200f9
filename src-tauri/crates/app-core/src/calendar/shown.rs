//! Events of the service as the window shows them. They were read in UTC.

use graph_client::models::{
    Attendee as GraphAttendee, AttendeeType, Event, EventType, Recipient, ResponseType,
    Sensitivity, ShowAs as GraphShowAs,
};
use ipc_contract::calendar::{
    Attendee, CalendarEvent, EventDetails, EventKind, EventTime, Response, ShowAs,
};
use ipc_contract::conversations::MailPerson;
use jiff::civil::Date;

use super::body::Text;
use super::{recurrence, zones};

/// What a calendar shows of an event; `None` for one without times.
pub(crate) fn event(event: &Event) -> Option<CalendarEvent> {
    let kind = match event.event_type {
        Some(EventType::Occurrence) => EventKind::Occurrence,
        Some(EventType::Exception) => EventKind::Exception,
        Some(EventType::SeriesMaster) => EventKind::Series,
        Some(EventType::SingleInstance | EventType::Unknown(_)) | None => EventKind::Single,
    };
    let series = match kind {
        EventKind::Series => Some(&event.id),
        _ => event.series_master_id.as_ref(),
    };
    let place = event.location.as_ref().map(|at| at.display_name.clone());
    Some(CalendarEvent {
        id: event.id.to_string(),
        series_id: series.map(ToString::to_string),
        kind,
        subject: event.subject.clone().unwrap_or_default(),
        time: time(event)?,
        location: place.filter(|name| !name.is_empty()),
        cancelled: event.is_cancelled == Some(true),
        show_as: show_as(event.show_as.as_ref()),
        online: event.is_online_meeting == Some(true) || event.join_url().is_some(),
        organizer: event.is_organizer == Some(true),
        response: response(
            event
                .response_status
                .as_ref()
                .and_then(|said| said.response.as_ref()),
        ),
        private: matches!(
            event.sensitivity,
            Some(Sensitivity::Private | Sensitivity::Personal)
        ),
    })
}

/// When it is. A day is told as the midnight with which it begins, whatever zone stands beside it.
pub(crate) fn time(event: &Event) -> Option<EventTime> {
    let time_zone = event.original_start_time_zone.as_deref().unwrap_or("UTC");
    if event.is_all_day == Some(true) {
        let first = event.start.as_ref()?.date_time.date();
        let after = event.end.as_ref()?.date_time.date();
        let last = after.yesterday().ok()?.max(first);
        return Some(EventTime::AllDay { first, last });
    }
    Some(EventTime::Timed {
        start: event.start()?,
        end: event.end()?,
        time_zone: zones::iana(time_zone),
    })
}

/// The event in full. Of an occurrence, `series` says how it recurs.
pub(super) fn details(of: &Event, series: Option<&Event>, text: Text) -> Option<EventDetails> {
    let recurring = of
        .recurrence
        .as_ref()
        .or(series.and_then(|series| series.recurrence.as_ref()));
    let reminded = of.is_reminder_on == Some(true);
    let minutes = of.reminder_minutes_before_start.filter(|_| reminded);
    let https = |url: &str| url.starts_with("https://").then(|| url.to_owned());
    Some(EventDetails {
        event: event(of)?,
        change_key: of.change_key.clone(),
        html: text.html,
        own_colors: text.own_colors,
        editable: text.editable,
        organizer: of.organizer.as_ref().map(person),
        attendees: of.attendees.iter().map(attendee).collect(),
        recurrence: recurring.and_then(recurrence::of_graph),
        original_start: of.original_start,
        reminder_minutes: minutes.and_then(|minutes| u32::try_from(minutes).ok()),
        join_url: of.join_url().and_then(https),
        web_url: of.web_link.as_deref().and_then(https),
    })
}

/// The same without its text.
pub(crate) fn details_of(event: &Event) -> Option<EventDetails> {
    details(event, None, Text::default())
}

fn attendee(attendee: &GraphAttendee) -> Attendee {
    let said = attendee.status.as_ref();
    Attendee {
        person: of_address(&attendee.email_address),
        optional: attendee.attendee_type == Some(AttendeeType::Optional),
        response: match response(said.and_then(|said| said.response.as_ref())) {
            Response::None => Response::NotAnswered,
            said => said,
        },
    }
}

fn person(recipient: &Recipient) -> MailPerson {
    of_address(&recipient.email_address)
}

fn of_address(of: &graph_client::models::EmailAddress) -> MailPerson {
    let address = of.address.clone().unwrap_or_default();
    let name = of.name.clone().filter(|name| !name.is_empty());
    MailPerson {
        name: name.unwrap_or_else(|| address.clone()),
        address,
    }
}

fn response(said: Option<&ResponseType>) -> Response {
    match said {
        Some(ResponseType::Organizer) => Response::Organizer,
        Some(ResponseType::Accepted) => Response::Accepted,
        Some(ResponseType::TentativelyAccepted) => Response::Tentative,
        Some(ResponseType::Declined) => Response::Declined,
        Some(ResponseType::NotResponded) => Response::NotAnswered,
        Some(ResponseType::None | ResponseType::Unknown(_)) | None => Response::None,
    }
}

fn show_as(show_as: Option<&GraphShowAs>) -> ShowAs {
    match show_as {
        Some(GraphShowAs::Free) => ShowAs::Free,
        Some(GraphShowAs::Tentative) => ShowAs::Tentative,
        Some(GraphShowAs::Busy) => ShowAs::Busy,
        Some(GraphShowAs::Oof) => ShowAs::Away,
        Some(GraphShowAs::WorkingElsewhere) => ShowAs::Elsewhere,
        Some(GraphShowAs::Unknown(_)) | None => ShowAs::Unknown,
    }
}

/// Whether an event takes place on one of these days, by the clocks of `zone`. One that is over at midnight does
/// not take place on the day that begins then.
pub(crate) fn is_within(
    time: &EventTime,
    (first, last): (Date, Date),
    zone: &jiff::tz::TimeZone,
) -> bool {
    let (from, to) = match time {
        EventTime::AllDay { first, last } => (*first, *last),
        EventTime::Timed { start, end, .. } => {
            let from = zone.to_datetime(*start);
            let to = zone.to_datetime(*end);
            let at_midnight = to.time() == jiff::civil::Time::midnight() && end > start;
            let to = match at_midnight {
                true => to.date().yesterday().unwrap_or(to.date()),
                false => to.date(),
            };
            (from.date(), to)
        }
    };
    from <= last && to >= first
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use jiff::tz::TimeZone;
    use serde_json::json;

    use super::*;

    fn read(value: serde_json::Value) -> Event {
        serde_json::from_value(value).unwrap()
    }

    #[test]
    fn a_whole_day_is_that_day_whatever_zone_stands_beside_it() {
        for zone in ["UTC", "Pacific Standard Time", "Asia/Tokyo"] {
            let event = read(json!({
                "id": "e", "isAllDay": true,
                "start": {"dateTime": "2026-03-02T00:00:00.0000000", "timeZone": zone},
                "end": {"dateTime": "2026-03-04T00:00:00.0000000", "timeZone": zone},
            }));
            let days = EventTime::AllDay {
                first: date(2026, 3, 2),
                last: date(2026, 3, 3),
            };
            assert_eq!(time(&event), Some(days));
        }
    }

    #[test]
    fn an_event_names_its_zone_as_the_window_knows_it() {
        let shown = event(&read(json!({
            "id": "e", "start": {"dateTime": "2026-03-02T08:00:00", "timeZone": "UTC"},
            "end": {"dateTime": "2026-03-02T09:00:00", "timeZone": "UTC"},
            "originalStartTimeZone": "W. Europe Standard Time", "showAs": "oof",
            "location": {"displayName": ""}, "sensitivity": "private",
        })));
        let shown = shown.unwrap();
        let EventTime::Timed {
            start, time_zone, ..
        } = shown.time
        else {
            panic!("timed");
        };
        assert_eq!(time_zone, "Europe/Berlin");
        assert_eq!(start.to_string(), "2026-03-02T08:00:00Z");
        assert_eq!((shown.location, shown.private), (None, true));
        assert_eq!(shown.show_as, ShowAs::Away);
    }

    #[test]
    fn an_event_is_on_the_days_of_the_zone_that_is_looked_at() {
        let late = EventTime::Timed {
            start: "2026-03-01T23:30:00Z".parse().unwrap(),
            end: "2026-03-02T05:00:00Z".parse().unwrap(),
            time_zone: "UTC".into(),
        };
        let second = (date(2026, 3, 2), date(2026, 3, 2));
        let first = (date(2026, 3, 1), date(2026, 3, 1));
        let berlin = TimeZone::get("Europe/Berlin").unwrap();
        let new_york = TimeZone::get("America/New_York").unwrap();
        assert!(is_within(&late, second, &berlin) && !is_within(&late, first, &berlin));
        // There it is over at midnight.
        assert!(!is_within(&late, second, &new_york) && is_within(&late, first, &new_york));
    }
}
