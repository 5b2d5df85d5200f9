//! What was known of a group when it was decided about, and whether that still holds.

use graph_client::models::{Group, GroupPeople};
use ipc_contract::decisions::{Decision, Reopened};
use ipc_contract::evidence::{Evidence, Fact};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

/// The last warning comes so long before expiry.
pub(crate) const LAST_WEEK: SignedDuration = SignedDuration::from_hours(7 * 24);

/// What is known of a group. What is not known says nothing, then and now.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct Facts {
    /// When it expires.
    pub(crate) expires: Option<Timestamp>,
    /// When it was last renewed.
    pub(crate) renewed: Option<Timestamp>,
    /// Ids of its owners, in order.
    pub(crate) owners: Option<Vec<String>>,
    /// When something last happened in it.
    pub(crate) active: Option<Timestamp>,
}

impl Facts {
    pub(super) fn of(
        group: &Group,
        people: Option<&GroupPeople>,
        evidence: Option<&Evidence>,
    ) -> Self {
        Self {
            expires: group.expiration_date_time,
            renewed: group.renewed_date_time,
            owners: people.map(|people| {
                let mut ids: Vec<String> = people
                    .owners
                    .iter()
                    .map(|owner| owner.id.to_string())
                    .collect();
                ids.sort();
                ids
            }),
            active: evidence.and_then(last_activity),
        }
    }
}

/// When something last happened, by all that is known of it.
fn last_activity(evidence: &Evidence) -> Option<Timestamp> {
    [
        known(&evidence.conversations, |fact| fact.last),
        known(&evidence.files, |fact| fact.last),
        known(&evidence.notebook, |fact| fact.last),
    ]
    .into_iter()
    .flatten()
    .max()
}

fn known<T>(fact: &Fact<T>, last: impl Fn(&T) -> Option<Timestamp>) -> Option<Timestamp> {
    match fact {
        Fact::Known { value } => last(value),
        _ => None,
    }
}

/// A decision with what was known when it was taken.
#[derive(Debug, Clone, Copy)]
pub(super) struct Taken<'a> {
    pub(super) decision: &'a Decision,
    pub(super) at: Timestamp,
    pub(super) facts: &'a Facts,
}

impl Taken<'_> {
    /// Why it is put before the person again, by what is known `now`. *Later* waits for its day, whatever happens;
    /// only when that day is not before the expiry, the last week comes first.
    pub(super) fn reopened(
        &self,
        known: &Facts,
        now: Timestamp,
        zone: &TimeZone,
    ) -> Option<Reopened> {
        match self.decision {
            Decision::Later { until } => {
                let day = |time: Timestamp| zone.to_datetime(time).date();
                if day(now) >= *until {
                    return Some(Reopened::DayCame);
                }
                let too_late = known.expires.is_some_and(|expires| day(expires) <= *until);
                (too_late && self.is_in_last_week(known, now)).then_some(Reopened::LastWeek)
            }
            Decision::LetExpire { .. } => {
                let reasons = [
                    (self.was_renewed(known), Reopened::Renewed),
                    (self.is_in_last_week(known, now), Reopened::LastWeek),
                    (self.was_active(known), Reopened::Active),
                    (self.owners_changed(known), Reopened::OwnersChanged),
                ];
                reasons
                    .into_iter()
                    .find(|(holds, _)| *holds)
                    .map(|(_, why)| why)
            }
        }
    }

    fn was_renewed(&self, known: &Facts) -> bool {
        self.facts
            .expires
            .zip(known.expires)
            .is_some_and(|(then, now)| now > then)
    }

    /// Who decides within the last week has had the warning.
    fn is_in_last_week(&self, known: &Facts, now: Timestamp) -> bool {
        let Some(begins) = known
            .expires
            .and_then(|expires| expires.checked_sub(LAST_WEEK).ok())
        else {
            return false;
        };
        self.at < begins && now >= begins
    }

    /// Activity that was not known then, or came after the decision.
    fn was_active(&self, known: &Facts) -> bool {
        let before = self.facts.active.unwrap_or(self.at);
        known.active.is_some_and(|active| active > before)
    }

    fn owners_changed(&self, known: &Facts) -> bool {
        let both = self.facts.owners.as_ref().zip(known.owners.as_ref());
        both.is_some_and(|(then, now)| then != now)
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn time(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    fn facts() -> Facts {
        Facts {
            expires: Some(time("2027-03-01T10:00:00Z")),
            renewed: Some(time("2026-09-02T10:00:00Z")),
            owners: Some(vec!["ada".into(), "bo".into()]),
            active: Some(time("2026-05-01T08:00:00Z")),
        }
    }

    fn let_expire() -> Decision {
        Decision::LetExpire {
            note: String::new(),
        }
    }

    fn reopened(decision: &Decision, known: &Facts, now: &str) -> Option<Reopened> {
        let taken = Taken {
            decision,
            at: time("2027-01-10T12:00:00Z"),
            facts: &facts(),
        };
        taken.reopened(known, time(now), &TimeZone::UTC)
    }

    const SOON_AFTER: &str = "2027-01-11T12:00:00Z";

    #[test]
    fn a_group_that_shall_expire_stays_out_while_nothing_changes() {
        assert_eq!(reopened(&let_expire(), &facts(), SOON_AFTER), None);
        // What is not known any more says nothing.
        assert_eq!(reopened(&let_expire(), &Facts::default(), SOON_AFTER), None);
    }

    #[test]
    fn each_fact_that_changes_brings_it_back_and_says_which() {
        let cases = [
            (
                Facts {
                    expires: Some(time("2027-08-28T10:00:00Z")),
                    ..facts()
                },
                Reopened::Renewed,
            ),
            (
                Facts {
                    active: Some(time("2027-01-10T09:00:00Z")),
                    ..facts()
                },
                Reopened::Active,
            ),
            (
                Facts {
                    owners: Some(vec!["ada".into()]),
                    ..facts()
                },
                Reopened::OwnersChanged,
            ),
        ];
        for (known, why) in cases {
            assert_eq!(reopened(&let_expire(), &known, SOON_AFTER), Some(why));
        }
    }

    #[test]
    fn activity_before_the_decision_that_was_read_only_later_says_nothing_when_none_was_known() {
        let then = Facts {
            active: None,
            ..facts()
        };
        let decision = let_expire();
        let taken = Taken {
            decision: &decision,
            at: time("2027-01-10T12:00:00Z"),
            facts: &then,
        };
        assert_eq!(
            taken.reopened(&facts(), time(SOON_AFTER), &TimeZone::UTC),
            None
        );
    }

    #[test]
    fn the_last_warning_comes_the_week_before_and_once() {
        let before = reopened(&let_expire(), &facts(), "2027-02-22T09:59:59Z");
        let within = reopened(&let_expire(), &facts(), "2027-02-22T10:00:00Z");
        assert_eq!((before, within), (None, Some(Reopened::LastWeek)));
        let again = let_expire();
        let taken = Taken {
            decision: &again,
            at: time("2027-02-23T08:00:00Z"),
            facts: &facts(),
        };
        let after = taken.reopened(&facts(), time("2027-02-28T08:00:00Z"), &TimeZone::UTC);
        assert_eq!(after, None, "who decides again in the last week was warned");
    }

    #[test]
    fn later_waits_for_its_day_in_the_persons_time_zone() {
        let later = Decision::Later {
            until: date(2027, 1, 20),
        };
        let other = Facts {
            owners: None,
            active: Some(time("2027-01-12T09:00:00Z")),
            ..facts()
        };
        assert_eq!(reopened(&later, &other, "2027-01-19T23:59:00Z"), None);
        let came = reopened(&later, &facts(), "2027-01-20T00:00:00Z");
        assert_eq!(came, Some(Reopened::DayCame));
        let taken = Taken {
            decision: &later,
            at: time("2027-01-10T12:00:00Z"),
            facts: &facts(),
        };
        let east = TimeZone::get("Asia/Tokyo").unwrap();
        let there = taken.reopened(&facts(), time("2027-01-19T15:00:00Z"), &east);
        assert_eq!(there, Some(Reopened::DayCame));
    }

    #[test]
    fn later_than_the_expiry_does_not_lose_the_group_unwarned() {
        let too_late = Decision::Later {
            until: date(2027, 3, 10),
        };
        let in_time = Decision::Later {
            until: date(2027, 2, 27),
        };
        let now = "2027-02-25T10:00:00Z";
        assert_eq!(reopened(&too_late, &facts(), now), Some(Reopened::LastWeek));
        assert_eq!(reopened(&in_time, &facts(), now), None);
    }
}
