//! What clients send of posts, threads and conversations (resources/post.md), and
//! what is kept of it.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use http::StatusCode;
use jiff::Timestamp;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::graph::Call;
use crate::odata::ODataError;
use crate::world::contents::{Correspondent, NewAttachment, NewContent, NewPost, from_text};

/// The service takes no longer request, in bytes.
const MAX_REQUEST: usize = 4 * 1024 * 1024;
/// A mail goes to so many recipients at most.
const MAX_RECIPIENTS: usize = 500;

#[derive(Deserialize)]
pub(super) struct SentConversation {
    pub(super) topic: Option<String>,
    #[serde(default)]
    pub(super) threads: Vec<SentThread>,
}

#[derive(Deserialize)]
pub(super) struct SentThread {
    pub(super) topic: Option<String>,
    #[serde(default)]
    pub(super) posts: Vec<SentPost>,
}

#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub(super) struct SentPost {
    body: Option<SentBody>,
    new_participants: Option<Vec<SentRecipient>>,
    attachments: Option<Vec<SentAttachment>>,
}

#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct SentBody {
    content_type: Option<String>,
    content: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct SentRecipient {
    email_address: Option<SentAddress>,
}

#[derive(Deserialize)]
struct SentAddress {
    name: Option<String>,
    address: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct SentAttachment {
    #[serde(rename = "@odata.type")]
    type_name: Option<String>,
    name: Option<String>,
    content_type: Option<String>,
    content_bytes: Option<String>,
    is_inline: Option<bool>,
    content_id: Option<String>,
    item: Option<SentItem>,
}

#[derive(Deserialize)]
struct SentItem {
    subject: Option<String>,
    body: Option<SentBody>,
}

#[derive(Deserialize)]
pub(super) struct SentReply {
    #[serde(alias = "Post")]
    pub(super) post: Option<SentPost>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct SentForward {
    #[serde(alias = "Comment")]
    pub(super) comment: Option<String>,
    #[serde(alias = "ToRecipients", default)]
    pub(super) to_recipients: Vec<SentRecipient>,
}

/// Reads the body of a call.
///
/// # Errors
/// 413 when it is longer than 4 MB, 400 when it is no JSON of this form.
pub(super) fn read<T: DeserializeOwned>(call: &Call) -> Result<T, ODataError> {
    if call.body.len() > MAX_REQUEST {
        return Err(ODataError::new(
            StatusCode::PAYLOAD_TOO_LARGE,
            "BadRequest",
            "The maximum request length supported is 4MB.",
        ));
    }
    if call.body.is_empty() {
        return Err(ODataError::malformed(
            "Empty Payload. JSON content expected.",
        ));
    }
    let value: Result<Value, _> = serde_json::from_slice(&call.body);
    let read = value.and_then(serde_json::from_value);
    read.map_err(|_| {
        ODataError::malformed(
            "Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.",
        )
    })
}

/// 400 in the words of the mailbox.
pub(super) fn invalid(message: &str) -> ODataError {
    ODataError::new(StatusCode::BAD_REQUEST, "ErrorInvalidRequest", message)
}

impl SentPost {
    /// # Errors
    /// 400 when an address or an attachment is none.
    pub(super) fn into_post(self, delivered: Timestamp) -> Result<NewPost, ODataError> {
        let attachments = self.attachments.unwrap_or_default().into_iter();
        Ok(NewPost {
            from: None,
            html: self.body.unwrap_or_default().into_html(),
            delivered,
            new_participants: correspondents(self.new_participants.unwrap_or_default())?,
            attachments: attachments
                .map(SentAttachment::into_attachment)
                .collect::<Result<_, _>>()?,
        })
    }
}

impl SentBody {
    /// A mailbox keeps HTML, within a document of its own.
    fn into_html(self) -> String {
        let content = self.content.unwrap_or_default();
        let html = match self.content_type {
            Some(html) if html.eq_ignore_ascii_case("html") => content,
            _ => from_text(&content),
        };
        if html.to_ascii_lowercase().contains("<html") {
            return html;
        }
        format!(
            "<html><head>\r\n<meta http-equiv=\"Content-Type\" content=\"text/html; charset=utf-8\"></head><body>{html}</body></html>"
        )
    }
}

/// # Errors
/// 400 when one has no address, or they are too many for one mail.
pub(super) fn correspondents(sent: Vec<SentRecipient>) -> Result<Vec<Correspondent>, ODataError> {
    let refused = || {
        ODataError::new(
            StatusCode::BAD_REQUEST,
            "ErrorInvalidRecipients",
            "At least one recipient isn't valid.",
        )
    };
    if sent.len() > MAX_RECIPIENTS {
        return Err(refused());
    }
    let somebody = |sent: SentRecipient| {
        let SentAddress { name, address } = sent.email_address?;
        let address = address.filter(|address| is_address(address))?;
        let name = name.unwrap_or_else(|| address.clone());
        Some(Correspondent { name, address })
    };
    let all: Option<Vec<_>> = sent.into_iter().map(somebody).collect();
    all.ok_or_else(refused)
}

fn is_address(text: &str) -> bool {
    let parts = text.trim().split_once('@');
    parts.is_some_and(|(name, domain)| {
        !name.is_empty() && domain.contains('.') && !text.contains(char::is_whitespace)
    })
}

impl SentAttachment {
    fn into_attachment(self) -> Result<NewAttachment, ODataError> {
        let name = self.name.filter(|name| !name.is_empty());
        let name = name.ok_or_else(|| invalid("An attachment must have a name."))?;
        let type_name = self.type_name.unwrap_or_default();
        let content = match type_name.trim_start_matches('#') {
            "microsoft.graph.fileAttachment" => {
                let data = self.content_bytes.unwrap_or_default();
                if STANDARD.decode(&data).is_err() {
                    return Err(invalid("The content of an attachment is not valid base64."));
                }
                NewContent::File(data)
            }
            "microsoft.graph.itemAttachment" => {
                let item = self
                    .item
                    .ok_or_else(|| invalid("An attached item is missing."))?;
                NewContent::Item {
                    subject: item.subject.unwrap_or_default(),
                    html: item.body.unwrap_or_default().into_html(),
                }
            }
            "microsoft.graph.referenceAttachment" => NewContent::Reference,
            _ => return Err(invalid("The type of an attachment is missing or unknown.")),
        };
        Ok(NewAttachment {
            name,
            content_type: self.content_type,
            is_inline: self.is_inline.unwrap_or_default(),
            content_id: self.content_id,
            content,
        })
    }
}
