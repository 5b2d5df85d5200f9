//! Threads of a group's conversations: listed, read, replied to, closed, deleted.

use serde_json::json;

use super::GroupRequests;
use super::conversations::MAX_MAIL_PAGE;
use super::posts::{PostRequests, Reply, within_limit};
use crate::GraphError;
use crate::deletion::Deletion;
use crate::models::{Attachment, ConversationThread, GroupId, NewPost, Post, PostId, ThreadId};
use crate::odata::{PageRequest, Query};
use crate::pipeline::{Mailbox, Pipeline, Request};

/// Requests about one thread.
#[derive(Debug)]
pub struct ThreadRequests<'a> {
    pub(super) pipeline: &'a Pipeline,
    pub(super) group: GroupId,
    pub(super) id: ThreadId,
}

impl<'a> GroupRequests<'a> {
    /// The threads of all the group's conversations, `top` in a page and at most [`MAX_MAIL_PAGE`]:
    /// `GET /groups/{id}/threads` (group-list-threads.md). Permission: `Group.Read.All`.
    ///
    /// # Errors
    /// 403 outside a private group; 404 while there is no mailbox.
    pub fn threads(&self, top: u32) -> PageRequest<'a, ConversationThread> {
        let path = ["groups", self.id.as_str(), "threads"];
        listed(self.pipeline, "group.threads", &path, top, self.mailbox())
    }

    /// One thread of the group.
    pub fn thread(&self, id: &ThreadId) -> ThreadRequests<'a> {
        ThreadRequests {
            pipeline: self.pipeline,
            group: self.id.clone(),
            id: id.clone(),
        }
    }
}

pub(super) fn listed<'a>(
    pipeline: &'a Pipeline,
    operation: &'static str,
    path: &[&str],
    top: u32,
    mailbox: Mailbox,
) -> PageRequest<'a, ConversationThread> {
    let query = Query::default()
        .select(ConversationThread::SELECT)
        .top(top.min(MAX_MAIL_PAGE));
    PageRequest::new(pipeline, operation, path, &query).with(|request| request.in_mailbox(mailbox))
}

impl<'a> ThreadRequests<'a> {
    /// The thread: `GET /groups/{id}/threads/{id}` (conversationthread-get.md). Permission:
    /// `Group.Read.All`.
    ///
    /// # Errors
    /// 404 when it is deleted.
    pub async fn get(&self) -> Result<ConversationThread, GraphError> {
        let mut url = self.pipeline.root().join(&self.path());
        Query::default()
            .select(ConversationThread::SELECT)
            .apply(&mut url);
        let request = Request::get("thread.get", url);
        self.pipeline.json(request.in_mailbox(self.mailbox())).await
    }

    /// Its posts with their texts, `top` in a page and at most [`MAX_MAIL_PAGE`]:
    /// `GET /groups/{id}/threads/{id}/posts` (conversationthread-list-posts.md). Permission:
    /// `Group.Read.All`. The service documents no order.
    ///
    /// # Errors
    /// 404 when the thread is deleted.
    pub fn posts(&self, top: u32) -> PageRequest<'a, Post> {
        self.posts_by(&Query::default(), top)
    }

    /// As [`ThreadRequests::posts`], with the attachments of each, without their content
    /// (`$expand=attachments`).
    ///
    /// # Errors
    /// As [`ThreadRequests::posts`].
    pub fn posts_with_attachments(&self, top: u32) -> PageRequest<'a, Post> {
        let query = Query::default().expand("attachments", Attachment::SELECT);
        self.posts_by(&query, top)
    }

    /// One post of the thread.
    pub fn post(&self, id: &PostId) -> PostRequests<'a> {
        PostRequests {
            pipeline: self.pipeline,
            group: self.group.clone(),
            thread: self.id.clone(),
            id: id.clone(),
        }
    }

    /// Replies to all in the thread: `POST /groups/{id}/threads/{id}/reply`
    /// (conversationthread-reply.md). Permission: `Group.ReadWrite.All`, delegated only. 202 without
    /// content: the post shows up a little later, list the posts again.
    ///
    /// # Errors
    /// [`crate::ErrorKind::OverLimit`], with nothing sent, for more than
    /// [`MAX_POST_BYTES`](super::posts::MAX_POST_BYTES). 403 in a thread that is closed. A reply is
    /// never sent again by itself once it may have arrived: after a lost answer
    /// ([`GraphError::outcome_unknown`]) look for it among the posts.
    pub async fn reply(&self, post: &NewPost) -> Result<(), GraphError> {
        let path = [&self.path()[..], &["reply"]].concat();
        let url = self.pipeline.root().join(&path);
        let request = Request::action("thread.reply", url)
            .in_mailbox(self.mailbox())
            .serialized(&Reply { post })?;
        self.pipeline.send(within_limit(request)?).await?;
        Ok(())
    }

    /// Closes the thread to replies, or opens it again: `PATCH /groups/{id}/threads/{id}`
    /// (conversationthread-update.md). Permission: `Group.ReadWrite.All`.
    ///
    /// # Errors
    /// 403 when the person may not; 404 when it is deleted. After a lost answer read the thread.
    pub async fn set_locked(&self, locked: bool) -> Result<(), GraphError> {
        let url = self.pipeline.root().join(&self.path());
        let request = Request::patch("thread.setLocked", url).json(&json!({ "isLocked": locked }));
        self.pipeline
            .send(request.in_mailbox(self.mailbox()))
            .await?;
        Ok(())
    }

    /// Deletes the thread with all its posts, for good: `DELETE /groups/{id}/threads/{id}`
    /// (group-delete-thread.md). Permission: `Group.ReadWrite.All`. 204.
    ///
    /// # Errors
    /// 403 when the person may not; 404 when it is deleted already.
    pub async fn delete(&self) -> Result<(), GraphError> {
        let what = Deletion::Thread(&self.group, &self.id);
        let request = Request::delete("thread.delete", self.pipeline.root(), what);
        self.pipeline
            .send(request.in_mailbox(self.mailbox()))
            .await?;
        Ok(())
    }

    fn posts_by(&self, query: &Query, top: u32) -> PageRequest<'a, Post> {
        let query = query
            .clone()
            .select(Post::SELECT)
            .top(top.min(MAX_MAIL_PAGE));
        let path = [&self.path()[..], &["posts"]].concat();
        PageRequest::new(self.pipeline, "thread.posts", &path, &query)
            .with(|request| request.in_mailbox(self.mailbox()))
    }

    fn path(&self) -> [&str; 4] {
        ["groups", self.group.as_str(), "threads", self.id.as_str()]
    }

    fn mailbox(&self) -> Mailbox {
        Mailbox::Group(self.group.clone())
    }
}
