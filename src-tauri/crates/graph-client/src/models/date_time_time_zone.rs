//! A time with its zone beside it (resources/datetimetimezone.md).

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};

/// A time on the clocks of a zone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct DateTimeTimeZone {
    /// What the clocks show; the service writes seven digits behind the point.
    pub date_time: DateTime,
    /// The zone by its name: the tz database's, or Windows'. `None` is UTC.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time_zone: Option<String>,
}

impl DateTimeTimeZone {
    /// What the clocks of a zone show.
    pub fn new(date_time: DateTime, time_zone: impl Into<String>) -> Self {
        Self {
            date_time,
            time_zone: Some(time_zone.into()),
        }
    }

    /// A moment, told in UTC.
    pub fn utc(moment: Timestamp) -> Self {
        Self::new(TimeZone::UTC.to_datetime(moment), "UTC")
    }

    /// The moment; `None` when the zone is not known by its name.
    pub fn to_timestamp(&self) -> Option<Timestamp> {
        // Without a preference of ours the service answers in UTC.
        let zone = match self.time_zone.as_deref() {
            None | Some("UTC") => TimeZone::UTC,
            Some(name) => TimeZone::get(name).ok()?,
        };
        zone.to_timestamp(self.date_time).ok()
    }
}

/// From one time to another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimeSlot {
    /// When it begins.
    pub start: DateTimeTimeZone,
    /// When it ends.
    pub end: DateTimeTimeZone,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_goes_out_as_it_came_in() {
        let moment: Timestamp = "2026-01-31T08:30:00Z".parse().unwrap();
        let told = DateTimeTimeZone::utc(moment);
        assert_eq!(
            serde_json::to_string(&told).unwrap(),
            r#"{"dateTime":"2026-01-31T08:30:00","timeZone":"UTC"}"#
        );
        assert_eq!(told.to_timestamp(), Some(moment));
    }
}
