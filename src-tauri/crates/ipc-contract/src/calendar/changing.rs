//! What is to become of events: as a form holds them, what there is to know before they are saved, and the
//! requests that create, change, cancel and answer.

use jiff::civil::{Date, DateTime, Time};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Recurrence, ShowAs};
use crate::conversations::MailPerson;

/// When an event shall be, as it was typed: by the clock on the wall of a zone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(
    rename_all = "camelCase",
    rename_all_fields = "camelCase",
    tag = "kind"
)]
pub enum WallTime {
    /// At given times of day.
    Timed {
        /// Day and time at which it begins, such as `2026-03-29T02:30:00`.
        #[ts(type = "string")]
        start: DateTime,
        /// Day and time at which it is over.
        #[ts(type = "string")]
        end: DateTime,
        /// The zone, by its IANA name.
        time_zone: String,
    },
    /// Whole days.
    AllDay {
        /// The first day.
        #[ts(type = "string")]
        first: Date,
        /// The last day.
        #[ts(type = "string")]
        last: Date,
    },
}

/// An event as the form holds it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct EventInput {
    /// What it is about, up to 255 characters.
    pub subject: String,
    /// When.
    pub time: WallTime,
    /// Where; empty for nowhere in particular.
    pub location: String,
    /// Its text, HTML of the editor.
    pub body: String,
    /// Who is invited, beside the group itself.
    pub attendees: Vec<Invitee>,
    /// Whether the group itself is invited, and so all of it.
    pub whole_group: bool,
    /// How it recurs.
    pub recurrence: Option<Recurrence>,
    /// Minutes before it at which people are reminded; `null` when they are not.
    pub reminder_minutes: Option<u32>,
    /// Whether there shall be an online meeting.
    pub online: bool,
    /// How the time shows to others.
    pub show_as: ShowAs,
    /// Whether only those who are invited see what it is about.
    pub private: bool,
}

/// Somebody to invite.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Invitee {
    /// Who.
    pub person: MailPerson,
    /// Whether it also takes place without them.
    pub optional: bool,
}

/// Asks what an event's times mean before it is saved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct EventCheckRequest {
    /// The event.
    pub event: EventInput,
}

/// Something about an event's input that the person should know.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(
    rename_all = "camelCase",
    rename_all_fields = "camelCase",
    tag = "kind"
)]
pub enum EventFinding {
    /// It ends before it begins. It cannot be saved.
    EndsBeforeStart,
    /// The zone is not known. It cannot be saved.
    ZoneUnknown,
    /// The subject is too long. It cannot be saved.
    SubjectTooLong {
        /// Characters at most.
        most: u32,
    },
    /// Somebody's address is none. It cannot be saved.
    AddressWrong {
        /// What stands there.
        address: String,
    },
    /// More people than one invitation takes. It cannot be saved.
    TooManyPeople {
        /// How many it takes.
        most: u32,
    },
    /// The recurrence has no day, an interval of none, or ends before it begins. It cannot be saved.
    RecurrenceWrong,
    /// No clock shows this time on that day, because clocks are put forward: what it becomes.
    Skipped {
        /// Day and time that it becomes.
        #[ts(type = "string")]
        becomes: DateTime,
    },
    /// Clocks show this time twice on that day: the first is meant.
    Twice {
        /// The offset from UTC that is meant, in minutes.
        offset_minutes: i32,
    },
    /// Some occurrence of the series falls on a time that no clock shows: it is held at another.
    OccurrenceSkipped {
        /// The day.
        #[ts(type = "string")]
        date: Date,
        /// The time at which it is held.
        #[ts(type = "string")]
        becomes: Time,
    },
    /// It lies in the past.
    Past,
    /// It recurs for ever.
    NoEnd,
}

/// What there is to know about an event before it is saved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct EventChecked {
    /// What was found; what prevents saving first.
    pub findings: Vec<EventFinding>,
    /// Whether it can be saved.
    pub can_save: bool,
}

/// Creates an event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct EventCreateRequest {
    /// Directory id of the group.
    pub group_id: String,
    /// A UUID that the window makes with the form: sent twice, the event is created once.
    pub transaction_id: String,
    /// The event.
    pub event: EventInput,
}

/// Changes an event, an occurrence or a series.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct EventChangeRequest {
    /// Directory id of the group.
    pub group_id: String,
    /// The service's id: of the occurrence, or of the series for all of it.
    pub event_id: String,
    /// The version that the form began with; `null` to overwrite whatever there is.
    pub change_key: Option<String>,
    /// What shall be; what is `null` stays.
    pub changes: EventChanges,
}

/// Changes to an event. `null` leaves a property as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct EventChanges {
    /// What it is about.
    pub subject: Option<String>,
    /// When.
    pub time: Option<WallTime>,
    /// Where; empty for nowhere.
    pub location: Option<String>,
    /// Its text, HTML of the editor.
    pub body: Option<String>,
    /// Everybody who is invited.
    pub attendees: Option<Vec<Invitee>>,
    /// Whether the group itself is invited; counts together with `attendees`.
    pub whole_group: Option<bool>,
    /// Whether it is one event or a series, and how that recurs.
    pub recurrence: Option<RecurrenceChange>,
    /// When people are reminded.
    pub reminder: Option<Reminder>,
    /// Whether there is an online meeting; one that is there cannot be taken away.
    pub online: Option<bool>,
    /// How the time shows to others.
    pub show_as: Option<ShowAs>,
    /// Whether only those who are invited see what it is about.
    pub private: Option<bool>,
}

/// What an event becomes by a change of how it recurs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(
    rename_all = "camelCase",
    rename_all_fields = "camelCase",
    tag = "kind"
)]
pub enum RecurrenceChange {
    /// One event, when the series begins: the other occurrences go, and what was changed of single ones.
    Single,
    /// A series.
    Series {
        /// How it recurs.
        recurrence: Recurrence,
    },
}

/// When people are reminded of an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Reminder {
    /// Minutes before it; `null` for never.
    pub minutes: Option<u32>,
}

/// Cancels an event, an occurrence or a series: those who are invited are told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct EventCancelRequest {
    /// Directory id of the group.
    pub group_id: String,
    /// The service's id: of the occurrence, or of the series for all of it.
    pub event_id: String,
    /// What they are told; may be empty.
    pub message: String,
}

/// An answer to an invitation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Answer {
    /// Yes.
    Accept,
    /// Perhaps.
    Tentative,
    /// No.
    Decline,
}

/// Answers an invitation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct EventAnswerRequest {
    /// Directory id of the group.
    pub group_id: String,
    /// The service's id: of the occurrence, or of the series for all of it.
    pub event_id: String,
    /// The answer.
    pub answer: Answer,
    /// What the organizer is told; may be empty.
    pub message: String,
    /// Whether the organizer is told at all.
    pub send: bool,
}
