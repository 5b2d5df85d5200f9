//! `cargo xtask check`: what is quick enough for every save. Formatting, lints and types; no test, no build.

use crate::generate;
use crate::project::Project;
use crate::steps::Step;
use crate::ui;

/// Fails on the first thing that is not in order.
pub(crate) fn run(project: &Project) -> anyhow::Result<()> {
    Step::cargo("Rust formatting", &project.root)
        .args(["fmt", "--all", "--check"])
        .run()?;
    generate::check(project)?;
    ui::install(project)?;
    let npm = |title: &str, script: &str| {
        Step::npm(title, &project.ui()).args(["run", "--silent", script])
    };
    npm("UI formatting", "format:check").run()?;
    npm("UI types", "typecheck").run()?;
    npm("UI lints", "lint").run()?;
    Step::cargo("Rust lints and types", &project.root)
        .args([
            "clippy",
            "--workspace",
            "--all-targets",
            "--",
            "-D",
            "warnings",
        ])
        .run()
}
