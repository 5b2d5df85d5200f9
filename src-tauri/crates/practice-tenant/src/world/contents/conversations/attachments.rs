//! What is attached to posts: files, items of a mailbox, and references to files
//! that are kept elsewhere.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::ATTACHMENTS_A_NUMBER;
use super::ids::{self, Kind};

/// One attachment.
#[derive(Debug, Clone)]
pub(crate) struct Attachment {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) media_type: Option<String>,
    /// Shown within the post, which names it by its `content_id`.
    pub(crate) inline: bool,
    pub(crate) content_id: Option<String>,
    pub(crate) modified: Timestamp,
    pub(crate) content: AttachmentContent,
}

/// What is attached.
#[derive(Debug, Clone)]
pub(crate) enum AttachmentContent {
    File(Bytes),
    /// A message, by its subject and HTML.
    Item {
        subject: String,
        html: String,
    },
    /// A file in a library.
    Reference,
}

/// An attachment as it was sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct NewAttachment {
    pub(crate) name: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) content_type: Option<String>,
    #[serde(default)]
    pub(crate) is_inline: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) content_id: Option<String>,
    pub(crate) content: NewContent,
}

/// What it holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum NewContent {
    /// Base64.
    File(String),
    Item {
        subject: String,
        html: String,
    },
    Reference,
}

impl AttachmentContent {
    /// In bytes.
    pub(crate) fn size(&self) -> usize {
        match self {
            Self::File(bytes) => bytes.len(),
            Self::Item { subject, html } => subject.len() + html.len(),
            Self::Reference => 0,
        }
    }
}

impl Attachment {
    /// The attachment at `place` of the post that has this number.
    pub(super) fn new(
        sent: NewAttachment,
        (group, post, place): (&str, usize, usize),
        modified: Timestamp,
    ) -> Self {
        Self {
            id: ids::mailbox(group, Kind::Attachment, post * ATTACHMENTS_A_NUMBER + place),
            name: sent.name,
            media_type: sent.content_type,
            inline: sent.is_inline,
            content_id: sent.content_id,
            modified,
            content: sent.content.into(),
        }
    }
}

impl From<NewContent> for AttachmentContent {
    fn from(sent: NewContent) -> Self {
        match sent {
            // It was decoded before it was kept.
            NewContent::File(data) => Self::File(STANDARD.decode(data).unwrap_or_default().into()),
            NewContent::Item { subject, html } => Self::Item { subject, html },
            NewContent::Reference => Self::Reference,
        }
    }
}
