//! `cargo xtask bench`: what it costs, beside the least that is possible. It judges nothing.
//!
//! `requests` measures the Graph client's programs, `use_cases` what the application does without its window, `search`
//! finding groups while one types, `start` the application from its process to a list that answers, `frames` the
//! timeline while it is moved, `mailbox` a group with very many conversations and events, `what_if` a lifetime reckoned
//! for fifty thousand groups. What the least is stands in `least`, the tables' form in `table`, the practice tenant
//! that answers in `tenant`.

mod example;
mod frames;
mod least;
mod mailbox;
mod memory;
mod requests;
mod search;
mod start;
mod table;
mod tenant;
mod use_cases;
mod what_if;

use anyhow::ensure;
use clap::Args;

use crate::project::Project;
use crate::system::{self, Purpose};

/// How much, how far away.
#[derive(Debug, Args)]
pub(crate) struct Options {
    /// How long the tenant takes for every answer, in milliseconds.
    #[arg(long, default_value_t = 50)]
    latency: u32,
    /// How many groups to list.
    #[arg(long, default_value_t = 10_000)]
    groups: u32,
    /// How many groups to renew.
    #[arg(long, default_value_t = 500)]
    renewals: u32,
    /// How many people to add to a group.
    #[arg(long, default_value_t = 1_000)]
    additions: u32,
}

/// Builds and measures everything, a table each. What cannot be measured costs the other tables nothing, and is what
/// the command fails with in the end.
pub(crate) fn run(project: &Project, options: &Options) -> anyhow::Result<()> {
    system::require(project, Purpose::Test)?;
    let measured = [
        requests::run(project, options),
        use_cases::run(project, options),
        search::run(project),
        start::run(project),
        frames::run(project),
        mailbox::run(project),
        what_if::run(project),
    ];
    let mut failures = Vec::new();
    for part in measured {
        match part {
            Ok(table) => table.print(),
            Err(error) => failures.push(format!("{error:#}")),
        }
    }
    ensure!(failures.is_empty(), "not measured: {}", failures.join("; "));
    Ok(())
}
