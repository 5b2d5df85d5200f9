//! Settings, and what is kept on this machine.

use app_core::Core;
use ipc_contract::commands as contract;
use tauri::State;

use super::{Outcome, Request};

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
    core: State<'_, Core>,
    request: Request<contract::SettingsSet>,
) -> Outcome<contract::SettingsSet> {
    Ok(core.set_settings(request).await?)
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
