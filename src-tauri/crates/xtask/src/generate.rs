//! `cargo xtask generate`: the files that are made from others. Today that is one, the UI's side of the contract.

use std::path::PathBuf;

use anyhow::{Context as _, bail};
use clap::Args;

use crate::project::Project;
use crate::terminal;

/// Write, or only look.
#[derive(Debug, Args)]
pub(crate) struct Options {
    /// Change nothing; fail when a file is not what it would be.
    #[arg(long)]
    check: bool,
}

/// A generated file and what it should hold.
struct Generated {
    path: PathBuf,
    content: String,
}

fn all(project: &Project) -> [Generated; 1] {
    let path = project.ui().join("src/ipc/bindings.ts");
    [Generated {
        path,
        content: ipc_contract::typescript::module(),
    }]
}

/// Writes what is out of date, or fails over it.
pub(crate) fn run(project: &Project, options: &Options) -> anyhow::Result<()> {
    let outdated = outdated(project);
    if options.check && !outdated.is_empty() {
        bail!(
            "out of date: {}. `cargo xtask generate` writes it again.",
            outdated.join(", ")
        );
    }
    for file in all(project) {
        let name = file.path.display().to_string();
        if outdated.contains(&name) {
            std::fs::write(&file.path, file.content).with_context(|| name.clone())?;
            terminal::note(&format!("wrote {name}"));
        }
    }
    Ok(())
}

/// Fails when a generated file is out of date.
pub(crate) fn check(project: &Project) -> anyhow::Result<()> {
    run(project, &Options { check: true })
}

/// How many files are generated.
pub(crate) fn count(project: &Project) -> usize {
    all(project).len()
}

/// The generated files that are not what they would be.
pub(crate) fn outdated(project: &Project) -> Vec<String> {
    let differs = |file: &Generated| {
        std::fs::read_to_string(&file.path)
            .map_or(true, |found| found.replace("\r\n", "\n") != file.content)
    };
    all(project)
        .iter()
        .filter(|file| differs(file))
        .map(|file| file.path.display().to_string())
        .collect()
}
