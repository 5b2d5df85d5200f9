//! One conversation: its threads, and the heads of their posts.

use std::collections::HashSet;
use std::sync::Arc;

use futures::{StreamExt as _, TryStreamExt as _, stream};
use graph_client::GraphClient;
use graph_client::models::{BodyType, ConversationId, ConversationThread, GroupId, ItemBody, Post};
use graph_client::resources::conversations::MAX_MAIL_PAGE;
use ipc_contract::conversations::{
    ConversationRequest, ConversationThreads, Draft, DraftPurpose, PostHead, Thread,
};
use jiff::Timestamp;

use super::known::Body;
use super::{conversation_id, group_id, may_read, person, shown};
use crate::session::ActiveSession;
use crate::untrusted_html::{self, Source};
use crate::{Core, CoreError};
use identity::permissions::Step;

/// How many threads are read at once; the mailbox takes no more.
const AT_ONCE: usize = 4;

impl Core {
    /// A conversation with its threads and the heads of their posts: two requests, and one for every 100 posts of
    /// a thread. What was read within a minute is not read again; where it cannot be read, it is shown as last
    /// known, if it is.
    ///
    /// # Errors
    /// When it is not known and cannot be read; [`graph_client::ErrorKind::NotFound`] when it was deleted.
    pub async fn conversation(
        &self,
        request: &ConversationRequest,
    ) -> Result<ConversationThreads, CoreError> {
        let session = self.session()?;
        if !may_read(&session) {
            return Err(CoreError::PermissionMissing(Step::Manage));
        }
        let group = group_id(&request.group_id)?;
        let id = conversation_id(&request.conversation_id)?;
        let now = session.service_now(self.now());
        let known = session.conversations.threads(&group, id.as_str(), now);
        let threads = match known {
            Some((known, true)) if !request.anew => known,
            known => match self.read_conversation(&session, &group, &id).await {
                Ok(read) => read,
                Err(error) => as_known(known.map(|(known, _)| known), error)?,
            },
        };
        let mut threads = Arc::unwrap_or_clone(threads);
        threads.drafts = self.drafts_of_group(&session, &group).await?;
        threads.drafts.retain(|draft| belongs(draft, id.as_str()));
        Ok(threads)
    }

    /// Reads a conversation anew; drafts that are found delivered are over.
    pub(super) async fn read_conversation(
        &self,
        session: &Arc<ActiveSession>,
        group: &GroupId,
        id: &ConversationId,
    ) -> Result<Arc<ConversationThreads>, CoreError> {
        let client = session.client(self.host()).await?;
        let requests = client.group(group);
        let one = requests.conversation(id);
        let threads = one.threads(MAX_MAIL_PAGE).items().try_collect::<Vec<_>>();
        let (conversation, mut threads) = futures::try_join!(one.get(), threads)?;
        threads.sort_by_key(|thread| std::cmp::Reverse(thread.last_delivered_date_time));
        let read: Vec<(ConversationThread, Vec<Post>)> = stream::iter(threads)
            .map(|thread| with_posts(&client, group, thread))
            .buffered(AT_ONCE)
            .try_collect()
            .await?;
        // What was written from here is over once it stands among these.
        self.drafts_delivered(session, group, read.iter().flat_map(|(_, posts)| posts))
            .await?;
        let as_of = session.service_now(self.now());
        let (threads, bodies) = tokio::task::spawn_blocking(move || heads(read))
            .await
            .map_err(CoreError::internal)?;
        let posts: HashSet<String> = bodies.iter().map(|(post, _)| post.clone()).collect();
        session.conversations.forget_bodies(&posts);
        session.conversations.keep_bodies(bodies);
        let threads = Arc::new(ConversationThreads {
            conversation: shown(conversation),
            as_of,
            last_error: None,
            threads,
            drafts: Vec::new(),
        });
        session.conversations.keep_threads(group, &threads);
        Ok(threads)
    }
}

/// Whether what is being written belongs to a conversation.
fn belongs(draft: &Draft, conversation: &str) -> bool {
    match &draft.purpose {
        DraftPurpose::New => false,
        DraftPurpose::Reply {
            conversation_id, ..
        }
        | DraftPurpose::Forward {
            conversation_id, ..
        } => conversation_id == conversation,
    }
}

/// What was known, with why it is not newer. What is gone is not shown as known.
fn as_known(
    known: Option<Arc<ConversationThreads>>,
    error: CoreError,
) -> Result<Arc<ConversationThreads>, CoreError> {
    let gone = matches!(&error, CoreError::Graph(error) if error.is_not_found());
    let Some(known) = known.filter(|_| !gone) else {
        return Err(error);
    };
    let mut known = Arc::unwrap_or_clone(known);
    known.last_error = Some(error.into());
    Ok(Arc::new(known))
}

async fn with_posts(
    client: &GraphClient,
    group: &GroupId,
    thread: ConversationThread,
) -> Result<(ConversationThread, Vec<Post>), CoreError> {
    let posts = client.group(group).thread(&thread.id).posts(MAX_MAIL_PAGE);
    let posts = posts.items().try_collect().await?;
    Ok((thread, posts))
}

/// Threads with the heads of their posts, the oldest first; and the posts' bodies.
fn heads(read: Vec<(ConversationThread, Vec<Post>)>) -> (Vec<Thread>, Vec<(String, Body)>) {
    let mut bodies = Vec::new();
    let threads = read.into_iter().map(|(thread, mut posts)| {
        posts.sort_by_key(|post| post.received_date_time);
        let heads = posts.iter().map(head).collect();
        // Where the text was left out it is read with its post.
        let told = posts.into_iter().filter(|post| post.body.is_some());
        bodies.extend(told.map(|post| {
            let body = Body::of(post.body, post.has_attachments);
            (post.id.to_string(), body)
        }));
        Thread {
            id: thread.id.to_string(),
            topic: thread.topic.unwrap_or_default(),
            locked: thread.is_locked.unwrap_or_default(),
            to: thread.to_recipients.iter().map(person).collect(),
            cc: thread.cc_recipients.iter().map(person).collect(),
            posts: heads,
        }
    });
    (threads.collect(), bodies)
}

fn head(post: &Post) -> PostHead {
    let nobody = graph_client::models::Recipient::default();
    let from = post
        .from
        .as_ref()
        .or(post.sender.as_ref())
        .unwrap_or(&nobody);
    PostHead {
        id: post.id.to_string(),
        from: person(from),
        received: post.received_date_time.unwrap_or(Timestamp::UNIX_EPOCH),
        preview: post
            .body
            .as_ref()
            .map(source)
            .map(untrusted_html::preview)
            .unwrap_or_default(),
        has_attachments: post.has_attachments.unwrap_or_default(),
        new_participants: post.new_participants.iter().map(person).collect(),
    }
}

/// A body as the sanitiser takes it. What calls itself neither is looked at as HTML.
pub(super) fn source(body: &ItemBody) -> Source<'_> {
    match body.content_type {
        BodyType::Text => Source::Plain(&body.content),
        _ => Source::Html(&body.content),
    }
}
