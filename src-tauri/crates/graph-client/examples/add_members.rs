//! Adds people to a group, twenty to a request.
//!
//! `cargo run --example add_members -- --graph URL --token T --group ID --file IDS`

use std::io::Write as _;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Instant;

use clap::Parser;
use graph_client::credential::StaticToken;
use graph_client::models::{GroupId, UserId};
use graph_client::resources::group::MAX_ADDED;
use graph_client::{ClientOptions, GraphClient, GraphRoot};

#[derive(Parser)]
struct Arguments {
    /// Graph's root, such as https://graph.microsoft.com/v1.0.
    #[arg(long)]
    graph: String,
    /// An access token for it.
    #[arg(long, env = "GRAPH_TOKEN", hide_env_values = true)]
    token: String,
    /// Directory id of the group.
    #[arg(long)]
    group: String,
    /// A file with the directory ids of the people, one a line.
    #[arg(long)]
    file: PathBuf,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> anyhow::Result<()> {
    let arguments = Arguments::parse();
    let root = GraphRoot::parse(&arguments.graph)?;
    let client = GraphClient::new(
        root,
        Arc::new(StaticToken::new(arguments.token)),
        ClientOptions::default(),
    )?;
    let group = GroupId::parse(&arguments.group)?;
    let people: Vec<UserId> = std::fs::read_to_string(&arguments.file)?
        .lines()
        .filter(|line| !line.trim().is_empty())
        .map(UserId::parse)
        .collect::<Result<_, _>>()?;

    let started = Instant::now();
    let mut requests = 0;
    // One after the other: the service takes changes of one group in turn.
    for chunk in people.chunks(MAX_ADDED) {
        client.group(&group).add_members(chunk).await?;
        requests += 1;
    }
    writeln!(
        std::io::stdout(),
        "{} members in {requests} requests, {} ms",
        people.len(),
        started.elapsed().as_millis()
    )?;
    Ok(())
}
