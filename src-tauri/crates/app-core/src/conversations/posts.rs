//! Bodies of posts: read when they are looked at, made harmless, with what is attached to them.

use std::sync::Arc;

use futures::{StreamExt as _, TryStreamExt as _, stream};
use graph_client::GraphClient;
use graph_client::models::{
    Attachment as GraphAttachment, AttachmentKind as GraphKind, GroupId, ItemBody, PostId, ThreadId,
};
use graph_client::resources::{PostRequests, ThreadRequests};
use identity::permissions::Step;
use ipc_contract::conversations::{
    Attachment, AttachmentKind, PostBody, PostsLoaded, PostsRequest, ThreadRequest,
};

use super::images::{self, Named};
use super::known::Body;
use super::threads::source;
use super::{group_id, may_read};
use crate::session::ActiveSession;
use crate::untrusted_html::{self, Harmless, Options};
use crate::{Core, CoreError};

/// The contract's limit for one call.
const AT_ONCE: usize = 20;
/// How many posts are read at once; the mailbox takes no more.
const TOGETHER: usize = 4;

/// What a body is made harmless with.
#[derive(Debug, Clone, Copy)]
struct Wanted {
    whole: bool,
    remote_images: bool,
}

impl Core {
    /// The bodies of posts, made harmless. One that is gone is missing.
    ///
    /// # Errors
    /// When more than 20 are asked for, or one cannot be read for another reason than being gone.
    pub async fn posts(&self, request: &PostsRequest) -> Result<PostsLoaded, CoreError> {
        if request.post_ids.len() > AT_ONCE {
            return Err(CoreError::invalid("postIds"));
        }
        let session = self.session()?;
        if !may_read(&session) {
            return Err(CoreError::PermissionMissing(Step::Manage));
        }
        let (group, thread) = place(&request.thread)?;
        let client = session.client(self.host()).await?;
        let wanted = Wanted {
            whole: request.whole,
            remote_images: session.remote_images(&group).await?,
        };
        let requests = client.group(&group).thread(&thread);
        // Made beforehand: what streams make from borrowed things cannot be sent between workers.
        let ids = request.post_ids.iter();
        let posts: Vec<_> = ids
            .map(|id| self.post_if_there(&session, &requests, id, wanted))
            .collect();
        let posts = stream::iter(posts).buffered(TOGETHER);
        let read: Vec<Option<PostBody>> = posts.try_collect().await?;
        Ok(PostsLoaded {
            posts: read.into_iter().flatten().collect(),
        })
    }

    async fn post_if_there(
        &self,
        session: &ActiveSession,
        requests: &ThreadRequests<'_>,
        id: &str,
        wanted: Wanted,
    ) -> Result<Option<PostBody>, CoreError> {
        let post = PostId::parse(id).map_err(|_| CoreError::invalid("postIds"))?;
        match self.post(session, &requests.post(&post), id, wanted).await {
            Ok(body) => Ok(Some(body)),
            Err(CoreError::Graph(error)) if error.is_not_found() => Ok(None),
            Err(other) => Err(other),
        }
    }

    async fn post(
        &self,
        session: &ActiveSession,
        requests: &PostRequests<'_>,
        id: &str,
        wanted: Wanted,
    ) -> Result<PostBody, CoreError> {
        let Body {
            text,
            has_attachments,
        } = self.body(session, requests, id).await?;
        let mut options = Options {
            whole: wanted.whole,
            ..Options::default()
        };
        let mut clean = cleaned(&text, options).await?;
        // Pictures within the text do not count as attachments: only the text tells of them.
        let attachments = match has_attachments || !clean.0.inline_images.is_empty() {
            true => requests.attachments().items().try_collect().await?,
            false => Vec::new(),
        };
        let named = images::named(requests, &clean.0.inline_images, &attachments).await;
        options = clean.1;
        options
            .images
            .extend(images::inline(requests, &named).await);
        if wanted.remote_images {
            options
                .images
                .extend(images::remote(&clean.0.remote_images).await);
        }
        if !options.images.is_empty() {
            clean = cleaned(&text, options).await?;
        }
        Ok(shown(id, clean.0, &attachments, &named))
    }

    /// A post's body, as it came with its thread or is read now.
    async fn body(
        &self,
        session: &ActiveSession,
        requests: &PostRequests<'_>,
        id: &str,
    ) -> Result<Body, CoreError> {
        if let Some(body) = session.conversations.body(id) {
            return Ok(body);
        }
        let post = requests.get().await?;
        let body = Body::of(post.body, post.has_attachments);
        session
            .conversations
            .keep_bodies([(id.to_owned(), body.clone())]);
        Ok(body)
    }
}

/// Makes a body harmless, off the asynchronous workers; the options come back.
async fn cleaned(body: &Arc<ItemBody>, options: Options) -> Result<(Harmless, Options), CoreError> {
    let body = body.clone();
    let work = move || (untrusted_html::clean(source(&body), &options), options);
    tokio::task::spawn_blocking(work)
        .await
        .map_err(CoreError::internal)
}

/// The group and the thread that a request names.
pub(super) fn place(request: &ThreadRequest) -> Result<(GroupId, ThreadId), CoreError> {
    let thread = ThreadId::parse(&request.thread_id).map_err(|_| CoreError::invalid("threadId"))?;
    Ok((group_id(&request.group_id)?, thread))
}

/// A thread's requests.
pub(super) fn thread<'a>(
    client: &'a GraphClient,
    (group, thread): &(GroupId, ThreadId),
) -> ThreadRequests<'a> {
    client.group(group).thread(thread)
}

fn shown(
    id: &str,
    clean: Harmless,
    attachments: &[GraphAttachment],
    named: &Named<'_>,
) -> PostBody {
    PostBody {
        post_id: id.to_owned(),
        html: clean.html,
        quoted: clean.quoted,
        own_colors: clean.own_colors,
        images_left_out: clean.left_out,
        cut_at: clean.cut_at,
        attachments: attachments
            .iter()
            .filter(|attachment| !named.holds(attachment))
            .map(attached)
            .collect(),
    }
}

fn attached(attachment: &GraphAttachment) -> Attachment {
    Attachment {
        id: attachment.id.to_string(),
        name: attachment.name.clone().unwrap_or_default(),
        content_type: attachment.content_type.clone().unwrap_or_default(),
        size: attachment.size.unwrap_or_default(),
        what: match &attachment.kind {
            Some(GraphKind::Item) => AttachmentKind::Item,
            // The service tells a reference's address in its newer version only.
            Some(GraphKind::Reference) => AttachmentKind::Reference { url: None },
            _ => AttachmentKind::File,
        },
    }
}
