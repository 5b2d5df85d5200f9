//! One group in full: its details, names, photo, and what it holds.

use app_core::Core;
use ipc_contract::commands as contract;
use tauri::State;

use super::{Outcome, Request};

/// See [`contract::GroupDetailsGet`].
#[tauri::command]
pub async fn group_details_get(
    core: State<'_, Core>,
    request: Request<contract::GroupDetailsGet>,
) -> Outcome<contract::GroupDetailsGet> {
    Ok(core.group_details(&request.group_id).await?)
}

/// See [`contract::GroupNameCheck`].
#[tauri::command]
pub async fn group_name_check(
    core: State<'_, Core>,
    request: Request<contract::GroupNameCheck>,
) -> Outcome<contract::GroupNameCheck> {
    Ok(core.check_names(&request).await?)
}

/// See [`contract::CreationRulesGet`].
#[tauri::command]
pub async fn creation_rules_get(
    core: State<'_, Core>,
    request: Request<contract::CreationRulesGet>,
) -> Outcome<contract::CreationRulesGet> {
    let () = request;
    Ok(core.creation_rules().await?)
}

/// See [`contract::GroupPhotoSet`].
#[tauri::command]
pub async fn group_photo_set(
    core: State<'_, Core>,
    request: Request<contract::GroupPhotoSet>,
) -> Outcome<contract::GroupPhotoSet> {
    Ok(core.set_group_photo(&request).await?)
}

/// See [`contract::GroupHoldingsGet`].
#[tauri::command]
pub async fn group_holdings_get(
    core: State<'_, Core>,
    request: Request<contract::GroupHoldingsGet>,
) -> Outcome<contract::GroupHoldingsGet> {
    Ok(core.holdings(&request.group_ids).await?)
}

/// See [`contract::DeletedListGet`].
#[tauri::command]
pub async fn deleted_list_get(
    core: State<'_, Core>,
    request: Request<contract::DeletedListGet>,
) -> Outcome<contract::DeletedListGet> {
    let () = request;
    Ok(core.deleted_groups().await?)
}

/// See [`contract::DeletedRefresh`].
#[tauri::command]
pub async fn deleted_refresh(
    core: State<'_, Core>,
    request: Request<contract::DeletedRefresh>,
) -> Outcome<contract::DeletedRefresh> {
    let () = request;
    Ok(core.refresh_deleted().await?)
}
