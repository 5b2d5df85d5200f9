//! A practice tenant as a program, as other people's clients would use it.

use std::path::PathBuf;
use std::process::Stdio;

use anyhow::Context as _;
use serde::Deserialize;
use serde_json::Value;
use tempfile::TempDir;
use tokio::io::{AsyncBufReadExt as _, AsyncReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::net::TcpStream;
use tokio::process::{Child, Command};

use crate::process;

/// A running practice tenant. Its traffic is recorded where the run collects it.
#[derive(Debug)]
pub struct PracticeProgram {
    /// Where it answers, and with which tokens.
    pub addresses: Addresses,
    /// Everything that it was asked and answered.
    pub record: PathBuf,
    _program: Child,
    _folder: TempDir,
}

/// The line that the program prints.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Addresses {
    /// Graph's root.
    pub graph: String,
    /// The sign-in root.
    pub authority: String,
    /// The control address.
    pub control: String,
    /// A token of the owner.
    pub owner_token: String,
    /// A token of the administrator.
    pub administrator_token: String,
}

/// How many groups the owner has where that does not matter.
pub const GROUPS: u32 = 24;

impl PracticeProgram {
    /// Starts one; `name` names its record.
    ///
    /// # Errors
    /// When it is not built or does not say where it listens.
    pub async fn start(name: &str) -> anyhow::Result<Self> {
        Self::of(name, GROUPS, 60).await
    }

    /// Starts one with so many groups of the owner's, and so many people.
    ///
    /// # Errors
    /// As [`PracticeProgram::start`].
    pub async fn of(name: &str, groups: u32, users: u32) -> anyhow::Result<Self> {
        let mut command = Command::new(process::built("practice-tenant")?);
        command.args([
            "--listen",
            "127.0.0.1:0",
            "--groups",
            &groups.to_string(),
            "--users",
            &users.to_string(),
            "--seed",
            "7",
        ]);
        let folder = tempfile::tempdir()?;
        let record = record(name).unwrap_or_else(|| folder.path().join("exchanges.jsonl"));
        command.arg("--record").arg(&record);
        command.stdout(Stdio::piped());
        let mut program = process::start(command)?;
        let mut lines = BufReader::new(program.stdout.take().context("its output")?).lines();
        let line = tokio::time::timeout(process::PATIENCE, lines.next_line()).await??;
        let addresses = serde_json::from_str(&line.context("it said nothing")?)?;
        Ok(Self {
            addresses,
            record,
            _program: program,
            _folder: folder,
        })
    }
}

impl PracticeProgram {
    /// Every token that it gave out, of any kind.
    ///
    /// # Errors
    /// When it does not answer.
    pub async fn tokens(&self) -> anyhow::Result<Vec<String>> {
        let answer = self.control("tokens", None).await?;
        Ok(serde_json::from_value(answer["value"].clone())?)
    }

    /// Asks its control address; with a body, tells it something.
    ///
    /// # Errors
    /// When it does not answer with JSON.
    pub async fn control(&self, path: &str, body: Option<Value>) -> anyhow::Result<Value> {
        let address = format!("{}/{path}", self.addresses.control);
        asked(&address, None, body).await
    }

    /// Asks Graph as the owner, outside the application.
    ///
    /// # Errors
    /// When it does not answer with JSON.
    pub async fn graph(&self, path: &str) -> anyhow::Result<Value> {
        let address = format!("{}{path}", self.addresses.graph);
        asked(&address, Some(&self.addresses.owner_token), None).await
    }
}

/// One exchange over a connection of its own.
async fn asked(address: &str, token: Option<&str>, body: Option<Value>) -> anyhow::Result<Value> {
    let method = if body.is_some() { "POST" } else { "GET" };
    let body = body.map(|body| body.to_string()).unwrap_or_default();
    let address = address.trim_start_matches("http://");
    let (host, path) = address.split_once('/').context("an address")?;
    let token = token.map_or_else(String::new, |token| {
        format!("Authorization: Bearer {token}\r\n")
    });
    let request = format!(
        "{method} /{path} HTTP/1.1\r\nHost: {host}\r\n{token}Content-Type: application/json\r\n\
         Content-Length: {}\r\nConnection: close\r\n\r\n{body}",
        body.len()
    );
    let mut connection = TcpStream::connect(host).await?;
    connection.write_all(request.as_bytes()).await?;
    let mut answer = Vec::new();
    connection.read_to_end(&mut answer).await?;
    let answer = String::from_utf8(answer)?;
    let (_, body) = answer
        .split_once("\r\n\r\n")
        .context("an answer with a body")?;
    Ok(serde_json::from_str(body.trim()).unwrap_or_default())
}

/// Where this run collects traffic, if it does.
pub(crate) fn record(name: &str) -> Option<PathBuf> {
    let folder = PathBuf::from(std::env::var_os("TRAFFIC_DIR")?);
    Some(folder.join(format!("{name}.jsonl")))
}
