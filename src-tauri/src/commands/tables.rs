//! Tables: the whole tenant, layouts, saved files.

use app_core::Core;
use ipc_contract::commands as contract;
use tauri::State;

use super::{Outcome, Request};

/// See [`contract::TenantGroupsList`].
#[tauri::command]
pub async fn tenant_groups_list(
    core: State<'_, Core>,
    request: Request<contract::TenantGroupsList>,
) -> Outcome<contract::TenantGroupsList> {
    Ok(core.tenant_groups(&request).await?)
}

/// See [`contract::TableLayoutGet`].
#[tauri::command]
pub async fn table_layout_get(
    core: State<'_, Core>,
    request: Request<contract::TableLayoutGet>,
) -> Outcome<contract::TableLayoutGet> {
    let () = request;
    Ok(core.table_layout().await)
}

/// See [`contract::TableLayoutSet`].
#[tauri::command]
pub async fn table_layout_set(
    core: State<'_, Core>,
    request: Request<contract::TableLayoutSet>,
) -> Outcome<contract::TableLayoutSet> {
    Ok(core.set_table_layout(request).await?)
}

/// See [`contract::ExportSave`].
#[tauri::command]
pub async fn export_save(
    core: State<'_, Core>,
    request: Request<contract::ExportSave>,
) -> Outcome<contract::ExportSave> {
    Ok(core.export(&request).await?)
}
