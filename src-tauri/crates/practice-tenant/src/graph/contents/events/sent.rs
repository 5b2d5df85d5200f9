//! What a client sent of an event, read into edits. What is kept by the service
//! alone is passed over, as it passes it over; what it does not know is refused.

use jiff::Timestamp;
use jiff::civil::DateTime;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::{recurrence, refusals};
use crate::graph::contents::preferences::unsupported;
use crate::graph::sent::Sent;
use crate::odata::ODataError;
use crate::world::contents::{
    Answered, Attendee, AttendeeKind, Body, EventEdit, Moment, Recurrence, Who, Zone,
};
use crate::world::{Group, UserIndex, World};

/// An event has no more attendees.
const MOST_ATTENDEES: usize = 500;
const LONGEST_SUBJECT: usize = 255;
/// Five years, in minutes.
const LONGEST_REMINDER: i32 = 2_629_800;

/// What is kept by the service, and may be sent all the same.
const PASSED_OVER: [&str; 21] = [
    "id",
    "bodyPreview",
    "cancelledOccurrences",
    "changeKey",
    "createdDateTime",
    "hasAttachments",
    "iCalUId",
    "isCancelled",
    "isDraft",
    "isOrganizer",
    "lastModifiedDateTime",
    "onlineMeeting",
    "onlineMeetingUrl",
    "organizer",
    "originalEndTimeZone",
    "originalStart",
    "originalStartTimeZone",
    "responseStatus",
    "seriesMasterId",
    "type",
    "webLink",
];

/// Where and for whom an event is read.
pub(super) struct Place<'w> {
    pub(super) world: &'w World,
    pub(super) group: &'w Group,
}

/// What is to be set.
#[derive(Debug, Default)]
pub(super) struct Edits {
    pub(super) edits: Vec<EventEdit>,
    /// None leaves it as it is; none in it takes it away.
    pub(super) recurrence: Option<Option<Recurrence>>,
    pub(super) transaction: Option<String>,
}

impl Edits {
    pub(super) fn read(sent: &Sent, place: &Place<'_>) -> Result<Self, ODataError> {
        let mut edits = Self::default();
        for name in sent.names() {
            if let Some(value) = sent.value(name) {
                edits.take(name, value, place)?;
            }
        }
        Ok(edits)
    }

    pub(super) fn has_start(&self) -> bool {
        let is_start = |edit: &EventEdit| matches!(edit, EventEdit::Start(_));
        self.edits.iter().any(is_start)
    }

    fn take(&mut self, name: &str, value: &Value, place: &Place<'_>) -> Result<(), ODataError> {
        let edit = match name {
            "start" => EventEdit::Start(moment(name, value)?),
            "end" => EventEdit::End(moment(name, value)?),
            "attendees" => EventEdit::Attendees(attendees(value, place)?),
            "recurrence" => {
                let given = Some(value).filter(|value| !value.is_null());
                self.recurrence = Some(given.map(recurrence::read).transpose()?);
                return Ok(());
            }
            "transactionId" => {
                self.transaction = read(name, value)?;
                return Ok(());
            }
            "onlineMeetingProvider" if value == "teamsForBusiness" => EventEdit::Online(true),
            "onlineMeetingProvider" if value == "unknown" || value.is_null() => return Ok(()),
            "onlineMeetingProvider" => return Err(refusals::property(name)),
            passed if PASSED_OVER.contains(&passed) => return Ok(()),
            _ => plain(name, value)?,
        };
        self.edits.push(edit);
        Ok(())
    }
}

/// Properties that have one value by themselves.
fn plain(name: &str, value: &Value) -> Result<EventEdit, ODataError> {
    Ok(match name {
        "subject" => EventEdit::Subject(subject(value)?),
        "body" => EventEdit::Body(body(value)?),
        "location" => EventEdit::Places(place(value)?.into_iter().collect()),
        "locations" => {
            let places: Vec<Value> = read(name, value)?;
            let places = places.iter().filter_map(|value| place(value).transpose());
            EventEdit::Places(places.collect::<Result<_, _>>()?)
        }
        "isAllDay" => EventEdit::AllDay(read(name, value)?),
        "importance" => EventEdit::Importance(read(name, value)?),
        "sensitivity" => EventEdit::Sensitivity(read(name, value)?),
        "showAs" => EventEdit::ShowAs(read(name, value)?),
        "isReminderOn" => EventEdit::Reminder(read(name, value)?),
        "reminderMinutesBeforeStart" => {
            let minutes: i32 = read(name, value)?;
            if !(0..=LONGEST_REMINDER).contains(&minutes) {
                return Err(refusals::property(name));
            }
            EventEdit::ReminderMinutes(minutes)
        }
        "isOnlineMeeting" => EventEdit::Online(read(name, value)?),
        "categories" => EventEdit::Categories(read(name, value)?),
        "responseRequested" => EventEdit::ResponseRequested(read(name, value)?),
        "hideAttendees" => EventEdit::HideAttendees(read(name, value)?),
        "allowNewTimeProposals" => EventEdit::AllowNewTimes(read(name, value)?),
        _ => return Err(refusals::unknown(name)),
    })
}

fn read<T: DeserializeOwned>(name: &str, value: &Value) -> Result<T, ODataError> {
    serde_json::from_value(value.clone()).map_err(|_| refusals::unreadable(name))
}

fn subject(value: &Value) -> Result<String, ODataError> {
    let subject: Option<String> = read("subject", value)?;
    let subject = subject.unwrap_or_default();
    if subject.chars().count() > LONGEST_SUBJECT {
        return Err(refusals::property("subject"));
    }
    Ok(subject)
}

fn body(value: &Value) -> Result<Body, ODataError> {
    let kind = value["contentType"].as_str().unwrap_or("text");
    let html = match kind.to_ascii_lowercase().as_str() {
        "html" => true,
        "text" => false,
        _ => return Err(refusals::unreadable("body")),
    };
    let content: Option<String> = read("body", &value["content"])?;
    Ok(Body {
        html,
        content: content.unwrap_or_default(),
    })
}

fn place(value: &Value) -> Result<Option<String>, ODataError> {
    let name: Option<String> = read("location", &value["displayName"])?;
    Ok(name.filter(|name| !name.is_empty()))
}

/// A `dateTimeTimeZone`; without a zone it is in UTC.
fn moment(name: &str, value: &Value) -> Result<Moment, ODataError> {
    let Some(given) = value["dateTime"].as_str() else {
        return Err(refusals::property(name));
    };
    let zone = match &value["timeZone"] {
        Value::Null => Zone::utc(),
        Value::String(zone) => Zone::named(zone).map_err(unsupported)?,
        _ => return Err(refusals::unreadable(name)),
    };
    if let Ok(at) = given.parse::<Timestamp>() {
        return Ok(Moment::new(at, &zone));
    }
    let local: DateTime = given.parse().map_err(|_| refusals::property(name))?;
    Ok(Moment { local, zone })
}

fn attendees(value: &Value, place: &Place<'_>) -> Result<Vec<Attendee>, ODataError> {
    let sent: Option<Vec<Value>> = read("attendees", value)?;
    let sent = sent.unwrap_or_default();
    if sent.len() > MOST_ATTENDEES {
        let message = format!("An event has no more than {MOST_ATTENDEES} attendees.");
        return Err(refusals::recipients(&message));
    }
    sent.iter().map(|value| attendee(value, place)).collect()
}

fn attendee(value: &Value, place: &Place<'_>) -> Result<Attendee, ODataError> {
    let address = value["emailAddress"]["address"].as_str();
    let address = address.filter(|address| {
        let parts = address.split_once('@');
        parts.is_some_and(|(name, domain)| !name.is_empty() && !domain.is_empty())
    });
    let Some(address) = address else {
        return Err(refusals::recipients("At least one recipient is not valid."));
    };
    let kind: Option<AttendeeKind> = read("attendees", &value["type"])?;
    Ok(Attendee {
        who: place.who(address, &value["emailAddress"]["name"]),
        kind: kind.unwrap_or_default(),
        answer: Answered::default(),
    })
}

impl Place<'_> {
    /// Whose address it is.
    fn who(&self, address: &str, name: &Value) -> Who {
        let own = self.group.mail.as_deref();
        if own.is_some_and(|own| own.eq_ignore_ascii_case(address)) {
            return Who::Group;
        }
        match self.user(address) {
            Some(user) => Who::User(user),
            None => Who::Address {
                name: name.as_str().unwrap_or(address).to_owned(),
                address: address.to_owned(),
            },
        }
    }

    /// Guests sign in by another name than they get mail by.
    fn user(&self, address: &str) -> Option<UserIndex> {
        self.world.user_index(address).or_else(|| {
            let mut users = self.world.users.iter();
            let place = users.position(|user| user.mail.eq_ignore_ascii_case(address))?;
            UserIndex::try_from(place).ok()
        })
    }
}
