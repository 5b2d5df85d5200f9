//! Closing the window: it leaves the icon in the tray, if there is one; while changes are under way it is asked about,
//! and then done in the background or after a pause.

use app_core::Core;
use ipc_contract::events::AppEvent;
use ipc_contract::notices::CloseChoice;
use tauri::{AppHandle, CloseRequestApi, Manager as _, Runtime};

use crate::{events, tray, windows};

/// The person wants to close the window: while changes are under way it stays, and asks what shall become of them.
/// Else it is hidden when there is an icon in the tray, and closed when there is none.
pub fn asked<R: Runtime>(app: &AppHandle<R>, request: &CloseRequestApi) {
    if jobs_run(app) {
        request.prevent_close();
        events::emit(app, &AppEvent::CloseAsked);
    } else if tray::is_shown(app) {
        request.prevent_close();
        windows::hide(app);
    }
}

/// The person wants the application to end: while changes are under way the window asks first.
pub fn quit<R: Runtime>(app: &AppHandle<R>) {
    if jobs_run(app) && app.get_webview_window(windows::MAIN).is_some() {
        windows::bring_forward(app);
        events::emit(app, &AppEvent::CloseAsked);
    } else {
        app.exit(0);
    }
}

fn jobs_run<R: Runtime>(app: &AppHandle<R>) -> bool {
    app.try_state::<Core>().is_some_and(|core| core.jobs_run())
}

/// Closes the window as the person chose. In the background the application ends after the last change, unless it was
/// brought forward again or has an icon in the tray.
pub async fn close<R: Runtime>(app: &AppHandle<R>, core: &Core, choice: CloseChoice) {
    match choice {
        CloseChoice::Pause => {
            core.pause_jobs().await;
            app.exit(0);
        }
        CloseChoice::Background => {
            windows::hide(app);
            let (app, core) = (app.clone(), core.clone());
            tauri::async_runtime::spawn(async move {
                core.jobs_over().await;
                if !windows::is_shown(&app) && !tray::is_shown(&app) {
                    app.exit(0);
                }
            });
        }
    }
}
