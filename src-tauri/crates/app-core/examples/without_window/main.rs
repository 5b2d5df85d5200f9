//! Tenure without its window, against a practice tenant: reads what a window would show, adds people to a
//! group, renews many, and says what each step took.
//!
//! `cargo run --example without_window -- --graph URL --authority URL --control URL --login NAME --record FILE`,
//! with what the program `practice-tenant --record FILE` prints when it starts, prints one line of JSON a step:
//! how long it took (milliseconds), how many requests, the sizes of the collections that had to be read, how
//! many people were added, how many groups were renewed or read back, and how many of them were throttled. Its tenant needs 12,000 people to have a group of ten thousand.
//! With `--what-if` it only reads the tenant's groups, and prints what a what-if over all of them took (`what_if`).
//! Deliberately elsewhere: the least that is possible (`cargo xtask bench`).

mod record;
mod steps;
mod tenant;
mod what_if;
mod window;

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use app_core::{Core, CoreOptions, RetryWaits};
use clap::Parser;
use identity::MemoryStore;
use identity::keys::MemoryKeyStore;

use record::Record;
use steps::Steps;
use tenant::Control;
use window::NoWindow;

#[derive(Parser)]
struct Arguments {
    /// Graph's root.
    #[arg(long)]
    graph: url::Url,
    /// The sign-in service's root.
    #[arg(long)]
    authority: url::Url,
    /// The practice tenant's control address.
    #[arg(long)]
    control: String,
    /// Whom it signs in.
    #[arg(long)]
    login: String,
    /// Where the practice tenant records what it is asked.
    #[arg(long)]
    record: PathBuf,
    /// How many people to add to a group.
    #[arg(long, default_value_t = 1_000)]
    add: usize,
    /// How many groups to renew, once undisturbed and others with one of ten throttled.
    #[arg(long, default_value_t = 500)]
    renew: usize,
    /// Only reads the tenant's groups, and reckons what another lifetime would come to.
    #[arg(long)]
    what_if: bool,
}

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let arguments = Arguments::parse();
    let folder = tempfile::tempdir()?;
    let window = Arc::new(NoWindow::new(
        arguments.graph,
        arguments.authority,
        arguments.login,
    ));
    let core = Core::start(options(folder.path(), window.clone())?).await?;
    core.enter_practice().await?;
    let steps = Steps {
        core,
        window,
        control: Control::new(arguments.control)?,
        record: Record::new(arguments.record),
        add: arguments.add,
        renew: arguments.renew,
    };
    let mut out = std::io::stdout();
    if arguments.what_if {
        steps.read_tenant().await?;
        let reckoned = what_if::measure(&steps.core, &folder.path().join("cache")).await?;
        writeln!(out, "{}", serde_json::to_string(&reckoned)?)?;
        return Ok(());
    }
    for taken in steps.all().await? {
        writeln!(out, "{}", serde_json::to_string(&taken)?)?;
    }
    Ok(())
}

/// Everything in one folder that is gone afterwards, secrets in memory.
fn options(folder: &Path, window: Arc<NoWindow>) -> std::io::Result<CoreOptions> {
    for name in ["cache", "journal", "logs"] {
        std::fs::create_dir_all(folder.join(name))?;
    }
    Ok(CoreOptions {
        host: window,
        accounts_store: Arc::new(MemoryStore::default()),
        settings_store: Arc::new(MemoryStore::default()),
        keychain: Arc::new(MemoryKeyStore::default()),
        data_dir: folder.to_owned(),
        cache_dir: folder.join("cache"),
        journal_dir: folder.join("journal"),
        downloads_dir: folder.join("downloads"),
        log_dir: folder.join("logs"),
        key_file: folder.join("tokens.key"),
        set_aside: Vec::new(),
        retry: RetryWaits::default(),
    })
}
