//! Starting with the session, in the background: as the person set it.

use ipc_contract::notices::NoticeSettings;
use tauri::{AppHandle, Runtime};
use tauri_plugin_autostart::ManagerExt as _;

/// Makes the system start the application with the session, or no longer. What the system refuses is logged: it is not
/// worth a failed setting.
pub fn apply<R: Runtime>(app: &AppHandle<R>, settings: &NoticeSettings) {
    let start = app.autolaunch();
    // What is so already is not written again.
    if start.is_enabled().ok() == Some(settings.start_with_session) {
        return;
    }
    let applied = match settings.start_with_session {
        true => start.enable(),
        false => start.disable(),
    };
    if let Err(error) = applied {
        tracing::warn!(%error, "starting with the session could not be set");
    }
}
