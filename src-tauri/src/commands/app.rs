//! The window's start, and leaving it for the browser.

use std::sync::Arc;

use app_core::{Core, CoreError};
use ipc_contract::commands::{self as contract, ReadyStage};
use ipc_contract::error::{CommandError, ErrorCode};
use ipc_contract::settings::{AppStart, Settings};
use tauri::{AppHandle, Manager as _, State};
use tauri_plugin_opener::OpenerExt as _;
use tokio::sync::OnceCell;

use super::{Outcome, Request};
use crate::cli::Arguments;
use crate::marks::{Mark, Marks};
use crate::notices::Unseen;
use crate::{events, screenshot, windows};

/// Following `--practice` once, however often the window asks how it was started. It is begun with the
/// window, which takes its time to come.
#[derive(Debug, Default, Clone)]
pub struct PracticeEntry(Arc<OnceCell<()>>);

impl PracticeEntry {
    /// Enters the practice tenant, or waits for whoever does so already.
    ///
    /// # Errors
    /// When the practice tenant cannot be started or does not answer; the next call tries it again.
    pub async fn enter(&self, core: &Core) -> Result<(), CoreError> {
        let enter = || async { core.enter_practice().await.map(drop) };
        self.0.get_or_try_init(enter).await.copied()
    }
}

/// See [`contract::AppStarted`].
#[tauri::command]
pub async fn app_started(
    core: State<'_, Core>,
    arguments: State<'_, Arguments>,
    practice: State<'_, PracticeEntry>,
    request: Request<contract::AppStarted>,
) -> Outcome<contract::AppStarted> {
    let () = request;
    if arguments.practice {
        practice.enter(&core).await?;
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
