//! A range of days, and the weeks by which calendars are read and kept.
//!
//! Weeks begin on Monday in UTC whatever the window shows: so what is kept serves every zone and every first day of
//! a week. The months beside the one that is shown are partly known already.

use ipc_contract::calendar::CalendarRequest;
use jiff::civil::{Date, Time, Weekday};
use jiff::tz::TimeZone;
use jiff::{Span, Timestamp};

use super::zones::zone;
use crate::CoreError;

/// How far the last day may be from the first.
const MOST_DAYS: i32 = 400;

/// Days by the clocks of a zone.
#[derive(Debug, Clone)]
pub(crate) struct Range {
    pub(crate) first: Date,
    pub(crate) last: Date,
    pub(crate) zone: TimeZone,
}

impl Range {
    /// # Errors
    /// [`CoreError::InvalidInput`] for a last day before the first or more than 400 days after it, and for a zone
    /// that is not known.
    pub(crate) fn new(first: Date, last: Date, time_zone: &str) -> Result<Self, CoreError> {
        let days = (last - first).get_days();
        if !(0..=MOST_DAYS).contains(&days) {
            return Err(CoreError::invalid("last"));
        }
        let zone = zone(time_zone).ok_or(CoreError::invalid("timeZone"))?;
        Ok(Self { first, last, zone })
    }

    pub(super) fn of(request: &CalendarRequest) -> Result<Self, CoreError> {
        Self::new(request.first, request.last, &request.time_zone)
    }

    /// From the midnight with which it begins to the one with which it is over.
    pub(crate) fn moments(&self) -> Result<(Timestamp, Timestamp), CoreError> {
        let after = self.last.tomorrow().map_err(CoreError::internal)?;
        let midnight = |day: Date| {
            let moment = self.zone.to_timestamp(day.to_datetime(Time::midnight()));
            moment.map_err(CoreError::internal)
        };
        Ok((midnight(self.first)?, midnight(after)?))
    }

    /// The Mondays of the weeks that it touches. Whole days are the same in every zone, and so may lie in the week
    /// of UTC beside.
    pub(super) fn weeks(&self) -> Result<Vec<Date>, CoreError> {
        let (from, to) = self.moments()?;
        let utc = |moment| TimeZone::UTC.to_datetime(moment).date();
        let first = monday(self.first.min(utc(from)));
        let last = self.last.max(utc(to - jiff::SignedDuration::from_nanos(1)));
        let weeks = std::iter::successors(Some(first), |week| Some(next(*week)));
        Ok(weeks.take_while(|week| *week <= last).collect())
    }
}

fn monday(day: Date) -> Date {
    let since = day.weekday().since(Weekday::Monday);
    day.saturating_sub(Span::new().days(since))
}

/// The week after.
pub(super) fn next(week: Date) -> Date {
    week.saturating_add(Span::new().days(7))
}

/// When a day begins in UTC.
pub(super) fn begins(day: Date) -> Result<Timestamp, CoreError> {
    let midnight = day.to_datetime(Time::midnight());
    TimeZone::UTC
        .to_timestamp(midnight)
        .map_err(CoreError::internal)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_week_of_days_touches_the_weeks_of_utc_that_its_hours_lie_in() {
        let weeks = |zone: &str| {
            let range = Range::new(date(2026, 3, 2), date(2026, 3, 8), zone).unwrap();
            let weeks = range.weeks().unwrap();
            weeks.iter().map(ToString::to_string).collect::<Vec<_>>()
        };
        assert_eq!(weeks("UTC"), ["2026-03-02"]);
        assert_eq!(weeks("Europe/Berlin"), ["2026-02-23", "2026-03-02"]);
        assert_eq!(weeks("America/New_York"), ["2026-03-02", "2026-03-09"]);
    }

    #[test]
    fn a_range_is_up_to_four_hundred_days_and_not_backwards() {
        let first = date(2026, 1, 1);
        let range = |days: i32| {
            let last = first.saturating_add(Span::new().days(days));
            Range::new(first, last, "Europe/Berlin").is_ok()
        };
        assert!(range(0) && range(400) && !range(401) && !range(-1));
        assert!(Range::new(first, first, "Nowhere").is_err());
    }
}
