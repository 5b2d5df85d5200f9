//! The practice tenant that answers while something is measured: a process of its own, with a record of what it was
//! asked. Deliberately elsewhere: what is asked of it.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use anyhow::{Context as _, ensure};
use serde::Deserialize;
use tempfile::TempDir;

use crate::project::{Profile, Project};
use crate::steps::Step;

/// How long a throttled renewal is asked to wait.
pub(super) const THROTTLED_FOR: Duration = Duration::from_secs(1);
/// One of so many renewals is throttled, where some are.
pub(super) const THROTTLED_ONE_OF: u32 = 10;

/// How large it is, and how far away.
#[derive(Debug, Clone, Copy)]
pub(super) struct Size {
    pub(super) groups: u32,
    pub(super) people: u32,
    /// Milliseconds that every answer takes longer.
    pub(super) latency: u32,
}

/// The line that it prints once it listens.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Ready {
    pub(super) graph: String,
    pub(super) authority: String,
    pub(super) control: String,
    pub(super) owner_login: String,
    pub(super) owner_token: String,
}

/// Ended when it goes out of scope.
pub(super) struct Tenant {
    process: Child,
    folder: TempDir,
    pub(super) ready: Ready,
}

/// Builds its program.
pub(super) fn build(project: &Project) -> anyhow::Result<()> {
    Step::cargo("Build the practice tenant", &project.root)
        .args(["build", "--package", "practice-tenant", "--bins"])
        .args(Profile::Release.arguments().iter().copied())
        .run()
}

impl Tenant {
    pub(super) fn start(project: &Project, size: Size) -> anyhow::Result<Self> {
        let program = project.program(Profile::Release, "practice-tenant");
        let folder = tempfile::tempdir()?;
        let mut process = Command::new(&program)
            .args(["--listen", "127.0.0.1:0", "--seed", "1"])
            .args(["--users", &size.people.to_string()])
            .args(["--groups", &size.groups.to_string()])
            .args(["--latency", &size.latency.to_string()])
            .arg("--record")
            .arg(record(&folder))
            .stdout(Stdio::piped())
            .spawn()
            .with_context(|| program.display().to_string())?;
        let ready = ready(&mut process);
        if ready.is_err() {
            end(&mut process);
        }
        Ok(Self {
            ready: ready?,
            process,
            folder,
        })
    }

    /// Where it records what it is asked, a line a request.
    pub(super) fn record(&self) -> PathBuf {
        record(&self.folder)
    }

    /// Throttles so many renewals inside batches, one of [`THROTTLED_ONE_OF`].
    pub(super) fn throttle(&self, times: u32) -> anyhow::Result<()> {
        let rule = serde_json::json!({
            "path": "/groups/*/renew",
            "inBatch": true,
            "skip": THROTTLED_ONE_OF - 1,
            "times": 1,
            "action": { "kind": "status", "status": 429, "retryAfter": THROTTLED_FOR.as_secs() },
        });
        // A rule that is used up lets the next one count.
        (0..times).try_for_each(|_| post(&format!("{}/faults", self.ready.control), &rule))
    }

    /// How often it was asked.
    pub(super) fn requests(&self) -> anyhow::Result<u32> {
        let record =
            std::fs::read_to_string(self.record()).context("the tenant recorded nothing")?;
        Ok(u32::try_from(record.lines().count())?)
    }
}

impl Drop for Tenant {
    fn drop(&mut self) {
        end(&mut self.process);
    }
}

/// Tells the control address something.
fn post(address: &str, body: &serde_json::Value) -> anyhow::Result<()> {
    let rest = address.strip_prefix("http://").context("no address")?;
    let (host, path) = rest.split_once('/').context("no address")?;
    let body = body.to_string();
    let mut stream = TcpStream::connect(host)?;
    write!(
        stream,
        "POST /{path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\
         Content-Type: application/json\r\nContent-Length: {}\r\n\r\n{body}",
        body.len()
    )?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer)?;
    ensure!(
        answer.starts_with("HTTP/1.1 2"),
        "the practice tenant refused: {answer}"
    );
    Ok(())
}

fn record(folder: &TempDir) -> PathBuf {
    folder.path().join("exchanges.jsonl")
}

fn ready(process: &mut Child) -> anyhow::Result<Ready> {
    let out = process.stdout.take();
    let out = out.context("the practice tenant has no output")?;
    let mut line = String::new();
    BufReader::new(out).read_line(&mut line)?;
    parse(&line)
}

fn parse(line: &str) -> anyhow::Result<Ready> {
    serde_json::from_str(line).with_context(|| format!("the practice tenant said {line:?}"))
}

fn end(process: &mut Child) {
    // It may have ended by itself; either way it is gone afterwards.
    let _ = process.kill();
    let _ = process.wait();
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn the_addresses_are_read_from_the_line_that_it_prints() {
        let line = r#"{"graph":"http://127.0.0.1:1/v1.0","authority":"http://127.0.0.1:1","control":"http://127.0.0.1:1/control","ownerLogin":"megan@practice.example","ownerToken":"t","administratorToken":"a"}"#;
        let ready = parse(line).expect("addresses");
        assert_eq!(ready.control, "http://127.0.0.1:1/control");
        assert_eq!(ready.owner_login, "megan@practice.example");
        assert!(parse("").is_err(), "it ended before it listened");
    }
}
