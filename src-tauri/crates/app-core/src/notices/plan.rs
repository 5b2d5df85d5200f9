//! When which notice is due: nothing but dates in, dates out.
//!
//! A group comes within 30, 15, 7 and 1 days on a day; the notice is due on that day at the time that was chosen, and
//! held back until quiet hours end. When several have come meanwhile, since the program did not run, only the closest
//! is given. A renewed group has another expiry, and so all of them ahead again.

use std::collections::BTreeMap;

use ipc_contract::notices::NoticeSettings;
use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

/// Days before the expiry, the closest first.
const THRESHOLDS: [u8; 4] = [1, 7, 15, 30];
/// The one that a group which shall expire still has.
const LAST_WARNING: u8 = 7;
/// A group is deleted a day after its expiry; from then on no notice helps.
const UNTIL_DELETED: SignedDuration = SignedDuration::from_hours(24);

/// A group that may need a notice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Candidate {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) expires: Timestamp,
    pub(super) hold: Hold,
}

/// What was decided about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Hold {
    None,
    /// Silent until that day; unless it is not before the expiry: then the last warning comes all the same.
    Until(Date),
    /// Silent but for the last warning, when it was decided before that.
    LetExpire {
        since: Timestamp,
    },
}

/// The closest notice that was given, and for which expiry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Given {
    pub(super) expires: Timestamp,
    pub(super) days: u8,
}

/// What is due now, and when something is due next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Planned<'a> {
    /// Each group with the days of its notice, the one that expires first first.
    pub(super) due: Vec<(&'a Candidate, u8)>,
    pub(super) next: Option<Timestamp>,
}

impl Candidate {
    /// Nights until it expires.
    pub(super) fn days(&self, now: Timestamp, zone: &TimeZone) -> u32 {
        nights(now, self.expires, zone)
    }

    /// When its notice at so many days is due; `None` for one that it has not.
    fn moment(&self, days: u8, settings: &NoticeSettings, zone: &TimeZone) -> Option<Timestamp> {
        let expiry = zone.to_datetime(self.expires).date();
        let day = back(expiry, days);
        let day = match self.hold {
            Hold::None => day,
            Hold::Until(until) if until < expiry => day.max(until),
            Hold::Until(_) if days == LAST_WARNING => day,
            Hold::Until(_) => return None,
            Hold::LetExpire { since } => {
                let warned = zone.to_datetime(since).date() >= day;
                if days != LAST_WARNING || warned {
                    return None;
                }
                day
            }
        };
        at(day, settings.at, zone)
    }
}

/// What is due at `now`.
pub(super) fn plan<'a>(
    candidates: &'a [Candidate],
    given: &BTreeMap<String, Given>,
    settings: &NoticeSettings,
    now: Timestamp,
    zone: &TimeZone,
) -> Planned<'a> {
    let quiet_until = loud_from(now, settings, zone);
    let (mut due, mut next) = (Vec::new(), None::<Timestamp>);
    let mut look_at = |moment: Timestamp| {
        let moment = loud_from(moment, settings, zone);
        next = Some(next.map_or(moment, |known| known.min(moment)));
    };
    for candidate in candidates {
        let given = given
            .get(&candidate.id)
            .filter(|given| given.expires == candidate.expires)
            .map_or(u8::MAX, |given| given.days);
        if now
            >= candidate
                .expires
                .saturating_add(UNTIL_DELETED)
                .unwrap_or(now)
        {
            continue;
        }
        let open = THRESHOLDS.into_iter().filter(|days| *days < given);
        // The closest first: what lies behind one that has come is not given any more.
        for days in open {
            match candidate.moment(days, settings, zone) {
                Some(moment) if moment > now => look_at(moment),
                Some(_) if quiet_until > now => {
                    look_at(now);
                    break;
                }
                Some(_) => {
                    due.push((candidate, days));
                    break;
                }
                None => {}
            }
        }
    }
    due.sort_by(|(a, _), (b, _)| (a.expires, &a.id).cmp(&(b.expires, &b.id)));
    Planned { due, next }
}

/// Nights from `now` to an expiry; none to one that is over.
pub(super) fn nights(now: Timestamp, expires: Timestamp, zone: &TimeZone) -> u32 {
    let day = |time: Timestamp| zone.to_datetime(time).date();
    let nights = day(now).duration_until(day(expires)).as_hours() / 24;
    u32::try_from(nights).unwrap_or_default()
}

/// The moment itself, or the end of the quiet hours that it lies in.
fn loud_from(moment: Timestamp, settings: &NoticeSettings, zone: &TimeZone) -> Timestamp {
    if !is_quiet(moment, settings, zone) {
        return moment;
    }
    let today = zone.to_datetime(moment).date();
    // An hour that comes twice, or not at all, when clocks change: the first end that is one.
    [today, back_by(today, -1), back_by(today, -2)]
        .into_iter()
        .flat_map(|day| {
            let ambiguous = zone.to_ambiguous_timestamp(day.to_datetime(settings.quiet_until));
            [ambiguous.earlier().ok(), ambiguous.later().ok()]
        })
        .flatten()
        .find(|end| *end > moment && !is_quiet(*end, settings, zone))
        .unwrap_or(moment)
}

fn is_quiet(moment: Timestamp, settings: &NoticeSettings, zone: &TimeZone) -> bool {
    let time = zone.to_datetime(moment).time();
    let (from, until) = (settings.quiet_from, settings.quiet_until);
    settings.quiet
        && if from <= until {
            from <= time && time < until
        } else {
            time >= from || time < until
        }
}

fn at(day: Date, time: Time, zone: &TimeZone) -> Option<Timestamp> {
    zone.to_ambiguous_timestamp(day.to_datetime(time))
        .compatible()
        .ok()
}

fn back(day: Date, days: u8) -> Date {
    back_by(day, i64::from(days))
}

fn back_by(day: Date, days: i64) -> Date {
    day.saturating_sub(SignedDuration::from_hours(days * 24))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use jiff::civil::{date, time};
    use proptest::prelude::*;

    use super::*;

    fn moment(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    fn group(hold: Hold) -> Candidate {
        Candidate {
            id: "a".into(),
            name: "A".into(),
            expires: moment("2027-03-31T15:00:00Z"),
            hold,
        }
    }

    /// What is given from the first moment to the last, looked at whenever the plan says.
    fn run(
        group: &Candidate,
        settings: &NoticeSettings,
        from: &str,
        zone: &TimeZone,
    ) -> Vec<(u8, Timestamp)> {
        let (mut now, mut given, mut all) = (moment(from), BTreeMap::new(), Vec::new());
        for _ in 0..100 {
            let planned = plan(std::slice::from_ref(group), &given, settings, now, zone);
            for (candidate, days) in planned.due {
                all.push((days, now));
                let expires = candidate.expires;
                given.insert(candidate.id.clone(), Given { expires, days });
            }
            match planned.next {
                Some(next) => now = next,
                None => return all,
            }
        }
        panic!("it never comes to an end: {all:?}");
    }

    fn shown(given: &[(u8, Timestamp)]) -> Vec<String> {
        given
            .iter()
            .map(|(days, at)| format!("{days} {at}"))
            .collect()
    }

    #[test]
    fn each_comes_on_its_day_at_the_time_that_was_chosen() {
        let given = run(
            &group(Hold::None),
            &NoticeSettings::default(),
            "2027-01-01T00:00:00Z",
            &TimeZone::UTC,
        );
        let expected = [
            "30 2027-03-01T09:00:00Z",
            "15 2027-03-16T09:00:00Z",
            "7 2027-03-24T09:00:00Z",
            "1 2027-03-30T09:00:00Z",
        ];
        assert_eq!(shown(&given), expected);
    }

    #[test]
    fn who_was_away_gets_the_closest_alone_once_quiet_hours_end() {
        let given = run(
            &group(Hold::None),
            &NoticeSettings::default(),
            "2027-03-24T23:00:00Z",
            &TimeZone::UTC,
        );
        let expected = ["7 2027-03-25T08:00:00Z", "1 2027-03-30T09:00:00Z"];
        assert_eq!(shown(&given), expected);
    }

    #[test]
    fn what_shall_expire_has_its_last_warning_and_no_other() {
        let zone = TimeZone::UTC;
        let settings = NoticeSettings::default();
        let before = Hold::LetExpire {
            since: moment("2027-02-01T00:00:00Z"),
        };
        let given = run(&group(before), &settings, "2027-02-02T00:00:00Z", &zone);
        assert_eq!(shown(&given), ["7 2027-03-24T09:00:00Z"]);
        let within = Hold::LetExpire {
            since: moment("2027-03-26T00:00:00Z"),
        };
        let given = run(&group(within), &settings, "2027-03-26T00:01:00Z", &zone);
        assert!(given.is_empty(), "who decides then was warned");
    }

    #[test]
    fn later_is_silent_until_its_day_and_too_late_is_warned_of() {
        let zone = TimeZone::UTC;
        let settings = NoticeSettings::default();
        let later = Hold::Until(date(2027, 3, 20));
        let given = run(&group(later), &settings, "2027-02-02T00:00:00Z", &zone);
        let expected = [
            "15 2027-03-20T09:00:00Z",
            "7 2027-03-24T09:00:00Z",
            "1 2027-03-30T09:00:00Z",
        ];
        assert_eq!(shown(&given), expected);
        let too_late = Hold::Until(date(2027, 5, 1));
        let given = run(&group(too_late), &settings, "2027-02-02T00:00:00Z", &zone);
        assert_eq!(shown(&given), ["7 2027-03-24T09:00:00Z"]);
    }

    #[test]
    fn a_renewal_makes_all_of_them_possible_again_and_a_deleted_group_has_none() {
        let settings = NoticeSettings::default();
        let given = BTreeMap::from([(
            "a".into(),
            Given {
                expires: moment("2026-09-30T15:00:00Z"),
                days: 1,
            },
        )]);
        let groups = [group(Hold::None)];
        let zone = TimeZone::UTC;
        let of = |now| plan(&groups, &given, &settings, moment(now), &zone);
        assert_eq!(of("2027-03-02T10:00:00Z").due.len(), 1);
        assert!(of("2027-04-01T16:00:00Z").due.is_empty());
    }

    proptest! {
        #[test]
        fn each_threshold_at_most_once_and_never_in_quiet_hours(
            start in 1_798_761_600_i64..1_830_297_600,
            ahead in 0_i64..60 * 86_400,
            at_minute in 0_i16..1440,
            quiet in any::<bool>(),
            from_minute in 0_i16..1440,
            until_minute in 0_i16..1440,
            zone in prop::sample::select(vec!["UTC", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Pacific/Apia"]),
            steps in prop::collection::vec(1_i64..3 * 86_400, 1..40),
        ) {
            let clock = |minute: i16| time((minute / 60) as i8, (minute % 60) as i8, 0, 0);
            let settings = NoticeSettings {
                at: clock(at_minute),
                quiet,
                quiet_from: clock(from_minute),
                quiet_until: clock(until_minute),
                ..NoticeSettings::default()
            };
            let zone = TimeZone::get(zone).unwrap();
            let group = Candidate {
                expires: Timestamp::from_second(start + ahead).unwrap(),
                ..group(Hold::None)
            };
            let (mut now, mut given, mut seen) = (start, BTreeMap::new(), BTreeSet::new());
            for step in steps {
                let at = Timestamp::from_second(now).unwrap();
                let planned = plan(std::slice::from_ref(&group), &given, &settings, at, &zone);
                for (candidate, days) in planned.due {
                    prop_assert!(seen.insert(days), "{days} twice");
                    prop_assert!(!is_quiet(at, &settings, &zone));
                    given.insert(candidate.id.clone(), Given { expires: candidate.expires, days });
                }
                if let Some(next) = planned.next {
                    prop_assert!(next > at, "it would look again at once");
                    prop_assert!(!is_quiet(next, &settings, &zone));
                }
                now += step;
            }
        }
    }
}
