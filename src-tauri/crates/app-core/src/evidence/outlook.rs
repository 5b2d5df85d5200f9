//! What renewing a group today would give, and what the service would do by itself
//! (groups-lifecycle.md).

use cache::GroupRecord;
use graph_client::models::GroupId;
use ipc_contract::evidence::Outlook;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Span, Timestamp};

/// So long before expiry the service renews what is used.
const RENEWED_AHEAD_DAYS: i32 = 35;

/// What outlooks are made from.
pub(super) struct Outlooks {
    pub(super) now: Timestamp,
    pub(super) zone: TimeZone,
    /// How long a renewal lasts; `None` when the policy is not known or covers nothing.
    pub(super) lifetime_days: Option<i32>,
}

impl Outlooks {
    /// A group that does not expire is covered by no policy: then nothing is known.
    pub(super) fn of(&self, id: &GroupId, group: Option<&GroupRecord>) -> Outlook {
        let expires = group.and_then(|known| known.group.expiration_date_time);
        let expires = expires.map(|at| self.day(at));
        let today = self.day(self.now);
        let from = expires.and_then(|day| after(day, -RENEWED_AHEAD_DAYS));
        // Once that day is over, what is used is renewed within a day.
        let moment = from.map(|from| from.max(today));
        Outlook {
            group_id: id.to_string(),
            renewing_today: expires.and_then(|_| after(today, self.lifetime_days?)),
            by_activity_from: from,
            by_activity: moment.and_then(|day| after(day, self.lifetime_days?)),
        }
    }

    fn day(&self, at: Timestamp) -> Date {
        self.zone.to_datetime(at).date()
    }
}

fn after(day: Date, days: i32) -> Option<Date> {
    day.checked_add(Span::new().days(days)).ok()
}

#[cfg(test)]
mod tests {
    use cache::Relation;
    use serde_json::json;

    use super::*;

    fn outlook(expires: Option<&str>, lifetime_days: Option<i32>) -> [Option<String>; 3] {
        let id = "5f6b2d0a-6f0e-4a2c-9d63-4d1d5f1f0a01";
        let group = json!({ "id": id, "expirationDateTime": expires });
        let group = GroupRecord {
            group: serde_json::from_value(group).unwrap(),
            relation: Relation::default(),
        };
        let outlooks = Outlooks {
            now: "2026-03-01T10:00:00Z".parse().unwrap(),
            zone: TimeZone::UTC,
            lifetime_days,
        };
        let outlook = outlooks.of(&group.group.id, Some(&group));
        [
            outlook.renewing_today,
            outlook.by_activity_from,
            outlook.by_activity,
        ]
        .map(|day| day.map(|day| day.to_string()))
    }

    fn days<const N: usize>(days: [Option<&str>; N]) -> [Option<String>; N] {
        days.map(|day| day.map(str::to_owned))
    }

    #[test]
    fn what_is_used_gets_its_lifetime_from_thirty_five_days_before_expiry() {
        assert_eq!(
            outlook(Some("2026-06-10T08:00:00Z"), Some(180)),
            days([Some("2026-08-28"), Some("2026-05-06"), Some("2026-11-02")])
        );
    }

    #[test]
    fn once_that_day_is_over_activity_gives_what_renewing_today_gives() {
        assert_eq!(
            outlook(Some("2026-03-10T08:00:00Z"), Some(180)),
            days([Some("2026-08-28"), Some("2026-02-03"), Some("2026-08-28")])
        );
    }

    #[test]
    fn without_a_policy_or_an_expiry_nothing_is_promised() {
        assert_eq!(
            outlook(Some("2026-06-10T08:00:00Z"), None),
            days([None, Some("2026-05-06"), None])
        );
        assert_eq!(outlook(None, Some(180)), days([None; 3]));
    }
}
