//! One event, and what of a series lies when: its rule drawn out in its own
//! zone, without what was deleted and with what was changed of single
//! occurrences.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp, ToSpan};
use serde::{Deserialize, Serialize};

use super::details::{Details, EventEdit, Moment, Who};
use super::rule::{RangeType, Recurrence};
use super::zone::Zone;

/// An event, or the master of a series.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Event {
    pub(crate) id: String,
    /// How often it was changed.
    pub(crate) revision: u32,
    pub(crate) created: Timestamp,
    pub(crate) modified: Timestamp,
    /// The client's own name for its creation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) transaction: Option<String>,
    /// Who invites; the group itself, if there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) organizer: Option<Who>,
    #[serde(default)]
    pub(crate) cancelled: bool,
    pub(crate) details: Details,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) recurrence: Option<Recurrence>,
    /// What is otherwise in single occurrences, by the date that the rule has for each.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub(crate) exceptions: BTreeMap<Date, Vec<EventEdit>>,
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub(crate) deleted: BTreeSet<Date>,
}

/// An event at its time: a single one, a master, or one occurrence.
#[derive(Debug, Clone)]
pub(crate) struct Occurrence<'a> {
    pub(crate) event: &'a Event,
    /// The date that the rule has for it; none for single events and masters.
    pub(crate) date: Option<Date>,
    pub(crate) exception: bool,
    pub(crate) details: Cow<'a, Details>,
    pub(crate) start: Timestamp,
    pub(crate) end: Timestamp,
}

impl Event {
    pub(crate) fn new(id: String, details: Details, created: Timestamp) -> Self {
        Self {
            id,
            revision: 0,
            created,
            modified: created,
            transaction: None,
            organizer: None,
            cancelled: false,
            details,
            recurrence: None,
            exceptions: BTreeMap::new(),
            deleted: BTreeSet::new(),
        }
    }

    /// The event by itself.
    pub(crate) fn itself(&self) -> Occurrence<'_> {
        Occurrence {
            event: self,
            date: None,
            exception: false,
            start: self.details.start.at(),
            end: self.details.end.at(),
            details: Cow::Borrowed(&self.details),
        }
    }

    /// The occurrence that the rule has for that date, unless it was deleted.
    pub(crate) fn on(&self, date: Date) -> Option<Occurrence<'_>> {
        let holds = self.recurrence.as_ref()?.holds_on(date);
        (holds && !self.deleted.contains(&date)).then(|| self.drawn_out(date))
    }

    /// What of it lies in a window, in the order of the rule.
    pub(crate) fn within(&self, window: (Timestamp, Timestamp)) -> Vec<Occurrence<'_>> {
        let (from, to) = window;
        let inside = |one: &Occurrence<'_>| {
            one.start < to && (one.end > from || one.end == one.start && one.start >= from)
        };
        let Some(recurrence) = &self.recurrence else {
            return Some(self.itself()).filter(inside).into_iter().collect();
        };
        // Zones are at most a day apart, and it may have begun long before.
        let length = self.length() + SignedDuration::from_hours(48);
        let zone = self.zone();
        let first = from.checked_sub(length).unwrap_or(Timestamp::MIN);
        let last = to.checked_add(SignedDuration::from_hours(48));
        let last = zone.local(last.unwrap_or(Timestamp::MAX)).date();
        let by_rule = recurrence
            .dates(zone.local(first).date())
            .take_while(|date| *date <= last)
            .filter(|date| !self.exceptions.contains_key(date));
        let dates = by_rule.chain(self.exceptions.keys().copied());
        dates
            .filter(|date| !self.deleted.contains(date))
            .map(|date| self.drawn_out(date))
            .filter(inside)
            .collect()
    }

    /// The event, moved to the first date of its rule.
    pub(crate) fn moved_to(mut self, date: Date) -> Self {
        let moved = self.drawn_out(date);
        let (start, end) = (moved.details.start.clone(), moved.details.end.clone());
        (self.details.start, self.details.end) = (start, end);
        self
    }

    /// When the occurrence of that date begins by the rule alone.
    pub(crate) fn original_start(&self, date: Date) -> Timestamp {
        let zone = self.zone();
        let time = zone.local(self.details.start.at()).time();
        zone.instant(date.to_datetime(time))
    }

    /// The occurrences that remain just before and just after a date.
    pub(crate) fn neighbours(&self, date: Date) -> [Option<Occurrence<'_>>; 2] {
        let Some(recurrence) = &self.recurrence else {
            return [None, None];
        };
        let there = |other: &Date| !self.deleted.contains(other);
        let before = recurrence.dates(recurrence.range.start_date);
        let before = before.take_while(|other| *other < date).filter(there);
        let after = recurrence.dates(date).filter(|other| *other > date);
        // What was deleted of it is finite, so the search ends.
        [
            before.last(),
            after.filter(|date| there(date)).take(1).next(),
        ]
        .map(|date| date.map(|date| self.drawn_out(date)))
    }

    /// Whether anything of it is left.
    pub(crate) fn is_empty(&self) -> bool {
        let Some(recurrence) = &self.recurrence else {
            return false;
        };
        if recurrence.range.kind == RangeType::NoEnd {
            return false;
        }
        let mut dates = recurrence.dates(recurrence.range.start_date);
        !dates.any(|date| !self.deleted.contains(&date))
    }

    /// The zone in whose days the series comes again.
    pub(crate) fn zone(&self) -> &Zone {
        let range = self.recurrence.as_ref().map(|recurrence| &recurrence.range);
        range
            .and_then(|range| range.recurrence_time_zone.as_ref())
            .unwrap_or(&self.details.start.zone)
    }

    fn length(&self) -> SignedDuration {
        self.details
            .end
            .at()
            .duration_since(self.details.start.at())
    }

    /// A meeting lasts as long as ever on a day with a clock change; a whole day ends at midnight.
    fn drawn_out(&self, date: Date) -> Occurrence<'_> {
        let mut details = self.details.clone();
        let start = self.original_start(date);
        let (mut begins, mut ends) = (start, start + self.length());
        details.start = Moment::new(begins, &self.details.start.zone);
        details.end = Moment::new(ends, &self.details.end.zone);
        if details.all_day {
            let (first, last) = (self.details.start.local, self.details.end.local);
            let days = last.date().duration_since(first.date()).as_hours() / 24;
            details.start.local = date.to_datetime(first.time());
            let end = details.start.local.checked_add(days.days());
            details.end.local = end.unwrap_or(details.end.local);
            (begins, ends) = (details.start.at(), details.end.at());
        }
        let edits = self.exceptions.get(&date);
        for edit in edits.into_iter().flatten() {
            edit.apply(&mut details);
        }
        if edits.is_some_and(|edits| edits.iter().any(EventEdit::is_time)) {
            (begins, ends) = (details.start.at(), details.end.at());
        }
        Occurrence {
            event: self,
            date: Some(date),
            exception: edits.is_some(),
            details: Cow::Owned(details),
            start: begins,
            end: ends,
        }
    }
}
