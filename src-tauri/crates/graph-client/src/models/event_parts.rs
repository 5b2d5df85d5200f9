//! What events consist of (resources/attendee.md, resources/location.md, resources/event.md).

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::text_enum::text_enum;
use super::{EmailAddress, TimeSlot};
use crate::odata::null_as_default;

text_enum!(
    /// Whether somebody is needed.
    AttendeeType {
        /// Needed.
        Required = "required",
        /// Welcome.
        Optional = "optional",
        /// A room or a thing.
        Resource = "resource",
    }
);

text_enum!(
    /// What somebody said to an invitation.
    ResponseType {
        /// There was nothing to say.
        None = "none",
        /// It is whoever invites.
        Organizer = "organizer",
        /// Perhaps.
        TentativelyAccepted = "tentativelyAccepted",
        /// Yes.
        Accepted = "accepted",
        /// No.
        Declined = "declined",
        /// Nothing yet.
        NotResponded = "notResponded",
    }
);

text_enum!(
    /// As what a time shows to others. `unknown`, which the service has too, is
    /// [`ShowAs::Unknown`].
    ShowAs {
        /// Free.
        Free = "free",
        /// Perhaps.
        Tentative = "tentative",
        /// Busy.
        Busy = "busy",
        /// Out of office.
        Oof = "oof",
        /// Working elsewhere.
        WorkingElsewhere = "workingElsewhere",
    }
);

text_enum!(
    /// How important something is.
    Importance {
        /// Less.
        Low = "low",
        /// As usual.
        Normal = "normal",
        /// More.
        High = "high",
    }
);

text_enum!(
    /// Who is to see something.
    Sensitivity {
        /// As usual.
        Normal = "normal",
        /// Personal.
        Personal = "personal",
        /// Private.
        Private = "private",
        /// Confidential.
        Confidential = "confidential",
    }
);

/// Somebody who is invited.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Attendee {
    /// Name and address.
    #[serde(default, deserialize_with = "null_as_default")]
    pub email_address: EmailAddress,
    /// Whether the person is needed.
    #[serde(default, rename = "type")]
    pub attendee_type: Option<AttendeeType>,
    /// What the person said.
    #[serde(default)]
    pub status: Option<ResponseStatus>,
    /// Another time that the person proposed.
    #[serde(default)]
    pub proposed_new_time: Option<TimeSlot>,
}

/// Somebody to be invited.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct NewAttendee {
    /// Name and address.
    pub email_address: EmailAddress,
    /// Whether the person is needed.
    #[serde(rename = "type")]
    pub attendee_type: AttendeeType,
}

/// What somebody said to an invitation, and when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ResponseStatus {
    /// What.
    #[serde(default)]
    pub response: Option<ResponseType>,
    /// When; the year 1 where nothing was said.
    #[serde(default)]
    pub time: Option<Timestamp>,
}

/// Where an event is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Location {
    /// Its name; empty for none.
    #[serde(default, deserialize_with = "null_as_default")]
    pub display_name: String,
    /// An address on the net.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub location_uri: Option<String>,
    /// The mailbox of a room.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub location_email_address: Option<String>,
    /// Where it lies.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<PhysicalAddress>,
}

impl Location {
    /// A place with this name.
    pub fn named(name: impl Into<String>) -> Self {
        Self {
            display_name: name.into(),
            ..Self::default()
        }
    }
}

/// Where a place lies.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct PhysicalAddress {
    /// Street and number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub street: Option<String>,
    /// Postal code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub postal_code: Option<String>,
    /// City.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub city: Option<String>,
    /// State.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub state: Option<String>,
    /// Country or region.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub country_or_region: Option<String>,
}

/// How to take part online (resources/onlinemeetinginfo.md).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct OnlineMeetingInfo {
    /// The address to take part at.
    pub join_url: Option<String>,
    /// The number of the conference, by telephone.
    pub conference_id: Option<String>,
    /// The telephone number.
    pub toll_number: Option<String>,
    /// Both, as a telephone dials them.
    pub quick_dial: Option<String>,
}
