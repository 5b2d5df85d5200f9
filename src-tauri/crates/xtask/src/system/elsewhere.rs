//! macOS and Windows: asks whether the compiler's companions and the web view are there, and says what is not.

use std::path::Path;

use crate::project::Project;
use crate::steps::Step;

const XCODE: &str =
    "Xcode's command line tools are missing: they bring the linker. Run xcode-select --install.";
const BUILD_TOOLS: &str = "Microsoft's C++ build tools are missing: they bring the linker. Install \"Desktop development \
                           with C++\" with the Visual Studio installer (visualstudio.microsoft.com/visual-cpp-build-tools).";
const WEBVIEW2: &str = "The WebView2 runtime is missing: the window needs it. Windows 11 has it; for Windows 10 it is at \
                        developer.microsoft.com/microsoft-edge/webview2.";

/// Where the installers of WebView2 note its version: for the machine, and for this user.
const WEBVIEW2_KEYS: [&str; 2] = [
    r"HKLM\SOFTWARE\WOW6432Node\Microsoft\EdgeUpdate\Clients\{F3017226-FE2A-4295-8BDF-00C3A9A7E4C5}",
    r"HKCU\Software\Microsoft\EdgeUpdate\Clients\{F3017226-FE2A-4295-8BDF-00C3A9A7E4C5}",
];

/// What is missing on this system, in words for the person; nothing on any other.
pub(crate) fn missing(project: &Project) -> Vec<&'static str> {
    let ask = |program: &str, arguments: &[&str]| {
        Step::new(program, &project.root, program)
            .args(arguments.iter().copied())
            .quiet()
    };
    if cfg!(target_os = "macos") {
        return of_macos(ask("xcode-select", &["-p"]).as_deref());
    }
    if !cfg!(windows) {
        return Vec::new();
    }
    let folder = std::env::var("ProgramFiles(x86)").unwrap_or_default();
    let vswhere = format!(r"{folder}\Microsoft Visual Studio\Installer\vswhere.exe");
    let tools = "Microsoft.VisualStudio.Component.VC.Tools.x86.x64";
    let property = [
        "-latest",
        "-products",
        "*",
        "-requires",
        tools,
        "-property",
        "installationPath",
    ];
    let installed = Path::new(&vswhere)
        .exists()
        .then(|| ask(&vswhere, &property))
        .flatten();
    let linker = which::which("link").is_ok();
    let versions = WEBVIEW2_KEYS.map(|key| ask("reg", &["query", key, "/v", "pv"]));
    of_windows(linker, installed.as_deref(), &versions)
}

/// `xcode-select -p` names a folder, or fails.
fn of_macos(developer_folder: Option<&str>) -> Vec<&'static str> {
    match developer_folder.map(str::trim) {
        None | Some("") => vec![XCODE],
        Some(_) => Vec::new(),
    }
}

fn of_windows(
    linker: bool,
    vswhere: Option<&str>,
    registry: &[Option<String>],
) -> Vec<&'static str> {
    let tools = linker || vswhere.is_some_and(|folder| !folder.trim().is_empty());
    let webview = registry.iter().flatten().any(|said| is_version(said));
    let missing = [(tools, BUILD_TOOLS), (webview, WEBVIEW2)];
    missing
        .into_iter()
        .filter(|(there, _)| !there)
        .map(|(_, words)| words)
        .collect()
}

/// `    pv    REG_SZ    128.0.2739.42`; 0.0.0.0 is what an uninstaller leaves.
fn is_version(said: &str) -> bool {
    let value = said.lines().find_map(|line| {
        let mut words = line.split_whitespace();
        (words.next() == Some("pv")).then(|| words.last())?
    });
    value.is_some_and(|version| version.contains('.') && version != "0.0.0.0")
}

#[cfg(test)]
mod tests {
    use super::{BUILD_TOOLS, WEBVIEW2, XCODE, of_macos, of_windows};

    #[test]
    fn a_mac_without_the_command_line_tools_is_told_how_to_get_them() {
        assert_eq!(of_macos(None), [XCODE]);
        let tools = "/Library/Developer/CommandLineTools\n";
        assert!(of_macos(Some(tools)).is_empty());
    }

    #[test]
    fn windows_needs_a_linker_and_a_web_view_and_is_told_of_both() {
        assert_eq!(
            of_windows(false, Some("\r\n"), &[None, None]),
            [BUILD_TOOLS, WEBVIEW2]
        );
        let said = |version: &str| Some(format!("\r\nHKEY_…\r\n    pv    REG_SZ    {version}\r\n"));
        let studio = Some(r"C:\Program Files\Microsoft Visual Studio\2022\BuildTools");
        assert!(of_windows(false, studio, &[None, said("128.0.2739.42")]).is_empty());
        assert_eq!(of_windows(true, None, &[said("0.0.0.0"), None]), [WEBVIEW2]);
    }
}
