//! Debian and Ubuntu: asks dpkg what is there, and apt, as root or through sudo, for what is not.

use anyhow::{Context as _, bail, ensure};

use super::packages::Package;
use crate::project::Project;
use crate::steps::Step;
use crate::terminal;

/// Installs those of `wanted` that are missing; asks nobody and touches nothing when none is.
pub(crate) fn install(project: &Project, wanted: &[Package]) -> anyhow::Result<()> {
    let system = std::fs::read_to_string("/etc/os-release").unwrap_or_default();
    let missing = missing(wanted, &installed(project, wanted));
    let (by_hand, missing) = by_hand(missing, is_ubuntu(&system));
    if !missing.is_empty() {
        install_missing(project, &missing)?;
    }
    ensure!(by_hand.is_empty(), "{BROWSER_BY_HAND}");
    Ok(())
}

/// What nobody but the person can install.
const BROWSER_BY_HAND: &str = "\
The tests need a browser and its driver, and Ubuntu's own Chromium is a snap, which they cannot drive. Install Google Chrome
(google.com/chrome, a .deb) or any other Chromium, and put the chromedriver of the same version on the PATH: both are at
googlechromelabs.github.io/chrome-for-testing.";

/// Sets those aside that apt does not bring on Ubuntu.
fn by_hand(missing: Vec<Package>, is_ubuntu: bool) -> (Vec<Package>, Vec<Package>) {
    missing
        .into_iter()
        .partition(|package| is_ubuntu && package.is_snap_on_ubuntu())
}

fn install_missing(project: &Project, missing: &[Package]) -> anyhow::Result<()> {
    terminal::heading("System packages");
    for package in missing {
        terminal::note(&format!("{} is missing: {}", package.name, package.why));
    }
    let names: Vec<&str> = missing.iter().map(|package| package.name).collect();
    let root = root(project).with_context(|| {
        format!(
            "Install them yourself, as root: apt-get install {}",
            names.join(" ")
        )
    })?;
    let apt = |title: &str| {
        Step::new(title, &project.root, "env")
            .args(["DEBIAN_FRONTEND=noninteractive", "apt-get", "-q"])
            .wrapped_in(&root)
    };
    apt("Ask what packages there are").args(["update"]).run()?;
    apt("Install the missing packages")
        .args(["install", "--yes", "--no-install-recommends"])
        .args(names)
        .run()
}

/// Whether this is Ubuntu, or made from it.
fn is_ubuntu(os_release: &str) -> bool {
    os_release
        .lines()
        .filter_map(|line| {
            line.strip_prefix("ID=")
                .or_else(|| line.strip_prefix("ID_LIKE="))
        })
        .any(|names| {
            names
                .trim_matches('"')
                .split(' ')
                .any(|name| name == "ubuntu")
        })
}

/// How to become root: nothing at all, or sudo; it asks for a password only where somebody can type it.
fn root(project: &Project) -> anyhow::Result<Vec<&'static str>> {
    let ask = |program: &str, arguments: &[&str]| {
        Step::new(program, &project.root, program)
            .args(arguments.iter().copied())
            .quiet()
    };
    if ask("id", &["-u"]).is_some_and(|user| user.trim() == "0") {
        return Ok(Vec::new());
    }
    if which::which("sudo").is_err() {
        bail!("Only root may install packages, and there is no sudo.");
    }
    if ask("sudo", &["-n", "echo", "ready"]).is_some_and(|said| said.trim() == "ready") {
        return Ok(vec!["sudo", "-n"]);
    }
    if std::io::IsTerminal::is_terminal(&std::io::stdin()) {
        return Ok(vec!["sudo"]);
    }
    bail!("sudo asks for a password, and nobody is at a terminal to type it.");
}

/// What dpkg says of the wanted packages, a line each. It fails on names that it has never seen and still prints the rest.
fn installed(project: &Project, wanted: &[Package]) -> String {
    Step::new("dpkg", &project.root, "dpkg-query")
        .args(["--show", "--showformat=${Package} ${db:Status-Status}\\n"])
        .args(wanted.iter().map(|package| package.name))
        .quiet()
        .unwrap_or_default()
}

fn missing(wanted: &[Package], installed: &str) -> Vec<Package> {
    let has = |package: &Package| {
        let line = format!("{} installed", package.name);
        installed.lines().any(|candidate| candidate == line)
            || package
                .programs
                .iter()
                .any(|program| which::which(program).is_ok())
    };
    wanted
        .iter()
        .filter(|package| !has(package))
        .copied()
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{by_hand, is_ubuntu, missing};
    use crate::system::packages::Package;

    const fn package(name: &'static str, programs: &'static [&'static str]) -> Package {
        Package {
            name,
            why: "a test",
            programs,
        }
    }

    fn names(packages: &[Package]) -> Vec<&'static str> {
        packages.iter().map(|package| package.name).collect()
    }

    #[test]
    fn a_package_that_was_removed_but_left_its_settings_is_missing() {
        let wanted = [
            package("xvfb", &[]),
            package("dbus", &[]),
            package("xauth", &[]),
        ];
        let said = "dbus installed\nxvfb config-files\n";
        assert_eq!(names(&missing(&wanted, said)), ["xvfb", "xauth"]);
    }

    #[test]
    fn one_of_several_programs_from_elsewhere_stands_in_for_the_package() {
        let cargo = package("some-cargo", &["no-such-program", "cargo"]);
        assert_eq!(missing(&[cargo], ""), []);
    }

    #[test]
    fn ubuntu_and_what_is_made_from_it_do_not_pretend_to_bring_a_browser() {
        let wanted = || vec![package("chromium", &[]), package("xvfb", &[])];
        assert!(!is_ubuntu("ID=debian\nVERSION_ID=\"12\"\n"));
        assert_eq!(
            names(&by_hand(wanted(), false).1),
            ["chromium", "xvfb"],
            "Debian brings both"
        );
        assert!(is_ubuntu("ID=linuxmint\nID_LIKE=\"ubuntu debian\"\n"));
        let (person, apt) = by_hand(wanted(), true);
        assert_eq!(
            (names(&person), names(&apt)),
            (vec!["chromium"], vec!["xvfb"])
        );
    }
}
