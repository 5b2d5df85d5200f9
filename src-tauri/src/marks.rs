//! How long the start took, for measuring: one JSON line a mark, counted from the process's start.

use std::fs::OpenOptions;
use std::io::Write as _;
use std::path::PathBuf;
use std::time::Instant;

use serde::Serialize;

/// A point that the start passes.
#[derive(Debug, Clone, Copy, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Mark {
    /// The window exists.
    Window,
    /// The window shows its first screen.
    FirstPicture,
    /// The list answers to input with the service's groups in it.
    Interactive,
    /// Nothing of the first screen is still being read.
    Complete,
}

/// Writes marks, when somebody asked for them.
#[derive(Debug)]
pub struct Marks {
    started: Instant,
    file: Option<PathBuf>,
}

#[derive(Serialize)]
struct Line {
    mark: Mark,
    milliseconds: u128,
}

impl Marks {
    /// Marks counted from `started`, written to `file`.
    pub fn new(started: Instant, file: Option<PathBuf>) -> Self {
        Self { started, file }
    }

    /// Writes one mark; a file that cannot be written is not worth a failed start.
    pub fn set(&self, mark: Mark) {
        let milliseconds = self.started.elapsed().as_millis();
        tracing::debug!(?mark, milliseconds, "start");
        let Some(file) = &self.file else { return };
        let opened = OpenOptions::new().create(true).append(true).open(file);
        if let (Ok(mut out), Ok(line)) =
            (opened, serde_json::to_string(&Line { mark, milliseconds }))
        {
            let _ = writeln!(out, "{line}");
        }
    }
}
