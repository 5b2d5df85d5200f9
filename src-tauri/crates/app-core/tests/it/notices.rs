//! Notices before groups expire, by the practice clock.

use ipc_contract::groups::GroupSummary;
use ipc_contract::notices::NoticeSettings;
use ipc_contract::settings::Settings;
use jiff::ToSpan as _;
use jiff::civil::Time;
use jiff::tz::TimeZone;
use serde_json::json;

use crate::desk::Desk;

#[tokio::test]
async fn what_needs_a_decision_is_counted_as_the_window_counts() {
    let desk = Desk::new("groups-due").await;
    let started = desk.start().await;
    assert_eq!(started.core.groups_due().await.unwrap(), 0);
    started.core.enter_practice().await.unwrap();
    let list = started.groups().await;
    let first = started.some_group().await.expires.unwrap();
    drop(started);
    let at = first - jiff::SignedDuration::from_hours(12);
    if at > list.now {
        desk.control("clock", json!({ "at": at.to_string() })).await;
    }

    let started = desk.start().await;
    let list = started.groups().await;
    let due = started.core.groups_due().await.unwrap();

    let zone = TimeZone::system();
    let last_day = zone.to_datetime(list.now).date() + 30.days();
    let needs = |group: &&GroupSummary| {
        let expires = group.expires.map(|at| zone.to_datetime(at).date());
        group.owned && expires.is_some_and(|day| day <= last_day)
    };
    let expected = list.groups.iter().filter(needs).count();
    assert!(expected > 0);
    assert_eq!(usize::try_from(due).unwrap(), expected);
}

#[tokio::test]
async fn what_is_due_is_told_once_and_a_new_start_does_not_repeat_it() {
    let desk = Desk::new("notices").await;
    let started = desk.enter().await;
    let settings = Settings {
        notices: NoticeSettings {
            at: Time::midnight(),
            quiet: false,
            ..NoticeSettings::default()
        },
        ..Settings::default()
    };
    started.core.set_settings(settings.clone()).await.unwrap();
    let group = started.some_group().await;
    let at = group.expires.unwrap() - jiff::SignedDuration::from_hours(12);
    let now = started.core.groups().await.unwrap().now;
    if at > now {
        desk.control("clock", json!({ "at": at.to_string() })).await;
    }
    started.groups().await;

    let due = started.core.due_notices().await.unwrap();
    assert!(!due.notices.is_empty());
    let again = started.core.due_notices().await.unwrap();
    assert!(again.notices.is_empty(), "{again:?}");
    drop(started);
    let started = desk.start().await;
    started.groups().await;
    assert!(started.core.due_notices().await.unwrap().notices.is_empty());

    let off = Settings {
        notices: NoticeSettings {
            enabled: false,
            ..settings.notices
        },
        ..settings
    };
    started.core.set_settings(off).await.unwrap();
    desk.control("clock", json!({ "advanceSeconds": 864_000 }))
        .await;
    started.groups().await;
    assert!(started.core.due_notices().await.unwrap().notices.is_empty());
}
