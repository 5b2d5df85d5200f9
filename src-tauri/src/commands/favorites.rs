//! Favorites.

use app_core::Core;
use ipc_contract::commands as contract;
use tauri::State;

use super::{Outcome, Request};

/// See [`contract::FavoriteSet`].
#[tauri::command]
pub async fn favorite_set(
    core: State<'_, Core>,
    request: Request<contract::FavoriteSet>,
) -> Outcome<contract::FavoriteSet> {
    Ok(core.set_favorite(&request.group_id, request.marked).await?)
}
