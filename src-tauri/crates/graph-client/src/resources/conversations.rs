//! A group's conversations: listed, read, started, deleted.
//!
//! Deliberately elsewhere: their threads (`threads`), and what is said in them (`posts`).

use super::GroupRequests;
use super::posts::within_limit;
use crate::GraphError;
use crate::deletion::Deletion;
use crate::models::{
    Conversation, ConversationId, ConversationThread, GroupId, NewConversation, StartedConversation,
};
use crate::odata::{PageRequest, Query};
use crate::pipeline::{Mailbox, Pipeline, Request};

/// How many conversations, threads or posts come in one page at most.
pub const MAX_MAIL_PAGE: u32 = 100;

/// Requests about a group's conversations.
#[derive(Debug)]
pub struct ConversationsRequests<'a> {
    pipeline: &'a Pipeline,
    group: GroupId,
}

/// Requests about one conversation.
#[derive(Debug)]
pub struct ConversationRequests<'a> {
    pipeline: &'a Pipeline,
    group: GroupId,
    id: ConversationId,
}

impl<'a> GroupRequests<'a> {
    /// The group's conversations. Four requests at once go to its mailbox, others wait their turn.
    pub fn conversations(&self) -> ConversationsRequests<'a> {
        ConversationsRequests {
            pipeline: self.pipeline,
            group: self.id.clone(),
        }
    }

    /// One conversation of the group.
    pub fn conversation(&self, id: &ConversationId) -> ConversationRequests<'a> {
        ConversationRequests {
            pipeline: self.pipeline,
            group: self.id.clone(),
            id: id.clone(),
        }
    }
}

impl<'a> ConversationsRequests<'a> {
    /// The conversations, as a rule the last ones first, `top` in a page and at most
    /// [`MAX_MAIL_PAGE`]: `GET /groups/{id}/conversations` (group-list-conversations.md). Permission:
    /// `Group.Read.All`; those of a private group for its members only.
    ///
    /// # Errors
    /// 403 outside a private group; 404 while there is no mailbox, and for a group whose conversations
    /// are in Viva Engage.
    pub fn list(&self, top: u32) -> PageRequest<'a, Conversation> {
        let path = ["groups", self.group.as_str(), "conversations"];
        let query = Query::default()
            .select(Conversation::SELECT)
            .top(top.min(MAX_MAIL_PAGE));
        let mailbox = Mailbox::Group(self.group.clone());
        PageRequest::new(self.pipeline, "group.conversations", &path, &query)
            .with(|request| request.in_mailbox(mailbox))
    }

    /// Starts a conversation: `POST /groups/{id}/conversations` (group-post-conversations.md).
    /// Permission: `Group.ReadWrite.All`, delegated only. 201 or 200; the post itself shows up a little
    /// later.
    ///
    /// # Errors
    /// [`crate::ErrorKind::OverLimit`], with nothing sent, for more than
    /// [`MAX_POST_BYTES`](super::posts::MAX_POST_BYTES). 403 where the person may not post. It is never
    /// sent again by itself once it may have arrived: after a lost answer
    /// ([`GraphError::outcome_unknown`]) look for the topic before starting it again.
    pub async fn start(
        &self,
        conversation: &NewConversation,
    ) -> Result<StartedConversation, GraphError> {
        let path = ["groups", self.group.as_str(), "conversations"];
        let url = self.pipeline.root().join(&path);
        let request = Request::action("group.startConversation", url)
            .in_mailbox(Mailbox::Group(self.group.clone()))
            .serialized(&conversation.body())?;
        self.pipeline.json(within_limit(request)?).await
    }
}

impl<'a> ConversationRequests<'a> {
    /// The conversation: `GET /groups/{id}/conversations/{id}` (conversation-get.md). Permission:
    /// `Group.Read.All`.
    ///
    /// # Errors
    /// 404 when it is deleted.
    pub async fn get(&self) -> Result<Conversation, GraphError> {
        let mut url = self.pipeline.root().join(&self.path());
        Query::default()
            .select(Conversation::SELECT)
            .apply(&mut url);
        let request = Request::get("conversation.get", url);
        self.pipeline.json(request.in_mailbox(self.mailbox())).await
    }

    /// Its threads: `GET /groups/{id}/conversations/{id}/threads` (conversation-list-threads.md).
    /// Permission: `Group.Read.All`.
    ///
    /// # Errors
    /// 404 when it is deleted.
    pub fn threads(&self, top: u32) -> PageRequest<'a, ConversationThread> {
        let path = [&self.path()[..], &["threads"]].concat();
        super::threads::listed(
            self.pipeline,
            "conversation.threads",
            &path,
            top,
            self.mailbox(),
        )
    }

    /// Deletes it with all its posts, for good: `DELETE /groups/{id}/conversations/{id}`
    /// (group-delete-conversation.md). Permission: `Group.ReadWrite.All`. 204.
    ///
    /// # Errors
    /// 403 when the person may not; 404 when it is deleted already.
    pub async fn delete(&self) -> Result<(), GraphError> {
        let what = Deletion::Conversation(&self.group, &self.id);
        let request = Request::delete("conversation.delete", self.pipeline.root(), what);
        self.pipeline
            .send(request.in_mailbox(self.mailbox()))
            .await?;
        Ok(())
    }

    fn path(&self) -> [&str; 4] {
        [
            "groups",
            self.group.as_str(),
            "conversations",
            self.id.as_str(),
        ]
    }

    fn mailbox(&self) -> Mailbox {
        Mailbox::Group(self.group.clone())
    }
}
