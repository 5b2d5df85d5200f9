//! Cancelling a meeting, and answering somebody else's invitation
//! (event-cancel.md, event-accept.md, event-decline.md,
//! event-tentativelyaccept.md). What is declined leaves the calendar, as Outlook
//! has it.

use http::StatusCode;
use jiff::civil::Date;
use serde::Deserialize;
use serde_json::Value;

use super::write::{decide, touch, without};
use super::{at, find, refusals};
use crate::graph::writing::Writing;
use crate::graph::{Answer, Call};
use crate::odata::ODataError;
use crate::world::contents::{Answered, CalendarChange, Event, EventEdit, Response, ShowAs, Who};

/// The pages name the calendar's permission, the group's covers it for a group.
const ACT: &[&str] = &["Group.ReadWrite.All", "Calendars.ReadWrite"];

/// What the others are told.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Told {
    #[serde(alias = "Comment")]
    comment: Option<String>,
    #[serde(alias = "SendResponse")]
    send_response: Option<bool>,
    #[serde(alias = "ProposedNewTime")]
    proposed_new_time: Option<Value>,
}

impl Told {
    fn read(call: &Call) -> Result<Self, ODataError> {
        if call.body.is_empty() {
            return Ok(Self::default());
        }
        serde_json::from_slice(&call.body).map_err(|_| refusals::unreadable("comment"))
    }
}

/// `POST /groups/{id}/events/{id}/cancel`: an event, a series, or one occurrence.
pub(super) fn cancel(
    writing: &Writing<'_>,
    (group, key): (&str, &str),
) -> Result<Answer, ODataError> {
    let told = Told::read(writing.call)?;
    decide(writing, (group, ACT), |_, calendar| {
        let found = find(calendar, key)?;
        if found.0.organizer.is_some() {
            return Err(refusals::request(
                "You need to be an organizer to cancel a meeting.",
            ));
        }
        Ok(without(writing, found, told.comment))
    })?;
    Ok(Answer::empty(StatusCode::ACCEPTED))
}

/// `POST /groups/{id}/events/{id}/accept` and the others, for an event, a series, or one occurrence.
pub(super) fn give(
    writing: &Writing<'_>,
    (group, key): (&str, &str),
    verb: &str,
) -> Result<Answer, ODataError> {
    let told = Told::read(writing.call)?;
    let response = match verb {
        "accept" => Response::Accepted,
        "decline" => Response::Declined,
        _ => Response::TentativelyAccepted,
    };
    if response == Response::Accepted && told.proposed_new_time.is_some() {
        return Err(refusals::unreadable("proposedNewTime"));
    }
    decide(writing, (group, ACT), |_, calendar| {
        let found = find(calendar, key)?;
        check(found.0, told.send_response.unwrap_or(true))?;
        if response == Response::Declined {
            return Ok(without(writing, found, told.comment));
        }
        answered(writing, found, (response, told))
    })?;
    Ok(Answer::empty(StatusCode::ACCEPTED))
}

/// Whether there is anything to answer.
fn check(event: &Event, sends: bool) -> Result<(), ODataError> {
    if event.organizer.is_none() {
        return Err(refusals::request(
            "You can't respond to this meeting because you're the meeting organizer.",
        ));
    }
    if event.cancelled {
        return Err(refusals::request(
            "You can't respond to this meeting because it was cancelled.",
        ));
    }
    if sends && !event.details.response_requested {
        return Err(refusals::request(
            "The meeting organizer hasn't requested a response.",
        ));
    }
    Ok(())
}

fn answered(
    writing: &Writing<'_>,
    (event, date): (&Event, Option<Date>),
    (response, told): (Response, Told),
) -> Result<CalendarChange, ODataError> {
    let answer = Answered {
        response,
        at: Some(writing.now()),
    };
    let details = &at((event, date))?.details;
    let mut edits = vec![EventEdit::Answer(answer)];
    edits.push(EventEdit::ShowAs(match response {
        Response::TentativelyAccepted => ShowAs::Tentative,
        _ => ShowAs::Busy,
    }));
    if told.send_response.unwrap_or(true) {
        let own = [Who::Group, Who::User(writing.caller.user)];
        let mut attendees = details.attendees.clone();
        for attendee in &mut attendees {
            if own.contains(&attendee.who) {
                attendee.answer = answer;
            }
        }
        edits.push(EventEdit::Attendees(attendees));
    }
    let mut event = event.clone();
    match date {
        None => edits.iter().for_each(|edit| edit.apply(&mut event.details)),
        Some(date) => {
            let kept = event.exceptions.entry(date).or_default();
            kept.retain(|old| !edits.iter().any(|new| new.replaces(old)));
            kept.extend(edits);
        }
    }
    touch(&mut event, writing);
    Ok(CalendarChange::Put {
        event: Box::new(event),
        comment: told.comment,
    })
}
