//! Lists the groups that the signed-in person owns, or all of the tenant's.
//!
//! `cargo run --example list_groups -- --graph URL --token T [--all]`

use std::io::Write as _;
use std::sync::Arc;
use std::time::Instant;

use clap::Parser;
use futures::TryStreamExt as _;
use graph_client::credential::StaticToken;
use graph_client::models::Group;
use graph_client::odata::Query;
use graph_client::{ClientOptions, GraphClient, GraphRoot};

#[derive(Parser)]
struct Arguments {
    /// Graph's root, such as https://graph.microsoft.com/v1.0.
    #[arg(long)]
    graph: String,
    /// An access token for it.
    #[arg(long, env = "GRAPH_TOKEN", hide_env_values = true)]
    token: String,
    /// All groups of the tenant, not only one's own.
    #[arg(long)]
    all: bool,
    /// Only say how many there are.
    #[arg(long)]
    count: bool,
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
    let started = Instant::now();
    let request = if arguments.all {
        client.groups().list(&Query::default().top(Query::MAX_TOP))
    } else {
        client.my_groups().owned()
    };
    let groups: Vec<Group> = request.items().try_collect().await?;
    let mut out = std::io::stdout().lock();
    if !arguments.count {
        for group in &groups {
            let expires = group
                .expiration_date_time
                .map(|at| at.to_string())
                .unwrap_or_default();
            writeln!(
                out,
                "{}\t{expires}\t{}",
                group.id,
                group.display_name.as_deref().unwrap_or_default()
            )?;
        }
    }
    writeln!(
        out,
        "{} groups in {} ms",
        groups.len(),
        started.elapsed().as_millis()
    )?;
    Ok(())
}
