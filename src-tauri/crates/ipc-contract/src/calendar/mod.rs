//! When a group meets: its calendar, events and their recurrences, and answers to invitations.
//!
//! Deliberately elsewhere: expanding recurrences (the service does that), and how days are laid out (the
//! window).

mod changing;
mod recurrence;

pub use changing::{
    Answer, EventAnswerRequest, EventCancelRequest, EventChangeRequest, EventChanges,
    EventCheckRequest, EventChecked, EventCreateRequest, EventFinding, EventInput, Invitee,
    RecurrenceChange, Reminder, WallTime,
};
pub use recurrence::{Recurrence, RecurrenceEnd, RecurrencePattern, WeekIndex, Weekday};

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::conversations::{MailPerson, MailboxState};
use crate::error::CommandError;

/// Asks for the events within a range.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CalendarRequest {
    /// Directory id of the group.
    pub group_id: String,
    /// The first day.
    #[ts(type = "string")]
    pub first: Date,
    /// The last day; at most 400 days after the first.
    #[ts(type = "string")]
    pub last: Date,
    /// The zone in which days begin, by its IANA name.
    pub time_zone: String,
    /// Whether to ask the service though the range was read a short while ago.
    pub anew: bool,
}

/// The events within a range, in the order in which they begin.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CalendarRange {
    /// Whether the mailbox, and so the calendar, can be used.
    pub mailbox: MailboxState,
    /// When it was read; `null` when it never was.
    #[ts(type = "string | null")]
    pub as_of: Option<Timestamp>,
    /// Why this is not newer, when reading failed.
    pub last_error: Option<CommandError>,
    /// The events. Recurrences are expanded.
    pub events: Vec<CalendarEvent>,
    /// Whether the person may change them.
    pub may_change: bool,
}

/// When an event is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(
    rename_all = "camelCase",
    rename_all_fields = "camelCase",
    tag = "kind"
)]
pub enum EventTime {
    /// At given moments.
    Timed {
        /// When it begins.
        #[ts(type = "string")]
        start: Timestamp,
        /// When it is over.
        #[ts(type = "string")]
        end: Timestamp,
        /// The zone that it was made in, by its IANA name where there is one.
        time_zone: String,
    },
    /// Whole days, in every zone the same.
    AllDay {
        /// The first day.
        #[ts(type = "string")]
        first: Date,
        /// The last day.
        #[ts(type = "string")]
        last: Date,
    },
}

/// What an event is to its series.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum EventKind {
    /// It is alone.
    Single,
    /// It is one of a series.
    Occurrence,
    /// It is one of a series and differs from it.
    Exception,
    /// It is the series.
    Series,
}

/// How the time shows to others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum ShowAs {
    /// Free.
    Free,
    /// Tentative.
    Tentative,
    /// Busy.
    Busy,
    /// Out of office.
    Away,
    /// Working elsewhere.
    Elsewhere,
    /// The service did not say, or said something that this version does not know.
    Unknown,
}

/// What somebody answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Response {
    /// Nothing is asked or known.
    None,
    /// They organise it.
    Organizer,
    /// They come.
    Accepted,
    /// They may come.
    Tentative,
    /// They do not come.
    Declined,
    /// They have not answered.
    NotAnswered,
}

/// An event as a calendar shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CalendarEvent {
    /// The service's id of this event or occurrence.
    pub id: String,
    /// The service's id of the series; `null` when it is alone.
    pub series_id: Option<String>,
    /// What it is to its series.
    pub kind: EventKind,
    /// What it is about; may be empty.
    pub subject: String,
    /// When it is.
    pub time: EventTime,
    /// Where.
    pub location: Option<String>,
    /// Whether it was cancelled.
    pub cancelled: bool,
    /// How the time shows to others.
    pub show_as: ShowAs,
    /// Whether there is an online meeting.
    pub online: bool,
    /// Whether the group organises it: only then it can be changed and cancelled here.
    pub organizer: bool,
    /// What was answered in the group's name or the person's, where the group does not organise it.
    pub response: Response,
    /// Whether only those who are invited see what it is about.
    pub private: bool,
}

/// Somebody who is invited.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Attendee {
    /// Who.
    pub person: MailPerson,
    /// Whether it also takes place without them.
    pub optional: bool,
    /// What they answered.
    pub response: Response,
}

/// Names an event, an occurrence or a series.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct EventRequest {
    /// Directory id of the group.
    pub group_id: String,
    /// The service's id.
    pub event_id: String,
}

/// An event in full.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct EventDetails {
    /// What a calendar shows of it.
    pub event: CalendarEvent,
    /// Its version, which a change names so that somebody else's is noticed.
    pub change_key: Option<String>,
    /// Its text as HTML, made harmless as a post's is.
    pub html: String,
    /// Whether the text brings colours of its own.
    pub own_colors: bool,
    /// Its text as the editor takes it: HTML of the elements that the editor knows, without what else it has.
    pub editable: String,
    /// Who organises it.
    pub organizer: Option<MailPerson>,
    /// Who is invited.
    pub attendees: Vec<Attendee>,
    /// How it recurs; of an occurrence, how its series does.
    pub recurrence: Option<Recurrence>,
    /// When its occurrence stood in the series before it was moved.
    #[ts(type = "string | null")]
    pub original_start: Option<Timestamp>,
    /// Minutes before it at which people are reminded; `null` when they are not.
    pub reminder_minutes: Option<u32>,
    /// Where the online meeting is, an https address.
    pub join_url: Option<String>,
    /// Where Outlook shows it, an https address.
    pub web_url: Option<String>,
}
