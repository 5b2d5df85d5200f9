//! Desktop notices before groups expire: shown when they are due, and followed when they are clicked.
//!
//! Deliberately elsewhere: which are due when (`app-core`).

use std::sync::{Arc, Mutex, PoisonError};

use app_core::{Core, Notice};
use ipc_contract::events::AppEvent;
use notify_rust::Notification;
use tauri::{AppHandle, Manager as _, Runtime};
use tokio::sync::Notify;

use crate::{events, windows};

/// Says that groups, decisions or settings have changed: notices are looked at again.
#[derive(Debug, Clone, Default)]
pub struct Changed(Arc<Notify>);

impl Changed {
    /// They have.
    pub fn tell(&self) {
        self.0.notify_one();
    }
}

/// The group of a notice that was clicked before the window could listen.
#[derive(Debug, Default)]
pub struct Unseen(Mutex<Option<AppEvent>>);

impl Unseen {
    /// Takes it, once.
    pub fn take(&self) -> Option<AppEvent> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).take()
    }

    fn keep(&self, event: AppEvent) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(event);
    }
}

/// Looks for notices that are due, for as long as the application runs: when the next is due, when something has
/// changed, and every few minutes, since a machine that sleeps stops the timer. The network is not asked.
pub fn watch<R: Runtime>(app: &AppHandle<R>, core: Core) {
    let app = app.clone();
    let changed = app.state::<Changed>().inner().clone();
    tauri::async_runtime::spawn(async move {
        loop {
            let wait = match core.due_notices().await {
                Ok(due) => {
                    for notice in due.notices {
                        show(&app, notice);
                    }
                    due.again_in
                }
                Err(error) => {
                    tracing::warn!(%error, "notices could not be looked for");
                    AFTER_FAILURE
                }
            };
            // Either way it is looked again.
            let _ = tokio::time::timeout(wait, changed.0.notified()).await;
        }
    });
}

/// What cannot be read now may be in some minutes.
const AFTER_FAILURE: std::time::Duration = std::time::Duration::from_secs(5 * 60);

/// Shows a notice. Waiting for a click blocks, so each has a thread of its own; a desktop without notices is no
/// reason to fail.
fn show<R: Runtime>(app: &AppHandle<R>, notice: Notice) {
    let app = app.clone();
    let shown = std::thread::Builder::new()
        .name("notice".into())
        .spawn(move || {
            let (summary, group_id) = words(notice);
            let mut notification = Notification::new();
            notification
                .appname("Tenure")
                .summary(&summary)
                .body("Decide on the renewals desk.");
            if let Err(error) = show_and_wait(&mut notification, || follow(&app, group_id)) {
                tracing::warn!(%error, "a notice could not be shown");
            }
        });
    if let Err(error) = shown {
        tracing::warn!(%error, "a notice could not be shown");
    }
}

#[cfg(target_os = "linux")]
fn show_and_wait(
    notification: &mut Notification,
    clicked: impl FnOnce(),
) -> notify_rust::error::Result<()> {
    let handle = notification
        .icon("tenure")
        .action("default", "Open")
        .show()?;
    let mut clicked = Some(clicked);
    handle.wait_for_action(|action| {
        if action == "default"
            && let Some(clicked) = clicked.take()
        {
            clicked();
        }
    });
    Ok(())
}

/// Elsewhere the system tells nothing of a click.
#[cfg(not(target_os = "linux"))]
fn show_and_wait(
    notification: &mut Notification,
    _clicked: impl FnOnce(),
) -> notify_rust::error::Result<()> {
    notification.show().map(drop)
}

fn words(notice: Notice) -> (String, Option<String>) {
    match notice {
        Notice::Group {
            group_id,
            name,
            days,
        } => (format!("{name} expires {}", when(days)), Some(group_id)),
        Notice::Several { count, days } => (
            format!("{count} groups expire, the first {}", when(days)),
            None,
        ),
    }
}

fn when(days: u32) -> String {
    match days {
        0 => "today".into(),
        1 => "tomorrow".into(),
        days => format!("in {days} days"),
    }
}

/// Brings the window forward and shows the group in it. A window that is only being made is told when it listens.
fn follow<R: Runtime>(app: &AppHandle<R>, group_id: Option<String>) {
    let event = AppEvent::ShowGroup { group_id };
    let handle = app.clone();
    let shown = app.run_on_main_thread(move || {
        if handle.get_webview_window(windows::MAIN).is_none() {
            handle.state::<Unseen>().keep(event.clone());
        }
        windows::bring_forward(&handle);
        events::emit(&handle, &event);
    });
    if let Err(error) = shown {
        tracing::warn!(%error, "a notice could not be followed");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_notice_says_which_group_and_how_soon() {
        let one = Notice::Group {
            group_id: "g".into(),
            name: "Marketing".into(),
            days: 1,
        };
        assert_eq!(
            words(one),
            ("Marketing expires tomorrow".into(), Some("g".into()))
        );
        let several = Notice::Several { count: 5, days: 7 };
        let expected = "5 groups expire, the first in 7 days";
        assert_eq!(words(several), (expected.into(), None));
    }
}
