//! Who may import whom. The table is ARCHITECTURE.md's; here it is held.

use std::collections::BTreeMap;

use cargo_metadata::{DependencyKind, Metadata, MetadataCommand, Package};

/// Our crates, with those of ours that each may use in what it ships.
const OURS: &[(&str, &[&str])] = &[
    ("graph-client", &[]),
    ("practice-tenant", &[]),
    ("ipc-contract", &[]),
    ("identity", &["graph-client"]),
    ("sqlite-file", &[]),
    ("cache", &["graph-client", "sqlite-file"]),
    ("jobs", &["sqlite-file"]),
    ("ledger", &["sqlite-file"]),
    (
        "app-core",
        &[
            "cache",
            "graph-client",
            "identity",
            "ipc-contract",
            "jobs",
            "ledger",
        ],
    ),
    (
        "tenure",
        &["app-core", "identity", "ipc-contract", "practice-tenant"],
    ),
    ("xtask", &["ipc-contract"]),
    ("tenure-tests", &[]),
];

fn workspace() -> Metadata {
    let manifest = concat!(env!("CARGO_MANIFEST_DIR"), "/../Cargo.toml");
    MetadataCommand::new()
        .manifest_path(manifest)
        .no_deps()
        .exec()
        .unwrap()
}

fn shipped(package: &Package) -> impl Iterator<Item = &str> {
    let of_interest = |kind| matches!(kind, DependencyKind::Normal | DependencyKind::Build);
    package
        .dependencies
        .iter()
        .filter(move |dependency| of_interest(dependency.kind))
        .map(|dependency| dependency.name.as_str())
}

#[test]
fn every_crate_uses_only_what_the_table_allows() {
    let allowed: BTreeMap<_, _> = OURS.iter().copied().collect();
    for package in &workspace().packages {
        let name = package.name.as_str();
        let may = allowed
            .get(name)
            .unwrap_or_else(|| panic!("{name} is not in the table"));
        for dependency in shipped(package).filter(|dependency| allowed.contains_key(dependency)) {
            assert!(
                may.contains(&dependency),
                "{name} must not use {dependency}"
            );
        }
    }
}

#[test]
fn the_desktop_is_known_to_the_shell_alone() {
    for package in workspace()
        .packages
        .iter()
        .filter(|package| package.name.as_str() != "tenure")
    {
        let desktop: Vec<_> = shipped(package)
            .filter(|name| name.starts_with("tauri"))
            .collect();
        assert!(desktop.is_empty(), "{} uses {desktop:?}", package.name);
    }
}

#[test]
fn the_practice_tenant_shares_no_code_with_the_client_not_even_in_tests() {
    let workspace = workspace();
    let practice = workspace
        .packages
        .iter()
        .find(|package| package.name.as_str() == "practice-tenant")
        .unwrap();
    let shared = practice
        .dependencies
        .iter()
        .any(|dependency| dependency.name == "graph-client");
    assert!(!shared, "a wrong name must not be wrong on both sides");
}

#[test]
fn the_shell_neither_speaks_http_nor_opens_databases() {
    let workspace = workspace();
    let shell = workspace
        .packages
        .iter()
        .find(|package| package.name.as_str() == "tenure")
        .unwrap();
    let forbidden: Vec<_> = shipped(shell)
        .filter(|name| ["reqwest", "rusqlite", "oauth2"].contains(name))
        .collect();
    assert!(forbidden.is_empty(), "the shell uses {forbidden:?}");
}
