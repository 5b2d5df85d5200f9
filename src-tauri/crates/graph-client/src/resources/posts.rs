//! One post: read, replied to, passed on, its attachments fetched.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use serde::{Deserialize, Serialize};
use url::Url;

use super::content::Content;
use crate::error::{ErrorKind, GraphError, Stage};
use crate::models::{
    Attachment, AttachmentId, GroupId, NewPost, Post, PostForward, PostId, ThreadId,
};
use crate::odata::{PageRequest, Query};
use crate::pipeline::{Mailbox, Pipeline, Request};

/// How large one request may be, a post with its attachments in base64 (post-post-attachments.md).
pub const MAX_POST_BYTES: usize = 4 * 1024 * 1024;

/// How many bytes of attachments, all of a post together, fit beside a long text.
pub const MAX_ATTACHED_BYTES: usize = 3_000_000;

const CONTENT: &str = "attachment.content";

/// Requests about one post.
#[derive(Debug)]
pub struct PostRequests<'a> {
    pub(super) pipeline: &'a Pipeline,
    pub(super) group: GroupId,
    pub(super) thread: ThreadId,
    pub(super) id: PostId,
}

#[derive(Serialize)]
pub(super) struct Reply<'a> {
    pub(super) post: &'a NewPost,
}

/// A file that is attached, as it is read whole (resources/fileattachment.md).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AttachedFile {
    /// What a text shows it by, behind `cid:`; `None` for one that no text shows.
    pub content_id: Option<String>,
    /// Its media type, as whoever attached it said.
    pub content_type: Option<String>,
    /// Its content.
    pub bytes: Bytes,
}

/// A file attachment with its content.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Whole {
    #[serde(default)]
    content_id: Option<String>,
    #[serde(default)]
    content_type: Option<String>,
    #[serde(default)]
    content_bytes: Option<String>,
}

impl<'a> PostRequests<'a> {
    /// The post: `GET /groups/{id}/threads/{id}/posts/{id}` (post-get.md). Permission:
    /// `Group.Read.All`.
    ///
    /// # Errors
    /// 404 when its thread is deleted.
    pub async fn get(&self) -> Result<Post, GraphError> {
        let mut url = self.url(&[]);
        Query::default().select(Post::SELECT).apply(&mut url);
        let request = Request::get("post.get", url);
        self.pipeline.json(request.in_mailbox(self.mailbox())).await
    }

    /// Replies to the post: `POST /groups/{id}/threads/{id}/posts/{id}/reply` (post-reply.md). The rest
    /// as [`ThreadRequests::reply`](super::ThreadRequests::reply).
    ///
    /// # Errors
    /// As [`ThreadRequests::reply`](super::ThreadRequests::reply).
    pub async fn reply(&self, post: &NewPost) -> Result<(), GraphError> {
        let request = Request::action("post.reply", self.url(&["reply"]))
            .in_mailbox(self.mailbox())
            .serialized(&Reply { post })?;
        self.pipeline.send(within_limit(request)?).await?;
        Ok(())
    }

    /// Passes the post on by mail: `POST /groups/{id}/threads/{id}/posts/{id}/forward`
    /// (post-forward.md). Permission: `Group.ReadWrite.All`, delegated only. 200 without content.
    ///
    /// # Errors
    /// 400 without a recipient. Never sent again by itself once it may have arrived: after a lost
    /// answer ([`GraphError::outcome_unknown`]) nothing tells whether it was passed on.
    pub async fn forward(&self, forward: &PostForward) -> Result<(), GraphError> {
        let request = Request::action("post.forward", self.url(&["forward"]))
            .in_mailbox(self.mailbox())
            .serialized(forward)?;
        self.pipeline.send(request).await?;
        Ok(())
    }

    /// Its attachments without their content: `GET …/posts/{id}/attachments`
    /// (post-list-attachments.md). Permission: `Group.Read.All`.
    ///
    /// # Errors
    /// 404 when its thread is deleted.
    pub fn attachments(&self) -> PageRequest<'a, Attachment> {
        let path = [&self.path()[..], &["attachments"]].concat();
        let query = Query::default().select(Attachment::SELECT);
        PageRequest::new(self.pipeline, "post.attachments", &path, &query)
            .with(|request| request.in_mailbox(self.mailbox()))
    }

    /// What is in an attachment, as a stream: `GET …/attachments/{id}/$value` (attachment-get.md); where
    /// the service does not offer that of a post, the attachment itself with its content in it.
    /// Permission: `Group.Read.All`. Takes one of the mailbox's four places until the content is there.
    ///
    /// # Errors
    /// 404 when it is gone; [`ErrorKind::Shape`] for one that is no file, such as a link.
    pub async fn attachment_content(&self, id: &AttachmentId) -> Result<Content, GraphError> {
        let url = self.url(&["attachments", id.as_str(), "$value"]);
        let request = Request::get(CONTENT, url)
            .accept("*/*")
            .uncompressed()
            .in_mailbox(self.mailbox());
        match self.pipeline.open(request).await {
            Ok(arrived) => Ok(Content::arriving(arrived)),
            Err(error) if is_not_offered(&error) => self.whole(id).await,
            Err(error) => Err(error),
        }
    }

    /// An attached file whole, with the name by which a text shows it: `GET …/attachments/{id}`
    /// (attachment-get.md); lists of attachments tell that name only together with every content.
    /// Permission: `Group.Read.All`.
    ///
    /// # Errors
    /// 404 when it is gone; [`ErrorKind::Shape`] for one that is no file, such as a link.
    pub async fn attached_file(&self, id: &AttachmentId) -> Result<AttachedFile, GraphError> {
        let request = Request::get(CONTENT, self.url(&["attachments", id.as_str()]));
        let request = request.in_mailbox(self.mailbox());
        let whole: Whole = self.pipeline.json(request).await?;
        let bytes = whole.content_bytes.as_deref();
        let bytes = bytes.and_then(|text| STANDARD.decode(text.trim()).ok());
        let bytes = bytes.ok_or_else(|| {
            let reason = "the attachment has no content of its own";
            GraphError::new(ErrorKind::Shape, Stage::Decode, CONTENT, reason)
        })?;
        Ok(AttachedFile {
            content_id: whole.content_id,
            content_type: whole.content_type,
            bytes: Bytes::from(bytes),
        })
    }

    async fn whole(&self, id: &AttachmentId) -> Result<Content, GraphError> {
        let file = self.attached_file(id).await?;
        Ok(Content::whole(file.bytes, file.content_type))
    }

    fn path(&self) -> [&str; 6] {
        let (group, thread) = (self.group.as_str(), self.thread.as_str());
        [
            "groups",
            group,
            "threads",
            thread,
            "posts",
            self.id.as_str(),
        ]
    }

    fn url(&self, below: &[&str]) -> Url {
        let path = [&self.path()[..], below].concat();
        self.pipeline.root().join(&path)
    }

    fn mailbox(&self) -> Mailbox {
        Mailbox::Group(self.group.clone())
    }
}

/// Whether the service knows the address and not what is asked of it.
fn is_not_offered(error: &GraphError) -> bool {
    matches!(error.status(), Some(400 | 405 | 406 | 501))
}

/// `request`, unless it is larger than the service takes.
pub(super) fn within_limit(request: Request) -> Result<Request, GraphError> {
    let size = request.body.as_ref().map_or(0, Bytes::len);
    if size < MAX_POST_BYTES {
        return Ok(request);
    }
    let reason = format!("a post of {size} bytes; less than 4 MiB is taken");
    Err(GraphError::over_limit(request.operation, reason))
}
