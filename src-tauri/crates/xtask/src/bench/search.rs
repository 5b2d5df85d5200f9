//! How long finding groups takes while one types, by cache's example: over ten thousand and a hundred thousand groups,
//! beside the time in which a screen draws one picture.

use anyhow::{Context as _, ensure};
use serde::Deserialize;

use super::table::{Table, ratio};
use crate::project::{Profile, Project};
use crate::steps::Step;

const EXAMPLE: &str = "search_latency";
/// The time of one picture at sixty a second, in milliseconds.
const PICTURE: f64 = 16.0;

/// One line that the example prints; times in milliseconds.
#[derive(Debug, Deserialize)]
struct Latency {
    groups: u32,
    p50: f64,
    p95: f64,
    max: f64,
    /// The first search reads what groups are called.
    first: f64,
}

impl Latency {
    fn row(&self) -> Vec<String> {
        vec![
            self.groups.to_string(),
            self.p50.to_string(),
            self.p95.to_string(),
            PICTURE.to_string(),
            ratio(self.p95, PICTURE),
            self.max.to_string(),
            self.first.to_string(),
        ]
    }
}

/// Builds what is measured and measures it.
pub(super) fn run(project: &Project) -> anyhow::Result<Table> {
    Step::cargo("Build the search", &project.root)
        .args(["build", "--package", "cache", "--example", EXAMPLE])
        .args(Profile::Release.arguments().iter().copied())
        .run()?;
    let program = project.example(Profile::Release, EXAMPLE);
    let captured = Step::new(EXAMPLE, &project.root, program).capture()?;
    ensure!(captured.succeeded, "{EXAMPLE} failed");
    Ok(Table {
        heading: "Finding groups while one types, in milliseconds".to_owned(),
        columns: vec!["groups", "p50", "p95", "picture", "ratio", "max", "first"],
        rows: parse(&captured.output)?.iter().map(Latency::row).collect(),
    })
}

/// The lines of JSON in what it printed.
fn parse(output: &str) -> anyhow::Result<Vec<Latency>> {
    let lines = output.lines().filter(|line| line.starts_with('{'));
    let measured: Vec<Latency> = lines
        .map(|line| serde_json::from_str(line).with_context(|| line.to_owned()))
        .collect::<anyhow::Result<_>>()?;
    ensure!(!measured.is_empty(), "{EXAMPLE} measured nothing");
    Ok(measured)
}

#[cfg(test)]
mod tests {
    use super::{Latency, parse};

    #[test]
    fn each_size_is_a_row_with_its_share_of_a_picture() {
        let output = r#"{"groups":10000,"searches":4000,"p50":0.31,"p95":0.8,"p99":0.9,"max":1.52,"first":48.1,"keeping":300.0,"keepingUnchanged":90.0,"fileBytes":8}"#;
        let rows: Vec<_> = parse(output)
            .expect("sizes")
            .iter()
            .map(Latency::row)
            .collect();
        assert_eq!(
            rows,
            [["10000", "0.31", "0.8", "16", "0.05", "1.52", "48.1"]]
        );
        assert!(parse("").is_err());
    }
}
