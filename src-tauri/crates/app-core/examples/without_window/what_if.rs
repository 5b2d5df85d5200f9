//! What another lifetime would come to for every group of the tenant: how long that takes and how much memory, beside
//! merely reading the groups from where they are kept.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

use anyhow::{Context as _, ensure};
use app_core::Core;
use cache::Cache;
use ipc_contract::policies::{
    ExpirationInput, ManagedGroups, WhatIf, WhatIfFilter, WhatIfRequest, WhatIfRowsRequest,
    WhatIfSort,
};
use serde::Serialize;

/// A lifetime that no tenant has by itself.
const LIFETIME_DAYS: i64 = 91;
/// As many rows as a window asks for at once.
const PAGE: u32 = 100;
/// The file of the tenant's groups ends so.
const KEPT: &str = ".tenant.sqlite";

/// Times in milliseconds, memory in mebibytes.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Reckoned {
    groups: u32,
    /// From the question to the figures.
    reckoned: f64,
    /// From the first page of rows asked for, sorted, to their being there.
    page: f64,
    /// Reading the groups from their file, and nothing else.
    read: f64,
    /// How much larger the process has become by the question.
    memory: f64,
    /// And by merely reading the groups.
    read_memory: f64,
}

/// Measures once the tenant's groups have been read.
pub(crate) async fn measure(core: &Core, kept: &Path) -> anyhow::Result<Reckoned> {
    let before = resident();
    let began = Instant::now();
    let records = Cache::open(&file(kept)?)?.cache.groups()?;
    let read = milliseconds(began);
    let read_memory = resident() - before;
    drop(records);

    let before = resident();
    let began = Instant::now();
    let answer = core.what_if(&request()).await?;
    let reckoned = milliseconds(began);
    let memory = resident() - before;
    ensure!(answer.reading.is_none(), "not all groups were read");

    let began = Instant::now();
    core.what_if_rows(&first_page(&answer)).await?;
    Ok(Reckoned {
        groups: answer.figures.groups,
        reckoned,
        page: milliseconds(began),
        read,
        memory,
        read_memory,
    })
}

fn request() -> WhatIfRequest {
    WhatIfRequest {
        expiration: Some(ExpirationInput {
            lifetime_days: LIFETIME_DAYS,
            managed: ManagedGroups::All,
            notification_emails: Vec::new(),
        }),
        select: Vec::new(),
        unselect: Vec::new(),
    }
}

fn first_page(answer: &WhatIf) -> WhatIfRowsRequest {
    WhatIfRowsRequest {
        id: answer.id.clone(),
        filter: WhatIfFilter::All,
        text: String::new(),
        sort: WhatIfSort::Then,
        descending: false,
        offset: 0,
        limit: PAGE,
    }
}

fn file(folder: &Path) -> anyhow::Result<PathBuf> {
    let files = fs::read_dir(folder)?.filter_map(Result::ok);
    files
        .map(|file| file.path())
        .find(|file| file.to_string_lossy().ends_with(KEPT))
        .context("the tenant's groups were not kept")
}

fn milliseconds(began: Instant) -> f64 {
    (began.elapsed().as_secs_f64() * 1e4).round() / 10.0
}

/// How much of this process is in memory, in mebibytes; 0 where the system does not say it so.
fn resident() -> f64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let kibibytes = line.and_then(|line| line.trim().trim_end_matches(" kB").parse::<f64>().ok());
    (kibibytes.unwrap_or_default() / 102.4).round() / 10.0
}
