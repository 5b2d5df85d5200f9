//! Creating, changing and deleting events (group-post-events.md,
//! group-update-event.md, group-delete-event.md). What an event becomes by that
//! is in `changed`, cancelling and answering in `answer`.

use http::{Method, StatusCode};
use jiff::civil::Date;

use super::sent::{Edits, Place};
use super::{answer, at, changed, find, one, refusals, shown};
use crate::graph::Answer;
use crate::graph::contents::preferences::Preferences;
use crate::graph::contents::{Area, access};
use crate::graph::writing::Writing;
use crate::odata::ODataError;
use crate::world::Change;
use crate::world::contents::{Calendar, CalendarChange, Event};

const WRITE: &[&str] = &["Group.ReadWrite.All"];

/// The calls that write events; none for other paths.
pub(in crate::graph) fn write(
    writing: &Writing<'_>,
    words: &[&str],
) -> Option<Result<Answer, ODataError>> {
    let ["groups", group, path @ ..] = words else {
        return None;
    };
    let path = match path {
        ["calendar", path @ ..] => path,
        path => path,
    };
    // Ids of events are compared with their capitals.
    let segments = writing.call.segments.iter().rev();
    let key = segments.take(path.len()).rev().nth(1);
    let target = (*group, key.map_or("", String::as_str));
    Some(match (&writing.call.method, path) {
        (&Method::POST, ["events"]) => create(writing, group),
        (&Method::PATCH, ["events", _]) => update(writing, target),
        (&Method::DELETE, ["events", _]) => delete(writing, target),
        (&Method::POST, ["events", _, "cancel"]) => answer::cancel(writing, target),
        (
            &Method::POST,
            [
                "events",
                _,
                verb @ ("accept" | "decline" | "tentativelyaccept"),
            ],
        ) => answer::give(writing, target, verb),
        _ => return None,
    })
}

/// Decides on the calendar as it is and writes what was decided.
pub(super) fn decide(
    writing: &Writing<'_>,
    (group, scopes): (&str, &[&str]),
    decide: impl FnOnce(&Place<'_>, &Calendar) -> Result<CalendarChange, ODataError>,
) -> Result<CalendarChange, ODataError> {
    let mut decided = None;
    writing.write(|world| {
        let group = access::enter_calendar(writing, world, (group, scopes))?;
        let calendar = world.contents.calendar(group);
        let change = decide(&Place { world, group }, &calendar)?;
        decided = Some(change.clone());
        Ok(Change::Calendar {
            group: group.id.clone(),
            user: writing.user(),
            change,
            at: writing.now(),
        })
    })?;
    decided.ok_or_else(|| Area::Events.item_missing())
}

/// `POST /groups/{id}/events`. With the transaction of an event that is there already, that event is
/// answered and none is made.
fn create(writing: &Writing<'_>, group: &str) -> Result<Answer, ODataError> {
    let preferences = Preferences::of(writing.call)?;
    let sent = writing.sent()?;
    let change = decide(writing, (group, WRITE), |place, calendar| {
        let edits = Edits::read(&sent, place)?;
        let made = edits.transaction.as_deref();
        let made = made.and_then(|transaction| calendar.made_by(transaction));
        let event = match made {
            Some(event) => event.clone(),
            None => changed::created(calendar.new_id(&place.group.id), edits, writing.now())?,
        };
        Ok(put(event))
    })?;
    let created = StatusCode::CREATED;
    answered(writing, (group, &preferences), &change, (None, created))
}

/// `PATCH /groups/{id}/events/{id}`
fn update(writing: &Writing<'_>, (group, key): (&str, &str)) -> Result<Answer, ODataError> {
    let preferences = Preferences::of(writing.call)?;
    let sent = writing.sent()?;
    let mut which = None;
    let change = decide(writing, (group, WRITE), |place, calendar| {
        let (event, date) = find(calendar, key)?;
        check_precondition(writing, event)?;
        which = date;
        let edits = Edits::read(&sent, place)?;
        let mut event = match date {
            None => changed::changed(event, edits)?,
            Some(date) => changed::with_exception(event, date, edits)?,
        };
        touch(&mut event, writing);
        Ok(put(event))
    })?;
    answered(
        writing,
        (group, &preferences),
        &change,
        (which, StatusCode::OK),
    )
}

/// `DELETE /groups/{id}/events/{id}`
fn delete(writing: &Writing<'_>, (group, key): (&str, &str)) -> Result<Answer, ODataError> {
    decide(writing, (group, WRITE), |_, calendar| {
        let found = find(calendar, key)?;
        check_precondition(writing, found.0)?;
        Ok(without(writing, found, None))
    })?;
    Ok(Answer::empty(StatusCode::NO_CONTENT))
}

fn put(event: Event) -> CalendarChange {
    CalendarChange::Put {
        event: Box::new(event),
        comment: None,
    }
}

/// Takes an event out, or one occurrence of it.
pub(super) fn without(
    writing: &Writing<'_>,
    (event, date): (&Event, Option<Date>),
    comment: Option<String>,
) -> CalendarChange {
    let mut event = event.clone();
    if let Some(date) = date {
        event.exceptions.remove(&date);
        event.deleted.insert(date);
        touch(&mut event, writing);
        if !event.is_empty() {
            return CalendarChange::Put {
                event: Box::new(event),
                comment,
            };
        }
    }
    CalendarChange::Remove {
        event: event.id,
        comment,
    }
}

/// It was changed now, and has another change key.
pub(super) fn touch(event: &mut Event, writing: &Writing<'_>) {
    event.revision += 1;
    event.modified = writing.now();
}

/// With `If-Match`, only what the client has seen is changed.
fn check_precondition(writing: &Writing<'_>, event: &Event) -> Result<(), ODataError> {
    let wanted = writing.call.header("if-match").unwrap_or("*").trim();
    let known = format!("W/\"{}\"", shown::change_key(event));
    if wanted == "*" || wanted == known {
        Ok(())
    } else {
        Err(refusals::conflict())
    }
}

fn answered(
    writing: &Writing<'_>,
    (group, preferences): (&str, &Preferences),
    change: &CalendarChange,
    (date, status): (Option<Date>, StatusCode),
) -> Result<Answer, ODataError> {
    let CalendarChange::Put { event, .. } = change else {
        return Err(Area::Events.item_missing());
    };
    let world = writing.tenant.world();
    let reading = writing.reading(&world);
    let held = access::hold(&reading, group, Area::Events)?;
    let mut answer = one(&held, preferences, &at((event, date))?)?;
    preferences.confirm(&mut answer);
    answer.status = status;
    Ok(answer)
}
