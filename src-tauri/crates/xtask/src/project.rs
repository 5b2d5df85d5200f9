//! Where things lie: the repository, its UI, what cargo builds. Paths only; nothing is read or written here.

use std::path::PathBuf;

use anyhow::Context as _;
use cargo_metadata::{Metadata, MetadataCommand};

/// The repository and the folder that cargo builds into.
#[derive(Debug, Clone)]
pub(crate) struct Project {
    pub(crate) root: PathBuf,
    pub(crate) target: PathBuf,
    /// The integration tests of every crate, by package and target.
    pub(crate) integration_tests: Vec<(String, String)>,
}

/// How the application is built.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Profile {
    Dev,
    Release,
}

impl Profile {
    /// What tells cargo.
    pub(crate) fn arguments(self) -> &'static [&'static str] {
        match self {
            Self::Dev => &[],
            Self::Release => &["--release"],
        }
    }

    fn folder(self) -> &'static str {
        match self {
            Self::Dev => "debug",
            Self::Release => "release",
        }
    }
}

impl Project {
    /// The workspace that xtask belongs to, wherever in it the command was given.
    pub(crate) fn locate() -> anyhow::Result<Self> {
        let metadata = MetadataCommand::new()
            .manifest_path(concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml"))
            .no_deps()
            .exec()
            .context("cargo metadata does not say where the workspace is")?;
        Ok(Self {
            integration_tests: integration_tests(&metadata),
            root: metadata.workspace_root.into(),
            target: metadata.target_directory.into(),
        })
    }

    /// The folder with the one package.json.
    pub(crate) fn ui(&self) -> PathBuf {
        self.root.join("ui")
    }

    /// A program that cargo has built.
    pub(crate) fn program(&self, profile: Profile, name: &str) -> PathBuf {
        self.target.join(profile.folder()).join(executable(name))
    }

    /// An example that cargo has built.
    pub(crate) fn example(&self, profile: Profile, name: &str) -> PathBuf {
        self.target
            .join(profile.folder())
            .join("examples")
            .join(executable(name))
    }

    /// Where a test run records its traffic, a file of JSON lines a recorder.
    pub(crate) fn traffic(&self) -> PathBuf {
        self.target.join("traffic")
    }
}

fn executable(name: &str) -> String {
    format!("{name}{}", std::env::consts::EXE_SUFFIX)
}

fn integration_tests(metadata: &Metadata) -> Vec<(String, String)> {
    let targets = metadata.packages.iter().flat_map(|package| {
        let tests = package.targets.iter().filter(|target| target.is_test());
        tests.map(|target| (package.name.to_string(), target.name.clone()))
    });
    targets.collect()
}
