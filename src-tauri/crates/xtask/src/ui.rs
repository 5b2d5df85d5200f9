//! The UI's packages and its build, each done only when it is out of date.

use std::path::{Path, PathBuf};
use std::time::SystemTime;

use anyhow::Context as _;
use walkdir::WalkDir;

use crate::project::Project;
use crate::steps::Step;

/// What the built UI is made from, in ui/.
const SOURCES: &[&str] = &[
    "src",
    "public",
    "index.html",
    "package.json",
    "package-lock.json",
    "tsconfig.json",
    "vite.config.ts",
];

/// Installs exactly the packages of package-lock.json, unless these are the ones that are there.
pub(crate) fn install(project: &Project) -> anyhow::Result<()> {
    let lock = project.ui().join("package-lock.json");
    let wanted = std::fs::read(&lock).with_context(|| lock.display().to_string())?;
    // A copy of the lock file that was installed last: `npm ci` empties the folder, so that half an installation has none.
    let stamp = project
        .ui()
        .join("node_modules/.installed-package-lock.json");
    if std::fs::read(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    Step::npm("Install the UI's packages", &project.ui())
        .args(["ci", "--no-audit", "--no-fund"])
        .run()?;
    std::fs::write(&stamp, wanted).with_context(|| stamp.display().to_string())
}

/// Builds ui/dist, unless it is newer than everything that it is made from.
pub(crate) fn build(project: &Project) -> anyhow::Result<()> {
    let ui = project.ui();
    let sources: Vec<PathBuf> = SOURCES.iter().map(|name| ui.join(name)).collect();
    if is_current(&ui.join("dist/index.html"), &sources) {
        return Ok(());
    }
    Step::npm("Build the UI", &ui).args(["run", "build"]).run()
}

fn is_current(built: &Path, sources: &[PathBuf]) -> bool {
    let Some(built) = changed(built) else {
        return false;
    };
    // Folders count too: that is how a file that was taken away is noticed.
    let newest = sources
        .iter()
        .flat_map(WalkDir::new)
        .flatten()
        .filter_map(|entry| changed(entry.path()))
        .max();
    newest.is_none_or(|newest| newest <= built)
}

fn changed(path: &Path) -> Option<SystemTime> {
    std::fs::metadata(path)
        .and_then(|metadata| metadata.modified())
        .ok()
}

#[cfg(test)]
mod tests {
    use std::fs::{self, File};
    use std::time::{Duration, SystemTime};

    use super::is_current;

    #[test]
    fn a_build_is_current_until_a_source_changes() {
        let folder = tempfile::tempdir().expect("a folder");
        let (source, built) = (folder.path().join("source"), folder.path().join("built"));
        fs::create_dir(&source).expect("a folder");
        fs::write(source.join("a.ts"), "").expect("a source");
        assert!(
            !is_current(&built, std::slice::from_ref(&source)),
            "nothing was built yet"
        );
        fs::write(&built, "").expect("a build");
        assert!(is_current(&built, std::slice::from_ref(&source)));
        let later = SystemTime::now() + Duration::from_secs(5);
        File::options()
            .write(true)
            .open(source.join("a.ts"))
            .and_then(|file| file.set_modified(later))
            .expect("a time");
        assert!(!is_current(&built, &[source]), "the source is newer");
    }
}
