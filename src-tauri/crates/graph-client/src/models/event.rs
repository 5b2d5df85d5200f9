//! Events of a calendar (resources/event.md).

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use serde::Deserialize;

/// An event, or one occurrence of a series, without its text.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Event {
    /// What it is.
    #[serde(default)]
    pub subject: Option<String>,
    /// Whether it was called off.
    #[serde(default)]
    pub is_cancelled: Option<bool>,
    #[serde(default)]
    start: Option<DateTimeTimeZone>,
}

/// A time with its zone beside it (resources/datetimetimezone.md).
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
struct DateTimeTimeZone {
    date_time: DateTime,
    #[serde(default)]
    time_zone: Option<String>,
}

impl Event {
    /// The properties to ask for.
    pub(crate) const SELECT: &'static [&'static str] = &["id", "subject", "start", "isCancelled"];

    /// When it begins; `None` when that is told in a zone that is not known by its name.
    pub fn start(&self) -> Option<Timestamp> {
        let DateTimeTimeZone {
            date_time,
            time_zone,
        } = self.start.as_ref()?;
        // Without a preference of ours the service answers in UTC.
        let zone = match time_zone.as_deref() {
            None | Some("UTC") => TimeZone::UTC,
            Some(name) => TimeZone::get(name).ok()?,
        };
        zone.to_timestamp(*date_time).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_start_is_in_the_zone_that_stands_beside_it() {
        let start = |zone: &str| {
            let event = format!(
                r#"{{"start": {{"dateTime": "2026-01-31T09:00:00.0000000", "timeZone": {zone}}}}}"#
            );
            serde_json::from_str::<Event>(&event).unwrap().start()
        };
        let nine: Timestamp = "2026-01-31T09:00:00Z".parse().unwrap();
        assert_eq!(start("\"UTC\""), Some(nine));
        assert_eq!(start("null"), Some(nine));
        assert_eq!(start("\"A zone of nobody\""), None);
    }
}
