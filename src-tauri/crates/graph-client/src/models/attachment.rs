//! Attachments of posts (resources/attachment.md, resources/fileattachment.md).

use std::fmt;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use jiff::Timestamp;
use serde::{Deserialize, Serialize, Serializer};

use super::AttachmentId;
use super::text_enum::text_enum;

text_enum!(
    /// What an attachment is.
    AttachmentKind {
        /// A file.
        File = "#microsoft.graph.fileAttachment",
        /// A contact, an event or a message.
        Item = "#microsoft.graph.itemAttachment",
        /// A link to a file that lies elsewhere: there is no content to fetch.
        Reference = "#microsoft.graph.referenceAttachment",
    }
);

/// An attachment without its content.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Attachment {
    /// Its id.
    pub id: AttachmentId,
    /// What it is; `None` where the service does not say.
    #[serde(default, rename = "@odata.type")]
    pub kind: Option<AttachmentKind>,
    /// Its name, as whoever attached it chose it: no name for a file before it is cleaned.
    #[serde(default)]
    pub name: Option<String>,
    /// Its media type, as whoever attached it said.
    #[serde(default)]
    pub content_type: Option<String>,
    /// How large it is in the mailbox, in bytes: somewhat more than its content.
    #[serde(default)]
    pub size: Option<u64>,
    /// Whether it is shown within the text.
    #[serde(default)]
    pub is_inline: Option<bool>,
    /// When it was last changed.
    #[serde(default)]
    pub last_modified_date_time: Option<Timestamp>,
}

impl Attachment {
    /// The properties to ask for: those of all kinds, and no content.
    pub(crate) const SELECT: &'static [&'static str] = &[
        "id",
        "name",
        "contentType",
        "size",
        "isInline",
        "lastModifiedDateTime",
    ];
}

/// A file that goes with a new post.
#[derive(Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct NewAttachment {
    #[serde(rename = "@odata.type")]
    kind: AttachmentKind,
    /// Its name, with its ending.
    pub name: String,
    /// Its media type; the service decides by the name where there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub content_type: Option<String>,
    /// Its content.
    #[serde(rename = "contentBytes", serialize_with = "base64")]
    pub bytes: Bytes,
}

impl NewAttachment {
    /// A file.
    pub fn file(name: impl Into<String>, content_type: Option<String>, bytes: Bytes) -> Self {
        Self {
            kind: AttachmentKind::File,
            name: name.into(),
            content_type,
            bytes,
        }
    }
}

/// The content is of no use in a log.
impl fmt::Debug for NewAttachment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("NewAttachment")
            .field("name", &self.name)
            .field("content_type", &self.content_type)
            .field("bytes", &self.bytes.len())
            .finish()
    }
}

fn base64<S: Serializer>(bytes: &Bytes, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&STANDARD.encode(bytes))
}
