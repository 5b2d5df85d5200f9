//! Attachments of posts (post-list-attachments.md, attachment-get.md). They are
//! there as long as their post is, and nothing adds one to a post afterwards.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use http::StatusCode;
use serde_json::{Value, json};

use super::super::Held;
use super::super::items::{MAIL, Named, page_of, single_of};
use super::super::options::Options;
use super::{missing, named};
use crate::graph::{Answer, Payload};
use crate::odata::ODataError;
use crate::world::contents::{Attachment, AttachmentContent, Post, Thread};

/// `words` and `keys` are what follows `attachments`.
pub(super) fn get(
    held: &Held<'_>,
    (thread, post): (&Thread, &Post),
    (words, keys): (&[&str], &[&str]),
) -> Result<Answer, ODataError> {
    let tail = format!("threads('{}')/posts('{}')/attachments", thread.id, post.id);
    let named: Named<'_> = named(held, &tail, "attachment");
    let one = || {
        let mut all = post.attachments.iter();
        all.find(|attachment| keys.first() == Some(&attachment.id.as_str()))
            .ok_or_else(missing)
    };
    match words {
        [] => {
            let all = post.attachments.iter().collect();
            page_of(held.reading.call, &MAIL, &named, all, shown)
        }
        [_] => {
            let expand = Options::parse(held.reading.call, &["expand"])?.expand;
            let attachment = one()?;
            let mut found = shown(attachment);
            if expand.is_some() {
                found["item"] = item(attachment);
            }
            single_of(held.reading.call, &MAIL, &named, found)
        }
        [_, "$value"] => value(one()?),
        _ => Err(held.unknown()),
    }
}

pub(super) fn shown(attachment: &Attachment) -> Value {
    let mut shown = json!({
        "@odata.type": match attachment.content {
            AttachmentContent::File(_) => "#microsoft.graph.fileAttachment",
            AttachmentContent::Item { .. } => "#microsoft.graph.itemAttachment",
            AttachmentContent::Reference => "#microsoft.graph.referenceAttachment",
        },
        "id": attachment.id,
        "lastModifiedDateTime": attachment.modified,
        "name": attachment.name,
        "contentType": attachment.media_type,
        "size": attachment.content.size(),
        "isInline": attachment.inline,
    });
    if let AttachmentContent::File(bytes) = &attachment.content {
        shown["@odata.mediaContentType"] = json!(attachment.media_type);
        shown["contentId"] = json!(attachment.content_id);
        shown["contentLocation"] = Value::Null;
        shown["contentBytes"] = json!(STANDARD.encode(bytes));
    }
    shown
}

/// The message within an attachment; nothing for others.
fn item(attachment: &Attachment) -> Value {
    let AttachmentContent::Item { subject, html } = &attachment.content else {
        return Value::Null;
    };
    json!({
        "@odata.type": "#microsoft.graph.message",
        "id": "",
        "subject": subject,
        "createdDateTime": attachment.modified,
        "lastModifiedDateTime": attachment.modified,
        "body": {"contentType": "html", "content": html},
    })
}

/// The bytes of a file, or a message as mail carries it.
fn value(attachment: &Attachment) -> Result<Answer, ODataError> {
    let (media_type, bytes) = match &attachment.content {
        AttachmentContent::File(bytes) => {
            let media_type = attachment.media_type.clone();
            let unknown = || "application/octet-stream".to_owned();
            (media_type.unwrap_or_else(unknown), bytes.clone())
        }
        AttachmentContent::Item { subject, html } => {
            let message = format!(
                "Subject: {subject}\r\nMIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{html}\r\n"
            );
            ("text/plain".to_owned(), Bytes::from(message))
        }
        AttachmentContent::Reference => {
            return Err(ODataError::new(
                StatusCode::METHOD_NOT_ALLOWED,
                "ErrorInvalidRequest",
                "The requested attachment has no content in this mailbox.",
            ));
        }
    };
    Ok(Answer {
        status: StatusCode::OK,
        headers: Vec::new(),
        payload: Payload::Bytes { media_type, bytes },
    })
}
