//! The window of a calendar that a client looks through: both ends are needed,
//! and without an offset they are in UTC, whatever zone is preferred.

use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

use super::refusals;
use crate::graph::Call;
use crate::odata::ODataError;
use crate::world::contents::{Calendar, Event, Occurrence};

/// No window is longer.
const LONGEST: SignedDuration = SignedDuration::from_hours(24 * 1_825);

pub(super) struct Window(Timestamp, Timestamp);

impl Window {
    pub(super) fn of(call: &Call) -> Result<Self, ODataError> {
        let ends = end(call, "startDateTime").zip(end(call, "endDateTime"));
        let (from, to) = ends
            .filter(|(from, to)| from <= to)
            .ok_or_else(refusals::no_window)?;
        if to.duration_since(from) > LONGEST {
            return Err(refusals::window_too_long());
        }
        Ok(Self(from, to))
    }

    pub(super) fn of_event<'a>(&self, event: &'a Event) -> Vec<Occurrence<'a>> {
        let mut seen = event.within((self.0, self.1));
        seen.sort_by_key(|one| one.start);
        seen
    }

    pub(super) fn of_calendar<'a>(&self, calendar: &'a Calendar) -> Vec<Occurrence<'a>> {
        let events = calendar.events();
        let mut seen: Vec<_> = events
            .flat_map(|event| event.within((self.0, self.1)))
            .collect();
        seen.sort_by(|one, other| {
            let key = |one: &Occurrence<'a>| (one.start, one.end, one.event.id.as_str());
            key(one).cmp(&key(other))
        });
        seen
    }
}

fn end(call: &Call, wanted: &str) -> Option<Timestamp> {
    let mut query = call.query.iter();
    let (_, value) = query.find(|(name, _)| name.eq_ignore_ascii_case(wanted))?;
    let local = |_| TimeZone::UTC.to_timestamp(value.parse::<DateTime>()?);
    value.parse::<Timestamp>().or_else(local).ok()
}

/// In a window the dates of creation and change cannot be selected.
pub(super) fn refuse_dates(call: &Call) -> Result<(), ODataError> {
    const DATES: [&str; 2] = ["createdDateTime", "lastModifiedDateTime"];
    let selected = call
        .query
        .iter()
        .filter(|(name, _)| name.trim_start_matches('$').eq_ignore_ascii_case("select"));
    let mut names = selected.flat_map(|(_, names)| names.split(','));
    let is_date = |name: &&str| {
        DATES
            .iter()
            .any(|date| name.trim().eq_ignore_ascii_case(date))
    };
    match names.find(is_date) {
        Some(name) => Err(refusals::not_selectable(name.trim())),
        None => Ok(()),
    }
}
