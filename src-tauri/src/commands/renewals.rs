//! Renewals.

use app_core::Core;
use ipc_contract::commands as contract;
use tauri::State;

use super::{Outcome, Request};

/// See [`contract::GroupRenew`].
#[tauri::command]
pub async fn group_renew(
    core: State<'_, Core>,
    request: Request<contract::GroupRenew>,
) -> Outcome<contract::GroupRenew> {
    Ok(core.renew(&request.group_id).await?)
}
