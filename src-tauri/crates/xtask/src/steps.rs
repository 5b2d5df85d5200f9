//! Runs other programs where they can be watched: a heading, their output as it comes, and how long they took.

use std::ffi::OsString;
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::ExitStatus;
use std::time::Instant;

use anyhow::{Context as _, ensure};

use crate::terminal;

/// One program to run.
#[derive(Debug, Clone)]
pub(crate) struct Step {
    title: String,
    wrapper: Vec<OsString>,
    command: Vec<OsString>,
    folder: PathBuf,
    variables: Vec<(OsString, Option<OsString>)>,
}

/// What a captured program printed, and whether it was content.
#[derive(Debug)]
pub(crate) struct Captured {
    pub(crate) succeeded: bool,
    pub(crate) output: String,
}

impl Step {
    /// `program`, announced as `title`, run in `folder`.
    pub(crate) fn new(
        title: impl Into<String>,
        folder: &Path,
        program: impl Into<OsString>,
    ) -> Self {
        Self {
            title: title.into(),
            wrapper: Vec::new(),
            command: vec![program.into()],
            folder: folder.to_owned(),
            variables: Vec::new(),
        }
    }

    /// The cargo that started xtask.
    pub(crate) fn cargo(title: impl Into<String>, folder: &Path) -> Self {
        let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        Self::new(title, folder, cargo)
    }

    /// npm, by the name it has on this system.
    pub(crate) fn npm(title: impl Into<String>, folder: &Path) -> Self {
        Self::new(title, folder, if cfg!(windows) { "npm.cmd" } else { "npm" })
    }

    /// The same under another title.
    pub(crate) fn titled(mut self, title: &str) -> Self {
        title.clone_into(&mut self.title);
        self
    }

    /// More arguments.
    pub(crate) fn args<A: Into<OsString>>(
        mut self,
        arguments: impl IntoIterator<Item = A>,
    ) -> Self {
        self.command.extend(arguments.into_iter().map(Into::into));
        self
    }

    /// One environment variable.
    pub(crate) fn env(mut self, name: &str, value: impl Into<OsString>) -> Self {
        self.variables.push((name.into(), Some(value.into())));
        self
    }

    /// One environment variable that the program must not see.
    pub(crate) fn env_remove(mut self, name: &str) -> Self {
        self.variables.push((name.into(), None));
        self
    }

    /// Lets `wrapper` start the program instead.
    pub(crate) fn wrapped_in(mut self, wrapper: &[&str]) -> Self {
        self.wrapper = wrapper.iter().map(OsString::from).collect();
        self
    }

    /// The command as one would type it, less what it is wrapped in.
    pub(crate) fn command_line(&self) -> String {
        let mut words = self
            .command
            .iter()
            .map(|word| word.to_string_lossy().into_owned());
        let program = words.next().unwrap_or_default();
        let name = Path::new(&program).file_name().unwrap_or_default();
        [name.to_string_lossy().into_owned()]
            .into_iter()
            .chain(words)
            .collect::<Vec<_>>()
            .join(" ")
    }

    /// Runs it with this terminal as its own, and fails when it fails.
    pub(crate) fn run(&self) -> anyhow::Result<()> {
        let status = self.status()?;
        ensure!(
            status.success(),
            "{} failed ({status}): {}",
            self.title,
            self.command_line()
        );
        Ok(())
    }

    /// Runs it with this terminal as its own.
    pub(crate) fn status(&self) -> anyhow::Result<ExitStatus> {
        let began = self.announce();
        let status = self
            .expression()
            .unchecked()
            .run()
            .with_context(|| self.not_started())?
            .status;
        terminal::done(
            if status.success() { "done" } else { "failed" },
            began.elapsed(),
        );
        Ok(status)
    }

    /// Runs it, passes its output on as it comes and keeps it.
    pub(crate) fn capture(&self) -> anyhow::Result<Captured> {
        let began = self.announce();
        let reader = self
            .expression()
            .stderr_to_stdout()
            .stdin_null()
            .unchecked()
            .reader()
            .with_context(|| self.not_started())?;
        let mut output = String::new();
        let mut lines = BufReader::new(&reader);
        let mut line = Vec::new();
        while lines.read_until(b'\n', &mut line)? > 0 {
            let text = String::from_utf8_lossy(&line);
            terminal::passed_on(text.trim_end());
            output.push_str(&text);
            line.clear();
        }
        let status = reader.try_wait()?.map(|output| output.status);
        let succeeded = status.is_some_and(|status| status.success());
        terminal::done(if succeeded { "done" } else { "failed" }, began.elapsed());
        Ok(Captured { succeeded, output })
    }

    /// Runs it unseen and answers what it printed, or nothing when it cannot be started.
    pub(crate) fn quiet(&self) -> Option<String> {
        self.expression().stderr_null().unchecked().read().ok()
    }

    fn announce(&self) -> Instant {
        terminal::heading(&self.title);
        terminal::note(&format!("$ {}", self.command_line()));
        Instant::now()
    }

    fn expression(&self) -> duct::Expression {
        let mut words = self.wrapper.iter().chain(&self.command);
        let program = words.next().cloned().unwrap_or_default();
        let mut expression = duct::cmd(program, words).dir(&self.folder);
        for (name, value) in &self.variables {
            expression = match value {
                Some(value) => expression.env(name, value),
                None => expression.env_remove(name),
            };
        }
        expression
    }

    fn not_started(&self) -> String {
        format!("{} cannot be started: {}", self.title, self.command_line())
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::Step;

    #[test]
    fn the_command_line_reads_as_one_would_type_it() {
        let step =
            Step::new("Tests", Path::new("."), "/somewhere/bin/cargo").args(["test", "-p", "x"]);
        assert_eq!(step.command_line(), "cargo test -p x");
        let wrapped = step.wrapped_in(&["xvfb-run", "-a"]);
        assert_eq!(
            wrapped.command_line(),
            "cargo test -p x",
            "what it runs in is no news"
        );
    }

    #[test]
    fn what_a_captured_program_prints_is_kept_and_its_failure_is_told() {
        let cargo = |argument| {
            Step::cargo("Cargo", Path::new("."))
                .args([argument])
                .capture()
        };
        let version = cargo("--version").expect("cargo starts");
        assert!(version.succeeded && version.output.starts_with("cargo "));
        assert!(!cargo("--no-such-option").expect("cargo starts").succeeded);
    }
}
