//! Zones by their names. The service takes and gives both those of the tz database and Windows'; here and in
//! the window only the former are used.

use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use windows_timezones::WindowsTimezone;

/// How the service calls UTC beside its plain name.
const UTC_NAMES: [&str; 3] = ["UTC", "Etc/UTC", "tzone://Microsoft/Utc"];

/// The zone of a name of either kind; `None` when nobody knows it.
pub(crate) fn zone(name: &str) -> Option<TimeZone> {
    if UTC_NAMES.iter().any(|utc| utc.eq_ignore_ascii_case(name)) {
        return Some(TimeZone::UTC);
    }
    let windows = || {
        let known = name.parse::<WindowsTimezone>().ok()?;
        TimeZone::get(known.tzdb_id()).ok()
    };
    TimeZone::get(name).ok().or_else(windows)
}

/// The name that the tz database has for what the service wrote; what nobody knows stays as it is.
pub(crate) fn iana(name: &str) -> String {
    let known = zone(name);
    let known = known.as_ref().and_then(TimeZone::iana_name);
    known.unwrap_or(name).to_owned()
}

/// What the clocks of a zone make of a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum OnTheWall {
    /// They show it once.
    Once,
    /// They never show it: they are put forward over it.
    Never,
    /// They show it twice: they are put back.
    Twice,
}

/// What the clocks of `zone` make of `time`.
pub(crate) fn on_the_wall(zone: &TimeZone, time: DateTime) -> OnTheWall {
    use jiff::tz::AmbiguousOffset;
    match zone.to_ambiguous_timestamp(time).offset() {
        AmbiguousOffset::Unambiguous { .. } => OnTheWall::Once,
        AmbiguousOffset::Gap { .. } => OnTheWall::Never,
        AmbiguousOffset::Fold { .. } => OnTheWall::Twice,
    }
}

/// What `time` becomes: later by what clocks are put forward, where they never show it.
pub(crate) fn becomes(zone: &TimeZone, time: DateTime) -> DateTime {
    let meant = zone.to_ambiguous_timestamp(time).compatible();
    meant.map_or(time, |moment| zone.to_datetime(moment))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_zone_is_known_by_either_name() {
        for (name, iana_name) in [
            ("Europe/Berlin", "Europe/Berlin"),
            ("W. Europe Standard Time", "Europe/Berlin"),
            ("Pacific Standard Time", "America/Los_Angeles"),
            ("India Standard Time", "Asia/Calcutta"),
            ("Lord Howe Standard Time", "Australia/Lord_Howe"),
            ("UTC", "UTC"),
            ("tzone://Microsoft/Utc", "UTC"),
        ] {
            assert_eq!(iana(name), iana_name);
            assert!(zone(name).is_some());
        }
        assert_eq!(zone("Middle-earth/Shire"), None);
        assert_eq!(iana("Customized Time Zone"), "Customized Time Zone");
    }

    #[test]
    fn the_night_when_clocks_change_has_times_that_are_never_or_twice() {
        let berlin = zone("Europe/Berlin").unwrap();
        let night = date(2026, 3, 29).at(2, 30, 0, 0);
        assert_eq!(on_the_wall(&berlin, night), OnTheWall::Never);
        assert_eq!(becomes(&berlin, night), date(2026, 3, 29).at(3, 30, 0, 0));
        let autumn = date(2026, 10, 25).at(2, 30, 0, 0);
        assert_eq!(on_the_wall(&berlin, autumn), OnTheWall::Twice);
        assert_eq!(becomes(&berlin, autumn), autumn);
        // Half an hour only.
        let howe = zone("Australia/Lord_Howe").unwrap();
        let night = date(2026, 10, 4).at(2, 10, 0, 0);
        assert_eq!(becomes(&howe, night), date(2026, 10, 4).at(2, 40, 0, 0));
    }

    proptest! {
        #[test]
        fn what_a_time_becomes_is_on_the_wall(
            name in prop::sample::select(vec![
                "Europe/Berlin", "America/New_York", "Australia/Sydney", "Australia/Lord_Howe",
                "Asia/Kolkata", "Pacific/Apia", "America/St_Johns",
            ]),
            day in 0_i64..20_000,
            minute in 0_i64..1440,
        ) {
            let zone = zone(name).unwrap();
            let time = date(1999, 1, 1).at(0, 0, 0, 0)
                .saturating_add(jiff::SignedDuration::from_mins(day * 1440 + minute));
            let becomes = becomes(&zone, time);
            prop_assert!(on_the_wall(&zone, becomes) != OnTheWall::Never);
            prop_assert_eq!(on_the_wall(&zone, time) == OnTheWall::Never, becomes != time);
        }
    }
}
