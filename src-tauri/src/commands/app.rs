//! The window's start, and leaving it for the browser.

use std::sync::atomic::{AtomicBool, Ordering};

use app_core::Core;
use ipc_contract::commands::{self as contract, ReadyStage};
use ipc_contract::error::{CommandError, ErrorCode};
use ipc_contract::settings::{AppStart, Settings};
use tauri::{AppHandle, Manager as _, State};
use tauri_plugin_opener::OpenerExt as _;

use super::{Outcome, Request};
use crate::cli::Arguments;
use crate::marks::{Mark, Marks};
use crate::notices::Unseen;
use crate::{events, screenshot, windows};

/// Whether `--practice` was followed: the window asks how it was started whenever the session changes.
#[derive(Debug, Default)]
pub struct PracticeEntered(AtomicBool);

/// See [`contract::AppStarted`].
#[tauri::command]
pub async fn app_started(
    core: State<'_, Core>,
    arguments: State<'_, Arguments>,
    entered: State<'_, PracticeEntered>,
    request: Request<contract::AppStarted>,
) -> Outcome<contract::AppStarted> {
    let () = request;
    if arguments.practice && !entered.0.swap(true, Ordering::AcqRel) {
        core.enter_practice().await?;
    }
    let settings = core.settings().await;
    Ok(AppStart {
        version: env!("CARGO_PKG_VERSION").into(),
        session: core.session_state(),
        view: arguments.view.map(Into::into),
        settings: arguments.theme.map_or_else(
            || settings.clone(),
            |theme| Settings {
                theme: theme.into(),
                ..settings.clone()
            },
        ),
        sign_in: core.sign_in_form(&arguments.sign_in_form()).await,
        notices: core.take_notices(),
    })
}

/// See [`contract::WindowReady`].
#[tauri::command]
pub async fn window_ready(
    app: AppHandle,
    marks: State<'_, Marks>,
    arguments: State<'_, Arguments>,
    request: Request<contract::WindowReady>,
) -> Outcome<contract::WindowReady> {
    windows::show(&app);
    marks.set(match request.stage {
        ReadyStage::Painted => Mark::FirstPicture,
        ReadyStage::Interactive => Mark::Interactive,
        ReadyStage::Complete => Mark::Complete,
    });
    if request.stage == ReadyStage::Interactive
        && let Some(event) = app.state::<Unseen>().take()
    {
        events::emit(&app, &event);
    }
    match arguments.screenshot.clone() {
        Some(file) if request.stage == ReadyStage::Complete => {
            screenshot::save_and_quit(&app, file);
        }
        _ => {}
    }
    Ok(())
}

/// See [`contract::OpenExternal`].
#[tauri::command]
pub async fn open_external(
    app: AppHandle,
    request: Request<contract::OpenExternal>,
) -> Outcome<contract::OpenExternal> {
    let url = url::Url::parse(&request.url)
        .ok()
        .filter(|url| url.scheme() == "https");
    let Some(url) = url else {
        return Err(CommandError::new(
            ErrorCode::InvalidInput,
            "only https addresses are opened",
        ));
    };
    app.opener()
        .open_url(url.as_str(), None::<&str>)
        .map_err(|error| CommandError::new(ErrorCode::Internal, error.to_string()))
}
