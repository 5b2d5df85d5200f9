//! axe over every screen of the real window, in every theme.

use std::collections::BTreeMap;

use tenure_tests::{Desk, Window};

const RUN: &str = "
const done = arguments[arguments.length - 1];
// Fluent's focus traps stand hidden at the edges and hand the focus on at once.
axe.run({ exclude: [['[data-tabster-dummy]']] }, { resultTypes: ['violations'] }).then(
    ({ violations }) => done(violations.map((found) => `${found.id}: ${found.nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`)),
    (error) => done([String(error)]),
);";

fn axe() -> String {
    let file = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../ui/node_modules/axe-core/axe.min.js"
    );
    std::fs::read_to_string(file).expect("the UI's packages are installed")
}

async fn findings(window: &Window) -> Vec<String> {
    window.script(&axe(), vec![]).await.unwrap();
    let found = window.script_async(RUN).await.unwrap();
    serde_json::from_value(found).unwrap()
}

async fn assert_clean(theme: &str) {
    let desk = Desk::new().await.unwrap();
    let record = desk.record(&format!("window-accessibility-{theme}"));
    let window = Window::open(
        &desk,
        &[
            "--theme",
            theme,
            "--practice-groups",
            "14",
            "--practice-users",
            "40",
            "--practice-record",
            record.to_str().unwrap(),
        ],
    )
    .await
    .unwrap();
    let mut found = BTreeMap::new();
    window.shows("Explore").await.unwrap();
    found.insert("Welcome", findings(&window).await);
    window.click("Explore").await.unwrap();
    for (screen, sign) in [
        ("Home", "Search or jump to"),
        ("Groups", "I own"),
        ("Renewals", "Today, "),
        ("Settings", "Appearance"),
    ] {
        window.click(screen).await.unwrap();
        window.shows(sign).await.unwrap();
        window.settles().await.unwrap();
        found.insert(screen, findings(&window).await);
    }
    window.close().await.unwrap();
    found.retain(|_, findings| !findings.is_empty());
    assert!(found.is_empty(), "{theme}: {found:#?}");
}

#[tokio::test]
async fn light() {
    assert_clean("light").await;
}

#[tokio::test]
async fn dark() {
    assert_clean("dark").await;
}

#[tokio::test]
async fn high_contrast() {
    assert_clean("high-contrast").await;
}
