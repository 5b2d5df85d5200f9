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

/// What is read for the rows in view arrives a moment after the screen is complete.
const SETTLE: Duration = Duration::from_millis(1500);

/// Saves a picture of the window to `file` once it has settled, and quits: with 0 when it is there, else with 1.
pub fn save_and_quit<R: Runtime>(app: &AppHandle<R>, file: PathBuf) {
    let app = app.clone();
    tauri::async_runtime::spawn(async move {
        tokio::time::sleep(SETTLE).await;
        let quitting = app.clone();
        save(&app, file, move |saved| {
            if let Err(error) = &saved {
                tracing::error!(%error, "no picture was saved");
            }
            quitting.exit(i32::from(saved.is_err()));
        });
    });
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
    if let Err(error) =
        window.with_webview(move |web_view| platform::snapshot(&web_view, file, done))
    {
        tracing::error!(%error, "no picture was taken");
        app.exit(1);
    }
}

#[cfg(target_os = "linux")]
mod platform {
    use std::fs::File;
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
