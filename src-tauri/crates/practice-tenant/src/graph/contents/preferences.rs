//! How a client wants events written: `Prefer: outlook.timezone="…"` and
//! `outlook.body-content-type="text"`.

use http::StatusCode;
use jiff::civil::DateTime;
use serde_json::{Value, json};

use crate::graph::{Answer, Call};
use crate::odata::ODataError;
use crate::world::contents::{UnknownZone, Zone};

/// The preferences of one call.
pub(super) struct Preferences {
    /// UTC, unless the call prefers another.
    pub(super) zone: Zone,
    pub(super) text: bool,
    /// In the form in which the answer confirms them.
    applied: Vec<String>,
}

impl Preferences {
    pub(super) fn of(call: &Call) -> Result<Self, ODataError> {
        let mut preferences = Self {
            zone: Zone::utc(),
            text: false,
            applied: Vec::new(),
        };
        let mut set = |name: &str, value: &str| {
            preferences.applied.push(format!("{name}=\"{value}\""));
        };
        if let Some(name) = given(call, "outlook.timezone") {
            set("outlook.timezone", name);
            preferences.zone = Zone::named(name).map_err(unsupported)?;
        }
        if let Some(kind) = given(call, "outlook.body-content-type") {
            set("outlook.body-content-type", kind);
            preferences.text = kind.eq_ignore_ascii_case("text");
        }
        Ok(preferences)
    }

    /// Confirms in an answer what was applied.
    pub(super) fn confirm(&self, answer: &mut Answer) {
        if !self.applied.is_empty() {
            let applied = self.applied.join(", ");
            answer.headers.push(("preference-applied", applied));
        }
    }

    /// A `dateTimeTimeZone` of a time in the preferred zone.
    pub(super) fn shown(&self, local: DateTime) -> Value {
        json!({
            "dateTime": local.strftime("%Y-%m-%dT%H:%M:%S.0000000").to_string(),
            "timeZone": self.zone.name,
        })
    }
}

/// What stands between the quotes behind a preference.
fn given<'a>(call: &'a Call, name: &str) -> Option<&'a str> {
    let (_, rest) = call.header("prefer")?.split_once(name)?;
    let rest = rest.trim_start().strip_prefix('=')?.trim_start();
    Some(rest.strip_prefix('"')?.split_once('"')?.0)
}

/// 400: no zone has that name.
pub(super) fn unsupported(unknown: UnknownZone) -> ODataError {
    ODataError::new(
        StatusCode::BAD_REQUEST,
        "TimeZoneNotSupportedException",
        format!(
            "A valid TimeZone value must be specified. The following TimeZone value is not supported: '{}'.",
            unknown.0
        ),
    )
}
