//! Threads of a conversation (resources/conversationthread.md).

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{Recipient, ThreadId};
use crate::odata::null_as_default;

/// A thread: posts to the same people.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ConversationThread {
    /// Its id.
    pub id: ThreadId,
    /// What it is about: its conversation's topic.
    #[serde(default)]
    pub topic: Option<String>,
    /// When its last post was delivered.
    #[serde(default)]
    pub last_delivered_date_time: Option<Timestamp>,
    /// The beginning of its last post, as plain text.
    #[serde(default)]
    pub preview: Option<String>,
    /// Whether any post has attachments.
    #[serde(default)]
    pub has_attachments: Option<bool>,
    /// Whether it is closed to replies.
    #[serde(default)]
    pub is_locked: Option<bool>,
    /// The names of all who wrote in it.
    #[serde(default, deserialize_with = "null_as_default")]
    pub unique_senders: Vec<String>,
    /// To whom it goes.
    #[serde(default, deserialize_with = "null_as_default")]
    pub to_recipients: Vec<Recipient>,
    /// Who gets it as a copy.
    #[serde(default, deserialize_with = "null_as_default")]
    pub cc_recipients: Vec<Recipient>,
}

impl ConversationThread {
    /// The properties to ask for; the recipients come only when they are.
    pub(crate) const SELECT: &'static [&'static str] = &[
        "id",
        "topic",
        "lastDeliveredDateTime",
        "preview",
        "hasAttachments",
        "isLocked",
        "uniqueSenders",
        "toRecipients",
        "ccRecipients",
    ];
}
