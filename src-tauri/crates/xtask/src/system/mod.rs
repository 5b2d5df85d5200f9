//! What the operating system has to have before anything can be built or tested, and how it gets there.
//!
//! Debian and Ubuntu are set up; every other system is told what is missing. The lists, each with its reason, are
//! `packages`; how apt is asked is `debian`; macOS and Windows are `elsewhere`.

mod debian;
mod elsewhere;
mod packages;

use anyhow::{Context as _, bail, ensure};

use crate::display;
use crate::project::Project;
use crate::steps::Step;
use crate::terminal;

/// What is going to be done, and so what it takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// Build the application and open its window.
    Run,
    /// All of that, and everything that the tests drive.
    Test,
    /// Everything that a picture of the window needs, in any script.
    Pictures,
}

/// The oldest Node that the UI's tools run on.
const NODE: (u32, u32) = (20, 19);

/// Makes sure that everything is there, or says what is missing.
pub(crate) fn require(project: &Project, purpose: Purpose) -> anyhow::Result<()> {
    if cfg!(target_os = "linux") {
        let wanted = packages::wanted(purpose, display::is_absent());
        if which::which("dpkg-query").is_ok() {
            debian::install(project, &wanted)?;
        } else {
            tell_what_is_missing(project, &wanted);
        }
    }
    let missing = elsewhere::missing(project);
    ensure!(missing.is_empty(), "{}", missing.join("\n"));
    require_node(project)
}

/// Another Linux: its package names are not known here, what they bring is.
fn tell_what_is_missing(project: &Project, wanted: &[packages::Package]) {
    let webkit = Step::new("WebKitGTK", &project.root, "pkg-config").args([
        "--exists",
        "--print-errors",
        "webkit2gtk-4.1",
    ]);
    if webkit.quiet().is_none() {
        terminal::note("pkg-config is missing: it says where WebKitGTK lies.");
    }
    terminal::note("This system has no dpkg. Debian's names for what is needed, and why:");
    for package in wanted {
        terminal::note(&format!("  {}: {}", package.name, package.why));
    }
}

fn require_node(project: &Project) -> anyhow::Result<()> {
    let (major, minor) = NODE;
    let Some(printed) = Step::new("Node", &project.root, "node")
        .args(["--version"])
        .quiet()
    else {
        bail!(
            "Node.js is missing: the UI is built with it. Install {major}.{minor} or newer (nodejs.org)."
        );
    };
    let found = version(&printed).with_context(|| format!("node --version says {printed:?}"))?;
    ensure!(
        found >= NODE,
        "Node.js {} is too old: the UI is built with {major}.{minor} or newer (nodejs.org).",
        printed.trim()
    );
    ensure!(
        which::which("npm").is_ok(),
        "npm is missing: it comes with Node.js from nodejs.org, and as a package of its own on Debian."
    );
    Ok(())
}

/// `v20.20.0` as `(20, 20)`.
fn version(printed: &str) -> Option<(u32, u32)> {
    let mut numbers = printed.trim().trim_start_matches('v').split('.');
    Some((numbers.next()?.parse().ok()?, numbers.next()?.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::{NODE, version};

    #[test]
    fn node_tells_its_version_with_a_v() {
        assert_eq!(version("v20.20.0\n"), Some((20, 20)));
        assert_eq!(version("not a version"), None);
        assert!(
            version("v18.19.1") < Some(NODE),
            "Debian 12's own Node is too old"
        );
    }
}
