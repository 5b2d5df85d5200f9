//! A full mailbox in the real window: 5,000 conversations, a thread of 500 posts, a month of 500 events. How long it takes
//! to be there, what it asks the service for beside the least that can be asked, and the pictures meanwhile.

use serde::Deserialize;

use super::example;
use super::table::Table;
use super::tenant;
use crate::project::Project;

/// One line that the example prints; times in milliseconds.
#[derive(Debug, Deserialize)]
struct Shown {
    what: String,
    milliseconds: u64,
    requests: u32,
    /// How many pages the items have.
    least: u32,
    p50: f64,
    p95: f64,
    max: f64,
}

impl Shown {
    fn row(&self) -> Vec<String> {
        vec![
            self.what.clone(),
            self.milliseconds.to_string(),
            self.requests.to_string(),
            self.least.to_string(),
            self.p50.to_string(),
            self.p95.to_string(),
            self.max.to_string(),
        ]
    }
}

/// Builds what is measured and measures it.
pub(super) fn run(project: &Project) -> anyhow::Result<Table> {
    tenant::build(project)?;
    let measured: Vec<Shown> = example::measure(project, "mailbox_frames")?;
    Ok(Table {
        heading: "A full mailbox, 50 ms away: milliseconds until it is there, and from one picture to the next"
            .to_owned(),
        columns: vec!["what", "time", "requests", "least", "p50", "p95", "max"],
        rows: measured.iter().map(Shown::row).collect(),
    })
}
