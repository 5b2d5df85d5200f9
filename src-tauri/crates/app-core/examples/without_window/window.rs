//! What stands in for the desktop: a practice tenant at known addresses, and events that can be waited for.

use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context as _, bail};
use app_core::{CoreError, Host};
use async_trait::async_trait;
use identity::{Browser, CloudEndpoints, HeadlessBrowser};
use ipc_contract::events::AppEvent;
use tokio::sync::broadcast::error::RecvError;
use tokio::sync::broadcast::{self, Receiver, Sender};
use url::Url;

/// What takes longer will not come.
const LONGEST: Duration = Duration::from_secs(300);
/// So many events may wait to be looked at.
const KEPT: usize = 4_096;

/// The program around the use cases.
#[derive(Debug)]
pub(crate) struct NoWindow {
    graph: Url,
    authority: Url,
    login: String,
    events: Sender<AppEvent>,
}

impl NoWindow {
    pub(crate) fn new(graph: Url, authority: Url, login: String) -> Self {
        Self {
            graph,
            authority,
            login,
            events: broadcast::channel(KEPT).0,
        }
    }

    /// What happens from now on.
    pub(crate) fn listen(&self) -> Receiver<AppEvent> {
        self.events.subscribe()
    }
}

/// Waits for an event of this kind.
pub(crate) async fn told(
    mut events: Receiver<AppEvent>,
    wanted: impl Fn(&AppEvent) -> bool,
) -> anyhow::Result<()> {
    let coming = async {
        loop {
            match events.recv().await {
                Ok(event) if wanted(&event) => return Ok(()),
                Ok(_) | Err(RecvError::Lagged(_)) => {}
                Err(RecvError::Closed) => bail!("nobody is left to tell"),
            }
        }
    };
    tokio::time::timeout(LONGEST, coming)
        .await
        .context("what was waited for has not happened")?
}

#[async_trait]
impl Host for NoWindow {
    fn emit(&self, event: AppEvent) {
        // Nobody need be listening.
        let _ = self.events.send(event);
    }

    fn browser(&self) -> Arc<dyn Browser> {
        Arc::new(HeadlessBrowser::new())
    }

    async fn open_letter(&self, _letter: &Url) -> Result<(), CoreError> {
        Ok(())
    }

    async fn practice_endpoints(&self) -> Result<CloudEndpoints, CoreError> {
        Ok(CloudEndpoints {
            graph_root: self.graph.clone(),
            authority: self.authority.clone(),
            portal: None,
        })
    }

    async fn forget_practice(&self) -> Result<(), CoreError> {
        Ok(())
    }

    fn practice_login(&self) -> String {
        self.login.clone()
    }
}
