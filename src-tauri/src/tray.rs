//! The icon in the tray: how many groups need a decision, and the way back to a window that was closed.
//!
//! It is made once and then shown or not, always on the main thread, as the systems want it. Deliberately elsewhere:
//! which groups need a decision (`app-core`), the words (`words`).

use std::sync::{Mutex, MutexGuard, PoisonError};

use tauri::menu::{Menu, MenuEvent, MenuItem, PredefinedMenuItem};
use tauri::tray::{MouseButton, MouseButtonState, TrayIcon, TrayIconBuilder, TrayIconEvent};
use tauri::{AppHandle, Manager as _, Runtime};

use crate::folders::Folders;
use crate::{closing, notices, windows, words};

const ICON: tauri::image::Image<'static> = tauri::include_image!("../icons/32x32.png");
const OPEN: &str = "tray-open";
const RENEWALS: &str = "tray-renewals";
const QUIT: &str = "tray-quit";

/// The icon, once there is one.
pub struct Tray<R: Runtime>(Mutex<Option<Made<R>>>);

struct Made<R: Runtime> {
    icon: TrayIcon<R>,
    renewals: MenuItem<R>,
    shown: bool,
}

impl<R: Runtime> Default for Tray<R> {
    fn default() -> Self {
        Self(Mutex::new(None))
    }
}

impl<R: Runtime> Tray<R> {
    fn lock(&self) -> MutexGuard<'_, Option<Made<R>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Whether the icon is in the tray: then the application lives on without a window.
pub fn is_shown<R: Runtime>(app: &AppHandle<R>) -> bool {
    let tray = app.try_state::<Tray<R>>();
    tray.is_some_and(|tray| tray.lock().as_ref().is_some_and(|made| made.shown))
}

/// Shows the icon, or takes it away, and answers whether it is there now. To be called on the main thread. What the
/// system refuses is logged: the application works without.
pub fn apply<R: Runtime>(app: &AppHandle<R>, wanted: bool) -> bool {
    let tray = app.state::<Tray<R>>();
    let mut tray = tray.lock();
    let applied = match tray.as_mut() {
        Some(made) if made.shown == wanted => Ok(()),
        Some(made) => made.icon.set_visible(wanted).map(|()| made.shown = wanted),
        None if !wanted => Ok(()),
        None if !library::is_there() => {
            tracing::warn!("there is no tray icon: libayatana-appindicator3 is not installed");
            Ok(())
        }
        None => make(app).map(|made| *tray = Some(made)),
    };
    if let Err(error) = applied {
        tracing::warn!(%error, "the tray icon could not be set");
    }
    tray.as_ref().is_some_and(|made| made.shown)
}

/// Does so from any thread, and tells the person when there can be none.
pub fn apply_later<R: Runtime>(app: &AppHandle<R>, wanted: bool) {
    let handle = app.clone();
    let applied = app.run_on_main_thread(move || {
        match apply(&handle, wanted) {
            // It has no number yet.
            true => handle.state::<notices::Changed>().tell(),
            false if wanted => notices::tell(words::NO_TRAY, words::NO_TRAY_HELP),
            false => {}
        }
    });
    if let Err(error) = applied {
        tracing::warn!(%error, "the tray icon could not be set");
    }
}

/// Says how many groups need a decision.
pub fn count<R: Runtime>(app: &AppHandle<R>, due: u32) {
    let handle = app.clone();
    let counted = app.run_on_main_thread(move || {
        if let Some(made) = handle.state::<Tray<R>>().lock().as_ref()
            && let Err(error) = made.count(due)
        {
            tracing::warn!(%error, "the tray icon could not be changed");
        }
    });
    if let Err(error) = counted {
        tracing::warn!(%error, "the tray icon could not be changed");
    }
}

impl<R: Runtime> Made<R> {
    fn count(&self, due: u32) -> tauri::Result<()> {
        self.icon.set_tooltip(Some(words::tray(due)))?;
        self.icon.set_title((due > 0).then(|| due.to_string()))?;
        self.renewals.set_text(words::renewals(due))
    }
}

fn make<R: Runtime>(app: &AppHandle<R>) -> tauri::Result<Made<R>> {
    let entry = |id: &str, text: &str| MenuItem::with_id(app, id, text, true, None::<&str>);
    let renewals = entry(RENEWALS, &words::renewals(0))?;
    let menu = Menu::with_items(
        app,
        &[
            &entry(OPEN, words::OPEN_WINDOW)?,
            &renewals,
            &PredefinedMenuItem::separator(app)?,
            &entry(QUIT, words::QUIT)?,
        ],
    )?;
    // By a name that stays, each start replaces the picture of the last.
    let icon = TrayIconBuilder::with_id("tray")
        .icon(ICON)
        .tooltip(words::NAME)
        .temp_dir_path(app.state::<Folders>().tray())
        .menu(&menu)
        // A click opens the window, but for macOS, where it opens menus.
        .show_menu_on_left_click(cfg!(target_os = "macos"))
        .on_menu_event(chosen)
        .on_tray_icon_event(|icon, event| clicked(icon.app_handle(), &event))
        .build(app)?;
    Ok(Made {
        icon,
        renewals,
        shown: true,
    })
}

fn chosen<R: Runtime>(app: &AppHandle<R>, event: MenuEvent) {
    match event.id.as_ref() {
        OPEN => windows::bring_forward(app),
        RENEWALS => notices::follow(app, None),
        QUIT => closing::quit(app),
        _ => {}
    }
}

fn clicked<R: Runtime>(app: &AppHandle<R>, event: &TrayIconEvent) {
    let is_click = matches!(
        event,
        TrayIconEvent::Click {
            button: MouseButton::Left,
            button_state: MouseButtonState::Up,
            ..
        }
    );
    if is_click && cfg!(not(target_os = "macos")) {
        windows::bring_forward(app);
    }
}

/// On Linux the icon is drawn by a library that is loaded when it is first needed.
#[cfg(target_os = "linux")]
mod library {
    use std::panic;
    use std::sync::LazyLock;
    use std::thread;

    const THREAD: &str = "tray library";

    /// Whether it can be loaded. The crate that loads it panics where it cannot: here that ends a thread of its own.
    pub(super) fn is_there() -> bool {
        static THERE: LazyLock<bool> = LazyLock::new(|| {
            keep_quiet();
            let load = || {
                let _library = &*libappindicator_sys::LIB;
            };
            thread::Builder::new()
                .name(THREAD.into())
                .spawn(load)
                .is_ok_and(|loading| loading.join().is_ok())
        });
        *THERE
    }

    /// That it is missing is expected and logged; a panic on the terminal would look like a failure.
    fn keep_quiet() {
        let usual = panic::take_hook();
        panic::set_hook(Box::new(move |panic| {
            if thread::current().name() != Some(THREAD) {
                usual(panic);
            }
        }));
    }
}

/// Elsewhere the system draws it.
#[cfg(not(target_os = "linux"))]
mod library {
    pub(super) fn is_there() -> bool {
        true
    }
}
