//! The practice tenant as a program: prints one JSON line with its addresses
//! and ready tokens, and runs until it is interrupted.

use std::io::{self, Write};
use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Duration;

use clap::Parser;
use practice_tenant::{PracticeOptions, PracticeTenant};
use serde_json::json;

/// Behaves like Microsoft Graph and its sign-in, on this computer.
#[derive(Debug, Parser)]
#[command(name = "practice-tenant", version)]
struct Arguments {
    /// Where to listen; port 0 takes any free port.
    #[arg(long, default_value = "127.0.0.1:0")]
    listen: SocketAddr,
    /// How many groups the owner owns.
    #[arg(long, default_value_t = 52)]
    groups: u32,
    /// How many people the tenant has.
    #[arg(long, default_value_t = 240)]
    users: u32,
    /// The same seed gives the same people and groups.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Keep everything that changes in this file.
    #[arg(long)]
    state: Option<PathBuf>,
    /// Milliseconds that every answer of Graph takes longer.
    #[arg(long, default_value_t = 0)]
    latency: u64,
    /// Append every exchange to this JSON Lines file.
    #[arg(long)]
    record: Option<PathBuf>,
}

#[tokio::main]
async fn main() -> ExitCode {
    tracing_subscriber::fmt()
        .with_writer(io::stderr)
        .with_env_filter(tracing_subscriber::EnvFilter::from_default_env())
        .init();
    match run(Arguments::parse()).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            let _ = writeln!(io::stderr(), "practice-tenant: {}", causes(error.as_ref()));
            ExitCode::FAILURE
        }
    }
}

fn causes(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(inner) = cause {
        text.push_str(": ");
        text.push_str(&inner.to_string());
        cause = inner.source();
    }
    text
}

async fn run(arguments: Arguments) -> Result<(), Box<dyn std::error::Error>> {
    let practice = PracticeTenant::start(PracticeOptions {
        listen: arguments.listen,
        groups: arguments.groups,
        users: arguments.users,
        seed: arguments.seed,
        state: arguments.state,
        latency: Duration::from_millis(arguments.latency),
        record: arguments.record,
    })
    .await?;
    let line = json!({
        "graph": practice.graph(),
        "authority": practice.authority(),
        "control": practice.control(),
        "ownerLogin": PracticeTenant::owner_login(),
        "ownerToken": practice.owner_token(),
        "administratorToken": practice.administrator_token(),
    });
    writeln!(io::stdout(), "{line}")?;
    io::stdout().flush()?;
    tokio::signal::ctrl_c().await?;
    practice.shutdown().await;
    Ok(())
}
