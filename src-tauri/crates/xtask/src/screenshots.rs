//! `cargo xtask screenshots`: the pictures of the screens that the README shows, from the real window.

use std::path::Path;

use anyhow::{Context as _, ensure};
use clap::Args;

use crate::project::{Profile, Project};
use crate::steps::Step;
use crate::system::{self, Purpose};
use crate::{application, display};

/// Where the pictures lie.
const FOLDER: &str = "ui/screenshots";

/// The screens, and whether each needs somebody who is signed in.
const SCREENS: &[(&str, bool)] = &[
    ("welcome", false),
    ("home", true),
    ("groups", true),
    ("renewals", true),
    ("deleted", true),
    ("policies", true),
    ("settings", true),
];

const THEMES: &[&str] = &["light", "dark"];

/// Which pictures.
#[derive(Debug, Args)]
pub(crate) struct Options {
    /// Only this screen.
    #[arg(long, value_name = "SCREEN")]
    only: Option<String>,
    /// Take them of the quick build.
    #[arg(long)]
    dev: bool,
}

/// Builds, and starts the application once a screen and theme.
pub(crate) fn run(project: &Project, options: &Options) -> anyhow::Result<()> {
    system::require(project, Purpose::Pictures)?;
    let profile = if options.dev {
        Profile::Dev
    } else {
        Profile::Release
    };
    application::build(project, profile)?;
    std::fs::create_dir_all(project.root.join(FOLDER)).context(FOLDER)?;
    let program = project.program(profile, "tenure");
    for (screen, signed_in) in SCREENS {
        if options.only.as_ref().is_none_or(|only| only == screen) {
            for theme in THEMES {
                take(project, &program, screen, *signed_in, theme)?;
            }
        }
    }
    Ok(())
}

fn take(
    project: &Project,
    program: &Path,
    screen: &str,
    signed_in: bool,
    theme: &str,
) -> anyhow::Result<()> {
    // A folder of its own: the picture shows a first start, and the person's own data stays out of it.
    let data = tempfile::tempdir()?;
    let picture = project
        .root
        .join(FOLDER)
        .join(format!("{screen}-{theme}.png"));
    let view = if signed_in {
        vec!["--practice", "--view", screen]
    } else {
        Vec::new()
    };
    let step = Step::new(format!("{screen}, {theme}"), &project.root, program)
        .args(view)
        .args(["--theme", theme])
        .args(["--data-dir".as_ref(), data.path().as_os_str()])
        .args(["--screenshot".as_ref(), picture.as_os_str()]);
    display::virtual_for(step).run()?;
    ensure!(picture.is_file(), "{} was not written", picture.display());
    Ok(())
}
