//! Groups: the list, one group, people, search.

use app_core::Core;
use ipc_contract::commands as contract;
use tauri::State;

use super::{Outcome, Request};

/// See [`contract::GroupsList`].
#[tauri::command]
pub async fn groups_list(
    core: State<'_, Core>,
    request: Request<contract::GroupsList>,
) -> Outcome<contract::GroupsList> {
    let () = request;
    Ok(core.groups().await?)
}

/// See [`contract::GroupsRefresh`].
#[tauri::command]
pub async fn groups_refresh(
    core: State<'_, Core>,
    request: Request<contract::GroupsRefresh>,
) -> Outcome<contract::GroupsRefresh> {
    let () = request;
    Ok(core.refresh_groups()?)
}

/// See [`contract::GroupGet`].
#[tauri::command]
pub async fn group_get(
    core: State<'_, Core>,
    request: Request<contract::GroupGet>,
) -> Outcome<contract::GroupGet> {
    Ok(core.group(&request.group_id).await?)
}

/// See [`contract::GroupPeopleLoad`].
#[tauri::command]
pub async fn group_people_load(
    core: State<'_, Core>,
    request: Request<contract::GroupPeopleLoad>,
) -> Outcome<contract::GroupPeopleLoad> {
    Ok(core.group_people(&request.group_ids).await?)
}

/// See [`contract::GroupsSearch`].
#[tauri::command]
pub async fn groups_search(
    core: State<'_, Core>,
    request: Request<contract::GroupsSearch>,
) -> Outcome<contract::GroupsSearch> {
    Ok(core.search_groups(&request.text).await?)
}
