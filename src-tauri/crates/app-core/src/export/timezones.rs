//! How the clocks of a zone go, for calendar files (RFC 5545, 3.6.5): from the zone's own changes of its offset.
//!
//! Where the changes recur by a rule, the rule is written; else each change is. Lines are short and ASCII: neither
//! folding nor escaping is needed.

use jiff::civil::{Date, DateTime, Weekday};
use jiff::tz::{Offset, TimeZone, TimeZoneTransition};
use jiff::{Span, Timestamp};

/// So many years after the last event single changes are written, where there is no rule.
const YEARS_AFTER: i16 = 10;
/// So many changes of a kind have to follow a rule to be taken for one.
const FOLLOWED: usize = 5;

/// A change of a zone's offset.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Change {
    /// What the clocks show when they are changed.
    at: DateTime,
    from: Offset,
    to: Offset,
    name: String,
    daylight: bool,
}

/// The component of a zone for events from `from` until `to`.
pub(super) fn written(name: &str, zone: &TimeZone, from: Timestamp, to: Timestamp) -> String {
    let mut lines = vec!["BEGIN:VTIMEZONE".to_owned(), format!("TZID:{name}")];
    for kind in kinds(changes(zone, from, to)) {
        lines.extend(observance(&kind));
    }
    lines.push("END:VTIMEZONE".to_owned());
    lines.push(String::new());
    lines.join("\r\n")
}

/// The offset that is in force at first, and the changes after it.
fn changes(zone: &TimeZone, from: Timestamp, to: Timestamp) -> Vec<Change> {
    let until = TimeZone::UTC
        .to_datetime(to)
        .saturating_add(Span::new().years(YEARS_AFTER));
    let until = TimeZone::UTC.to_timestamp(until).unwrap_or(Timestamp::MAX);
    let before = zone.preceding(from).next();
    let first = match &before {
        Some(before) => change(zone, before),
        None => always(zone, from),
    };
    let after = zone.following(from);
    let after = after.take_while(|change| change.timestamp() <= until);
    let changes = after.map(|after| change(zone, &after));
    std::iter::once(first).chain(changes).collect()
}

fn change(zone: &TimeZone, transition: &TimeZoneTransition<'_>) -> Change {
    let at = transition.timestamp();
    let before = at.checked_sub(Span::new().seconds(1)).unwrap_or(at);
    let from = zone.to_offset(before);
    Change {
        at: from.to_datetime(at),
        from,
        to: transition.offset(),
        name: transition.abbreviation().to_owned(),
        daylight: transition.dst().is_dst(),
    }
}

/// A zone whose clocks were never changed before.
fn always(zone: &TimeZone, from: Timestamp) -> Change {
    let now = zone.to_offset_info(from);
    Change {
        at: DateTime::constant(1970, 1, 1, 0, 0, 0, 0),
        from: now.offset(),
        to: now.offset(),
        name: now.abbreviation().to_owned(),
        daylight: now.dst().is_dst(),
    }
}

/// Changes of one kind together, in the order of their first.
fn kinds(changes: Vec<Change>) -> Vec<Vec<Change>> {
    let mut kinds: Vec<Vec<Change>> = Vec::new();
    for change in changes {
        let same = |kind: &&mut Vec<Change>| {
            kind.first().is_some_and(|first| {
                let of = |change: &Change| (change.from, change.to, change.daylight);
                of(first) == of(&change) && first.name == change.name
            })
        };
        match kinds.iter_mut().find(same) {
            Some(kind) => kind.push(change),
            None => kinds.push(vec![change]),
        }
    }
    kinds
}

fn observance(kind: &[Change]) -> Vec<String> {
    let Some(first) = kind.first() else {
        return Vec::new();
    };
    let component = match first.daylight {
        true => "DAYLIGHT",
        false => "STANDARD",
    };
    let mut lines = vec![
        format!("BEGIN:{component}"),
        format!("DTSTART:{}", local(first.at)),
        format!("TZOFFSETFROM:{}", offset(first.from)),
        format!("TZOFFSETTO:{}", offset(first.to)),
        format!("TZNAME:{}", first.name),
    ];
    match rule(kind) {
        Some(rule) => lines.push(format!("RRULE:{rule}")),
        None => {
            let rest = kind.iter().skip(1);
            lines.extend(rest.map(|change| format!("RDATE:{}", local(change.at))));
        }
    }
    lines.push(format!("END:{component}"));
    lines
}

/// The rule that all of these follow year by year.
fn rule(kind: &[Change]) -> Option<String> {
    let first = kind.first()?;
    let yearly = kind.windows(2).all(|two| match two {
        [one, other] => {
            other.at.year() == one.at.year() + 1
                && other.at.month() == one.at.month()
                && other.at.time() == one.at.time()
                && other.at.weekday() == one.at.weekday()
        }
        _ => true,
    });
    if kind.len() < FOLLOWED || !yearly {
        return None;
    }
    let days = || kind.iter().map(|change| change.at.date());
    let nth = nth(first.at.date());
    let place = if days().all(is_last) {
        "-1".to_owned()
    } else if days().all(|day| self::nth(day) == nth) {
        nth.to_string()
    } else {
        return None;
    };
    let day = day(first.at.weekday());
    Some(format!(
        "FREQ=YEARLY;BYMONTH={};BYDAY={place}{day}",
        first.at.month()
    ))
}

fn nth(day: Date) -> i8 {
    (day.day() - 1) / 7 + 1
}

fn is_last(day: Date) -> bool {
    day.day() + 7 > day.days_in_month()
}

pub(super) const fn day(day: Weekday) -> &'static str {
    match day {
        Weekday::Monday => "MO",
        Weekday::Tuesday => "TU",
        Weekday::Wednesday => "WE",
        Weekday::Thursday => "TH",
        Weekday::Friday => "FR",
        Weekday::Saturday => "SA",
        Weekday::Sunday => "SU",
    }
}

/// A time by the clock, as calendar files write it.
pub(super) fn local(time: DateTime) -> String {
    time.strftime("%Y%m%dT%H%M%S").to_string()
}

fn offset(offset: Offset) -> String {
    let seconds = offset.seconds();
    let sign = match seconds < 0 {
        true => '-',
        false => '+',
    };
    let all = seconds.unsigned_abs();
    let (hours, minutes, seconds) = (all / 3600, all / 60 % 60, all % 60);
    match seconds {
        0 => format!("{sign}{hours:02}{minutes:02}"),
        _ => format!("{sign}{hours:02}{minutes:02}{seconds:02}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn zone(name: &str, from: &str) -> String {
        let from: Timestamp = from.parse().unwrap();
        written(name, &TimeZone::get(name).unwrap(), from, from)
    }

    #[test]
    fn a_zone_with_daylight_saving_has_the_rule_of_both_changes() {
        for (name, rules) in [
            (
                "Europe/Berlin",
                ["BYMONTH=10;BYDAY=-1SU", "BYMONTH=3;BYDAY=-1SU"],
            ),
            (
                "America/New_York",
                ["BYMONTH=11;BYDAY=1SU", "BYMONTH=3;BYDAY=2SU"],
            ),
            (
                "Australia/Sydney",
                ["BYMONTH=4;BYDAY=1SU", "BYMONTH=10;BYDAY=1SU"],
            ),
            (
                "Australia/Lord_Howe",
                ["BYMONTH=4;BYDAY=1SU", "BYMONTH=10;BYDAY=1SU"],
            ),
        ] {
            let text = zone(name, "2026-07-01T00:00:00Z");
            for rule in rules {
                assert!(text.contains(&format!("FREQ=YEARLY;{rule}\r\n")), "{text}");
            }
            assert!(!text.contains("RDATE"), "{text}");
        }
        let howe = zone("Australia/Lord_Howe", "2026-07-01T00:00:00Z");
        assert!(howe.contains("TZOFFSETFROM:+1030\r\nTZOFFSETTO:+1100"));
    }

    #[test]
    fn a_zone_without_has_one_offset() {
        let text = zone("Asia/Kolkata", "2026-07-01T00:00:00Z");
        assert_eq!(text.matches("BEGIN:STANDARD").count(), 1);
        assert!(text.contains("TZOFFSETTO:+0530") && !text.contains("RRULE"));
    }

    #[test]
    fn changes_without_a_rule_are_written_one_by_one() {
        // Clocks go by the moon there.
        let text = zone("Africa/Casablanca", "2026-07-01T00:00:00Z");
        assert!(
            text.contains("RDATE:2027") && !text.contains("RRULE"),
            "{text}"
        );
    }
}
