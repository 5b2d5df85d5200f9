//! Accounts and permissions.

use app_core::Core;
use ipc_contract::commands as contract;
use tauri::State;

use super::{Outcome, Request};

/// See [`contract::AccountsList`].
#[tauri::command]
pub async fn accounts_list(
    core: State<'_, Core>,
    request: Request<contract::AccountsList>,
) -> Outcome<contract::AccountsList> {
    let () = request;
    Ok(core.accounts().await?)
}

/// See [`contract::AccountSwitch`].
#[tauri::command]
pub async fn account_switch(
    core: State<'_, Core>,
    request: Request<contract::AccountSwitch>,
) -> Outcome<contract::AccountSwitch> {
    Ok(core.switch_account(&request.account_id).await?)
}

/// See [`contract::SignOut`].
#[tauri::command]
pub async fn sign_out(
    core: State<'_, Core>,
    request: Request<contract::SignOut>,
) -> Outcome<contract::SignOut> {
    Ok(core.sign_out(&request.account_id, request.browser).await?)
}

/// See [`contract::PermissionsList`].
#[tauri::command]
pub async fn permissions_list(
    core: State<'_, Core>,
    request: Request<contract::PermissionsList>,
) -> Outcome<contract::PermissionsList> {
    Ok(core.permissions(request.form.as_ref()).await?)
}

/// See [`contract::PermissionsRequestMore`].
#[tauri::command]
pub async fn permissions_request(
    core: State<'_, Core>,
    request: Request<contract::PermissionsRequestMore>,
) -> Outcome<contract::PermissionsRequestMore> {
    Ok(core.request_permissions(request.step).await?)
}
