//! Posts in a thread (resources/post.md), new ones, and ones that are passed on.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{Attachment, ConversationId, ItemBody, NewAttachment, PostId, Recipient, ThreadId};
use crate::odata::null_as_default;

/// A post. It can neither be changed nor deleted by itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Post {
    /// Its id.
    pub id: PostId,
    /// What it says.
    #[serde(default)]
    pub body: Option<ItemBody>,
    /// Whose words they are.
    #[serde(default)]
    pub from: Option<Recipient>,
    /// Who sent them; differs from `from` where somebody sends for somebody else.
    #[serde(default)]
    pub sender: Option<Recipient>,
    /// When it was received.
    #[serde(default)]
    pub received_date_time: Option<Timestamp>,
    /// When it was made.
    #[serde(default)]
    pub created_date_time: Option<Timestamp>,
    /// When it was last changed.
    #[serde(default)]
    pub last_modified_date_time: Option<Timestamp>,
    /// Changes with every change.
    #[serde(default)]
    pub change_key: Option<String>,
    /// Categories.
    #[serde(default, deserialize_with = "null_as_default")]
    pub categories: Vec<String>,
    /// Whether it has attachments; pictures within the text do not count.
    #[serde(default)]
    pub has_attachments: Option<bool>,
    /// The conversation that it belongs to.
    #[serde(default)]
    pub conversation_id: Option<ConversationId>,
    /// The thread that it belongs to.
    #[serde(default)]
    pub conversation_thread_id: Option<ThreadId>,
    /// Whom it brought into the thread.
    #[serde(default, deserialize_with = "null_as_default")]
    pub new_participants: Vec<Recipient>,
    /// Its attachments without their content; `None` where they were not asked for.
    #[serde(default)]
    pub attachments: Option<Vec<Attachment>>,
}

impl Post {
    /// The properties to ask for.
    pub(crate) const SELECT: &'static [&'static str] = &[
        "id",
        "body",
        "from",
        "sender",
        "receivedDateTime",
        "createdDateTime",
        "lastModifiedDateTime",
        "changeKey",
        "categories",
        "hasAttachments",
        "conversationId",
        "conversationThreadId",
        "newParticipants",
    ];
}

/// A post to be made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct NewPost {
    /// What it says.
    pub body: ItemBody,
    /// Whom it brings into the thread.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub new_participants: Vec<Recipient>,
    /// What goes with it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub attachments: Vec<NewAttachment>,
}

impl NewPost {
    /// A post that says this and nothing else.
    pub fn new(body: ItemBody) -> Self {
        Self {
            body,
            new_participants: Vec::new(),
            attachments: Vec::new(),
        }
    }
}

/// To whom a post is passed on, and with which words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PostForward {
    /// Plain words above the post.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub comment: Option<String>,
    /// To whom; at least one.
    pub to_recipients: Vec<Recipient>,
}
