//! How long the pictures of the renewals timeline take while it is moved, in the real window.

use anyhow::{Context as _, ensure};
use serde::Deserialize;

use super::table::Table;
use crate::project::{Profile, Project};
use crate::steps::Step;
use crate::{application, display};

/// What drives the window, and the package that it belongs to.
const EXAMPLE: &str = "timeline_frames";
const PACKAGE: &str = "tenure-tests";

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
    application::build(project, Profile::Release)?;
    Step::cargo("Build what moves the timeline", &project.root)
        .args(["build", "--package", PACKAGE, "--example", EXAMPLE])
        .args(Profile::Release.arguments().iter().copied())
        .run()?;
    let program = project.example(Profile::Release, EXAMPLE);
    let step = Step::new(EXAMPLE, &project.root, program).env(
        "TENURE_PROGRAM",
        project.program(Profile::Release, "tenure"),
    );
    let captured = display::virtual_for(step).capture()?;
    ensure!(captured.succeeded, "{EXAMPLE} failed");
    Ok(Table {
        heading: "The timeline while it is moved: milliseconds from one picture to the next"
            .to_owned(),
        columns: vec!["groups", "moved by", "p50", "p95", "max"],
        rows: parse(&captured.output)?.iter().map(Frames::row).collect(),
    })
}

/// The lines of JSON in what it printed.
fn parse(output: &str) -> anyhow::Result<Vec<Frames>> {
    let lines = output.lines().filter(|line| line.starts_with('{'));
    let measured: Vec<Frames> = lines
        .map(|line| serde_json::from_str(line).with_context(|| line.to_owned()))
        .collect::<anyhow::Result<_>>()?;
    ensure!(!measured.is_empty(), "nothing was measured: {output}");
    Ok(measured)
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn what_is_measured_is_read_and_what_is_said_beside_it_is_not() {
        let output =
            "starting\n{\"groups\":300,\"way\":\"pan\",\"p50\":16.7,\"p95\":17,\"max\":33.4}\n";
        let measured = parse(output).expect("frames");
        assert_eq!(measured[0].row(), ["300", "pan", "16.7", "17", "33.4"]);
        assert!(parse("nothing").is_err());
    }
}
