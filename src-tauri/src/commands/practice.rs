//! The practice tenant's panel: its clock, its conditions, its size.

use std::sync::Arc;

use app_core::Core;
use ipc_contract::commands as contract;
use tauri::State;

use super::{Outcome, Request};
use crate::practice::Practice;

type PracticeState<'a> = State<'a, Arc<Practice>>;

/// See [`contract::PracticeGet`].
#[tauri::command]
pub async fn practice_get(
    practice: PracticeState<'_>,
    request: Request<contract::PracticeGet>,
) -> Outcome<contract::PracticeGet> {
    let () = request;
    Ok(practice.status().await?)
}

/// See [`contract::PracticeAdvance`].
#[tauri::command]
pub async fn practice_advance(
    practice: PracticeState<'_>,
    core: State<'_, Core>,
    request: Request<contract::PracticeAdvance>,
) -> Outcome<contract::PracticeAdvance> {
    let status = practice.advance(request.by).await?;
    core.practice_changed()?;
    Ok(status)
}

/// See [`contract::PracticeConditions`].
#[tauri::command]
pub async fn practice_conditions(
    practice: PracticeState<'_>,
    core: State<'_, Core>,
    request: Request<contract::PracticeConditions>,
) -> Outcome<contract::PracticeConditions> {
    let status = practice.set_conditions(request.conditions).await?;
    core.practice_changed()?;
    Ok(status)
}

/// See [`contract::PracticeRole`].
#[tauri::command]
pub async fn practice_role(
    practice: PracticeState<'_>,
    core: State<'_, Core>,
    request: Request<contract::PracticeRole>,
) -> Outcome<contract::PracticeRole> {
    let status = practice.set_administrator(request.administrator).await?;
    core.practice_role_changed()?;
    Ok(status)
}

/// See [`contract::PracticeReset`].
#[tauri::command]
pub async fn practice_reset(
    practice: PracticeState<'_>,
    core: State<'_, Core>,
    request: Request<contract::PracticeReset>,
) -> Outcome<contract::PracticeReset> {
    let status = practice.reset(&request).await?;
    core.practice_renewed().await?;
    Ok(status)
}
