//! Events of a calendar (resources/event.md).

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::text_enum::text_enum;
use super::{
    Attendee, DateTimeTimeZone, EventId, Importance, ItemBody, Location, OnlineMeetingInfo,
    PatternedRecurrence, Recipient, ResponseStatus, Sensitivity, ShowAs,
};
use crate::odata::null_as_default;

text_enum!(
    /// What an event is of a series.
    EventType {
        /// None: it stands alone.
        SingleInstance = "singleInstance",
        /// One occurrence, as the series says.
        Occurrence = "occurrence",
        /// One occurrence, changed.
        Exception = "exception",
        /// The series itself.
        SeriesMaster = "seriesMaster",
    }
);

/// An event, a series, or one occurrence of it. All of it but the id may be missing: not every request
/// asks for everything.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Event {
    /// Its id in this mailbox; an occurrence has one of its own.
    pub id: EventId,
    /// Its id everywhere, in every attendee's calendar too; that of the series for an occurrence.
    #[serde(default)]
    pub i_cal_u_id: Option<String>,
    /// What it is.
    #[serde(default)]
    pub subject: Option<String>,
    /// What is said of it; only where one event is read by itself.
    #[serde(default)]
    pub body: Option<ItemBody>,
    /// The beginning of that, as plain text.
    #[serde(default)]
    pub body_preview: Option<String>,
    /// When it begins, in UTC or in the zone that was asked for.
    #[serde(default)]
    pub start: Option<DateTimeTimeZone>,
    /// When it ends; of a whole day the midnight after it.
    #[serde(default)]
    pub end: Option<DateTimeTimeZone>,
    /// The zone in which the beginning was entered, often by Windows' name.
    #[serde(default)]
    pub original_start_time_zone: Option<String>,
    /// The zone in which the end was entered.
    #[serde(default)]
    pub original_end_time_zone: Option<String>,
    /// Whether it takes whole days, from midnight to midnight.
    #[serde(default)]
    pub is_all_day: Option<bool>,
    /// Where it is.
    #[serde(default)]
    pub location: Option<Location>,
    /// Who is invited, with what they said.
    #[serde(default, deserialize_with = "null_as_default")]
    pub attendees: Vec<Attendee>,
    /// Who invites: of a group's event the group.
    #[serde(default)]
    pub organizer: Option<Recipient>,
    /// Whether the calendar's owner invites.
    #[serde(default)]
    pub is_organizer: Option<bool>,
    /// How it comes again; of a series only.
    #[serde(default)]
    pub recurrence: Option<PatternedRecurrence>,
    /// What it is of a series.
    #[serde(default, rename = "type")]
    pub event_type: Option<EventType>,
    /// The series that it is of.
    #[serde(default)]
    pub series_master_id: Option<EventId>,
    /// When a changed occurrence would have begun.
    #[serde(default)]
    pub original_start: Option<Timestamp>,
    /// Whether it was called off.
    #[serde(default)]
    pub is_cancelled: Option<bool>,
    /// What the calendar's owner said to the invitation.
    #[serde(default)]
    pub response_status: Option<ResponseStatus>,
    /// Whether answers are asked for.
    #[serde(default)]
    pub response_requested: Option<bool>,
    /// Whether it is held online.
    #[serde(default)]
    pub is_online_meeting: Option<bool>,
    /// How to take part online.
    #[serde(default)]
    pub online_meeting: Option<OnlineMeetingInfo>,
    /// The older place of the address to take part at.
    #[serde(default)]
    pub online_meeting_url: Option<String>,
    /// As what the time shows to others.
    #[serde(default)]
    pub show_as: Option<ShowAs>,
    /// How important it is.
    #[serde(default)]
    pub importance: Option<Importance>,
    /// Who is to see it.
    #[serde(default)]
    pub sensitivity: Option<Sensitivity>,
    /// Minutes before the beginning at which it is called to mind.
    #[serde(default)]
    pub reminder_minutes_before_start: Option<i32>,
    /// Whether it is called to mind.
    #[serde(default)]
    pub is_reminder_on: Option<bool>,
    /// Categories.
    #[serde(default, deserialize_with = "null_as_default")]
    pub categories: Vec<String>,
    /// Whether it has attachments.
    #[serde(default)]
    pub has_attachments: Option<bool>,
    /// Where Outlook on the web shows it.
    #[serde(default)]
    pub web_link: Option<String>,
    /// Changes with every change.
    #[serde(default)]
    pub change_key: Option<String>,
    /// The version of it, as a header takes it.
    #[serde(default, rename = "@odata.etag")]
    pub etag: Option<String>,
    /// What whoever created it called the creation: see [`NewEvent`](super::NewEvent).
    #[serde(default)]
    pub transaction_id: Option<String>,
}

impl Event {
    /// The properties to ask for in a list: all but the text. When it was created and changed cannot be
    /// selected in a calendar view.
    pub(crate) const SELECT: &'static [&'static str] = &[
        "id",
        "iCalUId",
        "subject",
        "bodyPreview",
        "start",
        "end",
        "originalStartTimeZone",
        "originalEndTimeZone",
        "isAllDay",
        "location",
        "attendees",
        "organizer",
        "isOrganizer",
        "recurrence",
        "type",
        "seriesMasterId",
        "originalStart",
        "isCancelled",
        "responseStatus",
        "responseRequested",
        "isOnlineMeeting",
        "onlineMeeting",
        "onlineMeetingUrl",
        "showAs",
        "importance",
        "sensitivity",
        "reminderMinutesBeforeStart",
        "isReminderOn",
        "categories",
        "hasAttachments",
        "webLink",
        "changeKey",
        "transactionId",
    ];

    /// The properties that tell whether there is something ahead, without its text.
    pub(crate) const SELECT_SIGN_OF_LIFE: &'static [&'static str] =
        &["id", "subject", "start", "isCancelled"];

    /// The moment at which it begins; `None` when that is told in a zone that is not known by its name.
    pub fn start(&self) -> Option<Timestamp> {
        self.start.as_ref()?.to_timestamp()
    }

    /// The moment at which it ends; as [`Event::start`].
    pub fn end(&self) -> Option<Timestamp> {
        self.end.as_ref()?.to_timestamp()
    }

    /// The address to take part at online, wherever the service wrote it.
    pub fn join_url(&self) -> Option<&str> {
        let meeting = self.online_meeting.as_ref();
        let newer = meeting.and_then(|meeting| meeting.join_url.as_deref());
        let either = newer.or(self.online_meeting_url.as_deref());
        either.filter(|url| !url.is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn event(json: &str) -> Event {
        serde_json::from_str(json).unwrap()
    }

    #[test]
    fn a_start_is_in_the_zone_that_stands_beside_it() {
        let start = |zone: &str| {
            event(&format!(
                r#"{{"id": "e", "start": {{"dateTime": "2026-01-31T09:00:00.0000000", "timeZone": {zone}}}}}"#
            ))
            .start()
        };
        let nine: Timestamp = "2026-01-31T09:00:00Z".parse().unwrap();
        assert_eq!(start("\"UTC\""), Some(nine));
        assert_eq!(start("null"), Some(nine));
        assert_eq!(start("\"A zone of nobody\""), None);
    }

    #[test]
    fn the_address_to_take_part_at_is_found_in_either_place() {
        let newer = event(
            r#"{"id": "e", "onlineMeeting": {"joinUrl": "https://a"}, "onlineMeetingUrl": ""}"#,
        );
        let older = event(r#"{"id": "e", "onlineMeeting": null, "onlineMeetingUrl": "https://b"}"#);
        assert_eq!(newer.join_url(), Some("https://a"));
        assert_eq!(older.join_url(), Some("https://b"));
    }

    #[test]
    fn values_of_a_later_service_are_kept() {
        let event = event(r#"{"id": "e", "showAs": "lunch", "type": "holiday"}"#);
        assert_eq!(event.show_as, Some(ShowAs::Unknown("lunch".into())));
        assert_eq!(event.event_type, Some(EventType::Unknown("holiday".into())));
        let again = serde_json::to_value(&event).unwrap();
        assert_eq!(again["showAs"], "lunch");
    }
}
