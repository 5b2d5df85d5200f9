//! Which packages of Debian and Ubuntu are needed for what, each with the reason that the person is told.

use super::Purpose;

/// One system package.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Package {
    /// Its name in Debian.
    pub(crate) name: &'static str,
    /// What it is for.
    pub(crate) why: &'static str,
    /// Programs of which each does as well, whoever installed it.
    pub(crate) programs: &'static [&'static str],
}

impl Package {
    /// Whether Ubuntu's package of this kind is an empty one that asks for a snap: a snap sees neither the tests' home
    /// nor their display.
    pub(crate) fn is_snap_on_ubuntu(self) -> bool {
        matches!(self.name, "chromium" | "chromium-driver")
    }
}

const fn package(name: &'static str, why: &'static str) -> Package {
    Package {
        name,
        why,
        programs: &[],
    }
}

const fn program(
    name: &'static str,
    programs: &'static [&'static str],
    why: &'static str,
) -> Package {
    Package {
        name,
        why,
        programs,
    }
}

const BUILD: &[Package] = &[
    package(
        "libwebkit2gtk-4.1-dev",
        "the window's web view, and GTK with it",
    ),
    package(
        "build-essential",
        "the C compiler that SQLite and the cryptography are built with",
    ),
    package("pkg-config", "finds the web view's libraries"),
];

const VIRTUAL_DISPLAY: &[Package] = &[
    package("xvfb", "a virtual display for the window"),
    package("xauth", "lets only this user onto the virtual display"),
];

const TEST: &[Package] = &[
    package("dbus", "a session bus of its own for every test"),
    package("gnome-keyring", "the keychain that tokens are sealed with"),
    package("webkit2gtk-driver", "clicks and types in the real window"),
    program(
        "chromium",
        &[
            "chromium",
            "google-chrome",
            "google-chrome-stable",
            "chromium-browser",
        ],
        "the browser in which the sign-in page is tested",
    ),
    program(
        "chromium-driver",
        &["chromedriver"],
        "clicks and types in that browser",
    ),
];

const FONTS: &[Package] = &[
    package(
        "fonts-noto-core",
        "people's and groups' names in any script",
    ),
    package("fonts-noto-cjk", "Chinese, Japanese and Korean names"),
];

/// What `purpose` takes, with or without a display.
pub(crate) fn wanted(purpose: Purpose, display_is_absent: bool) -> Vec<Package> {
    let display = display_is_absent || purpose != Purpose::Run;
    let parts: [(bool, &[Package]); 4] = [
        (true, BUILD),
        (display, VIRTUAL_DISPLAY),
        (purpose == Purpose::Test, TEST),
        (purpose == Purpose::Pictures, FONTS),
    ];
    parts
        .into_iter()
        .filter(|(needed, _)| *needed)
        .flat_map(|(_, packages)| packages)
        .copied()
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{Purpose, wanted};

    fn names(purpose: Purpose, display_is_absent: bool) -> Vec<&'static str> {
        wanted(purpose, display_is_absent)
            .iter()
            .map(|package| package.name)
            .collect()
    }

    #[test]
    fn a_desktop_is_not_given_a_virtual_display_to_run_the_application() {
        assert!(!names(Purpose::Run, false).contains(&"xvfb"));
        assert!(names(Purpose::Run, true).contains(&"xvfb"));
    }

    #[test]
    fn tests_always_get_a_virtual_display_so_that_no_window_pops_up() {
        assert!(names(Purpose::Test, false).contains(&"xvfb"));
        assert!(names(Purpose::Test, false).contains(&"webkit2gtk-driver"));
    }
}
