//! axe over every screen of the real window, in every theme.

use serde_json::{Value, json};
use tenure_tests::{Desk, Window};

const RUN: &str = "
const done = arguments[arguments.length - 1];
// Fluent's focus traps stand hidden at the edges and hand the focus on at once.
axe.run({ exclude: [['[data-tabster-dummy]']] }, { resultTypes: ['violations'] }).then(
    ({ violations }) => done(violations.map((found) => `${found.id}: ${found.nodes.map((node) => node.target.join(' ')).join(', ')}`)),
    (error) => done([String(error)]),
);";

fn axe() -> String {
    let file = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../ui/node_modules/axe-core/axe.min.js"
    );
    std::fs::read_to_string(file).expect("the UI's packages are installed")
}

async fn findings(window: &Window) -> Value {
    window.script(&axe(), vec![]).await.unwrap();
    window.script_async(RUN).await.unwrap()
}

async fn assert_clean(theme: &str) {
    let desk = Desk::new().await.unwrap();
    let window = Window::open(
        &desk,
        &[
            "--theme",
            theme,
            "--practice-groups",
            "14",
            "--practice-users",
            "40",
        ],
    )
    .await
    .unwrap();
    window.shows("Explore").await.unwrap();
    assert_eq!(findings(&window).await, json!([]), "Welcome, {theme}");
    window.click("Explore").await.unwrap();
    for (screen, sign) in [
        ("Home", "Home"),
        ("Groups", "I own"),
        ("Renewals", "Renewals"),
        ("Settings", "Appearance"),
    ] {
        window.click(screen).await.unwrap();
        window.shows(sign).await.unwrap();
        assert_eq!(findings(&window).await, json!([]), "{screen}, {theme}");
    }
    window.close().await.unwrap();
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
