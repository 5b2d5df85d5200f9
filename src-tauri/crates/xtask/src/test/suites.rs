//! The Rust tests: every crate's own, and the package that drives the whole application in a real window.
//!
//! All are chosen by target and never by package: cargo picks the features of dependencies for what it is asked to
//! build, and asked for one package it would build half of them once more.

use std::collections::BTreeSet;

use super::counts;
use super::layers::counted;
use super::report::Layer;
use crate::display;
use crate::project::{Profile, Project};
use crate::steps::Step;

/// The package that drives the whole application, on a display of its own.
const WHOLE: &str = "tenure-tests";

/// How many failed tests may be chance; more are a defect.
const CHANCE: usize = 3;

/// Every crate's own tests, with nextest where it is installed.
pub(super) fn crates(project: &Project) -> anyhow::Result<Layer> {
    let step = cargo("Rust tests", project);
    let targets = targets(&project.integration_tests, false);
    if which::which("cargo-nextest").is_ok() {
        let step = step.args([
            "nextest",
            "run",
            "--no-fail-fast",
            // What passes then is called flaky in its summary.
            "--retries=1",
            "--workspace",
            "--lib",
            "--bins",
        ]);
        return counted("Rust tests", &step.args(targets), |captured| {
            counts::nextest(&captured.output)
        });
    }
    let step = step.args(["test", "--no-fail-fast", "--workspace", "--lib", "--bins"]);
    counted("Rust tests", &step.args(targets), |captured| {
        counts::libtest(&captured.output)
    })
}

/// The examples in the documentation.
pub(super) fn documentation(project: &Project) -> anyhow::Result<Layer> {
    let step = cargo("Documentation", project).args(["test", "--doc", "--workspace"]);
    counted("Documentation", &step, |captured| {
        counts::libtest(&captured.output)
    })
}

/// The rules of the architecture and the real application in a real window.
///
/// A window on a busy machine can lose a race that no person would. Up to [`CHANCE`] tests that fail are tried once more,
/// by themselves; one that passes then is named in the summary, so that its race is found and mended.
pub(super) fn whole_application(project: &Project) -> anyhow::Result<Layer> {
    let step = cargo("Whole application", project)
        .args(["test", "--no-fail-fast", "--workspace"])
        .args(targets(&project.integration_tests, true))
        .env("TENURE_PROGRAM", project.program(Profile::Dev, "tenure"));
    let mut failed = Vec::new();
    let layer = counted(
        "Whole application",
        &display::virtual_for(step.clone()),
        |captured| {
            failed = counts::failed_of_libtest(&captured.output);
            counts::libtest(&captured.output)
        },
    )?;
    if failed.is_empty() || failed.len() > CHANCE {
        return Ok(layer);
    }
    let again = step
        .titled("Whole application, once more")
        .args(["--", "--exact"])
        .args(&failed);
    let captured = display::virtual_for(again).capture()?;
    let still = counts::failed_of_libtest(&captured.output);
    let is_counted = counts::libtest(&captured.output).passed + still.len() == failed.len();
    if is_counted {
        failed.retain(|test| !still.contains(test));
        return Ok(layer.with_unsteady(failed));
    }
    Ok(layer)
}

/// The integration tests that are, or are not, of the whole application: `--test NAME` for each.
fn targets(all: &[(String, String)], whole: bool) -> Vec<String> {
    let names: BTreeSet<_> = all
        .iter()
        .filter(|(package, _)| (package == WHOLE) == whole)
        .map(|(_, target)| target.clone())
        .collect();
    names
        .into_iter()
        .flat_map(|name| ["--test".to_owned(), name])
        .collect()
}

/// cargo, saying plainly what it counted and recording what crosses the wire.
fn cargo(title: &str, project: &Project) -> Step {
    Step::cargo(title, &project.root)
        .env("CARGO_TERM_COLOR", "never")
        .env("TRAFFIC_DIR", project.traffic())
}

#[cfg(test)]
mod tests {
    use super::targets;

    #[test]
    fn the_real_window_is_kept_apart_from_the_tests_of_the_crates() {
        let all = [
            ("cache", "it"),
            ("identity", "it"),
            ("tenure-tests", "window"),
        ]
        .map(|(package, target)| (package.to_owned(), target.to_owned()));
        assert_eq!(targets(&all, false), ["--test", "it"]);
        assert_eq!(targets(&all, true), ["--test", "window"]);
    }
}
