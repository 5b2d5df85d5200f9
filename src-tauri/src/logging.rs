//! The log: one file a day in the data folder, seven kept. Deliberately elsewhere: what may be
//! said in it (every crate redacts at the source).

use std::panic;
use std::path::Path;

use tracing_appender::non_blocking::WorkerGuard;
use tracing_appender::rolling::{RollingFileAppender, Rotation};
use tracing_subscriber::EnvFilter;

/// How many days of log are kept.
const DAYS: usize = 7;
const DEFAULT_FILTER: &str =
    "info,app_core=debug,graph_client=debug,identity=debug,tenure_shell=debug";

/// Starts the log in `folder`; it is written until the guard is dropped. `None` when the folder
/// cannot be written: the application works without a log.
pub fn start(folder: &Path) -> Option<WorkerGuard> {
    let appender = RollingFileAppender::builder()
        .rotation(Rotation::DAILY)
        .max_log_files(DAYS)
        .filename_prefix("tenure")
        .filename_suffix("log")
        .build(folder)
        .ok()?;
    let (writer, guard) = tracing_appender::non_blocking(appender);
    let filter =
        EnvFilter::try_from_env("TENURE_LOG").unwrap_or_else(|_| EnvFilter::new(DEFAULT_FILTER));
    tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_ansi(false)
        .with_writer(writer)
        .try_init()
        .ok()?;
    log_panics();
    Some(guard)
}

/// Panics go to the log by their place only: a payload may quote data.
fn log_panics() {
    let default = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        let place = info.location().map(ToString::to_string).unwrap_or_default();
        tracing::error!(place, "panic");
        default(info);
    }));
}
