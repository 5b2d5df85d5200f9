//! The composition root: makes every part once and hands it to the others.

use std::sync::Arc;

use app_core::{Core, CoreOptions, RetryWaits};
use identity::keys::KeyringKeyStore;
use tauri::{App, AppHandle, Manager as _, Runtime};

use crate::cli::Arguments;
use crate::commands::app::PracticeEntry;
use crate::dropped::Dropped;
use crate::folders::{self, Folders};
use crate::host::ShellHost;
use crate::logging;
use crate::notices::{self, Changed, Unseen};
use crate::practice::Practice;
use crate::store::PluginStore;
use crate::tray::{self, Tray};
use crate::{session_start, windows};

/// Keeps the log being written until the application ends.
struct LogGuard(
    #[expect(dead_code, reason = "held, not read")]
    Option<tracing_appender::non_blocking::WorkerGuard>,
);

/// Makes the parts, and hands out the folders that they were made in.
///
/// # Errors
/// When the data folder cannot be made, or a store in it cannot be read.
pub fn compose(
    app: &mut App,
    arguments: &Arguments,
) -> Result<Folders, Box<dyn std::error::Error>> {
    let handle = app.handle().clone();
    let folders = Folders::create(
        arguments
            .data_dir
            .clone()
            .map_or_else(|| app.path().app_data_dir(), Ok)?,
    )?;
    app.manage(LogGuard(logging::start(&folders.logs())));

    let accounts = PluginStore::open(&handle, folders.accounts_store())?;
    let settings = PluginStore::open(&handle, folders.settings())?;
    let damaged: Vec<_> = accounts
        .set_aside
        .iter()
        .chain(&settings.set_aside)
        .cloned()
        .collect();

    let practice = Arc::new(Practice::new(&folders, arguments));
    let host = Arc::new(ShellHost::new(handle.clone(), practice.clone()));
    let core = tauri::async_runtime::block_on(Core::start(CoreOptions {
        host,
        accounts_store: Arc::new(accounts.store),
        settings_store: Arc::new(settings.store),
        keychain: Arc::new(KeyringKeyStore::new(folders::key_name(arguments))),
        data_dir: folders.data.clone(),
        cache_dir: folders.cache(),
        journal_dir: folders.journal(),
        downloads_dir: app
            .path()
            .download_dir()
            .unwrap_or_else(|_| folders.data.join("exports")),
        log_dir: folders.logs(),
        key_file: folders.key_file(),
        set_aside: damaged,
        retry: RetryWaits::default(),
    }))?;

    app.manage(core.clone());
    app.manage(Changed::default());
    app.manage(Unseen::default());
    app.manage(windows::Appeared::default());
    app.manage(Dropped::default());
    app.manage(Tray::<tauri::Wry>::default());
    app.manage(practice);
    let entry = PracticeEntry::default();
    app.manage(entry.clone());
    if arguments.practice {
        enter_ahead(entry, core);
    }
    Ok(folders)
}

/// Enters the practice tenant while the window is made. Who asks for it is told when it fails.
fn enter_ahead(entry: PracticeEntry, core: Core) {
    tauri::async_runtime::spawn(async move {
        if let Err(error) = entry.enter(&core).await {
            tracing::warn!(%error, "the practice tenant could not be entered");
        }
    });
}

/// What is done once the application runs: the window opens, unless it was started in the background for notices or the
/// icon in the tray, and these are kept.
pub fn begin<R: Runtime>(app: &AppHandle<R>) {
    let core = app.state::<Core>().inner().clone();
    let settings = tauri::async_runtime::block_on(core.settings()).notices;
    session_start::apply(app, &settings);
    let tray = tray::apply(app, settings.tray);
    if app.state::<Arguments>().background && (settings.enabled || tray) {
        // Once, as a window would: what notices are about may have been renewed meanwhile.
        let core = core.clone();
        tauri::async_runtime::spawn(async move {
            if let Err(error) = core.groups().await {
                tracing::info!(%error, "groups were not read in the background");
            }
        });
    } else {
        windows::open(app);
    }
    notices::watch(app, core);
}
