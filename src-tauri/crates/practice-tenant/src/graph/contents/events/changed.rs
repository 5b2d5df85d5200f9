//! What an event becomes by what a client sends. A change of one occurrence
//! makes an exception of it; a change of when a series takes place takes all
//! exceptions back, as Exchange does, and asks everybody anew.

use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};

use super::refusals;
use super::sent::Edits;
use crate::graph::contents::Area;
use crate::odata::ODataError;
use crate::world::contents::{Answered, Attendee, Details, Event, EventEdit, Moment};

/// No event is longer.
const LONGEST: SignedDuration = SignedDuration::from_hours(24 * 366 * 5);
const DAY: SignedDuration = SignedDuration::from_hours(24);

/// A new event. A series begins at its first occurrence.
pub(super) fn created(id: String, edits: Edits, now: Timestamp) -> Result<Event, ODataError> {
    let moment = |wanted: fn(&EventEdit) -> Option<&Moment>, name| {
        let found = edits.edits.iter().find_map(wanted);
        found.cloned().ok_or_else(|| refusals::property(name))
    };
    let start = moment(
        |edit| match edit {
            EventEdit::Start(start) => Some(start),
            _ => None,
        },
        "start",
    )?;
    let end = moment(
        |edit| match edit {
            EventEdit::End(end) => Some(end),
            _ => None,
        },
        "end",
    )?;
    let mut event = Event::new(id, Details::new(start, end), now);
    apply(&mut event.details, &edits.edits);
    check(&event.details)?;
    event.transaction = edits.transaction.clone();
    event.recurrence = edits.recurrence.clone().flatten();
    settled(event, &edits)
}

/// An event that is by itself, or a whole series, with edits.
pub(super) fn changed(before: &Event, mut edits: Edits) -> Result<Event, ODataError> {
    edits.edits = prepared(&before.details, edits.edits);
    let mut event = before.clone();
    apply(&mut event.details, &edits.edits);
    if let Some(recurrence) = &edits.recurrence {
        event.recurrence.clone_from(recurrence);
    }
    check(&event.details)?;
    let moved = has_moved(&before.details, &event.details);
    if moved {
        ask_anew(&mut event.details.attendees);
    }
    if moved || event.recurrence != before.recurrence {
        event.exceptions.clear();
        event.deleted.clear();
        return settled(event, &edits);
    }
    Ok(event)
}

/// A series of which one occurrence has edits.
pub(super) fn with_exception(
    before: &Event,
    date: Date,
    edits: Edits,
) -> Result<Event, ODataError> {
    if matches!(edits.recurrence, Some(Some(_))) {
        return Err(refusals::property("recurrence"));
    }
    let there = before.on(date).ok_or_else(|| Area::Events.item_missing())?;
    let mut list = prepared(&there.details, edits.edits);
    let mut details = there.details.clone().into_owned();
    apply(&mut details, &list);
    check(&details)?;
    if has_moved(&there.details, &details) {
        stays_between(before, date, &details)?;
        ask_anew(&mut details.attendees);
        list.retain(|edit| !matches!(edit, EventEdit::Attendees(_)));
        list.push(EventEdit::Attendees(details.attendees));
    }
    let mut event = before.clone();
    let kept = event.exceptions.entry(date).or_default();
    kept.retain(|old| !list.iter().any(|new| new.replaces(old)));
    kept.extend(list);
    Ok(event)
}

fn apply(details: &mut Details, edits: &[EventEdit]) {
    edits.iter().for_each(|edit| edit.apply(details));
}

/// People who stay invited have answered already, and what is online stays so.
fn prepared(before: &Details, edits: Vec<EventEdit>) -> Vec<EventEdit> {
    let known = |who: &Attendee| {
        let mut before = before.attendees.iter();
        before.find(|other| other.who == who.who)
    };
    let edits = edits.into_iter().map(|edit| match edit {
        EventEdit::Attendees(mut attendees) => {
            for attendee in &mut attendees {
                attendee.answer = known(attendee).map_or(attendee.answer, |known| known.answer);
            }
            EventEdit::Attendees(attendees)
        }
        EventEdit::Online(online) => EventEdit::Online(online || before.online),
        edit => edit,
    });
    edits.collect()
}

fn has_moved(before: &Details, after: &Details) -> bool {
    let time = |details: &Details| (details.start.at(), details.end.at(), details.all_day);
    time(before) != time(after) || before.start.zone != after.start.zone
}

fn ask_anew(attendees: &mut [Attendee]) {
    for attendee in attendees {
        attendee.answer = Answered::default();
    }
}

/// Whether an event can be at that time.
fn check(details: &Details) -> Result<(), ODataError> {
    let length = details.end.at().duration_since(details.start.at());
    if length.is_negative() {
        return Err(refusals::ends_before_it_starts());
    }
    if length > LONGEST {
        return Err(refusals::too_long());
    }
    if !details.all_day {
        return Ok(());
    }
    for (name, moment) in [("Start", &details.start), ("End", &details.end)] {
        if !moment.is_midnight() {
            return Err(refusals::property_with(
                &name.to_lowercase(),
                &format!(
                    "The Event.{name} property for an all-day event needs to be set to midnight."
                ),
            ));
        }
    }
    let (start, end) = (details.start.local, details.end.local);
    if end.duration_since(start) < DAY {
        return Err(refusals::property_with(
            "end",
            "The duration of an event marked as All day must be at least 24 hours.",
        ));
    }
    Ok(())
}

/// Brings a rule and the start of its series together.
fn settled(mut event: Event, edits: &Edits) -> Result<Event, ODataError> {
    let date = match event.details.all_day {
        true => event.details.start.local.date(),
        false => event.zone().local(event.details.start.at()).date(),
    };
    let ruled = edits.recurrence.is_some();
    let Some(recurrence) = &mut event.recurrence else {
        return Ok(event);
    };
    if edits.has_start() && ruled && recurrence.range.start_date != date {
        return Err(refusals::property("recurrence/range/startDate"));
    }
    if !ruled {
        recurrence.range.start_date = date;
    }
    let mut dates = recurrence.dates(recurrence.range.start_date);
    let first = dates.next().ok_or_else(refusals::no_occurrence)?;
    drop(dates);
    Ok(event.moved_to(first))
}

/// An occurrence is never moved onto or over another one's day.
fn stays_between(event: &Event, date: Date, details: &Details) -> Result<(), ODataError> {
    let day = |at: Timestamp| event.zone().local(at).date();
    let new = day(details.start.at());
    let [before, after] = event.neighbours(date);
    let crosses = before.is_some_and(|one| day(one.start) >= new)
        || after.is_some_and(|one| day(one.start) <= new);
    if crosses && new != date {
        return Err(refusals::crossing());
    }
    Ok(())
}
