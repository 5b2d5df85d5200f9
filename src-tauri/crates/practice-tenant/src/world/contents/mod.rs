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
mod kept;
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
pub(crate) use conversations::{
    Attachment, AttachmentContent, Author, Conversation, ConversationChange, Conversations,
    Correspondent, NewAttachment, NewContent, NewPost, Post, Senders, Thread, from_text, to_text,
};
pub(crate) use files::{Drive, Item, ItemKind};
pub(crate) use ids::{Kind, occurrence as occurrence_id};
pub(crate) use notebooks::{Notebook, Page, Section};
pub(crate) use planner::{
    Assignment, Board, Bucket, CATEGORIES, ChecklistItem, Plan, PlanAbout, PlannerChange,
    Reference, Task, TaskDetails, TaskSeeds, hint_between,
};

use super::{Group, UserIndex};
use dice::Dice;
use kept::Kept;
use life::Life;
use texts::Words;

/// So many people of a group write and work in what is drawn.
const ACTIVE_PEOPLE: usize = 12;

/// What one group holds.
#[derive(Debug, Clone, Default)]
pub(crate) struct Content {
    pub(crate) conversations: Conversations,
    pub(crate) drive: Drive,
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

impl Origin {
    fn of(group: &Group, drawn: Timestamp) -> Self {
        let people = group.members.iter().take(ACTIVE_PEOPLE);
        Self {
            id: group.id.clone(),
            name: group.display_name.clone(),
            people: people.copied().collect(),
            created: group.created,
            renewed: group.renewed,
            team: group.team,
            until: group.deleted.unwrap_or(drawn),
            first: false,
        }
    }
}

/// The contents of all groups. Groups that were created later begin empty.
#[derive(Debug, Default)]
pub(crate) struct Contents {
    origins: HashMap<String, Origin>,
    calendars: Kept<Calendar>,
    boards: Kept<Board>,
    made: Mutex<HashMap<String, Arc<Content>>>,
}

impl Contents {
    /// Remembers what the groups are like that were `drawn` just now.
    pub(super) fn new(drawn: Timestamp, groups: &[Group]) -> Self {
        let unified = groups.iter().filter(|group| group.unified);
        let origins = unified.enumerate().map(|(place, group)| {
            let first = place == 0;
            let origin = Origin {
                first,
                ..Origin::of(group, drawn)
            };
            (group.id.clone(), origin)
        });
        Self {
            origins: origins.collect(),
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

    /// Until when what a group holds was drawn; what came later was written.
    pub(crate) fn drawn_until(&self, group: &Group) -> Timestamp {
        let origin = self.origins.get(&group.id);
        origin.map_or(group.created, |origin| origin.until)
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
            Calendar::new(origin.map(Content::draw_calendar).unwrap_or_default())
        })
    }

    /// The plans of a group.
    pub(crate) fn board(&self, group: &Group) -> Arc<Board> {
        self.boards.of(&group.id, || {
            let origin = self.origins.get(&group.id);
            Board::new(origin.map(Content::draw_plans).unwrap_or_default())
        })
    }

    /// Whether a write makes a group's calendar another one.
    pub(super) fn is_changed_by(&self, group: &str, change: &CalendarChange) -> bool {
        let known = self.calendars.known(group);
        known.is_none_or(|calendar| calendar.is_changed_by(change))
    }

    /// Makes a write to a group's calendar take effect.
    pub(super) fn write_calendar(&mut self, group: &str, change: &CalendarChange) {
        self.calendars.write(group, change);
    }

    /// Makes a write to a group's plans take effect.
    pub(super) fn write_board(&mut self, group: &str, change: &PlannerChange) {
        self.boards.write(group, change);
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

    fn draw_plans(origin: &Origin) -> Vec<Plan> {
        planner::draw(Part {
            origin,
            life: &Life::draw(origin),
            words: texts::of(&origin.name),
            dice: Dice::new(&origin.id, "plans"),
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
