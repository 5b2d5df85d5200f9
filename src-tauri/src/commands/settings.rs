//! Settings, and what is kept on this machine.

use app_core::Core;
use ipc_contract::commands as contract;
use tauri::{AppHandle, State};

use super::{Outcome, Request};
use crate::notices::Changed;
use crate::{session_start, tray};

/// See [`contract::SettingsGet`].
#[tauri::command]
pub async fn settings_get(
    core: State<'_, Core>,
    request: Request<contract::SettingsGet>,
) -> Outcome<contract::SettingsGet> {
    let () = request;
    Ok(core.settings().await)
}

/// See [`contract::SettingsSet`].
#[tauri::command]
pub async fn settings_set(
    app: AppHandle,
    core: State<'_, Core>,
    changed: State<'_, Changed>,
    request: Request<contract::SettingsSet>,
) -> Outcome<contract::SettingsSet> {
    let before = core.settings().await.notices.tray;
    let settings = core.set_settings(request).await?;
    session_start::apply(&app, &settings.notices);
    if settings.notices.tray != before {
        tray::apply_later(&app, settings.notices.tray);
    }
    changed.tell();
    Ok(settings)
}

/// See [`contract::StorageGet`].
#[tauri::command]
pub async fn storage_get(
    core: State<'_, Core>,
    request: Request<contract::StorageGet>,
) -> Outcome<contract::StorageGet> {
    let () = request;
    Ok(core.storage().await?)
}

/// See [`contract::StorageClear`].
#[tauri::command]
pub async fn storage_clear(
    core: State<'_, Core>,
    request: Request<contract::StorageClear>,
) -> Outcome<contract::StorageClear> {
    let () = request;
    Ok(core.clear_storage().await?)
}
