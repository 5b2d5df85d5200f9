//! What a running application takes of the memory: its own process and those that it started, each with its share of
//! what several use (Pss). Linux only; elsewhere nothing is told.

use std::collections::HashMap;
use std::fs;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::thread::JoinHandle;
use std::time::Duration;

/// How often it is looked at.
const EVERY: Duration = Duration::from_millis(100);

/// Looks at the application that was given an argument, until it is stopped.
pub(super) struct Watch {
    ended: Arc<AtomicBool>,
    most: Arc<AtomicU64>,
    thread: JoinHandle<()>,
}

impl Watch {
    /// Begins to look for whoever was given `argument`.
    pub(super) fn start(argument: String) -> Self {
        let (ended, most) = (
            Arc::new(AtomicBool::new(false)),
            Arc::new(AtomicU64::new(0)),
        );
        let (end, largest) = (ended.clone(), most.clone());
        let thread = std::thread::spawn(move || {
            while !end.load(Ordering::Acquire) {
                largest.fetch_max(kilobytes(&argument), Ordering::AcqRel);
                std::thread::sleep(EVERY);
            }
        });
        Self {
            ended,
            most,
            thread,
        }
    }

    /// The most that was seen, in megabytes.
    pub(super) fn stop(self) -> u64 {
        self.ended.store(true, Ordering::Release);
        let _ = self.thread.join();
        self.most.load(Ordering::Acquire) / 1024
    }
}

/// All processes below the one that was given `argument`, that one included.
fn kilobytes(argument: &str) -> u64 {
    let processes: HashMap<u32, Process> = fs::read_dir("/proc")
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|entry| entry.file_name().to_str()?.parse().ok())
        .filter_map(|id| Some((id, Process::read(id)?)))
        .collect();
    processes
        .iter()
        .filter(|(id, _)| is_below(&processes, **id, argument))
        .filter_map(|(id, _)| share(*id))
        .sum()
}

struct Process {
    parent: u32,
    application: bool,
    arguments: Vec<String>,
}

impl Process {
    fn read(id: u32) -> Option<Self> {
        let status = fs::read_to_string(format!("/proc/{id}/status")).ok()?;
        let parent = field(&status, "PPid:")?;
        let line = fs::read(format!("/proc/{id}/cmdline")).ok()?;
        let arguments: Vec<String> = line
            .split(|&byte| byte == 0)
            .map(|part| String::from_utf8_lossy(part).into_owned())
            .collect();
        Some(Self {
            parent: u32::try_from(parent).ok()?,
            application: arguments
                .first()
                .is_some_and(|program| program.ends_with("tenure")),
            arguments,
        })
    }
}

fn is_below(processes: &HashMap<u32, Process>, mut id: u32, argument: &str) -> bool {
    while let Some(process) = processes.get(&id) {
        if process.application && process.arguments.iter().any(|given| given == argument) {
            return true;
        }
        id = process.parent;
    }
    false
}

fn share(id: u32) -> Option<u64> {
    field(
        &fs::read_to_string(format!("/proc/{id}/smaps_rollup")).ok()?,
        "Pss:",
    )
}

/// The number after a name in one of the kernel's tables.
fn field(table: &str, name: &str) -> Option<u64> {
    let line = table.lines().find(|line| line.starts_with(name))?;
    line.split_whitespace().nth(1)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::field;

    #[test]
    fn a_share_is_read_in_kilobytes() {
        let table =
            "55d-7ff ---p 0 00:00 0 [rollup]\nRss:  900 kB\nPss:  812 kB\nPss_Dirty: 4 kB\n";
        assert_eq!(field(table, "Pss:"), Some(812));
    }
}
