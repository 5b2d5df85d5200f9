//! A group's conversations as far as they were read: page after page, each only when it is asked for.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use futures::{TryStreamExt as _, pin_mut};
use graph_client::models::{Conversation as GraphConversation, GroupId, MailSettings};
use graph_client::odata::Page;
use graph_client::resources::conversations::MAX_MAIL_PAGE;
use graph_client::{GraphClient, GraphError};
use ipc_contract::conversations::Conversation;
use ipc_contract::error::CommandError;
use jiff::Timestamp;
use tokio::sync::watch;

use super::shown;
use crate::CoreError;

/// Whoever wants no more for so long wants no more of this reading.
const IDLE: Duration = Duration::from_secs(15 * 60);

/// A list that is being read.
#[derive(Debug)]
pub(crate) struct Listing {
    read: Mutex<Read>,
    /// How many are wanted; the reader waits for more to be.
    wanted: watch::Sender<usize>,
    /// Told after each page.
    told: watch::Sender<()>,
}

/// What was read.
#[derive(Debug, Default)]
pub(super) struct Read {
    pub(super) conversations: Vec<Conversation>,
    /// Whether there are no more.
    pub(super) whole: bool,
    /// When the first page came.
    pub(super) as_of: Option<Timestamp>,
    pub(super) mail: Option<MailSettings>,
    pub(super) error: Option<Failure>,
}

/// Why reading failed.
#[derive(Debug, Clone)]
pub(super) enum Failure {
    /// Before anything was asked.
    Here(Box<CommandError>),
    /// The service was asked.
    There(GraphError),
}

impl Failure {
    pub(super) const fn graph(&self) -> Option<&GraphError> {
        match self {
            Self::Here(_) => None,
            Self::There(error) => Some(error),
        }
    }

    pub(super) fn into_command(self) -> CommandError {
        match self {
            Self::Here(error) => *error,
            Self::There(error) => CoreError::from(error).into(),
        }
    }
}

impl Default for Listing {
    fn default() -> Self {
        Self {
            read: Mutex::default(),
            wanted: watch::Sender::new(1),
            told: watch::Sender::new(()),
        }
    }
}

impl Listing {
    pub(super) fn read(&self) -> MutexGuard<'_, Read> {
        self.read.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits until so many were read, or there are no more, or reading failed.
    pub(super) async fn reach(&self, count: usize) {
        let mut told = self.told.subscribe();
        self.wanted
            .send_modify(|wanted| *wanted = (*wanted).max(count));
        loop {
            {
                let read = self.read();
                if read.conversations.len() >= count || read.whole || read.error.is_some() {
                    return;
                }
            }
            if told.changed().await.is_err() {
                return;
            }
        }
    }

    /// Reads on whenever more is wanted, until all was read or nobody has wanted more for long. `now` is the
    /// service's present moment.
    pub(super) async fn follow(
        self: Arc<Self>,
        client: GraphClient,
        group: GroupId,
        now: impl Fn() -> Timestamp,
    ) {
        let mut wanted = self.wanted.subscribe();
        let requests = client.group(&group);
        let pages = requests.conversations().list(MAX_MAIL_PAGE).pages();
        pin_mut!(pages);
        // Beside the first page: how the person follows the group.
        let (mut page, mail) = futures::join!(pages.try_next(), requests.mail_settings());
        self.read().mail = mail.ok();
        loop {
            self.take(page, &now);
            self.told.send_replace(());
            let enough = |wanted: &usize| *wanted > self.read().conversations.len();
            let waits = tokio::time::timeout(IDLE, wanted.wait_for(enough));
            if self.is_over() || !matches!(waits.await, Ok(Ok(_))) {
                return;
            }
            page = pages.try_next().await;
        }
    }

    /// Nothing could be asked.
    pub(super) fn fail(&self, error: CommandError) {
        self.read().error = Some(Failure::Here(Box::new(error)));
        self.told.send_replace(());
    }

    fn is_over(&self) -> bool {
        let read = self.read();
        read.whole || read.error.is_some()
    }

    fn take(
        &self,
        page: Result<Option<Page<GraphConversation>>, GraphError>,
        now: &impl Fn() -> Timestamp,
    ) {
        let mut read = self.read();
        match page {
            Ok(page) => {
                read.whole = page.as_ref().is_none_or(Page::is_last);
                let page = page.into_iter().flat_map(|page| page.value);
                let mut page: Vec<Conversation> = page.map(shown).collect();
                // The service's order is a habit and no promise; what was given out stays where it is.
                page.sort_by_key(|conversation| std::cmp::Reverse(conversation.last_delivered));
                read.conversations.extend(page);
                read.as_of.get_or_insert_with(now);
            }
            Err(error) => read.error = Some(Failure::There(error)),
        }
    }
}
