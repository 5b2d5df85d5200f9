//! Renews groups, many to a request: those named, or the first of one's own.
//!
//! `cargo run --example renew_groups -- --graph URL --token T [--first N] [ID…]`

use std::io::Write as _;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Instant;

use clap::Parser;
use futures::{StreamExt as _, TryStreamExt as _};
use graph_client::credential::StaticToken;
use graph_client::models::{Group, GroupId};
use graph_client::{ClientOptions, GraphClient, GraphRoot};

#[derive(Parser)]
struct Arguments {
    /// Graph's root, such as https://graph.microsoft.com/v1.0.
    #[arg(long)]
    graph: String,
    /// An access token for it.
    #[arg(long, env = "GRAPH_TOKEN", hide_env_values = true)]
    token: String,
    /// Renew that many of one's own groups.
    #[arg(long, required_unless_present = "ids")]
    first: Option<usize>,
    /// Directory ids of the groups.
    ids: Vec<String>,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> anyhow::Result<ExitCode> {
    let arguments = Arguments::parse();
    let root = GraphRoot::parse(&arguments.graph)?;
    let client = GraphClient::new(
        root,
        Arc::new(StaticToken::new(arguments.token)),
        ClientOptions::default(),
    )?;
    let mut ids: Vec<GroupId> = arguments
        .ids
        .iter()
        .map(|id| GroupId::parse(id))
        .collect::<Result<_, _>>()?;
    let own: Vec<Group> = match arguments.first {
        None => Vec::new(),
        Some(first) => {
            client
                .my_groups()
                .owned()
                .items()
                .take(first)
                .try_collect()
                .await?
        }
    };
    ids.extend(own.into_iter().map(|group| group.id));

    let started = Instant::now();
    let (mut renewed, mut failed) = (0, 0);
    let mut out = std::io::stdout().lock();
    let mut outcomes = std::pin::pin!(client.groups().renew_many(ids));
    while let Some((id, outcome)) = outcomes.next().await {
        match outcome {
            Ok(()) => renewed += 1,
            Err(error) => {
                failed += 1;
                writeln!(out, "{id}: {error}")?;
            }
        }
    }
    writeln!(
        out,
        "{renewed} renewed, {failed} failed in {} ms",
        started.elapsed().as_millis()
    )?;
    Ok(if failed == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}
