//! What an event says: everything that one occurrence of a series can have
//! otherwise than the others. One change of it is an [`EventEdit`].

use jiff::Timestamp;
use jiff::civil::DateTime;
use serde::{Deserialize, Serialize};

use super::super::UserIndex;
use super::zone::Zone;

/// A time in its zone: when that is follows from both.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Moment {
    pub(crate) local: DateTime,
    pub(crate) zone: Zone,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Details {
    pub(crate) subject: String,
    pub(crate) body: Body,
    pub(crate) start: Moment,
    pub(crate) end: Moment,
    /// From midnight to midnight, wherever somebody is.
    pub(crate) all_day: bool,
    /// The first is the event's location, the others are further ones.
    pub(crate) places: Vec<String>,
    pub(crate) attendees: Vec<Attendee>,
    /// What the group answered to somebody else's invitation.
    pub(crate) answer: Answered,
    pub(crate) importance: Importance,
    pub(crate) sensitivity: Sensitivity,
    pub(crate) show_as: ShowAs,
    /// Whether to be reminded, and how many minutes before the start.
    pub(crate) reminder: bool,
    pub(crate) reminder_minutes: i32,
    pub(crate) online: bool,
    pub(crate) categories: Vec<String>,
    pub(crate) response_requested: bool,
    pub(crate) hide_attendees: bool,
    pub(crate) allow_new_times: bool,
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Body {
    pub(crate) html: bool,
    pub(crate) content: String,
}

/// Somebody as a meeting names them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum Who {
    User(UserIndex),
    /// The group whose calendar it is.
    Group,
    Address {
        name: String,
        address: String,
    },
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Attendee {
    pub(crate) who: Who,
    pub(crate) kind: AttendeeKind,
    pub(crate) answer: Answered,
}

/// What somebody answered to an invitation, and when.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Answered {
    pub(crate) response: Response,
    pub(crate) at: Option<Timestamp>,
}

/// Enumerations of the service, under its names.
macro_rules! names {
    ($($(#[$about:meta])* $name:ident { $first:ident, $($other:ident),+ $(,)? })+) => {$(
        $(#[$about])*
        #[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(rename_all = "camelCase")]
        pub(crate) enum $name {
            #[default]
            $first,
            $($other),+
        }
    )+};
}

names! {
    Importance { Normal, Low, High }
    Sensitivity { Normal, Personal, Private, Confidential }
    ShowAs { Busy, Free, Tentative, Oof, WorkingElsewhere, Unknown }
    AttendeeKind { Required, Optional, Resource }
    /// An organizer answers as such.
    Response { None, Organizer, TentativelyAccepted, Accepted, Declined, NotResponded }
}

/// One thing about an event, set anew.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "property", content = "value", rename_all = "camelCase")]
pub(crate) enum EventEdit {
    Subject(String),
    Body(Body),
    Start(Moment),
    End(Moment),
    AllDay(bool),
    Places(Vec<String>),
    Attendees(Vec<Attendee>),
    Answer(Answered),
    Importance(Importance),
    Sensitivity(Sensitivity),
    ShowAs(ShowAs),
    Reminder(bool),
    ReminderMinutes(i32),
    Online(bool),
    Categories(Vec<String>),
    ResponseRequested(bool),
    HideAttendees(bool),
    AllowNewTimes(bool),
}

impl Moment {
    pub(crate) fn at(&self) -> Timestamp {
        self.zone.instant(self.local)
    }

    pub(crate) fn new(at: Timestamp, zone: &Zone) -> Self {
        Self {
            local: zone.local(at),
            zone: zone.clone(),
        }
    }

    pub(crate) fn is_midnight(&self) -> bool {
        self.local.time() == jiff::civil::Time::midnight()
    }
}

impl Details {
    /// An event of which only the time is known.
    pub(crate) fn new(start: Moment, end: Moment) -> Self {
        Self {
            subject: String::new(),
            body: Body::default(),
            start,
            end,
            all_day: false,
            places: Vec::new(),
            attendees: Vec::new(),
            answer: Answered::default(),
            importance: Importance::default(),
            sensitivity: Sensitivity::default(),
            show_as: ShowAs::default(),
            reminder: true,
            reminder_minutes: 15,
            online: false,
            categories: Vec::new(),
            response_requested: true,
            hide_attendees: false,
            allow_new_times: true,
        }
    }
}

impl EventEdit {
    pub(crate) fn apply(&self, to: &mut Details) {
        match self.clone() {
            Self::Subject(value) => to.subject = value,
            Self::Body(value) => to.body = value,
            Self::Start(value) => to.start = value,
            Self::End(value) => to.end = value,
            Self::AllDay(value) => to.all_day = value,
            Self::Places(value) => to.places = value,
            Self::Attendees(value) => to.attendees = value,
            Self::Answer(value) => to.answer = value,
            Self::Importance(value) => to.importance = value,
            Self::Sensitivity(value) => to.sensitivity = value,
            Self::ShowAs(value) => to.show_as = value,
            Self::Reminder(value) => to.reminder = value,
            Self::ReminderMinutes(value) => to.reminder_minutes = value,
            Self::Online(value) => to.online = value,
            Self::Categories(value) => to.categories = value,
            Self::ResponseRequested(value) => to.response_requested = value,
            Self::HideAttendees(value) => to.hide_attendees = value,
            Self::AllowNewTimes(value) => to.allow_new_times = value,
        }
    }

    /// Whether it says when the event is.
    pub(crate) fn is_time(&self) -> bool {
        matches!(self, Self::Start(_) | Self::End(_) | Self::AllDay(_))
    }

    /// Whether it sets the same as another.
    pub(crate) fn replaces(&self, other: &Self) -> bool {
        std::mem::discriminant(self) == std::mem::discriminant(other)
    }
}
