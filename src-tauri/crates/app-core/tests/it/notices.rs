//! Notices before groups expire, by the practice clock.

use ipc_contract::notices::NoticeSettings;
use ipc_contract::settings::Settings;
use jiff::civil::Time;
use serde_json::json;

use crate::desk::Desk;

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
