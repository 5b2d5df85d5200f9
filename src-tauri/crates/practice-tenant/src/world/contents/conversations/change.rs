//! What was written in a group's mailbox since the world was drawn, as the state
//! file keeps it. `apply` makes it take effect.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{Correspondent, NewAttachment};

/// One effective write to a group's conversations.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(
    tag = "kind",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub(crate) enum ConversationChange {
    /// A conversation began, or a further thread of the one that is named.
    Begin {
        #[serde(default, skip_serializing_if = "Option::is_none")]
        conversation: Option<String>,
        topic: String,
        post: NewPost,
    },
    /// Somebody answered in a thread.
    Reply { thread: String, post: NewPost },
    /// A post went out to people; nothing here changes by that.
    Forward {
        post: String,
        to: Vec<Correspondent>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        comment: Option<String>,
    },
    /// A thread takes no more replies, or does again.
    Lock { thread: String, locked: bool },
    /// A conversation was deleted.
    Remove { conversation: String },
    /// A thread was deleted, and its conversation if it was the last one.
    RemoveThread { thread: String },
    /// Somebody came to the list of those who may post or may not, or left it.
    Sender {
        list: Senders,
        person: String,
        listed: bool,
    },
    /// From now on the group talks in Viva Engage: it has no conversations here.
    MoveAway,
    /// Many conversations are there from now on, or with `posts` one conversation
    /// with so many posts.
    Fill { conversations: usize, posts: usize },
}

/// The two lists of people that a mailbox has about who posts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum Senders {
    /// Nobody else may, if it has anybody.
    Accepted,
    Rejected,
}

/// A post as its author sent it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct NewPost {
    /// Who wrote it, if that is nobody of the company.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) from: Option<Correspondent>,
    pub(crate) html: String,
    pub(crate) delivered: Timestamp,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) new_participants: Vec<Correspondent>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) attachments: Vec<NewAttachment>,
}
