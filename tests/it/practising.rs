//! The first quarter of an hour: into the practice tenant, a star, a renewal, and back the next day.

use std::path::Path;

use serde_json::{Value, json};
use tenure_tests::{Desk, Window};

/// The name of the first group in the table.
const FIRST_NAME: &str = "return document.querySelector('[role=row][aria-rowindex=\"2\"] [dir=auto][title]')?.title ?? null";
/// A date as the window writes dates.
const WRITTEN: &str = "
const locale = navigator.languages.find((language) => language.startsWith('en')) ?? 'en-GB';
return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric' }).format(new Date(arguments[0]));";

/// What the service said last of the group that was renewed: read from the record of its traffic.
fn expiry_by_the_service(record: &Path) -> String {
    let text = std::fs::read_to_string(record).unwrap();
    let exchanges: Vec<Value> = text
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let url = |exchange: &Value| exchange["url"].as_str().unwrap_or_default().to_owned();
    let renewal = exchanges
        .iter()
        .position(|exchange| url(exchange).ends_with("/renew"))
        .expect("a renewal was sent");
    let group = url(&exchanges[renewal])
        .trim_end_matches("/renew")
        .to_owned();
    // What the mailbox keeps is read by a request of its own, which tells no date.
    let told = exchanges[renewal..]
        .iter()
        .rev()
        .filter(|exchange| url(exchange).starts_with(&format!("{group}?")))
        .find_map(|exchange| exchange["response_body"]["expirationDateTime"].as_str());
    told.expect("the group was read again").to_owned()
}

async fn first_group(window: &Window) -> String {
    window
        .until("the table has rows", |text| text.contains("Visibility"))
        .await
        .unwrap();
    for _ in 0..600 {
        if let Some(name) = window.script(FIRST_NAME, vec![]).await.unwrap().as_str() {
            return name.to_owned();
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    panic!("no group came: {}", window.text().await.unwrap());
}

/// A group that was starred and renewed, and until when.
pub(crate) struct Kept {
    name: String,
    date: String,
}

/// Stars and renews the first group; the date that is shown is the service's own.
pub(crate) async fn star_and_renew(window: &Window, record: &Path) -> Kept {
    window.click("Groups").await.unwrap();
    let name = first_group(window).await;
    window
        .click(&format!("Mark {name} as a favorite"))
        .await
        .unwrap();
    window
        .find("button", &format!("Take {name} from the favorites"))
        .await
        .unwrap();
    window.click(&name).await.unwrap();
    window.find("[role=tab]", "Overview").await.unwrap();
    // The navigation has a place that is called alike.
    let renew = window.find("button", "Renew").await.unwrap();
    renew.click().await.unwrap();
    window
        .shows(&format!("{name} is renewed until"))
        .await
        .unwrap();
    let expiry = json!(expiry_by_the_service(record));
    let date = window.script(WRITTEN, vec![expiry]).await.unwrap();
    let date = date.as_str().unwrap().to_owned();
    window
        .shows(&format!("{name} is renewed until {date}"))
        .await
        .unwrap();
    Kept { name, date }
}

/// What was starred and renewed is so still.
pub(crate) async fn finds(window: &Window, Kept { name, date }: &Kept) {
    window.click("Groups").await.unwrap();
    // A group that has long to live stands far down, and only what is in view is drawn.
    window.fill("Search your groups", name).await.unwrap();
    window
        .find("button", &format!("Take {name} from the favorites"))
        .await
        .unwrap();
    window.click(name).await.unwrap();
    window.shows(date).await.unwrap();
}

#[tokio::test]
async fn what_was_starred_and_renewed_is_there_after_a_restart() {
    let desk = Desk::new().await.unwrap();
    let record = desk.record("window-practising");
    let recording = [
        "--practice-groups",
        "14",
        "--practice-users",
        "40",
        "--practice-record",
        record.to_str().unwrap(),
    ];

    let window = Window::open(&desk, &recording).await.unwrap();
    window.click("Explore").await.unwrap();
    let kept = star_and_renew(&window, &record).await;
    window.close().await.unwrap();

    let window = Window::open(&desk, &recording).await.unwrap();
    finds(&window, &kept).await;
    window.close().await.unwrap();
}

#[tokio::test]
async fn without_a_keychain_one_practises_all_the_same_and_is_told() {
    let desk = Desk::without_keychain().await.unwrap();
    let window = Window::open(
        &desk,
        &[
            "--practice",
            "--practice-groups",
            "10",
            "--practice-users",
            "20",
        ],
    )
    .await
    .unwrap();
    window.click("Groups").await.unwrap();
    first_group(&window).await;
    window.click("Settings").await.unwrap();
    window.shows("keychain").await.unwrap();
    window.close().await.unwrap();
    let store = std::fs::read_to_string(desk.data().join("accounts.json")).unwrap_or_default();
    assert!(
        !store.contains("sealed"),
        "without a key nothing of a token is on the disk: {store}"
    );
}
