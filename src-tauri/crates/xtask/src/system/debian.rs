//! Debian and Ubuntu: asks dpkg what is there, and apt, as root or through sudo, for what is not.

use anyhow::{Context as _, bail};

use super::packages::Package;
use crate::project::Project;
use crate::steps::Step;
use crate::terminal;

/// Installs those of `wanted` that are missing; asks nobody and touches nothing when none is.
pub(crate) fn install(project: &Project, wanted: &[Package]) -> anyhow::Result<()> {
    let system = std::fs::read_to_string("/etc/os-release").unwrap_or_default();
    let wanted = named(wanted, &system);
    let missing = missing(&wanted, &installed(project, &wanted));
    if missing.is_empty() {
        return Ok(());
    }
    terminal::heading("System packages");
    for package in &missing {
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

/// The packages by the names that they have on this system.
fn named(wanted: &[Package], os_release: &str) -> Vec<Package> {
    let is_ubuntu = os_release
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
        });
    let name = |package: &Package| {
        if is_ubuntu {
            package.for_ubuntu()
        } else {
            *package
        }
    };
    wanted.iter().map(name).collect()
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
                .program
                .is_some_and(|program| which::which(program).is_ok())
    };
    wanted
        .iter()
        .filter(|package| !has(package))
        .copied()
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{missing, named};
    use crate::system::packages::Package;

    const fn package(name: &'static str, program: Option<&'static str>) -> Package {
        Package {
            name,
            why: "a test",
            program,
        }
    }

    #[test]
    fn a_package_that_was_removed_but_left_its_settings_is_missing() {
        let wanted = [
            package("xvfb", None),
            package("dbus", None),
            package("xauth", None),
        ];
        let said = "dbus installed\nxvfb config-files\n";
        let names: Vec<_> = missing(&wanted, said)
            .iter()
            .map(|package| package.name)
            .collect();
        assert_eq!(names, ["xvfb", "xauth"]);
    }

    #[test]
    fn a_program_from_elsewhere_stands_in_for_its_package() {
        assert_eq!(missing(&[package("some-cargo", Some("cargo"))], ""), []);
    }

    #[test]
    fn ubuntu_and_what_is_made_from_it_name_the_browser_differently() {
        let wanted = [package("chromium", None), package("xvfb", None)];
        let names = |system| {
            named(&wanted, system)
                .iter()
                .map(|found| found.name)
                .collect::<Vec<_>>()
        };
        assert_eq!(
            names("ID=debian\nVERSION_ID=\"12\"\n"),
            ["chromium", "xvfb"]
        );
        assert_eq!(
            names("ID=linuxmint\nID_LIKE=\"ubuntu debian\"\n"),
            ["chromium-browser", "xvfb"]
        );
    }
}
