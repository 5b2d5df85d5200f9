//! A picture of the window's content, saved as PNG (`--screenshot`).

use std::path::PathBuf;
use std::time::Duration;

use tauri::{AppHandle, Manager as _, Runtime};

use crate::windows::MAIN;

/// Why no picture was saved.
#[derive(Debug, thiserror::Error)]
pub enum ScreenshotError {
    /// There is no window (any more).
    #[error("there is no window to take a picture of")]
    NoWindow,
    /// The first screen did not become complete.
    #[error("the first screen was not complete within {} seconds", PATIENCE.as_secs())]
    NotComplete,
    /// The web view could not draw itself.
    #[error("the window could not be drawn: {0}")]
    Draw(String),
    /// The file could not be written.
    #[error("{file}: {reason}")]
    Write {
        /// The file.
        file: PathBuf,
        /// The system's reason.
        reason: String,
    },
    /// This system's web view gives no picture of itself.
    #[error("pictures of the window are saved on Linux only")]
    Unsupported,
}

/// How long a picture may take from the start on.
const PATIENCE: Duration = Duration::from_secs(60);

/// Quits with 1 when the first screen is not complete in time.
pub fn limit<R: Runtime>(app: &AppHandle<R>) {
    let app = app.clone();
    tauri::async_runtime::spawn(async move {
        tokio::time::sleep(PATIENCE).await;
        quit(&app, Err(ScreenshotError::NotComplete));
    });
}

/// Saves a picture of the window to `file`, and quits: with 0 when it is there, else with 1. The page
/// has painted what the picture is to show.
pub fn save_and_quit<R: Runtime>(app: &AppHandle<R>, file: PathBuf) {
    let quitting = app.clone();
    save(app, file, move |saved| quit(&quitting, saved));
}

#[expect(
    clippy::print_stderr,
    reason = "who asked for a picture on the command line looks for the answer there"
)]
fn quit<R: Runtime>(app: &AppHandle<R>, saved: Result<(), ScreenshotError>) {
    if let Err(error) = &saved {
        tracing::error!(%error, "no picture was saved");
        eprintln!("tenure: no picture was saved: {error}");
    }
    app.exit(i32::from(saved.is_err()));
}

/// Saves a picture of the window to `file`, then calls `done` with how it went.
fn save<R: Runtime>(
    app: &AppHandle<R>,
    file: PathBuf,
    done: impl FnOnce(Result<(), ScreenshotError>) + Send + 'static,
) {
    let Some(window) = app.get_webview_window(MAIN) else {
        done(Err(ScreenshotError::NoWindow));
        return;
    };
    let asked = window.with_webview(move |web_view| platform::snapshot(&web_view, file, done));
    if let Err(error) = asked {
        quit(app, Err(ScreenshotError::Draw(error.to_string())));
    }
}

#[cfg(target_os = "linux")]
mod platform {
    use std::fs::{self, File};
    use std::path::{Path, PathBuf};

    use webkit2gtk::{SnapshotOptions, SnapshotRegion, WebViewExt as _};

    use super::ScreenshotError;

    pub(super) fn snapshot(
        web_view: &tauri::webview::PlatformWebview,
        file: PathBuf,
        done: impl FnOnce(Result<(), ScreenshotError>) + Send + 'static,
    ) {
        let cancel: Option<&webkit2gtk::gio::Cancellable> = None;
        web_view.inner().snapshot(
            SnapshotRegion::Visible,
            SnapshotOptions::NONE,
            cancel,
            move |drawn| {
                done(
                    drawn
                        .map_err(|error| ScreenshotError::Draw(error.to_string()))
                        .and_then(|surface| write(&surface, &file)),
                );
            },
        );
    }

    fn write(surface: &cairo::Surface, file: &Path) -> Result<(), ScreenshotError> {
        let failed = |reason: String| ScreenshotError::Write {
            file: file.to_owned(),
            reason,
        };
        let folder = file.parent().unwrap_or(file);
        fs::create_dir_all(folder).map_err(|error| failed(error.to_string()))?;
        let mut out = File::create(file).map_err(|error| failed(error.to_string()))?;
        let image = cairo::ImageSurface::try_from(surface.clone())
            .map_err(|_| ScreenshotError::Draw("the picture is not an image".into()))?;
        image
            .write_to_png(&mut out)
            .map_err(|error| failed(error.to_string()))
    }
}

#[cfg(not(target_os = "linux"))]
mod platform {
    use std::path::PathBuf;

    use super::ScreenshotError;

    pub(super) fn snapshot(
        _web_view: &tauri::webview::PlatformWebview,
        _file: PathBuf,
        done: impl FnOnce(Result<(), ScreenshotError>) + Send + 'static,
    ) {
        done(Err(ScreenshotError::Unsupported));
    }
}
