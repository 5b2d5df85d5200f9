//! Signing in: practice tenant, browser, code.

use std::sync::Arc;

use app_core::Core;
use ipc_contract::commands as contract;
use ipc_contract::practice::Conditions;
use tauri::State;

use super::{Outcome, Request};
use crate::practice::Practice;

/// See [`contract::PracticeEnter`].
#[tauri::command]
pub async fn practice_enter(
    core: State<'_, Core>,
    practice: State<'_, Arc<Practice>>,
    request: Request<contract::PracticeEnter>,
) -> Outcome<contract::PracticeEnter> {
    let () = request;
    // An outage that was practised before reaches sign-in too, and could not be ended from outside.
    practice.set_conditions(Conditions::Normal).await?;
    Ok(core.enter_practice().await?)
}

/// See [`contract::SignInBrowser`].
#[tauri::command]
pub async fn sign_in_browser(
    core: State<'_, Core>,
    request: Request<contract::SignInBrowser>,
) -> Outcome<contract::SignInBrowser> {
    Ok(core.sign_in_with_browser(&request).await?)
}

/// See [`contract::SignInDeviceStart`].
#[tauri::command]
pub async fn sign_in_device_start(
    core: State<'_, Core>,
    request: Request<contract::SignInDeviceStart>,
) -> Outcome<contract::SignInDeviceStart> {
    Ok(core.start_device_sign_in(&request).await?)
}

/// See [`contract::SignInDeviceFinish`].
#[tauri::command]
pub async fn sign_in_device_finish(
    core: State<'_, Core>,
    request: Request<contract::SignInDeviceFinish>,
) -> Outcome<contract::SignInDeviceFinish> {
    let () = request;
    Ok(core.finish_device_sign_in().await?)
}

/// See [`contract::SignInCancel`].
#[tauri::command]
pub async fn sign_in_cancel(
    core: State<'_, Core>,
    request: Request<contract::SignInCancel>,
) -> Outcome<contract::SignInCancel> {
    let () = request;
    core.cancel_sign_in();
    Ok(())
}
