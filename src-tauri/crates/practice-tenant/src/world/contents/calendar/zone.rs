//! Time zones as the service takes them: by a name of Windows (the CLDR table
//! says which zone that is) or of IANA.

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};
use windows_timezones::WindowsTimezone;

/// A zone under the name that somebody gave it.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub(crate) struct Zone {
    pub(crate) name: String,
    zone: TimeZone,
}

/// No zone has this name.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("no time zone is named {0}")]
pub(crate) struct UnknownZone(pub(crate) String);

impl Zone {
    pub(crate) fn utc() -> Self {
        Self {
            name: "UTC".to_owned(),
            zone: TimeZone::UTC,
        }
    }

    /// The zone of a name; names of Windows are written as Windows writes them.
    pub(crate) fn named(name: &str) -> Result<Self, UnknownZone> {
        if name == "UTC" {
            return Ok(Self::utc());
        }
        let windows = name.parse::<WindowsTimezone>().ok();
        let iana = windows.map_or(name, |windows| windows.tzdb_id());
        let zone = TimeZone::get(iana).map_err(|_| UnknownZone(name.to_owned()))?;
        Ok(Self {
            name: name.to_owned(),
            zone,
        })
    }

    /// When it is that time here. A time that a clock change skips is as much later as the clock was
    /// put forward (02:30 becomes 03:30), and one that comes twice is the first of the two, as RFC 5545
    /// and Exchange have it.
    pub(crate) fn instant(&self, local: DateTime) -> Timestamp {
        let instant = self.zone.to_timestamp(local);
        instant.unwrap_or(Timestamp::MAX)
    }

    /// What time it is here then.
    pub(crate) fn local(&self, at: Timestamp) -> DateTime {
        self.zone.to_datetime(at)
    }
}

impl PartialEq for Zone {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Eq for Zone {}

impl TryFrom<String> for Zone {
    type Error = UnknownZone;

    fn try_from(name: String) -> Result<Self, UnknownZone> {
        Self::named(&name)
    }
}

impl From<Zone> for String {
    fn from(zone: Zone) -> Self {
        zone.name
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hour(zone: &str, at: &str) -> i8 {
        let zone = Zone::named(zone).unwrap();
        zone.local(at.parse().unwrap()).hour()
    }

    #[test]
    fn a_zone_has_a_name_of_windows_and_one_of_iana() {
        let noon = "2026-07-01T12:00:00Z";
        for (windows, iana) in [
            ("W. Europe Standard Time", "Europe/Berlin"),
            ("Lord Howe Standard Time", "Australia/Lord_Howe"),
            ("India Standard Time", "Asia/Kolkata"),
        ] {
            assert_eq!(hour(windows, noon), hour(iana, noon), "{windows}");
        }
        assert_eq!(
            Zone::named("Mars/Olympus"),
            Err(UnknownZone("Mars/Olympus".to_owned()))
        );
    }

    #[test]
    fn a_time_that_a_clock_change_skips_is_as_much_later() {
        let instant = |zone: &str, local: &str| {
            Zone::named(zone)
                .unwrap()
                .instant(local.parse().unwrap())
                .to_string()
        };
        assert_eq!(
            instant("Europe/Berlin", "2026-03-29T02:30:00"),
            "2026-03-29T01:30:00Z"
        );
        // Lord Howe's clocks move by half an hour only.
        assert_eq!(
            instant("Australia/Lord_Howe", "2026-10-04T02:15:00"),
            "2026-10-03T15:45:00Z"
        );
        // Twice half past two: the first.
        assert_eq!(
            instant("Europe/Berlin", "2026-10-25T02:30:00"),
            "2026-10-25T00:30:00Z"
        );
    }
}
