//! A desk: display, session bus, keychain and home of one test, shared with no other.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use anyhow::Context as _;
use tempfile::TempDir;
use tokio::io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::process::{Child, Command};

use crate::process;

/// Where a person sits. The application can be started on it, closed, and started again.
#[derive(Debug)]
pub struct Desk {
    home: TempDir,
    bus_address: String,
    display: String,
    _bus: Child,
    _keyring: Option<Child>,
    _display: Option<Child>,
}

const SECRETS: &str = "org.freedesktop.secrets";

/// Writes the address that it is given where the test finds it.
const FAKE_XDG_OPEN: &str = "#!/bin/sh\nprintf '%s\\n' \"$1\" >> \"$TENURE_OPENED\"\n";

impl Desk {
    /// A desk with an unlocked keychain.
    ///
    /// # Errors
    /// When a program that it needs is missing.
    pub async fn new() -> anyhow::Result<Self> {
        let mut desk = Self::without_keychain().await?;
        desk._keyring = Some(desk.unlock_keyring().await?);
        Ok(desk)
    }

    /// A desk on which nobody keeps secrets.
    ///
    /// # Errors
    /// As [`Desk::new`].
    pub async fn without_keychain() -> anyhow::Result<Self> {
        let home = tempfile::tempdir()?;
        for folder in ["run", "bin", "data"] {
            fs::create_dir(home.path().join(folder))?;
            fs::set_permissions(home.path().join(folder), fs::Permissions::from_mode(0o700))?;
        }
        let opener = home.path().join("bin/xdg-open");
        fs::write(&opener, FAKE_XDG_OPEN)?;
        fs::set_permissions(&opener, fs::Permissions::from_mode(0o755))?;
        let (bus, bus_address) = start_bus(home.path()).await?;
        let (display_program, display) = display().await?;
        Ok(Self {
            home,
            bus_address,
            display,
            _bus: bus,
            _keyring: None,
            _display: display_program,
        })
    }

    /// The folder in which the application keeps its things.
    pub fn data(&self) -> PathBuf {
        self.home.path().join("data")
    }

    /// A file of the test's own.
    pub fn file(&self, name: &str) -> PathBuf {
        self.home.path().join(name)
    }

    /// Where the exchanges of a practice tenant in the window are recorded: where this run collects traffic, else
    /// on the desk.
    pub fn record(&self, name: &str) -> PathBuf {
        crate::practice::record(name).unwrap_or_else(|| self.file("traffic.jsonl"))
    }

    /// The last address that was opened in the system's browser, once there is one.
    ///
    /// # Errors
    /// When none is opened in time.
    pub async fn opened_address(&self) -> anyhow::Result<String> {
        let file = self.opened();
        let look = async {
            loop {
                let opened = fs::read_to_string(&file).unwrap_or_default();
                // A line that is being written is not an address yet.
                let whole = opened.rfind('\n').and_then(|end| opened.get(..end));
                if let Some(line) = whole.and_then(|lines| lines.lines().last()) {
                    return line.to_owned();
                }
                tokio::time::sleep(process::GLANCE).await;
            }
        };
        let found = tokio::time::timeout(process::PATIENCE, look).await;
        found.context("the system's browser was not asked for")
    }

    fn opened(&self) -> PathBuf {
        self.home.path().join("opened")
    }

    /// Puts a program on this desk.
    pub(crate) fn seat(&self, command: &mut Command) {
        let path = std::env::var("PATH").unwrap_or_default();
        command
            .env("HOME", self.home.path())
            .env("XDG_RUNTIME_DIR", self.home.path().join("run"))
            .env("XDG_DATA_HOME", self.home.path().join("share"))
            .env("XDG_CONFIG_HOME", self.home.path().join("config"))
            .env("XDG_CACHE_HOME", self.home.path().join("cache"))
            .env("DBUS_SESSION_BUS_ADDRESS", &self.bus_address)
            .env("DISPLAY", &self.display)
            .env("GDK_BACKEND", "x11")
            .env("NO_AT_BRIDGE", "1")
            .env("TENURE_OPENED", self.opened())
            .env(
                "PATH",
                format!("{}:{path}", self.home.path().join("bin").display()),
            )
            .env_remove("WAYLAND_DISPLAY")
            .env_remove("http_proxy")
            .env_remove("https_proxy");
    }

    async fn unlock_keyring(&self) -> anyhow::Result<Child> {
        let mut command = Command::new("gnome-keyring-daemon");
        command.args(["--unlock", "--components=secrets", "--foreground"]);
        self.seat(&mut command);
        command
            .kill_on_drop(true)
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        let mut keyring = command
            .spawn()
            .context("gnome-keyring-daemon could not be started")?;
        let mut password = keyring.stdin.take().context("its input")?;
        // An empty password, but a line: without it no keyring is made.
        password.write_all(b"\n").await?;
        drop(password);
        self.wait_for_secrets().await?;
        Ok(keyring)
    }

    /// Until the Secret Service has its name on the bus and a default collection. Whoever called it
    /// before it has its name would have the bus start another one, locked.
    async fn wait_for_secrets(&self) -> anyhow::Result<()> {
        let look = async {
            let bus = "org.freedesktop.DBus";
            while !self
                .says(
                    bus,
                    "/",
                    "org.freedesktop.DBus.NameHasOwner",
                    SECRETS,
                    "true",
                )
                .await
            {
                tokio::time::sleep(process::GLANCE).await;
            }
            let method = "org.freedesktop.Secret.Service.ReadAlias";
            let path = "/org/freedesktop/secrets";
            while !self
                .says(SECRETS, path, method, "default", "/collection/")
                .await
            {
                tokio::time::sleep(process::GLANCE).await;
            }
        };
        tokio::time::timeout(process::PATIENCE, look)
            .await
            .context("the keychain did not open")
    }

    /// Whether the answer to a call over the bus contains `expected`.
    async fn says(
        &self,
        to: &str,
        path: &str,
        method: &str,
        argument: &str,
        expected: &str,
    ) -> bool {
        let mut command = Command::new("dbus-send");
        self.seat(&mut command);
        command.args([
            "--session",
            "--print-reply",
            &format!("--dest={to}"),
            path,
            method,
        ]);
        command.arg(format!("string:{argument}"));
        let answer = command
            .output()
            .await
            .map(|output| output.stdout)
            .unwrap_or_default();
        String::from_utf8_lossy(&answer).contains(expected)
    }
}

async fn start_bus(home: &Path) -> anyhow::Result<(Child, String)> {
    let mut command = Command::new("dbus-daemon");
    command
        .args(["--session", "--nofork", "--print-address=1"])
        .env("HOME", home)
        .stdout(Stdio::piped());
    let mut bus = process::start(command)?;
    let address = first_line(&mut bus).await?;
    Ok((bus, address))
}

/// The display there is, or one of the test's own.
async fn display() -> anyhow::Result<(Option<Child>, String)> {
    if let Some(display) = std::env::var("DISPLAY")
        .ok()
        .filter(|display| !display.is_empty())
    {
        return Ok((None, display));
    }
    let mut command = Command::new("Xvfb");
    command.args([
        "-displayfd",
        "1",
        "-screen",
        "0",
        "1440x900x24",
        "-nolisten",
        "tcp",
    ]);
    command.stdout(Stdio::piped()).stderr(Stdio::null());
    let mut program = process::start(command)?;
    let number = first_line(&mut program).await?;
    Ok((Some(program), format!(":{number}")))
}

async fn first_line(program: &mut Child) -> anyhow::Result<String> {
    let out = program.stdout.take().context("its output")?;
    let mut lines = BufReader::new(out).lines();
    let line = tokio::time::timeout(process::PATIENCE, lines.next_line()).await??;
    line.context("it said nothing")
}
