//! Desktop notices before groups expire: shown when they are due, and followed when they are clicked.
//!
//! Deliberately elsewhere: which are due when (`app-core`), the words (`words`).

use std::sync::{Arc, Mutex, PoisonError};

use app_core::{Core, Notice};
use ipc_contract::events::AppEvent;
use notify_rust::Notification;
use tauri::{AppHandle, Manager as _, Runtime};
use tokio::sync::Notify;

use crate::{events, tray, windows, words};

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

/// Looks for notices that are due, and counts for the tray, for as long as the application runs: when the next is due, when something has
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
            count(&app, &core).await;
            // Either way it is looked again.
            let _ = tokio::time::timeout(wait, changed.0.notified()).await;
        }
    });
}

/// Keeps the tray's number. Nothing is counted that nobody sees.
async fn count<R: Runtime>(app: &AppHandle<R>, core: &Core) {
    if !tray::is_shown(app) {
        return;
    }
    match core.groups_due().await {
        Ok(due) => tray::count(app, due),
        Err(error) => tracing::warn!(%error, "groups that are due could not be counted"),
    }
}

/// What cannot be read now may be in some minutes.
const AFTER_FAILURE: std::time::Duration = std::time::Duration::from_secs(5 * 60);

/// Shows a notice that leads to its group when it is clicked.
fn show<R: Runtime>(app: &AppHandle<R>, notice: Notice) {
    let app = app.clone();
    let summary = words::notice(&notice);
    let group_id = match notice {
        Notice::Group { group_id, .. } => Some(group_id),
        Notice::Several { .. } => None,
    };
    post(summary, words::DECIDE, move || follow(&app, group_id));
}

/// Shows a notice that leads nowhere.
pub fn tell(summary: &str, body: &'static str) {
    post(summary.to_owned(), body, || {});
}

/// Waiting for a click blocks, so each notice has a thread of its own; a desktop without notices is no reason to fail.
fn post(summary: String, body: &'static str, clicked: impl FnOnce() + Send + 'static) {
    let shown = std::thread::Builder::new()
        .name("notice".into())
        .spawn(move || {
            let mut notification = Notification::new();
            notification
                .appname(words::NAME)
                .summary(&summary)
                .body(body);
            if let Err(error) = show_and_wait(&mut notification, clicked) {
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
        .action("default", words::OPEN)
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

/// Brings the window forward and shows the group in it. A window that is only being made is told when it listens.
pub fn follow<R: Runtime>(app: &AppHandle<R>, group_id: Option<String>) {
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
