//! What is remembered of conversations while an account is shown: lists as far as they were read, threads with
//! the heads of their posts, and the bodies that came with them, as many as have room.

use std::collections::{HashMap, HashSet, VecDeque};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use graph_client::models::{GroupId, ItemBody};
use ipc_contract::conversations::ConversationThreads;
use jiff::{SignedDuration, Timestamp};

use super::listing::Listing;

/// What was read less long ago is not read again.
pub(super) const FRESH_FOR: SignedDuration = SignedDuration::from_secs(60);
/// How many bytes of bodies are remembered.
const ROOM: usize = 32 * 1024 * 1024;
/// How many conversations are remembered.
const MOST_THREADS: usize = 100;

/// What is remembered.
#[derive(Debug, Default)]
pub(crate) struct Conversations(Mutex<Inner>);

#[derive(Debug, Default)]
struct Inner {
    lists: HashMap<GroupId, Arc<Listing>>,
    threads: VecDeque<(ThreadsKey, Arc<ConversationThreads>)>,
    bodies: VecDeque<(String, Body)>,
    bytes: usize,
}

type ThreadsKey = (GroupId, String);

/// A post's body, and whether anything is attached beside it.
#[derive(Debug, Clone)]
pub(super) struct Body {
    pub(super) text: Arc<ItemBody>,
    pub(super) has_attachments: bool,
}

impl Body {
    /// The body of a post that was read; one that does not say counts as having attachments.
    pub(super) fn of(text: Option<ItemBody>, has_attachments: Option<bool>) -> Self {
        Self {
            text: Arc::new(text.unwrap_or_else(|| ItemBody::text(""))),
            has_attachments: has_attachments.unwrap_or(true),
        }
    }
}

impl Conversations {
    fn inner(&self) -> MutexGuard<'_, Inner> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The list of a group, as far as it was read.
    pub(super) fn listing(&self, group: &GroupId) -> Option<Arc<Listing>> {
        self.inner().lists.get(group).cloned()
    }

    /// Begins a list anew. The one before goes on for whoever still waits for it.
    pub(super) fn begin(&self, group: &GroupId) -> Arc<Listing> {
        let listing = Arc::new(Listing::default());
        self.inner().lists.insert(group.clone(), listing.clone());
        listing
    }

    /// Whether `listing` is the one that is shown.
    pub(super) fn is_shown(&self, group: &GroupId, listing: &Arc<Listing>) -> bool {
        let inner = self.inner();
        let shown = inner.lists.get(group);
        shown.is_some_and(|shown| Arc::ptr_eq(shown, listing))
    }

    /// A conversation that was read, and whether it can be shown without asking again.
    pub(super) fn threads(
        &self,
        group: &GroupId,
        conversation: &str,
        now: Timestamp,
    ) -> Option<(Arc<ConversationThreads>, bool)> {
        let inner = self.inner();
        let mut all = inner.threads.iter();
        let (_, threads) = all.find(|((of, id), _)| of == group && id == conversation)?;
        let fresh = now.duration_since(threads.as_of) < FRESH_FOR;
        Some((threads.clone(), fresh))
    }

    pub(super) fn keep_threads(&self, group: &GroupId, threads: &Arc<ConversationThreads>) {
        let key = (group.clone(), threads.conversation.id.clone());
        let mut inner = self.inner();
        inner.threads.retain(|(known, _)| *known != key);
        inner.threads.push_front((key, threads.clone()));
        inner.threads.truncate(MOST_THREADS);
    }

    /// Forgets a conversation, or how it was: it was changed from here.
    pub(crate) fn forget_threads(&self, group: &GroupId, conversation: &str) {
        let is_it = |(of, id): &ThreadsKey| of == group && id == conversation;
        self.inner().threads.retain(|(key, _)| !is_it(key));
    }

    /// Forgets the list of a group: it was changed from here.
    pub(crate) fn forget_list(&self, group: &GroupId) {
        self.inner().lists.remove(group);
    }

    /// The body of a post that was read with its thread.
    pub(super) fn body(&self, post: &str) -> Option<Body> {
        let inner = self.inner();
        let mut all = inner.bodies.iter();
        all.find(|(known, _)| known == post)
            .map(|(_, body)| body.clone())
    }

    /// Remembers bodies; those that were remembered first make room.
    pub(super) fn keep_bodies(&self, bodies: impl IntoIterator<Item = (String, Body)>) {
        let inner = &mut *self.inner();
        for (post, body) in bodies {
            inner.bytes += body.text.content.len();
            inner.bodies.push_back((post, body));
            while inner.bytes > ROOM
                && let Some((_, oldest)) = inner.bodies.pop_front()
            {
                inner.bytes -= oldest.text.content.len();
            }
        }
    }

    /// Forgets the bodies of some posts: they are about to be kept anew.
    pub(super) fn forget_bodies(&self, posts: &HashSet<String>) {
        let inner = &mut *self.inner();
        inner.bodies.retain(|(post, _)| !posts.contains(post));
        inner.bytes = inner
            .bodies
            .iter()
            .map(|(_, body)| body.text.content.len())
            .sum();
    }
}
