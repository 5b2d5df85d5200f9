//! `cargo xtask bench`: what it costs, beside the least that is possible. It judges nothing.
//!
//! `requests` measures the Graph client's programs, `start` the application from its process to a list that answers.

mod memory;
mod requests;
mod start;

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
}

/// Builds and measures everything, a table each.
pub(crate) fn run(project: &Project, options: &Options) -> anyhow::Result<()> {
    system::require(project, Purpose::Pictures)?;
    requests::run(project, options)?;
    start::run(project)
}
