//! A group's calendar: what was drawn of it from the group's id, and over it
//! what was written since. An event that is changed is replaced as a whole, so
//! that a change says what is true after it. Names on the wire are in
//! `graph::contents::events`.

mod details;
mod draw;
mod event;
mod rule;
mod seeds;
#[cfg(test)]
mod tests;
mod variety;
mod zone;

use std::collections::HashMap;
use std::sync::Arc;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

pub(crate) use details::{
    Answered, Attendee, AttendeeKind, Body, Details, EventEdit, Moment, Response, ShowAs, Who,
};
pub(crate) use event::{Event, Occurrence};
pub(crate) use rule::{Pattern, PatternType, RangeType, Recurrence};
pub(crate) use seeds::Seeds;
pub(crate) use zone::{UnknownZone, Zone};

pub(super) use draw::draw;

use super::ids::{self, Kind};
use super::kept::Written;

/// All events of a group, in no order.
#[derive(Debug, Clone, Default)]
pub(crate) struct Calendar {
    events: Vec<Arc<Event>>,
    by_id: HashMap<String, usize>,
    /// How many changes were made: no event has the number of another, even of one that is gone.
    pub(crate) changes: usize,
}

/// A write to a calendar.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(
    tag = "change",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub(crate) enum CalendarChange {
    /// An event was created or changed: it is now this one.
    Put {
        event: Box<Event>,
        /// What somebody was told with it: of a cancelled occurrence, or an answer.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        comment: Option<String>,
    },
    /// An event was deleted, cancelled or declined.
    Remove {
        event: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        comment: Option<String>,
    },
    /// Many events came at once, for measuring.
    Seed(Seeds),
}

impl Calendar {
    pub(super) fn new(events: Vec<Event>) -> Self {
        let mut calendar = Self::default();
        for event in events {
            calendar.put(event);
        }
        calendar
    }

    pub(crate) fn events(&self) -> impl ExactSizeIterator<Item = &Event> {
        self.events.iter().map(Arc::as_ref)
    }

    /// The event of an id, and the date of the occurrence if the id is of one.
    pub(crate) fn find(&self, id: &str) -> Option<(&Event, Option<Date>)> {
        if let Some(place) = self.by_id.get(id) {
            return Some((self.events.get(*place)?, None));
        }
        let (master, date) = ids::master_of(id)?;
        let event = self.events.get(*self.by_id.get(&master)?)?;
        event.on(date).map(|_| (event.as_ref(), Some(date)))
    }

    /// The event that a client's transaction has made.
    pub(crate) fn made_by(&self, transaction: &str) -> Option<&Event> {
        self.events()
            .find(|event| event.transaction.as_deref() == Some(transaction))
    }

    /// A name that no event of this group has had.
    pub(crate) fn new_id(&self, group: &str) -> String {
        /// Those that are drawn have small numbers.
        const WRITTEN: usize = 1 << 24;
        ids::mailbox(group, Kind::Event, WRITTEN + self.changes)
    }

    /// Whether it would be another one after `change`.
    pub(super) fn is_changed_by(&self, change: &CalendarChange) -> bool {
        let CalendarChange::Put { event, .. } = change else {
            return true;
        };
        let known = self.find(&event.id);
        known.is_none_or(|(known, _)| known != event.as_ref())
    }

    fn put(&mut self, event: Event) {
        match self.by_id.get(&event.id) {
            Some(place) => self.events[*place] = Arc::new(event),
            None => {
                self.by_id.insert(event.id.clone(), self.events.len());
                self.events.push(Arc::new(event));
            }
        }
    }

    fn remove(&mut self, id: &str) {
        let Some(place) = self.by_id.remove(id) else {
            return;
        };
        self.events.swap_remove(place);
        if let Some(moved) = self.events.get(place) {
            self.by_id.insert(moved.id.clone(), place);
        }
    }
}

impl Written for Calendar {
    type Change = CalendarChange;

    fn apply(&mut self, group: &str, change: &CalendarChange) {
        self.changes += 1;
        match change {
            CalendarChange::Put { event, .. } => self.put((**event).clone()),
            CalendarChange::Remove { event, .. } => self.remove(event),
            CalendarChange::Seed(seeds) => {
                for event in seeds.events(group) {
                    self.put(event);
                }
            }
        }
    }
}
