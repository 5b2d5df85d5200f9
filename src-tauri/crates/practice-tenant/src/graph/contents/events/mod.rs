//! Events of a group, and the window of its calendar in which series are drawn
//! out (group-list-events.md, group-list-calendarview.md, event-list-instances.md).
//! `shown` writes them, `sent` and `recurrence` read what a client sends,
//! `write`, `changed` and `answer` change them.

mod answer;
mod changed;
mod filter;
mod recurrence;
mod refusals;
mod sent;
mod shown;
mod window;
mod write;

use jiff::civil::Date;
use serde_json::Value;

use super::items::{EVENTS, Named, page, single};
use super::preferences::Preferences;
use super::{Area, Held};
use crate::graph::Answer;
use crate::odata::ODataError;
use crate::world::contents::{Calendar, Event, Occurrence};

use window::Window;
pub(in crate::graph) use write::write;

/// `words` is the path after the group, or after its calendar; `keys` the same as
/// it was written.
pub(super) fn get(held: &Held<'_>, words: &[&str], keys: &[&str]) -> Result<Answer, ODataError> {
    let preferences = Preferences::of(held.reading.call)?;
    let calendar = held.reading.world.contents.calendar(held.group);
    let mut answer = match words {
        ["events"] => {
            let all = calendar.events().map(Event::itself).collect();
            list(held, &preferences, "events", all)
        }
        ["events", _] => {
            let found = find(&calendar, keys[1])?;
            one(held, &preferences, &at(found)?)
        }
        ["events", _, "instances"] => {
            let (event, _) = find(&calendar, keys[1])?;
            if event.recurrence.is_none() {
                return Err(refusals::no_series());
            }
            let window = Window::of(held.reading.call)?;
            let context = format!("events('{}')/instances", event.id);
            list(held, &preferences, &context, window.of_event(event))
        }
        ["calendarview"] => {
            let window = Window::of(held.reading.call)?;
            window::refuse_dates(held.reading.call)?;
            let seen = window.of_calendar(&calendar);
            list(held, &preferences, "calendarView", seen)
        }
        _ => Err(held.unknown()),
    }?;
    preferences.confirm(&mut answer);
    Ok(answer)
}

/// The event of an id, and which of a series it is.
fn find<'c>(calendar: &'c Calendar, id: &str) -> Result<(&'c Event, Option<Date>), ODataError> {
    let found = calendar.find(id);
    found.ok_or_else(|| Area::Events.item_missing())
}

fn at((event, date): (&Event, Option<Date>)) -> Result<Occurrence<'_>, ODataError> {
    match date {
        None => Ok(event.itself()),
        Some(date) => event.on(date).ok_or_else(|| Area::Events.item_missing()),
    }
}

fn named<'a>(held: &Held<'_>, tail: &str) -> Named<'a> {
    Named {
        context: held.context(tail),
        type_name: "event",
    }
}

/// One event by itself.
fn one(
    held: &Held<'_>,
    preferences: &Preferences,
    event: &Occurrence<'_>,
) -> Result<Answer, ODataError> {
    let shown = shown::shown(held, preferences, event);
    single(held.reading.call, &named(held, "events"), shown)
}

fn list(
    held: &Held<'_>,
    preferences: &Preferences,
    tail: &str,
    events: Vec<Occurrence<'_>>,
) -> Result<Answer, ODataError> {
    let events = events.iter();
    let shown = events.map(|event| shown::shown(held, preferences, event));
    let shown: Vec<Value> = filter::filtered(held.reading.call, shown.collect())?;
    page(held.reading.call, &EVENTS, &named(held, tail), shown)
}
