//! What each layer runs. A layer that fails does not keep the others from running.

use std::time::Instant;

use super::counts::{self, Counts};
use super::report::Layer;
use crate::project::{Profile, Project};
use crate::steps::{Captured, Step};
use crate::{display, generate, terminal};

/// The package that drives the whole application: built with the others, run by itself on a virtual display.
const WHOLE: &str = "tenure-tests";

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
fn counted(
    name: &'static str,
    step: &Step,
    count: impl Fn(&Captured) -> Counts,
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

/// Every crate's own tests, with nextest where it is installed.
pub(crate) fn rust_tests(project: &Project) -> anyhow::Result<Layer> {
    let own = ["--workspace", "--exclude", WHOLE];
    let step = tests_step("Rust tests", project);
    if which::which("cargo-nextest").is_ok() {
        let step = step.args(["nextest", "run", "--no-fail-fast"]).args(own);
        return counted("Rust tests", &step, |captured| {
            counts::nextest(&captured.output)
        });
    }
    let step = step
        .args(["test", "--no-fail-fast", "--lib", "--bins", "--tests"])
        .args(own);
    counted("Rust tests", &step, |captured| {
        counts::libtest(&captured.output)
    })
}

/// The examples in the documentation.
pub(crate) fn documentation(project: &Project) -> anyhow::Result<Layer> {
    let step = tests_step("Documentation", project).args([
        "test",
        "--doc",
        "--workspace",
        "--exclude",
        WHOLE,
    ]);
    counted("Documentation", &step, |captured| {
        counts::libtest(&captured.output)
    })
}

/// The rules of the architecture and the real application in a real window.
pub(crate) fn whole_application(project: &Project) -> anyhow::Result<Layer> {
    let step = tests_step("Whole application", project)
        .args(["test", "--no-fail-fast", "--package", WHOLE])
        .env("TENURE_PROGRAM", project.program(Profile::Dev, "tenure"));
    counted(
        "Whole application",
        &display::virtual_for(step),
        |captured| counts::libtest(&captured.output),
    )
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

/// cargo, saying plainly what it counted and recording what crosses the wire.
fn tests_step(title: &str, project: &Project) -> Step {
    Step::cargo(title, &project.root)
        .env("CARGO_TERM_COLOR", "never")
        .env("TRAFFIC_DIR", project.traffic())
}
