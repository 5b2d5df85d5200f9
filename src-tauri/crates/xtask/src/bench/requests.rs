//! Requests and time of graph-client's examples against the practice tenant with a set latency.
//!
//! What a request costs is the tenant's latency; what is above `least` is ours.

use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context as _, ensure};
use serde::Deserialize;

use super::Options;
use crate::project::{Profile, Project};
use crate::steps::Step;
use crate::terminal;

/// Groups on one page, calls in one batch, and batches at once: the service's limits.
const PAGE: u32 = 999;
const BATCH: u32 = 20;
const AT_ONCE: u32 = 4;

/// A program that is measured: its name, how many groups there are, and the least it can take.
struct Measured {
    example: &'static str,
    arguments: Vec<String>,
    groups: u32,
    least_requests: u32,
    /// Answers that have to be waited for one after the other.
    least_rounds: u32,
}

impl Options {
    fn measured(&self) -> [Measured; 2] {
        let (pages, batches) = (self.groups.div_ceil(PAGE), self.renewals.div_ceil(BATCH));
        // The groups to renew have to be listed first.
        let listed = self.renewals.div_ceil(PAGE);
        [
            Measured {
                example: "list_groups",
                arguments: Vec::new(),
                groups: self.groups,
                least_requests: pages,
                least_rounds: pages,
            },
            Measured {
                example: "renew_groups",
                arguments: vec!["--first".to_owned(), self.renewals.to_string()],
                groups: self.renewals,
                least_requests: listed + batches,
                least_rounds: listed + batches.div_ceil(AT_ONCE),
            },
        ]
    }
}

/// Builds what is measured, measures it and prints a table.
pub(super) fn run(project: &Project, options: &Options) -> anyhow::Result<()> {
    let build = |title: &str| Step::cargo(title, &project.root).args(["build", "--release"]);
    build("Build the measured programs")
        .args(["--package", "graph-client", "--examples"])
        .run()?;
    build("Build the practice tenant")
        .args(["--package", "practice-tenant", "--bins"])
        .run()?;
    let mut rows = Vec::new();
    for measured in options.measured() {
        rows.push(measure(project, options, &measured)?);
    }
    terminal::heading(&format!("At {} ms latency", options.latency));
    terminal::table(
        &[
            "program", "groups", "requests", "least", "time", "least", "ratio",
        ],
        &rows,
    );
    Ok(())
}

fn measure(
    project: &Project,
    options: &Options,
    measured: &Measured,
) -> anyhow::Result<Vec<String>> {
    let folder = tempfile::tempdir()?;
    let record = folder.path().join("exchanges.jsonl");
    let tenant = Tenant::start(project, options, measured, &record)?;
    let step = Step::new(
        measured.example,
        &project.root,
        project.example(Profile::Release, measured.example),
    )
    .args([
        "--graph",
        &tenant.ready.graph,
        "--token",
        &tenant.ready.owner_token,
    ])
    .args(&measured.arguments);
    let began = Instant::now();
    ensure!(step.capture()?.succeeded, "{} failed", measured.example);
    let time = began.elapsed();
    drop(tenant);
    let requests = std::fs::read_to_string(&record)
        .context("the tenant recorded nothing")?
        .lines()
        .count();
    let least =
        Duration::from_millis(u64::from(measured.least_rounds) * u64::from(options.latency));
    Ok(vec![
        measured.example.to_owned(),
        measured.groups.to_string(),
        requests.to_string(),
        measured.least_requests.to_string(),
        terminal::human(time),
        terminal::human(least),
        format!("{:.2}", time.as_secs_f64() / least.as_secs_f64()),
    ])
}

/// The line that the practice tenant prints once it listens.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Ready {
    graph: String,
    owner_token: String,
}

/// A practice tenant in a process of its own, ended when it goes out of scope.
struct Tenant {
    process: Child,
    ready: Ready,
}

impl Tenant {
    fn start(
        project: &Project,
        options: &Options,
        measured: &Measured,
        record: &Path,
    ) -> anyhow::Result<Self> {
        let program = project.program(Profile::Release, "practice-tenant");
        let mut process = Command::new(&program)
            .args(["--listen", "127.0.0.1:0", "--seed", "1", "--users", "240"])
            .args([
                "--groups",
                &measured.groups.to_string(),
                "--latency",
                &options.latency.to_string(),
            ])
            .arg("--record")
            .arg(record)
            .stdout(Stdio::piped())
            .spawn()
            .with_context(|| program.display().to_string())?;
        let mut line = String::new();
        let out = process
            .stdout
            .take()
            .context("the practice tenant has no output")?;
        BufReader::new(out).read_line(&mut line)?;
        let ready = serde_json::from_str(&line)
            .with_context(|| format!("the practice tenant said {line:?}"))?;
        Ok(Self { process, ready })
    }
}

impl Drop for Tenant {
    fn drop(&mut self) {
        // It may have ended by itself; either way it is gone afterwards.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

#[cfg(test)]
mod tests {
    use super::Options;

    #[test]
    fn the_least_is_what_the_limits_of_the_service_allow() {
        let options = Options {
            latency: 50,
            groups: 10_000,
            renewals: 500,
        };
        let [list, renew] = options.measured();
        assert_eq!((list.least_requests, list.least_rounds), (11, 11));
        assert_eq!((renew.least_requests, renew.least_rounds), (26, 8));
    }
}
