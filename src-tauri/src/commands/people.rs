//! People: in a group, found, checked, compared.

use app_core::Core;
use ipc_contract::commands as contract;
use tauri::State;

use super::{Outcome, Request};

/// See [`contract::MembersList`].
#[tauri::command]
pub async fn members_list(
    core: State<'_, Core>,
    request: Request<contract::MembersList>,
) -> Outcome<contract::MembersList> {
    Ok(core.members(&request.group_id).await?)
}

/// See [`contract::MembersRefresh`].
#[tauri::command]
pub async fn members_refresh(
    core: State<'_, Core>,
    request: Request<contract::MembersRefresh>,
) -> Outcome<contract::MembersRefresh> {
    Ok(core.refresh_members(&request.group_id).await?)
}

/// See [`contract::PeopleFind`].
#[tauri::command]
pub async fn people_find(
    core: State<'_, Core>,
    request: Request<contract::PeopleFind>,
) -> Outcome<contract::PeopleFind> {
    Ok(core.find_people(&request).await?)
}

/// See [`contract::PeopleCheck`].
#[tauri::command]
pub async fn people_check(
    core: State<'_, Core>,
    request: Request<contract::PeopleCheck>,
) -> Outcome<contract::PeopleCheck> {
    Ok(core.check_people(&request).await?)
}

/// See [`contract::OwnerSuggestionsGet`].
#[tauri::command]
pub async fn owner_suggestions_get(
    core: State<'_, Core>,
    request: Request<contract::OwnerSuggestionsGet>,
) -> Outcome<contract::OwnerSuggestionsGet> {
    Ok(core.owner_suggestions(&request.group_id).await?)
}

/// See [`contract::PeopleCompare`].
#[tauri::command]
pub async fn people_compare(
    core: State<'_, Core>,
    request: Request<contract::PeopleCompare>,
) -> Outcome<contract::PeopleCompare> {
    Ok(core.compare(&request).await?)
}

/// See [`contract::PeopleMatrix`].
#[tauri::command]
pub async fn people_matrix(
    core: State<'_, Core>,
    request: Request<contract::PeopleMatrix>,
) -> Outcome<contract::PeopleMatrix> {
    Ok(core.matrix(&request).await?)
}

/// See [`contract::PhotosLoad`].
#[tauri::command]
pub async fn photos_load(
    core: State<'_, Core>,
    request: Request<contract::PhotosLoad>,
) -> Outcome<contract::PhotosLoad> {
    Ok(core.photos(&request).await?)
}
