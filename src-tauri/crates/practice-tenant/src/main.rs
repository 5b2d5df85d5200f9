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
    /// How many groups the owner of a new tenant owns [default: 52].
    #[arg(long)]
    groups: Option<u32>,
    /// How many people a new tenant has [default: 240].
    #[arg(long)]
    users: Option<u32>,
    /// The same seed gives the same people and groups [default: 1].
    #[arg(long)]
    seed: Option<u64>,
    /// Keep everything that changes in this file. One that exists keeps its size and seed.
    #[arg(long)]
    state: Option<PathBuf>,
    /// Let permissions that need an administrator wait for one, as the service does.
    #[arg(long)]
    admin_consent_only: bool,
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

/// What was asked for and is not so, because the state file holds another tenant.
fn ignored(arguments: &Arguments, (groups, users, seed): (u32, u32, u64)) -> Option<String> {
    let differs = arguments.groups.is_some_and(|asked| asked != groups)
        || arguments.users.is_some_and(|asked| asked != users)
        || arguments.seed.is_some_and(|asked| asked != seed);
    let state = arguments.state.as_ref().filter(|_| differs)?;
    Some(format!(
        "{} holds a tenant of {groups} groups, {users} people and seed {seed}, and stays so: \
         --groups, --users and --seed are for a new one",
        state.display()
    ))
}

async fn run(arguments: Arguments) -> Result<(), Box<dyn std::error::Error>> {
    let defaults = PracticeOptions::default();
    let practice = PracticeTenant::start(PracticeOptions {
        listen: arguments.listen,
        groups: arguments.groups.unwrap_or(defaults.groups),
        users: arguments.users.unwrap_or(defaults.users),
        seed: arguments.seed.unwrap_or(defaults.seed),
        state: arguments.state.clone(),
        admin_consent_only: arguments.admin_consent_only,
        latency: Duration::from_millis(arguments.latency),
        record: arguments.record.clone(),
    })
    .await?;
    if let Some(ignored) = ignored(&arguments, practice.drawn_from()) {
        writeln!(io::stderr(), "practice-tenant: {ignored}")?;
    }
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
