//! Carries the contract's events to the window.

use ipc_contract::events::{APP_EVENT, AppEvent};
use tauri::{AppHandle, Emitter as _, Runtime};

/// Sends `event` to the window. A window that is closing misses it, and needs it no more.
pub fn emit<R: Runtime>(app: &AppHandle<R>, event: &AppEvent) {
    if let Err(error) = app.emit(APP_EVENT, event) {
        tracing::debug!(%error, "an event was not delivered");
    }
}
