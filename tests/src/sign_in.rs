//! Signing in to a practice tenant by the code that signs in to Microsoft 365: the application's form, and the
//! pages of the service in a browser.

use crate::{Browser, Desk, PracticeProgram, Window};

/// The application ID that Tenure signs in with here: any will do.
pub const CLIENT_ID: &str = "5f1c2f7e-0d0b-4a5e-9b51-1f6b7c0d9a2e";

/// Opens the application so that it knows the addresses of `practice`.
///
/// # Errors
/// As [`Window::open`].
pub async fn open_at(desk: &Desk, practice: &PracticeProgram) -> anyhow::Result<Window> {
    let addresses = &practice.addresses;
    let arguments = [
        "--graph-url",
        &addresses.graph,
        "--authority",
        &addresses.authority,
        "--client-id",
        CLIENT_ID,
    ];
    Window::open(desk, &arguments).await
}

/// Signs in at the address that the application opened, and accepts what it asks for.
///
/// # Errors
/// When the pages are not as expected.
pub async fn accept(browser: &Browser, address: &str) -> anyhow::Result<()> {
    browser.go(address).await?;
    browser.click("Next").await?;
    browser.click("Accept").await?;
    browser.shows("close").await
}

/// The owner, with the groups on the screen and the permission to change them.
///
/// # Errors
/// When the window or the pages are not as expected.
pub async fn sign_in(desk: &Desk, practice: &PracticeProgram) -> anyhow::Result<Window> {
    let window = open_at(desk, practice).await?;
    window
        .click("Also ask to renew groups and mark favorites")
        .await?;
    window.click("Sign in").await?;
    let browser = Browser::open().await?;
    accept(&browser, &desk.opened_address().await?).await?;
    browser.close().await?;
    window.click("Groups").await?;
    window.shows("I own").await?;
    Ok(window)
}
