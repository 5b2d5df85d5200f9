//! What tells whether a group is alive: what is asked for, and what came of it.

use crate::GraphError;

use super::{
    Conversation, DriveItem, Event, GroupId, GroupPeople, OnenotePage, PlannedTasks, Team,
};

/// A part of the evidence: what one permission lets read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum EvidencePart {
    /// Conversations of the mailbox.
    Conversations,
    /// What lies at the root of the document library.
    Files,
    /// What is ahead in the calendar.
    Events,
    /// Plans with their tasks.
    Tasks,
    /// The last page of the notebooks.
    Pages,
    /// The team.
    Team,
    /// Owners, members and guests.
    People,
}

/// What is to be read of one group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EvidenceWanted {
    /// The group.
    pub group: GroupId,
    /// What of it; nothing is sent for what is not named.
    pub parts: Vec<EvidencePart>,
}

/// A part that was read; `None` when it was not asked for.
pub type Read<T> = Option<Result<T, GraphError>>;

/// The beginning of a collection.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Beginning<T> {
    /// The first items, in the service's order.
    pub items: Vec<T>,
    /// Whether there are more.
    pub more: bool,
}

/// What was read of one group, each part with its own fate.
#[derive(Debug, Clone)]
pub struct GroupEvidence {
    /// The group.
    pub group: GroupId,
    /// Conversations, as a rule the last ones.
    pub conversations: Read<Beginning<Conversation>>,
    /// All files and folders at the root of the library.
    pub files: Read<Vec<DriveItem>>,
    /// Events of the time that was asked for, each occurrence of a series by itself, the next first.
    pub events: Read<Beginning<Event>>,
    /// Tasks of all plans.
    pub tasks: Read<PlannedTasks>,
    /// The page that was changed last; `None` inside when there is none.
    pub page: Read<Option<OnenotePage>>,
    /// The team.
    pub team: Read<Team>,
    /// The people, in figures.
    pub people: Read<GroupPeople>,
}

/// The evidence about several groups.
#[derive(Debug, Clone)]
pub struct EvidenceRead {
    /// One entry a group, in the order in which they were asked for.
    pub groups: Vec<GroupEvidence>,
    /// How many requests were sent; a batch is one, and so is each repetition.
    pub requests: u32,
}
