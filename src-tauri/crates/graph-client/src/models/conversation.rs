//! Conversations in a group's mailbox (resources/conversation.md).

use jiff::Timestamp;
use serde::Deserialize;

/// A conversation, without what was said in it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Conversation {
    /// What it is about; set once.
    #[serde(default)]
    pub topic: Option<String>,
    /// When the last post of it was delivered.
    #[serde(default)]
    pub last_delivered_date_time: Option<Timestamp>,
}

impl Conversation {
    /// The properties to ask for: neither the preview nor the senders.
    pub(crate) const SELECT: &'static [&'static str] = &["id", "topic", "lastDeliveredDateTime"];
}
