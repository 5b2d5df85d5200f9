//! What the use cases need of the program around them: a narrow trait that grows on demand.

use std::fmt;

use async_trait::async_trait;
use identity::{Browser, CloudEndpoints};
use ipc_contract::events::AppEvent;
use std::sync::Arc;
use url::Url;

use crate::CoreError;

/// The program around the use cases: the desktop shell, or a test.
#[async_trait]
pub trait Host: fmt::Debug + Send + Sync {
    /// Tells the window that something happened.
    fn emit(&self, event: AppEvent);

    /// The system's browser.
    fn browser(&self) -> Arc<dyn Browser>;

    /// Opens a letter (a `mailto` address) in the system's mail program.
    ///
    /// # Errors
    /// When no program opens it.
    async fn open_letter(&self, letter: &Url) -> Result<(), CoreError>;

    /// Where the practice tenant answers; starts it if it does not run yet.
    ///
    /// # Errors
    /// When it cannot be started.
    async fn practice_endpoints(&self) -> Result<CloudEndpoints, CoreError>;

    /// Stops the practice tenant and removes what it keeps.
    ///
    /// # Errors
    /// When its state cannot be removed.
    async fn forget_practice(&self) -> Result<(), CoreError>;

    /// Whom the practice tenant signs in when nobody asks.
    fn practice_login(&self) -> String;
}
