//! What is being written: kept, sent, thrown away.

use app_core::Core;
use ipc_contract::commands as contract;
use tauri::State;

use super::{Outcome, Request};

/// See [`contract::DraftsList`].
#[tauri::command]
pub async fn drafts_list(
    core: State<'_, Core>,
    request: Request<contract::DraftsList>,
) -> Outcome<contract::DraftsList> {
    let () = request;
    Ok(core.drafts().await?)
}

/// See [`contract::DraftSave`].
#[tauri::command]
pub async fn draft_save(
    core: State<'_, Core>,
    request: Request<contract::DraftSave>,
) -> Outcome<contract::DraftSave> {
    Ok(core.save_draft(&request).await?)
}

/// See [`contract::DraftAttach`].
#[tauri::command]
pub async fn draft_attach(
    core: State<'_, Core>,
    request: Request<contract::DraftAttach>,
) -> Outcome<contract::DraftAttach> {
    Ok(core.attach_to_draft(&request).await?)
}

/// See [`contract::DraftDetach`].
#[tauri::command]
pub async fn draft_detach(
    core: State<'_, Core>,
    request: Request<contract::DraftDetach>,
) -> Outcome<contract::DraftDetach> {
    Ok(core.detach_from_draft(&request).await?)
}

/// See [`contract::DraftDelete`].
#[tauri::command]
pub async fn draft_delete(
    core: State<'_, Core>,
    request: Request<contract::DraftDelete>,
) -> Outcome<contract::DraftDelete> {
    Ok(core.delete_draft(&request).await?)
}

/// See [`contract::DraftSend`].
#[tauri::command]
pub async fn draft_send(
    core: State<'_, Core>,
    request: Request<contract::DraftSend>,
) -> Outcome<contract::DraftSend> {
    Ok(core.send_draft(&request).await?)
}
