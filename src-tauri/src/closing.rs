//! Closing the window while changes are under way: asked about, then in the background or after a pause.

use app_core::Core;
use ipc_contract::events::AppEvent;
use ipc_contract::notices::CloseChoice;
use tauri::{AppHandle, CloseRequestApi, Manager as _, Runtime};

use crate::{events, windows};

/// The person wants to close the window: while changes are under way it stays, and asks what shall become of them.
pub fn asked<R: Runtime>(app: &AppHandle<R>, request: &CloseRequestApi) {
    let runs = app.try_state::<Core>().is_some_and(|core| core.jobs_run());
    if runs {
        request.prevent_close();
        events::emit(app, &AppEvent::CloseAsked);
    }
}

/// Closes the window as the person chose. In the background the application ends after the last change, unless it was
/// brought forward again.
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
                if !windows::is_shown(&app) {
                    app.exit(0);
                }
            });
        }
    }
}
