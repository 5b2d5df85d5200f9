//! `cargo xtask test`: every test and every rule, and at the end one summary of what ran.
//!
//! The layers are `layers` and `suites`, how their tests are counted `counts`, the summary `report`. Cheap layers come first. A layer in
//! which no test ran has failed: a suite that quietly stopped running is worse than one that breaks.

mod counts;
mod layers;
mod report;
mod suites;

use std::process::ExitCode;
use std::time::Instant;

use anyhow::Context as _;
use clap::Args;

use self::report::Layer;
use crate::project::Project;
use crate::system::{self, Purpose};
use crate::{terminal, ui};

/// Nothing can be left out.
#[derive(Debug, Args)]
pub(crate) struct Options {}

/// Sets up and runs everything.
pub(crate) fn run(project: &Project, _options: &Options) -> anyhow::Result<ExitCode> {
    let began = Instant::now();
    system::require(project, Purpose::Test)?;
    ui::install(project)?;
    empty_traffic(project)?;
    let layers = layers(project)?;
    let good = report::print(&layers);
    terminal::done("all of it", began.elapsed());
    Ok(if good {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

fn layers(project: &Project) -> anyhow::Result<Vec<Layer>> {
    let mut layers = vec![
        layers::rust_formatting(project)?,
        layers::generated_files(project),
        layers::ui_rule(project, "UI formatting", "format:check")?,
        layers::ui_rule(project, "UI types", "typecheck")?,
        layers::ui_rule(project, "UI lints", "lint")?,
        layers::ui_tests(project)?,
    ];
    // The application carries the built UI, and the shell does not even compile without it.
    ui::build(project)?;
    layers.push(layers::rust_lints(project)?);
    layers.push(layers::build(project)?);
    layers.push(suites::crates(project)?);
    layers.push(suites::documentation(project)?);
    layers.push(suites::whole_application(project)?);
    layers.push(layers::dependencies(project)?);
    Ok(layers)
}

/// What an earlier run recorded says nothing about this one.
fn empty_traffic(project: &Project) -> anyhow::Result<()> {
    let folder = project.traffic();
    if folder.exists() {
        std::fs::remove_dir_all(&folder).with_context(|| folder.display().to_string())?;
    }
    std::fs::create_dir_all(&folder).with_context(|| folder.display().to_string())
}
