//! The renewals desk: decisions, letters, history, and closing the window while jobs run.

use app_core::Core;
use ipc_contract::commands as contract;
use tauri::{AppHandle, State};

use super::{Outcome, Request};
use crate::closing;

/// See [`contract::DecisionsList`].
#[tauri::command]
pub async fn decisions_list(
    core: State<'_, Core>,
    request: Request<contract::DecisionsList>,
) -> Outcome<contract::DecisionsList> {
    let () = request;
    Ok(core.decisions().await?)
}

/// See [`contract::DecisionSet`].
#[tauri::command]
pub async fn decision_set(
    core: State<'_, Core>,
    request: Request<contract::DecisionSet>,
) -> Outcome<contract::DecisionSet> {
    Ok(core.decide(&request).await?)
}

/// See [`contract::LetterOpen`].
#[tauri::command]
pub async fn letter_open(
    core: State<'_, Core>,
    request: Request<contract::LetterOpen>,
) -> Outcome<contract::LetterOpen> {
    Ok(core.open_letter(&request).await?)
}

/// See [`contract::HistoryGet`].
#[tauri::command]
pub async fn history_get(
    core: State<'_, Core>,
    request: Request<contract::HistoryGet>,
) -> Outcome<contract::HistoryGet> {
    Ok(core.history(&request).await?)
}

/// See [`contract::WindowClose`].
#[tauri::command]
pub async fn window_close(
    app: AppHandle,
    core: State<'_, Core>,
    request: Request<contract::WindowClose>,
) -> Outcome<contract::WindowClose> {
    closing::close(&app, &core, request.choice).await;
    Ok(())
}
