//! Signing in by the code that signs in to Microsoft 365, through pages that a person sees.

use tenure_tests::{Browser, CLIENT_ID, Desk, PracticeProgram, Window, accept};

use crate::practising::{finds, star_and_renew};

pub(crate) async fn open_at(desk: &Desk, practice: &PracticeProgram) -> Window {
    tenure_tests::open_at(desk, practice).await.unwrap()
}

/// Nothing that opens a door is to be found in what lies on the disk.
fn assert_no_token_on_disk(desk: &Desk, tokens: &[String]) {
    let mut folders = vec![desk.data()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap().flatten() {
            if entry.path().is_dir() {
                folders.push(entry.path());
                continue;
            }
            let bytes = std::fs::read(entry.path()).unwrap_or_default();
            let text = String::from_utf8_lossy(&bytes);
            let found = tokens.iter().any(|token| text.contains(token.as_str()));
            assert!(!found, "a token lies in {}", entry.path().display());
        }
    }
}

/// What the page itself can read: what it shows, what it keeps, and what the backend answers it.
const READABLE: &str = "
const done = arguments[arguments.length - 1];
const ask = (command, request) => window.__TAURI_INTERNALS__.invoke(command, { request }).catch(String);
Promise.all([
    ask('app_started', null), ask('accounts_list', null), ask('settings_get', null), ask('storage_get', null),
    ask('permissions_list', { form: null }), ask('groups_list', null), ask('jobs_list', null),
]).then((answers) => done(JSON.stringify([
    answers, document.documentElement.outerHTML, {...localStorage}, {...sessionStorage}, document.cookie,
])));";

async fn assert_no_token_in_the_window(window: &Window, tokens: &[String]) {
    let readable = window.script_async(READABLE).await.unwrap();
    let readable = readable.as_str().unwrap();
    assert!(
        readable.contains("Contoso Practice"),
        "the answers were read"
    );
    assert!(!tokens.iter().any(|token| readable.contains(token.as_str())));
}

#[tokio::test]
async fn through_the_authorize_page_in_a_browser() {
    let desk = Desk::new().await.unwrap();
    let practice = PracticeProgram::start("window-browser").await.unwrap();
    let window = open_at(&desk, &practice).await;
    window
        .click("Also ask to renew groups and mark favorites")
        .await
        .unwrap();
    window.click("Sign in").await.unwrap();

    let address = desk.opened_address().await.unwrap();
    let browser = Browser::open().await.unwrap();
    accept(&browser, &address).await.unwrap();
    browser.close().await.unwrap();

    let kept = star_and_renew(&window, &practice.record).await;
    let tokens = practice.tokens().await.unwrap();
    assert!(
        tokens.len() >= 3,
        "an access, a refresh and an id token at least"
    );
    assert_no_token_in_the_window(&window, &tokens).await;
    window.close().await.unwrap();
    assert_no_token_on_disk(&desk, &practice.tokens().await.unwrap());

    let window = open_at(&desk, &practice).await;
    finds(&window, &kept).await;
    window.close().await.unwrap();
    assert_no_token_on_disk(&desk, &practice.tokens().await.unwrap());
}

#[tokio::test]
async fn with_a_code_that_is_typed_elsewhere() {
    let desk = Desk::new().await.unwrap();
    let practice = PracticeProgram::start("window-code").await.unwrap();
    let window = open_at(&desk, &practice).await;
    window
        .click("Also ask to renew groups and mark favorites")
        .await
        .unwrap();
    window
        .click("No browser here? Use a code instead")
        .await
        .unwrap();
    window.shows("Copy").await.unwrap();
    let code = window
        .script(
            "return document.querySelector('output').textContent",
            vec![],
        )
        .await
        .unwrap();

    let browser = Browser::open().await.unwrap();
    browser
        .go(&format!(
            "{}/organizations/oauth2/deviceauth",
            practice.addresses.authority
        ))
        .await
        .unwrap();
    browser.submit(code.as_str().unwrap()).await.unwrap();
    browser.click("Next").await.unwrap();
    browser.click("Accept").await.unwrap();
    browser.shows("You have signed in").await.unwrap();
    browser.close().await.unwrap();

    let kept = star_and_renew(&window, &practice.record).await;
    window.close().await.unwrap();

    let window = open_at(&desk, &practice).await;
    finds(&window, &kept).await;
    window.close().await.unwrap();
}

#[tokio::test]
async fn a_refusal_in_the_browser_is_told_and_nothing_typed_is_lost() {
    let desk = Desk::new().await.unwrap();
    let practice = PracticeProgram::start("window-refused").await.unwrap();
    let window = open_at(&desk, &practice).await;
    window.click("Sign in").await.unwrap();

    let browser = Browser::open().await.unwrap();
    browser
        .go(&desk.opened_address().await.unwrap())
        .await
        .unwrap();
    browser.click("Cancel").await.unwrap();
    browser.shows("You are not signed in").await.unwrap();
    browser.close().await.unwrap();

    window.shows("You are not signed in").await.unwrap();
    let typed = window
        .script(
            "return [...document.querySelectorAll('input')].map((field) => field.value).join(' ')",
            vec![],
        )
        .await
        .unwrap();
    assert!(typed.as_str().unwrap().contains(CLIENT_ID), "{typed}");
    window.close().await.unwrap();
}
