//! What the tenant decides about groups: read, reckoned with, compared. Changing it is a change like any other.

use app_core::Core;
use ipc_contract::commands as contract;
use tauri::State;

use super::{Outcome, Request};

/// See [`contract::PoliciesRead`].
#[tauri::command]
pub async fn policies_read(
    core: State<'_, Core>,
    request: Request<contract::PoliciesRead>,
) -> Outcome<contract::PoliciesRead> {
    Ok(core.policies(&request).await?)
}

/// See [`contract::PolicyWhatIf`].
#[tauri::command]
pub async fn policy_what_if(
    core: State<'_, Core>,
    request: Request<contract::PolicyWhatIf>,
) -> Outcome<contract::PolicyWhatIf> {
    Ok(core.what_if(&request).await?)
}

/// See [`contract::PolicyWhatIfRows`].
#[tauri::command]
pub async fn policy_what_if_rows(
    core: State<'_, Core>,
    request: Request<contract::PolicyWhatIfRows>,
) -> Outcome<contract::PolicyWhatIfRows> {
    Ok(core.what_if_rows(&request).await?)
}

/// See [`contract::NamingPreviewGet`].
#[tauri::command]
pub async fn naming_preview(
    core: State<'_, Core>,
    request: Request<contract::NamingPreviewGet>,
) -> Outcome<contract::NamingPreviewGet> {
    Ok(core.naming_preview(&request).await?)
}

/// See [`contract::NamingMisfitsGet`].
#[tauri::command]
pub async fn naming_misfits(
    core: State<'_, Core>,
    request: Request<contract::NamingMisfitsGet>,
) -> Outcome<contract::NamingMisfitsGet> {
    Ok(core.naming_misfits(&request).await?)
}

/// See [`contract::PolicyGroupsFind`].
#[tauri::command]
pub async fn policy_groups_find(
    core: State<'_, Core>,
    request: Request<contract::PolicyGroupsFind>,
) -> Outcome<contract::PolicyGroupsFind> {
    Ok(core.find_groups_of_any_kind(&request).await?)
}

/// See [`contract::PoliciesImport`].
#[tauri::command]
pub async fn policies_import(
    core: State<'_, Core>,
    request: Request<contract::PoliciesImport>,
) -> Outcome<contract::PoliciesImport> {
    Ok(core.compare_policies(&request).await?)
}

/// See [`contract::PoliciesAdopt`].
#[tauri::command]
pub async fn policies_adopt(
    core: State<'_, Core>,
    request: Request<contract::PoliciesAdopt>,
) -> Outcome<contract::PoliciesAdopt> {
    Ok(core.adopt_policies(&request).await?)
}
