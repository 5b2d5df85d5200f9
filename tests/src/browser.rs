//! A person's browser: Chromium without a window, for the pages that the application sends people to.

use std::process::Stdio;

use anyhow::Context as _;
use serde_json::json;
use tempfile::TempDir;
use thirtyfour::{By, Capabilities, WebDriver};
use tokio::process::{Child, Command};

use crate::process::{self, GLANCE, PATIENCE};

/// A running browser.
#[derive(Debug)]
pub struct Browser {
    _program: Child,
    driver: WebDriver,
    _profile: TempDir,
}

impl Browser {
    /// Starts a browser with an empty profile.
    ///
    /// # Errors
    /// When it or its driver does not start.
    pub async fn open() -> anyhow::Result<Self> {
        let profile = tempfile::tempdir()?;
        let port = process::free_port()?;
        let mut command = Command::new("chromedriver");
        command
            .arg(format!("--port={port}"))
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        let program = process::start(command)?;
        process::listening(port).await?;
        let arguments = [
            "--headless=new".to_owned(),
            "--no-sandbox".into(),
            "--disable-gpu".into(),
            "--disable-dev-shm-usage".into(),
            "--no-first-run".into(),
            "--no-proxy-server".into(),
            "--disable-background-networking".into(),
            "--disable-component-update".into(),
            "--disable-sync".into(),
            format!("--user-data-dir={}", profile.path().display()),
        ];
        let mut capabilities = Capabilities::new();
        capabilities.set("browserName", "chrome")?;
        capabilities.set("goog:chromeOptions", json!({ "args": arguments }))?;
        let driver = WebDriver::new(format!("http://127.0.0.1:{port}"), capabilities).await?;
        Ok(Self {
            driver,
            _profile: profile,
            _program: program,
        })
    }

    /// Opens an address.
    ///
    /// # Errors
    /// When nothing answers there.
    pub async fn go(&self, address: &str) -> anyhow::Result<()> {
        self.driver
            .goto(address)
            .await
            .context("the page did not open")
    }

    /// Clicks the button or link on which `text` is written.
    ///
    /// # Errors
    /// When there is none in time.
    pub async fn click(&self, text: &str) -> anyhow::Result<()> {
        let path =
            format!("//*[self::button or self::a][contains(normalize-space(.), \"{text}\")]");
        self.click_at(By::XPath(path), text).await
    }

    /// Types into the first field of the page and sends its form.
    ///
    /// # Errors
    /// When there is no field in time.
    pub async fn submit(&self, text: &str) -> anyhow::Result<()> {
        let field = self
            .wait_for(By::Css("input:not([type=hidden])"), "a field")
            .await?;
        field.clear().await?;
        field.send_keys(format!("{text}\n")).await?;
        Ok(())
    }

    /// Waits until `text` is to be read on the page.
    ///
    /// # Errors
    /// When it is not in time.
    pub async fn shows(&self, text: &str) -> anyhow::Result<()> {
        let look = async {
            loop {
                let seen = self.text().await;
                if seen.is_ok_and(|seen| seen.contains(text)) {
                    return;
                }
                tokio::time::sleep(GLANCE).await;
            }
        };
        match tokio::time::timeout(PATIENCE, look).await {
            Ok(()) => Ok(()),
            Err(_) => anyhow::bail!(
                "\"{text}\" is not shown; the page shows:\n{}",
                self.text().await?
            ),
        }
    }

    async fn text(&self) -> anyhow::Result<String> {
        Ok(self.driver.find(By::Tag("body")).await?.text().await?)
    }

    async fn click_at(&self, by: By, what: &str) -> anyhow::Result<()> {
        self.wait_for(by, what).await?.click().await?;
        Ok(())
    }

    async fn wait_for(&self, by: By, what: &str) -> anyhow::Result<thirtyfour::WebElement> {
        let look = async {
            loop {
                if let Ok(element) = self.driver.find(by.clone()).await {
                    return element;
                }
                tokio::time::sleep(GLANCE).await;
            }
        };
        match tokio::time::timeout(PATIENCE, look).await {
            Ok(element) => Ok(element),
            Err(_) => anyhow::bail!(
                "there is no {what}; the page shows:\n{}",
                self.text().await?
            ),
        }
    }

    /// Closes the browser.
    ///
    /// # Errors
    /// When it does not end.
    pub async fn close(self) -> anyhow::Result<()> {
        self.driver
            .quit()
            .await
            .context("the browser did not close")
    }
}
