//! The shell as the use cases see it: where events go, the browser, the practice tenant.

use std::sync::Arc;

use app_core::{CoreError, Host};
use async_trait::async_trait;
use identity::{Browser, BrowserError, CloudEndpoints};
use ipc_contract::events::AppEvent;
use tauri::{AppHandle, Manager as _, Runtime};
use tauri_plugin_opener::OpenerExt as _;

use crate::events;
use crate::notices::Changed;
use crate::practice::Practice;

/// The desktop around the use cases.
#[derive(Debug)]
pub struct ShellHost<R: Runtime> {
    app: AppHandle<R>,
    practice: Arc<Practice>,
}

impl<R: Runtime> ShellHost<R> {
    /// The desktop of `app`.
    pub fn new(app: AppHandle<R>, practice: Arc<Practice>) -> Self {
        Self { app, practice }
    }
}

#[async_trait]
impl<R: Runtime> Host for ShellHost<R> {
    fn emit(&self, event: AppEvent) {
        if let AppEvent::Changed { .. } = event {
            // There is none before the parts are put together.
            if let Some(changed) = self.app.try_state::<Changed>() {
                changed.tell();
            }
        }
        events::emit(&self.app, &event);
    }

    fn browser(&self) -> Arc<dyn Browser> {
        Arc::new(SystemBrowser(self.app.clone()))
    }

    async fn open_letter(&self, letter: &url::Url) -> Result<(), CoreError> {
        if letter.scheme() != "mailto" {
            return Err(CoreError::NoMailProgram("no letter".into()));
        }
        self.app
            .opener()
            .open_url(letter.as_str(), None::<&str>)
            .map_err(|error| CoreError::NoMailProgram(error.to_string()))
    }

    async fn practice_endpoints(&self) -> Result<CloudEndpoints, CoreError> {
        Ok(self.practice.endpoints().await?)
    }

    async fn forget_practice(&self) -> Result<(), CoreError> {
        Ok(self.practice.forget().await?)
    }

    fn practice_login(&self) -> String {
        Practice::owner_login()
    }
}

/// The system's browser, by the opener plugin.
#[derive(Debug)]
struct SystemBrowser<R: Runtime>(AppHandle<R>);

#[async_trait]
impl<R: Runtime> Browser for SystemBrowser<R> {
    async fn open(&self, url: &url::Url) -> Result<(), BrowserError> {
        self.0
            .opener()
            .open_url(url.as_str(), None::<&str>)
            .map_err(|error| BrowserError::new(error.to_string()))
    }
}
