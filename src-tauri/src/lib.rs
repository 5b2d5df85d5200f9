//! The desktop shell: one window, the commands behind it, and the wiring of the parts.
//!
//! Owns what needs Tauri and nothing else. Deliberately elsewhere: what the commands do (`app-core`),
//! what crosses to the window (`ipc-contract`), and what the practice tenant is (`practice-tenant`).

pub mod cli;
pub mod closing;
pub mod commands;
pub mod display;
pub mod dropped;
pub mod events;
pub mod folders;
pub mod graphics;
pub mod host;
pub mod logging;
pub mod marks;
pub mod notices;
pub mod practice;
pub mod screenshot;
pub mod session_start;
pub mod setup;
pub mod store;
pub mod tray;
pub mod windows;
pub mod words;

use std::time::{Duration, Instant};

use cli::Arguments;
use tauri::Manager as _;
use tauri_plugin_window_state::StateFlags;

/// How long the end of the application waits for what is under way.
const PATIENCE: Duration = Duration::from_secs(5);

/// Runs the application until its window is closed, or until it is quit where the window leaves an icon in the tray.
///
/// # Errors
/// When there is no display, or the parts cannot be put together; the text is for a person.
pub fn run(arguments: Arguments, started: Instant) -> Result<(), Box<dyn std::error::Error>> {
    display::require()?;
    let mut builder = tauri::Builder::default()
        .plugin(single_instance(&arguments))
        .plugin(
            tauri_plugin_opener::Builder::new()
                .open_js_links_on_click(false)
                .build(),
        )
        .plugin(tauri_plugin_store::Builder::new().build())
        .plugin(autostart(&arguments))
        .invoke_handler(commands::handler());
    if arguments.size.is_none() {
        builder = builder.plugin(window_state(&arguments));
    }
    let mut app = builder.build(tauri::generate_context!())?;
    // Not in Tauri's own setup, which panics over an error.
    let folders = setup::compose(&mut app, &arguments)?;
    app.manage(marks::Marks::new(started, arguments.marks.clone()));
    app.manage(arguments);
    app.manage(folders);
    app.run(move |app, event| match event {
        tauri::RunEvent::Ready => setup::begin(app),
        tauri::RunEvent::WindowEvent {
            event: tauri::WindowEvent::CloseRequested { api, .. },
            ..
        } => closing::asked(app, &api),
        tauri::RunEvent::WindowEvent {
            event: tauri::WindowEvent::DragDrop(event),
            ..
        } => dropped::dragged(app, &event),
        tauri::RunEvent::Exit => rest(app),
        _ => {}
    });
    Ok(())
}

/// Sends nothing more of what runs, and lets what is under way be recorded. What takes longer is looked up at the
/// next start.
fn rest(app: &tauri::AppHandle) {
    if let Some(core) = app.try_state::<app_core::Core>() {
        let core = core.inner().clone();
        tauri::async_runtime::block_on(async move {
            if tokio::time::timeout(PATIENCE, core.rest()).await.is_err() {
                tracing::warn!("the application ended while a change was under way");
            }
        });
    }
}

/// What is started with the session works in the background, on the same data folder.
fn autostart(arguments: &Arguments) -> tauri::plugin::TauriPlugin<tauri::Wry> {
    let mut builder = tauri_plugin_autostart::Builder::new().arg("--background");
    if let Some(folder) = &arguments.data_dir {
        builder = builder.arg(format!("--data-dir={}", folder.display()));
    }
    builder.build()
}

/// A second start brings the first window forward. Another data folder is another application.
fn single_instance(arguments: &Arguments) -> tauri::plugin::TauriPlugin<tauri::Wry> {
    let builder = tauri_plugin_single_instance::Builder::new()
        .callback(|app, _arguments, _folder| windows::bring_forward(app));
    match &arguments.data_dir {
        Some(folder) => builder.dbus_id(folders::instance_name(folder)).build(),
        None => builder.build(),
    }
}

fn window_state(arguments: &Arguments) -> tauri::plugin::TauriPlugin<tauri::Wry> {
    let builder = tauri_plugin_window_state::Builder::new().with_state_flags(
        StateFlags::SIZE | StateFlags::POSITION | StateFlags::MAXIMIZED | StateFlags::FULLSCREEN,
    );
    match &arguments.data_dir {
        // An absolute name leaves the plugin's own folder out of it.
        Some(folder) => builder
            .with_filename(folder.join("window.json").display().to_string())
            .build(),
        None => builder.build(),
    }
}
