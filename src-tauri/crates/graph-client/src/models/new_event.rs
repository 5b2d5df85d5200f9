//! Events to be created and changed (group-post-events.md, group-update-event.md).

use serde::Serialize;
use uuid::Uuid;

use super::{
    DateTimeTimeZone, Edit, Importance, ItemBody, Location, NewAttendee, PatternedRecurrence,
    Sensitivity, ShowAs, TimeSlot,
};

/// An event to be created.
///
/// ```
/// use graph_client::models::{DateTimeTimeZone, Location, NewEvent};
/// use jiff::civil::date;
/// use uuid::Uuid;
///
/// let zone = "Europe/Berlin";
/// let start = DateTimeTimeZone::new(date(2026, 3, 2).at(9, 0, 0, 0), zone);
/// let end = DateTimeTimeZone::new(date(2026, 3, 2).at(10, 0, 0, 0), zone);
/// let event = NewEvent {
///     location: Some(Location::named("Room 4")),
///     ..NewEvent::new("Budget", start, end, Uuid::nil())
/// };
/// assert!(!event.is_all_day);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct NewEvent {
    /// What it is.
    pub subject: String,
    /// What is said of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub body: Option<ItemBody>,
    /// When it begins.
    pub start: DateTimeTimeZone,
    /// When it ends.
    pub end: DateTimeTimeZone,
    /// Whether it takes whole days; then it begins and ends at midnight, both in the same zone.
    pub is_all_day: bool,
    /// Where it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub location: Option<Location>,
    /// Who is invited. The service sends the invitations.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub attendees: Vec<NewAttendee>,
    /// How it comes again.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub recurrence: Option<PatternedRecurrence>,
    /// Whether it is held online, in Teams where the tenant has it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_online_meeting: Option<bool>,
    /// As what the time shows to others.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub show_as: Option<ShowAs>,
    /// How important it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub importance: Option<Importance>,
    /// Who is to see it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sensitivity: Option<Sensitivity>,
    /// Whether it is called to mind.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_reminder_on: Option<bool>,
    /// Minutes before the beginning at which it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reminder_minutes_before_start: Option<i32>,
    /// Categories.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub categories: Vec<String>,
    /// What the creation is called: by it the service tells a creation that is sent again from another
    /// one. A fresh one for each event, and the same one whenever that event is tried again.
    pub transaction_id: Uuid,
}

impl NewEvent {
    /// An event with this and nothing else.
    pub fn new(
        subject: impl Into<String>,
        start: DateTimeTimeZone,
        end: DateTimeTimeZone,
        transaction_id: Uuid,
    ) -> Self {
        Self {
            subject: subject.into(),
            body: None,
            start,
            end,
            is_all_day: false,
            location: None,
            attendees: Vec::new(),
            recurrence: None,
            is_online_meeting: None,
            show_as: None,
            importance: None,
            sensitivity: None,
            is_reminder_on: None,
            reminder_minutes_before_start: None,
            categories: Vec::new(),
            transaction_id,
        }
    }
}

/// A change of an event; what is left out stays.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct EventPatch {
    /// What it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subject: Option<String>,
    /// What is said of it. Of an online meeting it holds how to take part: a text without that takes
    /// the meeting away.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub body: Option<ItemBody>,
    /// When it begins.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start: Option<DateTimeTimeZone>,
    /// When it ends.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end: Option<DateTimeTimeZone>,
    /// Whether it takes whole days.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_all_day: Option<bool>,
    /// Where it is; nowhere by an empty name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub location: Option<Location>,
    /// All who are invited from now on; who is no longer among them is told so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub attendees: Option<Vec<NewAttendee>>,
    /// How it comes again; cleared, a series becomes a single event.
    #[serde(skip_serializing_if = "Edit::is_keep")]
    pub recurrence: Edit<PatternedRecurrence>,
    /// Whether it is held online; cannot be taken back.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_online_meeting: Option<bool>,
    /// As what the time shows to others.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub show_as: Option<ShowAs>,
    /// How important it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub importance: Option<Importance>,
    /// Who is to see it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sensitivity: Option<Sensitivity>,
    /// Whether it is called to mind.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_reminder_on: Option<bool>,
    /// Minutes before the beginning at which it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reminder_minutes_before_start: Option<i32>,
    /// All its categories from now on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub categories: Option<Vec<String>>,
}

impl EventPatch {
    /// Whether it changes nothing.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// What is said to an invitation (event-accept.md).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct EventResponse {
    /// Words with it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub comment: Option<String>,
    /// Whether whoever invites is told.
    pub send_response: bool,
    /// Another time, with a no or a perhaps; whoever invites has to be told, and to allow it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub proposed_new_time: Option<TimeSlot>,
}

impl Default for EventResponse {
    fn default() -> Self {
        Self {
            comment: None,
            send_response: true,
            proposed_new_time: None,
        }
    }
}
