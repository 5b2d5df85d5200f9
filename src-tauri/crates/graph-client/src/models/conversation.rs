//! Conversations in a group's mailbox (resources/conversation.md), and what one begins with.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{ConversationId, NewPost, ThreadId};
use crate::odata::null_as_default;

/// A conversation: one topic, in one or several threads.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Conversation {
    /// Its id.
    pub id: ConversationId,
    /// What it is about; set once.
    #[serde(default)]
    pub topic: Option<String>,
    /// When the last post of it was delivered.
    #[serde(default)]
    pub last_delivered_date_time: Option<Timestamp>,
    /// The beginning of the last post, as plain text; `None` where it was not asked for.
    #[serde(default)]
    pub preview: Option<String>,
    /// Whether any post has attachments.
    #[serde(default)]
    pub has_attachments: Option<bool>,
    /// The names of all who wrote in it.
    #[serde(default, deserialize_with = "null_as_default")]
    pub unique_senders: Vec<String>,
}

impl Conversation {
    /// The properties to ask for.
    pub(crate) const SELECT: &'static [&'static str] = &[
        "id",
        "topic",
        "lastDeliveredDateTime",
        "preview",
        "hasAttachments",
        "uniqueSenders",
    ];

    /// The properties that tell whether anybody writes: neither the preview nor the senders.
    pub(crate) const SELECT_SIGN_OF_LIFE: &'static [&'static str] =
        &["id", "topic", "lastDeliveredDateTime"];
}

/// A conversation to be started.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewConversation {
    /// What it is about; cannot be changed afterwards.
    pub topic: String,
    /// Its first post.
    pub post: NewPost,
}

#[derive(Serialize)]
struct Wire<'a> {
    topic: &'a str,
    threads: [WireThread<'a>; 1],
}

#[derive(Serialize)]
struct WireThread<'a> {
    posts: [&'a NewPost; 1],
}

impl NewConversation {
    pub(crate) fn body(&self) -> impl Serialize + '_ {
        Wire {
            topic: &self.topic,
            threads: [WireThread {
                posts: [&self.post],
            }],
        }
    }
}

/// A conversation that was started.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(from = "Started")]
pub struct StartedConversation {
    /// Its id.
    pub id: ConversationId,
    /// Its first thread, where the service names it.
    pub thread: Option<ThreadId>,
}

#[derive(Deserialize)]
struct Started {
    id: ConversationId,
    #[serde(default, deserialize_with = "null_as_default")]
    threads: Vec<StartedThread>,
}

#[derive(Deserialize)]
struct StartedThread {
    id: ThreadId,
}

impl From<Started> for StartedConversation {
    fn from(started: Started) -> Self {
        Self {
            id: started.id,
            thread: started.threads.into_iter().next().map(|thread| thread.id),
        }
    }
}
