//! From a group's events as the service tells them to what a calendar file holds.
//!
//! Deliberately elsewhere: reading them (`events`), and how they are written (`event_ics`).

use std::collections::BTreeSet;

use graph_client::models::Event;
use ipc_contract::calendar::{EventDetails, EventKind, EventTime};
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::event_ics::{Invited, Meeting, When};
use super::events::Held;
use crate::calendar::{Range, recurs, shown, zones};

/// Events by themselves, series, and occurrences that differ from theirs.
pub(super) fn meetings(held: &Held, range: &Range) -> Vec<Meeting> {
    let mut meetings = Vec::new();
    for series in &held.series {
        let of = |event: &&Event| event.series_master_id.as_ref() == Some(&series.id);
        let occurrences: Vec<&Event> = held.view.iter().filter(of).collect();
        let Some(whole) = of_series(series, &occurrences, range) else {
            continue;
        };
        let exceptions = occurrences.iter().filter(|event| is_exception(event));
        meetings.extend(exceptions.filter_map(|event| of_exception(event, &whole)));
        meetings.push(whole);
    }
    let single = held
        .view
        .iter()
        .filter(|event| event.series_master_id.is_none());
    meetings.extend(single.filter_map(meeting));
    meetings
}

pub(super) fn is_exception(event: &Event) -> bool {
    let kind = shown::event(event).map(|event| event.kind);
    kind == Some(EventKind::Exception)
}

fn of_series(series: &Event, occurrences: &[&Event], range: &Range) -> Option<Meeting> {
    let mut whole = meeting(series)?;
    let recurrence = shown::details_of(series)?.recurrence?;
    let first = whole.when.first_day();
    let mut left_out: BTreeSet<Date> = series
        .cancelled_occurrences
        .iter()
        .filter_map(|id| id.rsplit('.').next()?.parse().ok())
        .collect();
    // An occurrence that has left the range for another time is not held on its day either.
    let held: BTreeSet<Date> = occurrences
        .iter()
        .filter_map(|event| original_day(event, &whole.when))
        .collect();
    let days = recurs::days(&recurrence, first, range.last);
    let safe = |day: &Date| surely_within(*day, &whole.when, range);
    left_out.extend(days.filter(safe).filter(|day| !held.contains(day)));
    whole.left_out = left_out.into_iter().collect();
    whole.recurrence = Some(recurrence);
    Some(whole)
}

/// Whether the occurrence of that day would be seen in the range.
fn surely_within(day: Date, when: &When, range: &Range) -> bool {
    let first = match when {
        When::Days { .. } => day,
        When::Timed { start, zone, .. } => {
            let moment = zone.to_timestamp(day.to_datetime(start.time()));
            match moment {
                Ok(moment) => range.zone.to_datetime(moment).date(),
                Err(_) => return false,
            }
        }
    };
    first >= range.first && first <= range.last
}

/// The day of the series on which an occurrence was to be held.
fn original_day(event: &Event, series: &When) -> Option<Date> {
    match (series, event.original_start) {
        (When::Timed { zone, .. }, Some(original)) => Some(zone.to_datetime(original).date()),
        (When::Days { .. }, Some(original)) => Some(TimeZone::UTC.to_datetime(original).date()),
        (When::Timed { zone, .. }, None) => Some(zone.to_datetime(event.start()?).date()),
        (When::Days { .. }, None) => Some(event.start.as_ref()?.date_time.date()),
    }
}

fn of_exception(event: &Event, series: &Meeting) -> Option<Meeting> {
    let day = original_day(event, &series.when)?;
    let instead_of = match &series.when {
        When::Timed { start, zone, .. } => {
            let time = day.to_datetime(start.time());
            When::Timed {
                start: time,
                end: time,
                zone: zone.clone(),
            }
        }
        When::Days { .. } => When::Days {
            first: day,
            last: day,
        },
    };
    Some(Meeting {
        uid: series.uid.clone(),
        instead_of: Some(instead_of),
        ..meeting(event)?
    })
}

fn meeting(event: &Event) -> Option<Meeting> {
    let details: EventDetails = shown::details_of(event)?;
    let shown = details.event;
    let when = match shown.time {
        EventTime::AllDay { first, last } => When::Days { first, last },
        EventTime::Timed {
            start,
            end,
            time_zone,
        } => {
            let zone = zones::zone(&time_zone).unwrap_or(TimeZone::UTC);
            When::timed(start, end, zone)
        }
    };
    Some(Meeting {
        uid: event.i_cal_u_id.clone().unwrap_or_else(|| shown.id.clone()),
        sequence: 0,
        when,
        recurrence: None,
        left_out: Vec::new(),
        instead_of: None,
        subject: shown.subject,
        description: event.body_preview.clone().unwrap_or_default(),
        location: shown.location,
        cancelled: shown.cancelled,
        show_as: shown.show_as,
        private: shown.private,
        organizer: details.organizer,
        invited: details
            .attendees
            .into_iter()
            .map(|attendee| Invited {
                person: attendee.person,
                optional: attendee.optional,
                response: attendee.response,
            })
            .collect(),
        reminder_minutes: details.reminder_minutes,
        url: details.join_url.or(details.web_url),
    })
}
