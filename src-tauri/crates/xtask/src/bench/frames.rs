//! How long the pictures of the renewals timeline take while it is moved, in the real window.

use serde::Deserialize;

use super::example;
use super::table::Table;
use crate::project::Project;

/// One line that the example prints; times in milliseconds.
#[derive(Debug, Deserialize)]
struct Frames {
    groups: u32,
    way: String,
    p50: f64,
    p95: f64,
    max: f64,
}

impl Frames {
    fn row(&self) -> Vec<String> {
        vec![
            self.groups.to_string(),
            self.way.clone(),
            self.p50.to_string(),
            self.p95.to_string(),
            self.max.to_string(),
        ]
    }
}

/// Builds what is measured and measures it.
pub(super) fn run(project: &Project) -> anyhow::Result<Table> {
    let measured: Vec<Frames> = example::measure(project, "timeline_frames")?;
    Ok(Table {
        heading: "The timeline while it is moved: milliseconds from one picture to the next"
            .to_owned(),
        columns: vec!["groups", "moved by", "p50", "p95", "max"],
        rows: measured.iter().map(Frames::row).collect(),
    })
}
