//! When a group meets: its calendar, events and their recurrences, and answers to invitations.
//!
//! Deliberately elsewhere: expanding recurrences (the service does that), and how days are laid out (the
//! window).

use jiff::Timestamp;
use jiff::civil::{Date, DateTime, Time};
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

/// A day of the week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Weekday {
    /// Monday.
    Monday,
    /// Tuesday.
    Tuesday,
    /// Wednesday.
    Wednesday,
    /// Thursday.
    Thursday,
    /// Friday.
    Friday,
    /// Saturday.
    Saturday,
    /// Sunday.
    Sunday,
}

/// Which of several days of a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum WeekIndex {
    /// The first.
    First,
    /// The second.
    Second,
    /// The third.
    Third,
    /// The fourth.
    Fourth,
    /// The last.
    Last,
}

/// When a series recurs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(
    rename_all = "camelCase",
    rename_all_fields = "camelCase",
    tag = "kind"
)]
pub enum RecurrencePattern {
    /// Every so many days.
    Daily {
        /// Days, 1 to 999.
        interval: u32,
    },
    /// On given days of every so many weeks.
    Weekly {
        /// Weeks, 1 to 99.
        interval: u32,
        /// At least one.
        days: Vec<Weekday>,
        /// On which day a week begins.
        week_start: Weekday,
    },
    /// On a given day of every so many months.
    MonthlyOnDay {
        /// Months, 1 to 99.
        interval: u32,
        /// 1 to 31; the last day in months that are shorter.
        day: u32,
    },
    /// On the nth of given days of every so many months.
    MonthlyOnWeekday {
        /// Months, 1 to 99.
        interval: u32,
        /// Which of them.
        index: WeekIndex,
        /// Which days count.
        days: Vec<Weekday>,
    },
    /// On a given day every so many years.
    YearlyOnDay {
        /// Years.
        interval: u32,
        /// 1 to 12.
        month: u32,
        /// 1 to 31.
        day: u32,
    },
    /// On the nth of given days of a month, every so many years.
    YearlyOnWeekday {
        /// Years.
        interval: u32,
        /// 1 to 12.
        month: u32,
        /// Which of them.
        index: WeekIndex,
        /// Which days count.
        days: Vec<Weekday>,
    },
}

/// How long a series goes on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(
    rename_all = "camelCase",
    rename_all_fields = "camelCase",
    tag = "kind"
)]
pub enum RecurrenceEnd {
    /// For ever.
    Never,
    /// Until a day, that day included.
    On {
        /// The day.
        #[ts(type = "string")]
        date: Date,
    },
    /// So many times.
    After {
        /// How many, 1 to 999.
        occurrences: u32,
    },
}

/// How an event recurs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Recurrence {
    /// When.
    pub pattern: RecurrencePattern,
    /// How long.
    pub end: RecurrenceEnd,
}

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
    /// How the series recurs.
    pub recurrence: Option<Recurrence>,
    /// When people are reminded.
    pub reminder: Option<Reminder>,
    /// Whether there is an online meeting; one that is there cannot be taken away.
    pub online: Option<bool>,
    /// How the time shows to others.
    pub show_as: Option<ShowAs>,
    /// Whether only those who are invited see what it is about.
    pub private: Option<bool>,
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
