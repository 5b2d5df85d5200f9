//! Changes: planned, run, undone; jobs and the record of what was done.

use app_core::Core;
use ipc_contract::commands as contract;
use tauri::State;

use super::{Outcome, Request};

/// See [`contract::PlanMake`].
#[tauri::command]
pub async fn plan_make(
    core: State<'_, Core>,
    request: Request<contract::PlanMake>,
) -> Outcome<contract::PlanMake> {
    Ok(core.plan(&request).await?)
}

/// See [`contract::PlanUndo`].
#[tauri::command]
pub async fn plan_undo(
    core: State<'_, Core>,
    request: Request<contract::PlanUndo>,
) -> Outcome<contract::PlanUndo> {
    Ok(core.plan_undo(&request).await?)
}

/// See [`contract::PlanRun`].
#[tauri::command]
pub async fn plan_run(
    core: State<'_, Core>,
    request: Request<contract::PlanRun>,
) -> Outcome<contract::PlanRun> {
    Ok(core.run_plan(&request.plan_id).await?)
}

/// See [`contract::ChangeRun`].
#[tauri::command]
pub async fn change_run(
    core: State<'_, Core>,
    request: Request<contract::ChangeRun>,
) -> Outcome<contract::ChangeRun> {
    Ok(core.change(&request).await?)
}

/// See [`contract::UndoRun`].
#[tauri::command]
pub async fn undo_run(
    core: State<'_, Core>,
    request: Request<contract::UndoRun>,
) -> Outcome<contract::UndoRun> {
    Ok(core.undo(&request).await?)
}

/// See [`contract::JobsList`].
#[tauri::command]
pub async fn jobs_list(
    core: State<'_, Core>,
    request: Request<contract::JobsList>,
) -> Outcome<contract::JobsList> {
    let () = request;
    Ok(core.jobs().await?)
}

/// See [`contract::JobGet`].
#[tauri::command]
pub async fn job_get(
    core: State<'_, Core>,
    request: Request<contract::JobGet>,
) -> Outcome<contract::JobGet> {
    Ok(core.job_result(&request.job_id).await?)
}

/// See [`contract::JobPause`].
#[tauri::command]
pub async fn job_pause(
    core: State<'_, Core>,
    request: Request<contract::JobPause>,
) -> Outcome<contract::JobPause> {
    Ok(core.pause_job(&request.job_id).await?)
}

/// See [`contract::JobResume`].
#[tauri::command]
pub async fn job_resume(
    core: State<'_, Core>,
    request: Request<contract::JobResume>,
) -> Outcome<contract::JobResume> {
    Ok(core.resume_job(&request.job_id).await?)
}

/// See [`contract::JobCancel`].
#[tauri::command]
pub async fn job_cancel(
    core: State<'_, Core>,
    request: Request<contract::JobCancel>,
) -> Outcome<contract::JobCancel> {
    Ok(core.cancel_job(&request.job_id).await?)
}

/// See [`contract::ActivityList`].
#[tauri::command]
pub async fn activity_list(
    core: State<'_, Core>,
    request: Request<contract::ActivityList>,
) -> Outcome<contract::ActivityList> {
    Ok(core.activity(&request).await?)
}
