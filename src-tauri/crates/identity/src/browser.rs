//! Whatever shows the authorize page: the system's browser, or a stand-in without a window.
//!
//! Deliberately elsewhere: the system's browser itself, which the shell opens.

use async_trait::async_trait;
use std::fmt;
use url::Url;

/// Opens the authorize page.
#[async_trait]
pub trait Browser: fmt::Debug + Send + Sync {
    /// Opens `url`; may return as soon as the page was asked for.
    ///
    /// # Errors
    /// When no browser could be started.
    async fn open(&self, url: &Url) -> Result<(), BrowserError>;
}

/// The browser could not be opened.
#[derive(Debug, Clone, thiserror::Error)]
#[error("the browser could not be opened: {0}")]
pub struct BrowserError(String);

impl BrowserError {
    /// A failure with its reason, which must not name the address.
    pub fn new(reason: String) -> Self {
        Self(reason)
    }
}

/// Gets the authorize page and follows its redirects, as a browser does in which the person is
/// already signed in. Adds nothing: where a page would ask something, the sign-in fails.
#[derive(Debug, Clone, Default)]
pub struct HeadlessBrowser(());

impl HeadlessBrowser {
    /// A browser without a window.
    pub fn new() -> Self {
        Self::default()
    }
}

#[async_trait]
impl Browser for HeadlessBrowser {
    async fn open(&self, url: &Url) -> Result<(), BrowserError> {
        let failed = |error: reqwest::Error| BrowserError(error.without_url().to_string());
        let client = reqwest::Client::builder()
            .no_proxy()
            .build()
            .map_err(failed)?;
        let answer = client.get(url.clone()).send().await.map_err(failed)?;
        let answer = answer.error_for_status().map_err(failed)?;
        if answer.url().path() == url.path() {
            return Err(BrowserError(
                "the page asks something, and nobody is there".to_owned(),
            ));
        }
        Ok(())
    }
}
