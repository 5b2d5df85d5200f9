//! Calendars of groups.

use app_core::Core;
use ipc_contract::commands as contract;
use tauri::State;

use super::{Outcome, Request};

/// See [`contract::CalendarGet`].
#[tauri::command]
pub async fn calendar_get(
    core: State<'_, Core>,
    request: Request<contract::CalendarGet>,
) -> Outcome<contract::CalendarGet> {
    Ok(core.calendar(&request).await?)
}

/// See [`contract::EventGet`].
#[tauri::command]
pub async fn event_get(
    core: State<'_, Core>,
    request: Request<contract::EventGet>,
) -> Outcome<contract::EventGet> {
    Ok(core.event(&request).await?)
}

/// See [`contract::EventCheck`].
#[tauri::command]
pub async fn event_check(
    core: State<'_, Core>,
    request: Request<contract::EventCheck>,
) -> Outcome<contract::EventCheck> {
    Ok(core.check_event(&request).await?)
}

/// See [`contract::EventCreate`].
#[tauri::command]
pub async fn event_create(
    core: State<'_, Core>,
    request: Request<contract::EventCreate>,
) -> Outcome<contract::EventCreate> {
    Ok(core.create_event(&request).await?)
}

/// See [`contract::EventChange`].
#[tauri::command]
pub async fn event_change(
    core: State<'_, Core>,
    request: Request<contract::EventChange>,
) -> Outcome<contract::EventChange> {
    Ok(core.change_event(&request).await?)
}

/// See [`contract::EventCancel`].
#[tauri::command]
pub async fn event_cancel(
    core: State<'_, Core>,
    request: Request<contract::EventCancel>,
) -> Outcome<contract::EventCancel> {
    Ok(core.cancel_event(&request).await?)
}

/// See [`contract::EventAnswer`].
#[tauri::command]
pub async fn event_answer(
    core: State<'_, Core>,
    request: Request<contract::EventAnswer>,
) -> Outcome<contract::EventAnswer> {
    Ok(core.answer_event(&request).await?)
}
