//! The time zone that a client wants dates in: `Prefer: outlook.timezone="…"`,
//! by a name of Windows or of IANA.

use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde_json::{Value, json};

use crate::graph::Call;
use crate::odata::ODataError;

/// A zone under the name that the client gave it.
pub(super) struct Zone {
    pub(super) name: String,
    zone: TimeZone,
}

/// Names of Windows for the zones that the company works in, and some others.
const WINDOWS: [(&str, &str); 12] = [
    ("UTC", "Etc/UTC"),
    ("GMT Standard Time", "Europe/London"),
    ("W. Europe Standard Time", "Europe/Berlin"),
    ("Romance Standard Time", "Europe/Paris"),
    ("Central European Standard Time", "Europe/Warsaw"),
    ("FLE Standard Time", "Europe/Kyiv"),
    ("Middle East Standard Time", "Asia/Beirut"),
    ("India Standard Time", "Asia/Kolkata"),
    ("Tokyo Standard Time", "Asia/Tokyo"),
    ("E. South America Standard Time", "America/Sao_Paulo"),
    ("Eastern Standard Time", "America/New_York"),
    ("Pacific Standard Time", "America/Los_Angeles"),
];

impl Zone {
    /// UTC, unless the call prefers another.
    pub(super) fn of(call: &Call) -> Result<Self, ODataError> {
        let preferred = call.header("prefer").and_then(|given| {
            let rest = given.split_once("outlook.timezone=\"")?.1;
            Some(rest.split_once('"')?.0)
        });
        let name = preferred.unwrap_or("UTC");
        let windows = WINDOWS
            .iter()
            .find(|(known, _)| known.eq_ignore_ascii_case(name));
        let zone = if name == "UTC" {
            TimeZone::UTC
        } else {
            TimeZone::get(windows.map_or(name, |(_, iana)| iana)).map_err(|_| unknown(name))?
        };
        Ok(Self {
            name: name.to_owned(),
            zone,
        })
    }

    /// A `dateTimeTimeZone`.
    pub(super) fn shown(&self, at: Timestamp) -> Value {
        let local = at.to_zoned_datetime(self.zone.clone());
        json!({
            "dateTime": local.strftime("%Y-%m-%dT%H:%M:%S.0000000").to_string(),
            "timeZone": self.name,
        })
    }
}

fn unknown(name: &str) -> ODataError {
    ODataError::new(
        http::StatusCode::BAD_REQUEST,
        "TimeZoneNotSupportedException",
        format!(
            "A valid TimeZone value must be specified. The following TimeZone value is not supported: '{name}'."
        ),
    )
}
