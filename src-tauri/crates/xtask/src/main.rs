//! `cargo xtask`: everything that is done to this repository by a command.
//!
//! One module a command; `steps` runs other programs where they can be watched, `system` and `ui` set up what the
//! commands need, and `terminal` is the one place that prints. What the commands check lives with what they check.

mod application;
mod bench;
mod check;
mod display;
mod generate;
mod project;
mod run;
mod screenshots;
mod steps;
mod system;
mod terminal;
mod test;
mod ui;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::project::Project;

/// Builds, runs, checks and measures Tenure.
#[derive(Debug, Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Set up what is missing, build the application and open it.
    Run(run::Options),
    /// The quick one, for every save: formatting, lints and types.
    Check,
    /// Run every test and every rule, and say at the end what ran.
    Test(test::Options),
    /// Write the files that are made from others.
    Generate(generate::Options),
    /// Save the pictures of the screens that the README shows.
    Screenshots(screenshots::Options),
    /// Measure: start, requests and time beside the least that is possible.
    Bench(bench::Options),
}

fn main() -> ExitCode {
    match dispatch(Arguments::parse().command) {
        Ok(code) => code,
        Err(error) => {
            terminal::failure(&format!("{error:#}"));
            ExitCode::FAILURE
        }
    }
}

fn dispatch(command: Command) -> anyhow::Result<ExitCode> {
    let project = Project::locate()?;
    match command {
        Command::Run(options) => run::run(&project, &options),
        Command::Check => check::run(&project).map(|()| ExitCode::SUCCESS),
        Command::Test(options) => test::run(&project, &options),
        Command::Generate(options) => generate::run(&project, &options).map(|()| ExitCode::SUCCESS),
        Command::Screenshots(options) => {
            screenshots::run(&project, &options).map(|()| ExitCode::SUCCESS)
        }
        Command::Bench(options) => bench::run(&project, &options).map(|()| ExitCode::SUCCESS),
    }
}
