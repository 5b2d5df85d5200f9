//! The one window: made hidden, shown with its first complete picture, found again by a second start.

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use tauri::webview::NewWindowResponse;
use tauri::{AppHandle, Manager as _, Runtime, WebviewUrl, WebviewWindow, WebviewWindowBuilder};
use tauri_plugin_opener::OpenerExt as _;

use crate::cli::Arguments;
use crate::folders::Folders;
use crate::graphics;
use crate::marks::{Mark, Marks};
use crate::screenshot;

/// How long the window waits for its page.
const PATIENCE: Duration = Duration::from_secs(4);

/// The window's label, as capabilities name it.
pub const MAIN: &str = "main";

/// Opens the window. Where the system refuses one, says so and ends.
#[expect(
    clippy::print_stderr,
    reason = "without a window, the terminal is where a person looks"
)]
pub fn open<R: Runtime>(app: &AppHandle<R>) {
    let marks = app.state::<Marks>();
    match create(app, &app.state::<Folders>(), &app.state::<Arguments>()) {
        Ok(()) => marks.set(Mark::Window),
        Err(error) => {
            tracing::error!(%error, "no window could be opened");
            eprintln!("tenure: no window could be opened: {error}");
            app.exit(1);
        }
    }
}

/// Makes the window, still hidden: it appears once there is something to see in it.
fn create<R: Runtime>(
    app: &AppHandle<R>,
    folders: &Folders,
    arguments: &Arguments,
) -> tauri::Result<()> {
    let leaving = app.clone();
    let builder = WebviewWindowBuilder::new(app, MAIN, WebviewUrl::App("index.html".into()))
        .title("Tenure")
        .inner_size(1280.0, 800.0)
        .min_inner_size(960.0, 600.0)
        .visible(false)
        .data_directory(folders.web_view())
        .on_navigation(|url| {
            (matches!(url.scheme(), "tauri" | "http" | "https") && is_own(url)) || is_written(url)
        })
        .on_new_window(move |url, _| {
            leave(&leaving, &url);
            NewWindowResponse::Deny
        });
    // There the web view itself hands dropped files to the page; for the others see `dropped`.
    #[cfg(not(target_os = "linux"))]
    let builder = builder.disable_drag_drop_handler();
    let window = builder.build()?;
    graphics::suit(&window);
    if let Some((width, height)) = arguments.size {
        window.set_size(tauri::LogicalSize::new(width, height))?;
    }
    app.state::<Appeared>().0.store(false, Ordering::Release);
    show_in_any_case(app.clone());
    if arguments.screenshot.is_some() {
        screenshot::limit(app);
    }
    Ok(())
}

/// A page that never says that it is painted must not leave the person without a window.
fn show_in_any_case<R: Runtime>(app: AppHandle<R>) {
    tauri::async_runtime::spawn(async move {
        tokio::time::sleep(PATIENCE).await;
        show(&app);
    });
}

/// Only the application's own pages open in the window; everything else goes to the browser.
fn is_own(url: &tauri::Url) -> bool {
    let dev_server = cfg!(debug_assertions) && url.host_str() == Some("localhost");
    url.scheme() == "tauri" || url.host_str() == Some("tauri.localhost") || dev_server
}

/// A link in a post asks for a window of its own. There is none: the system's browser opens what is of the web,
/// its mail program what is a letter, and nothing opens the rest.
fn leave<R: Runtime>(app: &AppHandle<R>, url: &tauri::Url) {
    if !matches!(url.scheme(), "http" | "https" | "mailto") {
        return;
    }
    if let Err(error) = app.opener().open_url(url.as_str(), None::<&str>) {
        tracing::warn!(%error, "a link could not be opened");
    }
}

/// A frame whose page is written by the application itself, as those of posts are: it comes from nowhere.
fn is_written(url: &tauri::Url) -> bool {
    url.as_str() == "about:srcdoc"
}

/// Whether the window has appeared since it was made: who hides it is not shown it again by its own page.
#[derive(Debug, Default)]
pub struct Appeared(AtomicBool);

/// Shows the window, once.
pub fn show<R: Runtime>(app: &AppHandle<R>) {
    if app.state::<Appeared>().0.swap(true, Ordering::AcqRel) {
        return;
    }
    let hidden = |window: &WebviewWindow<R>| !window.is_visible().unwrap_or(false);
    if app.get_webview_window(MAIN).as_ref().is_some_and(hidden) {
        bring_forward(app);
    }
}

/// Takes the window off the screen; its page lives on.
pub fn hide<R: Runtime>(app: &AppHandle<R>) {
    if let Some(window) = app.get_webview_window(MAIN)
        && let Err(error) = window.hide()
    {
        tracing::warn!(%error, "the window could not be hidden");
    }
}

/// Whether the window is on the screen.
pub fn is_shown<R: Runtime>(app: &AppHandle<R>) -> bool {
    let window = app.get_webview_window(MAIN);
    window.is_some_and(|window| window.is_visible().unwrap_or(true))
}

/// Shows the window and gives it the keyboard.
pub fn bring_forward<R: Runtime>(app: &AppHandle<R>) {
    let Some(window) = app.get_webview_window(MAIN) else {
        // It was started in the background: the window appears when its page is painted.
        open(app);
        return;
    };
    let shown = window
        .show()
        .and_then(|()| window.unminimize())
        .and_then(|()| window.set_focus());
    if let Err(error) = shown {
        tracing::warn!(%error, "the window could not be brought forward");
    }
}
