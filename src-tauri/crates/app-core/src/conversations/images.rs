//! Images in posts: those that are attached beside them, and those that lie elsewhere, as `data:` addresses.

use std::collections::{BTreeMap, HashMap, HashSet};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use futures::{StreamExt as _, stream};
use graph_client::models::{Attachment, AttachmentKind};
use graph_client::resources::PostRequests;

use super::remote;

/// A larger image is not shown within a text.
const LARGEST: u64 = 5 * 1024 * 1024;
/// How many images of one post are fetched.
const MOST: usize = 20;
/// How many are fetched at once.
const TOGETHER: usize = 2;

/// Attachments that a text shows, by the address that it names them by.
#[derive(Debug, Default)]
pub(super) struct Named<'a>(BTreeMap<String, &'a Attachment>);

impl Named<'_> {
    /// Whether the text shows this attachment.
    pub(super) fn holds(&self, attachment: &Attachment) -> bool {
        self.0.values().any(|shown| shown.id == attachment.id)
    }
}

/// Finds the attachments that a text shows. Mail programs name an image `cid:name@number`; those whose names
/// say nothing follow the order of the attachments that are within the text.
pub(super) fn named<'a>(addresses: &HashSet<String>, attachments: &'a [Attachment]) -> Named<'a> {
    let mut named = Named::default();
    let mut left: Vec<&String> = addresses.iter().collect();
    left.sort();
    let files = || {
        let is_file = |one: &&Attachment| matches!(one.kind, None | Some(AttachmentKind::File));
        attachments.iter().filter(is_file)
    };
    left.retain(|address| {
        let name = address.trim_start_matches("cid:");
        let name = name.split('@').next().unwrap_or(name);
        let fits = |one: &&Attachment| {
            let known = one.name.as_deref().unwrap_or_default();
            known.eq_ignore_ascii_case(name)
        };
        match files().find(fits) {
            Some(found) => named.0.insert((*address).clone(), found).is_some(),
            None => true,
        }
    });
    let inline = files().filter(|one| one.is_inline == Some(true));
    let free: Vec<&Attachment> = inline.filter(|one| !named.holds(one)).collect();
    for (address, attachment) in left.into_iter().zip(free) {
        named.0.insert(address.clone(), attachment);
    }
    named
}

/// Fetches attachments that a text shows. One that cannot be fetched, or is no image of points, is left out.
pub(super) async fn inline(
    requests: &PostRequests<'_>,
    named: &Named<'_>,
) -> HashMap<String, String> {
    let small = |one: &&Attachment| one.size.is_none_or(|size| size <= LARGEST);
    let wanted = named.0.iter().filter(|(_, one)| small(one)).take(MOST);
    let fetched: Vec<_> = wanted
        .map(|(address, attachment)| fetched(requests, address, attachment))
        .collect();
    let fetched = stream::iter(fetched).buffer_unordered(TOGETHER);
    fetched.filter_map(async |image| image).collect().await
}

async fn fetched(
    requests: &PostRequests<'_>,
    address: &str,
    attachment: &Attachment,
) -> Option<(String, String)> {
    let content = requests.attachment_content(&attachment.id).await.ok()?;
    let bytes = content.bytes().await.ok()?;
    Some((address.to_owned(), data(&bytes)?))
}

/// Fetches images that lie elsewhere. One that cannot be fetched is left out.
pub(super) async fn remote(addresses: &[String]) -> HashMap<String, String> {
    let wanted = addresses.iter().take(MOST);
    let fetched: Vec<_> = wanted.map(|address| from_elsewhere(address)).collect();
    let fetched = stream::iter(fetched).buffer_unordered(TOGETHER * 2);
    fetched.filter_map(async |image| image).collect().await
}

async fn from_elsewhere(address: &str) -> Option<(String, String)> {
    match remote::fetched(address).await {
        Ok(bytes) => Some((address.to_owned(), data(&bytes)?)),
        Err(error) => {
            tracing::debug!(%error, "an image elsewhere was not fetched");
            None
        }
    }
}

/// An image of points as an address; what it is, its first bytes say, and not whoever sent it.
fn data(bytes: &[u8]) -> Option<String> {
    let kind = match bytes {
        [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n', ..] => "png",
        [0xff, 0xd8, 0xff, ..] => "jpeg",
        [b'G', b'I', b'F', b'8', b'7' | b'9', b'a', ..] => "gif",
        [
            b'R',
            b'I',
            b'F',
            b'F',
            _,
            _,
            _,
            _,
            b'W',
            b'E',
            b'B',
            b'P',
            ..,
        ] => "webp",
        _ => return None,
    };
    Some(format!(
        "data:image/{kind};base64,{}",
        STANDARD.encode(bytes)
    ))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn attachment(id: &str, name: &str, inline: bool) -> Attachment {
        let one = json!({
            "@odata.type": "#microsoft.graph.fileAttachment", "id": id, "name": name, "isInline": inline,
        });
        serde_json::from_value(one).unwrap()
    }

    #[test]
    fn an_image_is_found_by_its_name_and_else_by_its_place() {
        let attachments = [
            attachment("1", "plan.pdf", false),
            attachment("2", "Image001.png", true),
            attachment("3", "logo.png", true),
        ];
        let addresses = ["cid:image001.png@01da.4b", "cid:part1.x@example.com"].map(str::to_owned);
        let named = named(&addresses.clone().into(), &attachments);
        let found = |address: &str| named.0.get(address).map(|one| one.id.as_str());
        assert_eq!(found(&addresses[0]), Some("2"));
        assert_eq!(found(&addresses[1]), Some("3"));
        assert!(!named.holds(&attachments[0]));
    }

    #[test]
    fn an_image_is_one_by_its_first_bytes() {
        assert!(
            data(b"\x89PNG\r\n\x1a\n...")
                .unwrap()
                .starts_with("data:image/png;base64,")
        );
        assert_eq!(data(b"<svg xmlns='http://www.w3.org/2000/svg'/>"), None);
        assert_eq!(data(b"<html>"), None);
    }
}
