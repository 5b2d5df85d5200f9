//! What each layer runs, less the Rust tests, which are `suites`. One that fails does not keep the others from running.

use std::time::Instant;

use super::counts::{self, Counts};
use super::report::Layer;
use crate::project::Project;
use crate::steps::{Captured, Step};
use crate::{generate, terminal};

/// A command that holds or fails as one.
fn rule(name: &'static str, step: &Step) -> anyhow::Result<Layer> {
    let began = Instant::now();
    let holds = step.status()?.success();
    Ok(Layer::new(
        name,
        step.command_line(),
        holds,
        Counts::rule(holds),
        began.elapsed(),
    ))
}

/// A command that counts its own tests.
pub(super) fn counted(
    name: &'static str,
    step: &Step,
    count: impl FnOnce(&Captured) -> Counts,
) -> anyhow::Result<Layer> {
    let began = Instant::now();
    let captured = step.capture()?;
    let counts = count(&captured);
    Ok(Layer::new(
        name,
        step.command_line(),
        captured.succeeded,
        counts,
        began.elapsed(),
    ))
}

/// `cargo fmt`.
pub(crate) fn rust_formatting(project: &Project) -> anyhow::Result<Layer> {
    let name = "Rust formatting";
    rule(
        name,
        &Step::cargo(name, &project.root).args(["fmt", "--all", "--check"]),
    )
}

/// A script of ui/package.json.
pub(crate) fn ui_rule(
    project: &Project,
    name: &'static str,
    script: &str,
) -> anyhow::Result<Layer> {
    rule(
        name,
        &Step::npm(name, &project.ui()).args(["run", "--silent", script]),
    )
}

/// The generated files are what they would be.
pub(crate) fn generated_files(project: &Project) -> Layer {
    let began = Instant::now();
    terminal::heading("Generated files");
    let outdated = generate::outdated(project);
    for file in &outdated {
        terminal::note(&format!("out of date: {file}"));
    }
    let counts = Counts {
        passed: generate::count(project) - outdated.len(),
        failed: outdated.len(),
        skipped: 0,
    };
    let command = "cargo xtask generate --check".to_owned();
    Layer::new(
        "Generated files",
        command,
        outdated.is_empty(),
        counts,
        began.elapsed(),
    )
}

/// vitest, which reports to the terminal and to a file.
pub(crate) fn ui_tests(project: &Project) -> anyhow::Result<Layer> {
    let report = project.target.join("vitest.json");
    // An old report must not speak for a run that wrote none.
    let _ = std::fs::remove_file(&report);
    let step = Step::npm("UI tests", &project.ui())
        .args([
            "run",
            "--silent",
            "test",
            "--",
            "--reporter=default",
            "--reporter=json",
        ])
        .args([format!("--outputFile.json={}", report.display())])
        .env("NO_COLOR", "1");
    counted("UI tests", &step, |_| {
        counts::vitest(&std::fs::read_to_string(&report).unwrap_or_default())
    })
}

/// clippy, and with it the types of everything.
pub(crate) fn rust_lints(project: &Project) -> anyhow::Result<Layer> {
    let step = Step::cargo("Rust lints", &project.root).args([
        "clippy",
        "--workspace",
        "--all-targets",
        "--",
        "-D",
        "warnings",
    ]);
    rule("Rust lints", &step)
}

/// Everything compiled once, so that the layers after it only run.
pub(crate) fn build(project: &Project) -> anyhow::Result<Layer> {
    let step = Step::cargo("Build", &project.root).args(["build", "--workspace", "--all-targets"]);
    rule("Build", &step)
}

/// Licences and sources of everything that is built in. Advisories change by the day: they are no matter of this commit.
pub(crate) fn dependencies(project: &Project) -> anyhow::Result<Layer> {
    let name = "Dependencies";
    let tools = project.target.join("tools");
    let own = tools
        .join("bin")
        .join(format!("cargo-deny{}", std::env::consts::EXE_SUFFIX));
    let program = if which::which("cargo-deny").is_ok() {
        "cargo-deny".into()
    } else {
        own
    };
    if which::which(&program).is_err() {
        Step::cargo(
            "Install cargo-deny, which checks the dependencies",
            &project.root,
        )
        .args(["install", "--locked", "--debug", "cargo-deny", "--root"])
        .args([&tools])
        .env("CARGO_TARGET_DIR", tools.join("build"))
        .run()?;
    }
    let step = Step::new(name, &project.root, program).args([
        "check",
        "--hide-inclusion-graph",
        "licenses",
        "bans",
        "sources",
    ]);
    rule(name, &step)
}
