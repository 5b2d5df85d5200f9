//! Programs that a test starts: found, started with a group of their own, ended with the test.

use std::net::TcpListener;
use std::path::PathBuf;
use std::process::Stdio;
use std::time::Duration;

use anyhow::Context as _;
use tokio::net::TcpStream;
use tokio::process::{Child, Command};

/// How long anything may take to come about, on a machine that is busy with other things as well.
pub(crate) const PATIENCE: Duration = Duration::from_secs(60);
/// How often it is looked for.
pub(crate) const GLANCE: Duration = Duration::from_millis(50);

/// A program that was built beside this test.
pub(crate) fn built(name: &str) -> anyhow::Result<PathBuf> {
    let beside = match std::env::var_os("TENURE_PROGRAM") {
        Some(program) => PathBuf::from(program),
        // target/debug/deps/whole-… lies one folder below the programs.
        None => std::env::current_exe()?
            .parent()
            .context("a folder")?
            .to_owned(),
    };
    let program = beside.with_file_name(name);
    anyhow::ensure!(program.exists(), "{} is not built", program.display());
    Ok(program)
}

/// Starts a program that dies with the test.
pub(crate) fn start(mut command: Command) -> anyhow::Result<Child> {
    command.kill_on_drop(true).stdin(Stdio::null());
    let program = command
        .as_std()
        .get_program()
        .to_string_lossy()
        .into_owned();
    command
        .spawn()
        .with_context(|| format!("{program} could not be started"))
}

/// Waits until no program runs any more that was given `argument`.
pub(crate) async fn ended(argument: &str) -> anyhow::Result<()> {
    let look = async {
        while is_given_to_a_program(argument) {
            tokio::time::sleep(GLANCE).await;
        }
    };
    tokio::time::timeout(PATIENCE, look)
        .await
        .with_context(|| format!("a program with {argument} did not end"))
}

/// Kills every program that was given `argument`: also one that its driver has lost, which goes on without it.
pub(crate) fn kill(argument: &str) -> anyhow::Result<()> {
    for id in given_to(argument) {
        let killed = std::process::Command::new("kill")
            .args(["-9", &id])
            .status()?;
        let gone = !given_to(argument).contains(&id);
        anyhow::ensure!(killed.success() || gone, "process {id} could not be killed");
    }
    Ok(())
}

fn is_given_to_a_program(argument: &str) -> bool {
    !given_to(argument).is_empty()
}

/// The ids of the programs that were given `argument`.
fn given_to(argument: &str) -> Vec<String> {
    let programs = std::fs::read_dir("/proc").into_iter().flatten().flatten();
    programs
        .filter_map(|program| {
            let line = std::fs::read(program.path().join("cmdline")).ok()?;
            let id = program.file_name().into_string().ok()?;
            let mut parts = line.split(|&byte| byte == 0);
            parts.any(|part| part == argument.as_bytes()).then_some(id)
        })
        .collect()
}

/// A port that nobody uses at the moment.
pub(crate) fn free_port() -> anyhow::Result<u16> {
    Ok(TcpListener::bind("127.0.0.1:0")?.local_addr()?.port())
}

/// Waits until somebody listens.
pub(crate) async fn listening(port: u16) -> anyhow::Result<()> {
    let attempt = async {
        while TcpStream::connect(("127.0.0.1", port)).await.is_err() {
            tokio::time::sleep(GLANCE).await;
        }
    };
    tokio::time::timeout(PATIENCE, attempt)
        .await
        .with_context(|| format!("nobody listens on port {port}"))
}
