//! axe over every screen of the real window, in every theme.

use std::collections::BTreeMap;

use tenure_tests::{Desk, Key, Window};

const RUN: &str = "
const done = arguments[arguments.length - 1];
// A colour that is half way to another is none that anybody reads by: what moves comes to its end first.
const ends = (moving) => moving.effect?.getComputedTiming().endTime !== Infinity;
const still = Promise.allSettled(document.getAnimations().filter(ends).map((moving) => moving.finished));
// Fluent's focus traps stand hidden at the edges and hand the focus on at once.
still.then(() => axe.run({ exclude: [['[data-tabster-dummy]']] }, { resultTypes: ['violations'] })).then(
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
    for (screen, signs) in [
        ("Deleted", ["brought back", "waiting to be lost"]),
        ("Activity", ["Activity", "Export"]),
    ] {
        window.click(screen).await.unwrap();
        let there = |text: &str| signs.iter().any(|sign| text.contains(sign));
        window.until(screen, there).await.unwrap();
        window.settles().await.unwrap();
        found.insert(screen, findings(&window).await);
    }
    look_into_groups(&window, &mut found).await;
    window.close().await.unwrap();
    found.retain(|_, findings| !findings.is_empty());
    assert!(found.is_empty(), "{theme}: {found:#?}");
}

/// Opens the first group in the table.
const OPEN: &str = "document.querySelector('[role=row][aria-rowindex=\"2\"]').focus()";

/// Making a group, one group with its tabs and drawers, and people across groups.
async fn look_into_groups(window: &Window, found: &mut BTreeMap<&'static str, Vec<String>>) {
    window.click("Groups").await.unwrap();
    window.shows("I own").await.unwrap();
    window.settles().await.unwrap();
    window.click("People across groups").await.unwrap();
    window.shows("Somebody leaves").await.unwrap();
    found.insert("People across groups", findings(window).await);
    window.click("Groups").await.unwrap();
    window.click("New group").await.unwrap();
    window.shows("Owners beside you").await.unwrap();
    found.insert("New group", findings(window).await);
    window.click("Not now").await.unwrap();
    window.shows("I own").await.unwrap();
    window.script(OPEN, vec![]).await.unwrap();
    window.press(Key::Enter).await.unwrap();
    for (tab, sign) in [
        ("Overview", "Facts"),
        ("Members", "Members \u{b7} "),
        ("Settings", "Delete the group"),
    ] {
        window.tab(tab).await.unwrap();
        window.shows(sign).await.unwrap();
        window.settles().await.unwrap();
        found.insert(tab, findings(window).await);
    }
    window.tab("Members").await.unwrap();
    window.click("Add people").await.unwrap();
    window.shows("Paste addresses or names").await.unwrap();
    found.insert("Add people", findings(window).await);
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
