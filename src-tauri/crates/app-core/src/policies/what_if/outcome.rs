//! A what-if of all groups: their rows, and what they come to in figures.

use std::collections::{BTreeMap, HashSet};

use cache::GroupRecord;
use ipc_contract::policies::{
    ExpiryRule, ManagedGroups, MonthCount, WhatIfChange, WhatIfFigures, WhatIfFilter, WhatIfRow,
    WhatIfRowsRequest, WhatIfSort,
};
use jiff::Timestamp;

use super::reckon::{Change, Facts, Fate};

/// How many months are told apart.
const MONTHS: usize = 36;

/// A what-if that was reckoned.
#[derive(Debug)]
pub(crate) struct Outcome {
    pub(crate) change: Change,
    pub(crate) rows: Vec<WhatIfRow>,
    pub(crate) figures: WhatIfFigures,
}

/// Groups that would be added to the selection or taken out of it.
#[derive(Debug, Default)]
pub(crate) struct Selection<'a> {
    pub(crate) select: HashSet<&'a str>,
    pub(crate) unselect: HashSet<&'a str>,
}

impl<'a> Selection<'a> {
    pub(crate) fn new(select: &'a [String], unselect: &'a [String]) -> Self {
        let ids = |ids: &'a [String]| ids.iter().map(String::as_str).collect();
        Self {
            select: ids(select),
            unselect: ids(unselect),
        }
    }

    fn has(&self, group: &str, selected: bool) -> bool {
        (selected || self.select.contains(group)) && !self.unselect.contains(group)
    }
}

impl Outcome {
    /// What a change comes to for these groups.
    pub(crate) fn of(change: Change, groups: &[GroupRecord], selection: &Selection<'_>) -> Self {
        let selecting = change
            .from
            .is_some_and(|from| from.managed == ManagedGroups::Selected);
        let rows: Vec<WhatIfRow> = groups
            .iter()
            .map(|record| {
                let group = &record.group;
                let selected = selecting && group.expiration_date_time.is_some();
                let facts = Facts {
                    renewed: group.renewed_date_time.or(group.created_date_time),
                    expires: group.expiration_date_time,
                    selected: selection.has(group.id.as_str(), selected),
                };
                row(record, facts, change.fate(facts))
            })
            .collect();
        let figures = figures(&change, &rows);
        Self {
            change,
            rows,
            figures,
        }
    }

    /// How many groups expire in each month.
    pub(crate) fn months(&self) -> Vec<MonthCount> {
        let first = month(self.change.at);
        let mut counts: BTreeMap<(i16, i8), (u32, u32)> = BTreeMap::new();
        let place = |at: Timestamp| month(at).max(first);
        for row in &self.rows {
            if let Some(now) = row.expires_now {
                counts.entry(place(now)).or_default().0 += 1;
            }
            if let Some(then) = row.expires_then {
                counts.entry(place(then)).or_default().1 += 1;
            }
        }
        let last = counts.keys().next_back().copied();
        let mut months = Vec::new();
        let mut next = Some(first).filter(|_| last.is_some());
        while let Some(at) = next {
            let (now, then) = match months.len() + 1 == MONTHS {
                true => counts.range(at..).fold((0, 0), |sum, (_, count)| {
                    (sum.0 + count.0, sum.1 + count.1)
                }),
                false => counts.get(&at).copied().unwrap_or_default(),
            };
            let month = format!("{:04}-{:02}", at.0, at.1);
            months.push(MonthCount { month, now, then });
            next = Some(following(at)).filter(|next| Some(*next) <= last && months.len() < MONTHS);
        }
        months
    }

    /// Rows as they are asked for, and how many there are in all.
    pub(crate) fn page(&self, request: &WhatIfRowsRequest, most: u32) -> (Vec<WhatIfRow>, u32) {
        let text = request.text.trim().to_lowercase();
        let mut rows: Vec<&WhatIfRow> = self
            .rows
            .iter()
            .filter(|row| self.is_wanted(row, request.filter))
            .filter(|row| text.is_empty() || row.group_name.to_lowercase().contains(&text))
            .collect();
        sort(&mut rows, request.sort, request.descending);
        let total = u32::try_from(rows.len()).unwrap_or(u32::MAX);
        let page = rows.into_iter().skip(request.offset as usize);
        let page = page.take(request.limit.min(most) as usize).cloned();
        (page.collect(), total)
    }

    fn is_wanted(&self, row: &WhatIfRow, filter: WhatIfFilter) -> bool {
        match filter {
            WhatIfFilter::All => true,
            WhatIfFilter::Changed => {
                !matches!(row.change, WhatIfChange::Same | WhatIfChange::Never)
            }
            WhatIfFilter::FirstTime => row.change == WhatIfChange::FirstTime,
            WhatIfFilter::NoLonger => row.change == WhatIfChange::NoLonger,
            WhatIfFilter::Sooner => row.change == WhatIfChange::Sooner,
            WhatIfFilter::Later => row.change == WhatIfChange::Later,
            WhatIfFilter::MailedSoon => self.change.is_mailed_soon(&row.mails),
            WhatIfFilter::DeletedSoon => self.change.is_deleted_soon(row.deleted),
            WhatIfFilter::Older => row.rule == ExpiryRule::Older,
        }
    }
}

fn row(record: &GroupRecord, facts: Facts, fate: Fate) -> WhatIfRow {
    WhatIfRow {
        group_id: record.group.id.to_string(),
        group_name: record.group.display_name.clone().unwrap_or_default(),
        owned: record.relation.owned,
        renewed: facts.renewed,
        expires_now: facts.expires,
        expires_then: fate.expires,
        rule: fate.rule,
        change: fate.change,
        mails: fate.mails,
        deleted: fate.deleted,
    }
}

fn figures(change: &Change, rows: &[WhatIfRow]) -> WhatIfFigures {
    let count = |is: &dyn Fn(&WhatIfRow) -> bool| {
        u32::try_from(rows.iter().filter(|row| is(row)).count()).unwrap_or(u32::MAX)
    };
    let changing = |wanted: WhatIfChange| count(&move |row| row.change == wanted);
    WhatIfFigures {
        groups: count(&|_| true),
        covered_now: count(&|row| row.expires_now.is_some()),
        covered_then: count(&|row| row.expires_then.is_some()),
        first_time: changing(WhatIfChange::FirstTime),
        no_longer: changing(WhatIfChange::NoLonger),
        sooner: changing(WhatIfChange::Sooner),
        later: changing(WhatIfChange::Later),
        mailed_soon: count(&|row| change.is_mailed_soon(&row.mails)),
        deleted_soon: count(&|row| change.is_deleted_soon(row.deleted)),
        first_deletion: rows.iter().filter_map(|row| row.deleted).min(),
        older: count(&|row| row.rule == ExpiryRule::Older),
    }
}

fn sort(rows: &mut [&WhatIfRow], by: WhatIfSort, descending: bool) {
    let date = |at: Option<Timestamp>| at.unwrap_or(Timestamp::MAX);
    match by {
        WhatIfSort::Name => rows.sort_by_cached_key(|row| row.group_name.to_lowercase()),
        WhatIfSort::Now => rows.sort_by_key(|row| date(row.expires_now)),
        WhatIfSort::Then => rows.sort_by_key(|row| date(row.expires_then)),
        WhatIfSort::Renewed => rows.sort_by_key(|row| date(row.renewed)),
    }
    if descending {
        rows.reverse();
    }
}

/// The month of a moment in UTC.
fn month(at: Timestamp) -> (i16, i8) {
    let date = jiff::tz::Offset::UTC.to_datetime(at);
    (date.year(), date.month())
}

const fn following((year, month): (i16, i8)) -> (i16, i8) {
    match month {
        12 => (year + 1, 1),
        month => (year, month + 1),
    }
}

#[cfg(test)]
mod tests {
    use cache::Relation;
    use serde_json::json;

    use super::super::reckon::Lifetime;
    use super::*;

    fn group(number: u32, renewed: &str, expires: Option<&str>) -> GroupRecord {
        let group = json!({
            "id": format!("00000000-0000-4000-8000-{number:012}"),
            "displayName": format!("Group {number}"),
            "renewedDateTime": renewed,
            "expirationDateTime": expires,
        });
        GroupRecord {
            group: serde_json::from_value(group).unwrap(),
            relation: Relation::default(),
        }
    }

    fn lifetime(days: u32, managed: ManagedGroups) -> Option<Lifetime> {
        Some(Lifetime { days, managed })
    }

    fn change(from: Option<Lifetime>, to: Option<Lifetime>) -> Change {
        let at = "2026-11-29T12:00:00Z".parse().unwrap();
        Change { from, to, at }
    }

    #[test]
    fn switching_expiry_on_names_who_is_concerned() {
        let groups = [
            group(1, "2020-01-01T00:00:00Z", None),
            group(2, "2026-11-01T00:00:00Z", None),
        ];
        let on = change(None, lifetime(180, ManagedGroups::All));
        let outcome = Outcome::of(on, &groups, &Selection::default());
        let figures = &outcome.figures;
        assert_eq!((figures.first_time, figures.older, figures.deleted_soon), (2, 1, 1));
        assert_eq!(figures.first_deletion, outcome.rows[0].deleted);
        let months = outcome.months();
        assert_eq!(months.len(), 6, "from November to April");
        assert_eq!((months[2].month.as_str(), months[2].then), ("2027-01", 1));
    }

    #[test]
    fn selected_ones_are_those_that_expire_with_those_that_would_be_added() {
        let id = |number: u32| format!("00000000-0000-4000-8000-{number:012}");
        let groups = [
            group(1, "2026-11-01T00:00:00Z", Some("2027-04-30T00:00:00Z")),
            group(2, "2026-11-01T00:00:00Z", Some("2027-04-30T00:00:00Z")),
            group(3, "2026-11-01T00:00:00Z", None),
            group(4, "2026-11-01T00:00:00Z", None),
        ];
        let same = lifetime(180, ManagedGroups::Selected);
        let (select, unselect) = ([id(3)], [id(2)]);
        let selection = Selection::new(&select, &unselect);
        let outcome = Outcome::of(change(same, same), &groups, &selection);
        let changes: Vec<WhatIfChange> = outcome.rows.iter().map(|row| row.change).collect();
        use WhatIfChange::{FirstTime, Never, NoLonger, Same};
        assert_eq!(changes, [Same, NoLonger, FirstTime, Never]);
    }

    #[test]
    fn far_months_are_counted_together() {
        let groups = [group(1, "2026-11-01T00:00:00Z", None)];
        let far = change(None, lifetime(5_000, ManagedGroups::All));
        let months = Outcome::of(far, &groups, &Selection::default()).months();
        assert_eq!((months.len(), months[35].then), (36, 1));
    }
}
