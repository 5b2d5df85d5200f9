//! What groups hold beside people: conversations, events, files, plans and
//! notebooks. It is drawn from a group's id when somebody first asks, so that
//! ten thousand groups cost nothing until then, and always the same. A group's
//! content is one value behind an `Arc`: a change replaces it for later readers.
//! Who may see it and how it is written on the wire is in `graph::contents`.

mod calendar;
mod conversations;
mod dice;
mod files;
mod ids;
mod life;
mod notebooks;
mod planner;
mod texts;

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use jiff::Timestamp;

pub(crate) use calendar::{
    Answered, Attendee, AttendeeKind, Body, Calendar, CalendarChange, Details, Event, EventEdit,
    Moment, Occurrence, Pattern, PatternType, RangeType, Recurrence, Response, Seeds, ShowAs,
    UnknownZone, Who, Zone,
};
pub(crate) use conversations::{Author, Conversation, Post, Thread};
pub(crate) use files::{Drive, Item, ItemKind};
pub(crate) use ids::{Kind, occurrence as occurrence_id};
pub(crate) use notebooks::{Notebook, Page, Section};
pub(crate) use planner::{Bucket, Plan, Task};

use super::{Group, UserIndex};
use dice::Dice;
use life::Life;
use texts::Words;

/// So many people of a group write and work in what is drawn.
const ACTIVE_PEOPLE: usize = 12;

/// What one group holds.
#[derive(Debug, Clone, Default)]
pub(crate) struct Content {
    /// The most recent first.
    pub(crate) conversations: Vec<Conversation>,
    pub(crate) drive: Drive,
    pub(crate) plans: Vec<Plan>,
    pub(crate) notebooks: Vec<Notebook>,
}

/// A group as it was when the world was drawn: what happens later to its people
/// and dates does not change what was written before.
#[derive(Debug, Clone)]
struct Origin {
    id: String,
    name: String,
    people: Box<[UserIndex]>,
    created: Timestamp,
    renewed: Timestamp,
    team: bool,
    /// It has some of everything.
    first: bool,
    /// When the world was drawn, or the group was deleted.
    until: Timestamp,
}

/// The contents of all groups. Groups that were created later begin empty.
#[derive(Debug, Default)]
pub(crate) struct Contents {
    origins: HashMap<String, Origin>,
    calendars: calendar::Calendars,
    made: Mutex<HashMap<String, Arc<Content>>>,
}

impl Contents {
    /// Remembers what the groups are like that were `drawn` just now.
    pub(super) fn new(drawn: Timestamp, groups: &[Group]) -> Self {
        let unified = groups.iter().filter(|group| group.unified);
        let origins = unified.map(|group| {
            let people = group.members.iter().take(ACTIVE_PEOPLE);
            Origin {
                id: group.id.clone(),
                name: group.display_name.clone(),
                people: people.copied().collect(),
                created: group.created,
                renewed: group.renewed,
                team: group.team,
                first: false,
                until: group.deleted.unwrap_or(drawn),
            }
        });
        let mut origins: Vec<Origin> = origins.collect();
        if let Some(origin) = origins.first_mut() {
            origin.first = true;
        }
        let by_id = |origin: Origin| (origin.id.clone(), origin);
        Self {
            origins: origins.into_iter().map(by_id).collect(),
            ..Self::default()
        }
    }

    /// Whether somebody was in a group every week or two when the world was drawn.
    pub(super) fn is_in_use(&self, group: &str) -> bool {
        self.origins.get(group).is_some_and(life::is_in_use)
    }

    /// Whether a group has been there since the world was drawn.
    pub(crate) fn were_drawn(&self, group: &str) -> bool {
        self.origins.contains_key(group)
    }

    /// What a group holds.
    pub(crate) fn of(&self, group: &Group) -> Arc<Content> {
        let mut made = self.made.lock().unwrap_or_else(PoisonError::into_inner);
        let content = made
            .entry(group.id.clone())
            .or_insert_with(|| Arc::new(self.draw(group)));
        Arc::clone(content)
    }

    /// The calendar of a group.
    pub(crate) fn calendar(&self, group: &Group) -> Arc<Calendar> {
        self.calendars.of(&group.id, || {
            let origin = self.origins.get(&group.id);
            origin.map(Content::draw_calendar).unwrap_or_default()
        })
    }

    /// Whether a write makes a group's calendar another one.
    pub(super) fn is_changed_by(&self, group: &str, change: &CalendarChange) -> bool {
        self.calendars.is_changed_by(group, change)
    }

    /// Makes a write to a group's calendar take effect.
    pub(super) fn write_calendar(&mut self, group: &str, change: &CalendarChange) {
        self.calendars.write(group, change);
    }

    fn draw(&self, group: &Group) -> Content {
        match self.origins.get(&group.id) {
            Some(origin) => Content::draw(origin),
            None => Content {
                drive: Drive::empty(&group.id, group.created),
                ..Content::default()
            },
        }
    }
}

impl Content {
    fn draw_calendar(origin: &Origin) -> Vec<Event> {
        calendar::draw(Part {
            origin,
            life: &Life::draw(origin),
            words: texts::of(&origin.name),
            dice: Dice::new(&origin.id, "events"),
        })
    }

    fn draw(origin: &Origin) -> Self {
        let life = Life::draw(origin);
        let words = texts::of(&origin.name);
        let part = |name| Part {
            origin,
            life: &life,
            words,
            dice: Dice::new(&origin.id, name),
        };
        Self {
            conversations: conversations::draw(part("conversations")),
            drive: files::draw(part("files")),
            plans: planner::draw(part("plans")),
            notebooks: notebooks::draw(part("notebooks")),
        }
    }
}

/// What the drawing of one part needs.
struct Part<'a> {
    origin: &'a Origin,
    life: &'a Life,
    words: &'static Words,
    dice: Dice,
}

impl Part<'_> {
    /// Somebody active: the first of them more often than the last.
    fn somebody(&mut self) -> UserIndex {
        let people = &self.origin.people;
        let first = self.dice.below(people.len());
        let second = self.dice.below(people.len());
        let chosen = people.get(first.min(second));
        chosen.copied().unwrap_or(super::ADMINISTRATOR)
    }
}
