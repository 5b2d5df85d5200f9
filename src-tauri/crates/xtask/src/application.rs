//! Building the application, its UI inside.

use crate::project::{Profile, Project};
use crate::steps::Step;
use crate::ui;

/// Builds the UI and then the program that carries it.
pub(crate) fn build(project: &Project, profile: Profile) -> anyhow::Result<()> {
    ui::install(project)?;
    ui::build(project)?;
    Step::cargo("Build the application", &project.root)
        .args(["build", "--package", "tenure", "--bin", "tenure"])
        .args(profile.arguments().iter().copied())
        .run()
}
