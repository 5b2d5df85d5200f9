//! `cargo xtask run`: from a fresh clone to the open window.

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;

use crate::project::{Profile, Project};
use crate::steps::Step;
use crate::system::{self, Purpose};
use crate::{application, display, terminal};

/// How to open the application.
#[derive(Debug, Args)]
pub(crate) struct Options {
    /// Go straight into the practice tenant: no account is needed.
    #[arg(long)]
    practice: bool,
    /// Save a picture of the window once its first screen is complete, and quit.
    #[arg(long, value_name = "FILE")]
    screenshot: Option<PathBuf>,
    /// Build what a user gets (this is the default).
    #[arg(long)]
    release: bool,
    /// Build what compiles fastest.
    #[arg(long, conflicts_with = "release")]
    dev: bool,
    /// What else the application is started with.
    #[arg(last = true, value_name = "ARGUMENTS")]
    rest: Vec<OsString>,
}

impl Options {
    fn profile(&self) -> Profile {
        if self.dev {
            Profile::Dev
        } else {
            Profile::Release
        }
    }

    fn arguments(&self) -> Vec<OsString> {
        let mut arguments = Vec::new();
        if self.practice {
            arguments.push("--practice".into());
        }
        if let Some(file) = &self.screenshot {
            // The application may look at it from another folder.
            let file = std::path::absolute(file).unwrap_or_else(|_| file.clone());
            arguments.extend(["--screenshot".into(), file.into_os_string()]);
        }
        arguments.extend(self.rest.iter().cloned());
        arguments
    }
}

/// Sets up, builds, opens, and ends as the application ends.
pub(crate) fn run(project: &Project, options: &Options) -> anyhow::Result<ExitCode> {
    system::require(project, Purpose::Run)?;
    application::build(project, options.profile())?;
    let program = project.program(options.profile(), "tenure");
    let folder = std::env::current_dir()?;
    let mut open = Step::new("Open Tenure", &folder, program).args(options.arguments());
    if display::is_absent() {
        terminal::note(
            "There is no display: the window opens in a virtual one, where nobody sees it. Ctrl+C closes it.",
        );
        open = display::virtual_for(open);
    }
    let status = open.status()?;
    let code = status.code().and_then(|code| u8::try_from(code).ok());
    Ok(code.map_or(ExitCode::FAILURE, ExitCode::from))
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::Options;
    use crate::project::Profile;

    #[derive(Parser)]
    struct Line {
        #[command(flatten)]
        options: Options,
    }

    fn parse(words: &[&str]) -> Options {
        Line::parse_from([&["run"], words].concat()).options
    }

    #[test]
    fn without_a_word_a_user_gets_the_release() {
        assert_eq!(parse(&[]).profile(), Profile::Release);
        assert_eq!(parse(&["--dev"]).profile(), Profile::Dev);
    }

    #[test]
    fn what_follows_the_dashes_goes_to_the_application_as_it_is() {
        let options = parse(&[
            "--practice",
            "--",
            "--data-dir",
            "kept",
            "--practice-groups",
            "200",
        ]);
        let expected = [
            "--practice",
            "--data-dir",
            "kept",
            "--practice-groups",
            "200",
        ];
        assert_eq!(options.arguments(), expected);
    }
}
