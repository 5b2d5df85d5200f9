//! Images in posts: those that are attached beside them, and those that lie elsewhere, as `data:` addresses.

use std::collections::{BTreeMap, HashMap, HashSet};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use futures::{StreamExt as _, stream};
use graph_client::models::{Attachment, AttachmentId, AttachmentKind};
use graph_client::resources::{AttachedFile, PostRequests};

use super::remote;

/// A larger image is not shown within a text.
const LARGEST: u64 = 5 * 1024 * 1024;
/// How many images of one post are fetched.
const MOST: usize = 20;
/// How many are fetched at once.
const TOGETHER: usize = 2;

/// Attachments that a text shows.
#[derive(Debug, Default)]
pub(super) struct Named<'a> {
    /// By the address that the text names them by.
    by_address: BTreeMap<String, &'a Attachment>,
    /// Those that had to be read to know what they are called.
    read: HashMap<AttachmentId, Bytes>,
}

impl Named<'_> {
    /// Whether the text shows this attachment.
    pub(super) fn holds(&self, attachment: &Attachment) -> bool {
        self.by_address
            .values()
            .any(|shown| shown.id == attachment.id)
    }
}

/// Finds the attachments that a text shows. Many mail programs name an image `cid:name@number`; of others only the
/// attachment itself tells its content ID, and has to be read for it.
pub(super) async fn named<'a>(
    requests: &PostRequests<'_>,
    addresses: &HashSet<String>,
    attachments: &'a [Attachment],
) -> Named<'a> {
    let (mut named, left) = by_name(addresses, attachments);
    if left.is_empty() {
        return named;
    }
    let free = files(attachments)
        .filter(|one| one.is_inline == Some(true) && is_small(one) && !named.holds(one))
        .take(MOST)
        .map(async |one| Some((one, requests.attached_file(&one.id).await.ok()?)));
    let free: Vec<_> = stream::iter(free.collect::<Vec<_>>())
        .buffered(TOGETHER)
        .filter_map(async |read| read)
        .collect()
        .await;
    add_by_content_id(&mut named, left, free);
    named
}

/// Those whose address tells one file's name, and the addresses that do not, in order.
fn by_name<'a>(
    addresses: &HashSet<String>,
    attachments: &'a [Attachment],
) -> (Named<'a>, Vec<String>) {
    let mut named = Named::default();
    let mut left: Vec<String> = addresses.iter().cloned().collect();
    left.sort();
    left.retain(|address| {
        let name = content_id(address);
        let name = name.split('@').next().unwrap_or(name);
        let called = |one: &&Attachment| {
            let known = one.name.as_deref().unwrap_or_default();
            known.eq_ignore_ascii_case(name)
        };
        let mut fitting = files(attachments).filter(called);
        let (Some(found), None) = (fitting.next(), fitting.next()) else {
            return true;
        };
        named.by_address.insert(address.clone(), found);
        false
    });
    (named, left)
}

/// Gives each address the file of its content ID; where none has it, the next of those that are left.
fn add_by_content_id<'a>(
    named: &mut Named<'a>,
    mut left: Vec<String>,
    mut files: Vec<(&'a Attachment, AttachedFile)>,
) {
    let mut add = |address: String, (attachment, file): (&'a Attachment, AttachedFile)| {
        named.read.insert(attachment.id.clone(), file.bytes);
        named.by_address.insert(address, attachment);
    };
    left.retain(|address| {
        let wanted = content_id(address);
        let is_wanted = |(_, file): &(&Attachment, AttachedFile)| {
            let known = file.content_id.as_deref().unwrap_or_default();
            known.trim_matches(['<', '>']).eq_ignore_ascii_case(wanted)
        };
        let Some(at) = files.iter().position(is_wanted) else {
            return true;
        };
        add(address.clone(), files.remove(at));
        false
    });
    left.into_iter()
        .zip(files)
        .for_each(|(address, file)| add(address, file));
}

fn content_id(address: &str) -> &str {
    address.trim_start_matches("cid:")
}

fn files(attachments: &[Attachment]) -> impl Iterator<Item = &Attachment> {
    let is_file = |one: &&Attachment| matches!(one.kind, None | Some(AttachmentKind::File));
    attachments.iter().filter(is_file)
}

fn is_small(one: &Attachment) -> bool {
    one.size.is_none_or(|size| size <= LARGEST)
}

/// Fetches attachments that a text shows. One that cannot be fetched, or is no image of points, is left out.
pub(super) async fn inline(
    requests: &PostRequests<'_>,
    named: &Named<'_>,
) -> HashMap<String, String> {
    let wanted = named.by_address.iter().filter(|(_, one)| is_small(one));
    let fetched: Vec<_> = wanted
        .take(MOST)
        .map(|(address, attachment)| fetched(requests, named, address, attachment))
        .collect();
    let fetched = stream::iter(fetched).buffer_unordered(TOGETHER);
    fetched.filter_map(async |image| image).collect().await
}

async fn fetched(
    requests: &PostRequests<'_>,
    named: &Named<'_>,
    address: &str,
    attachment: &Attachment,
) -> Option<(String, String)> {
    let bytes = match named.read.get(&attachment.id) {
        Some(bytes) => bytes.clone(),
        None => {
            let content = requests.attachment_content(&attachment.id).await.ok()?;
            content.bytes().await.ok()?
        }
    };
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

    fn file(content_id: Option<&str>) -> AttachedFile {
        AttachedFile {
            content_id: content_id.map(str::to_owned),
            content_type: None,
            bytes: Bytes::new(),
        }
    }

    #[test]
    fn an_image_is_found_by_its_name_then_by_its_content_id_and_else_by_its_place() {
        let attachments = [
            attachment("1", "plan.pdf", false),
            attachment("2", "Image001.png", true),
            attachment("3", "image.png", true),
            attachment("4", "image.png", true),
            attachment("5", "image.png", true),
        ];
        let addresses = [
            "cid:image001.png@01da.4b",
            "cid:ii_first",
            "cid:ii_second",
            "cid:part1.x@example.com",
        ]
        .map(str::to_owned);

        let (mut named, left) = by_name(&addresses.clone().into(), &attachments);
        assert_eq!(left, addresses[1..]);
        let read = vec![
            (&attachments[2], file(None)),
            (&attachments[3], file(Some("<ii_second>"))),
            (&attachments[4], file(Some("ii_first"))),
        ];
        add_by_content_id(&mut named, left, read);

        let found = addresses.map(|address| named.by_address[&address].id.as_str().to_owned());
        assert_eq!(found, ["2", "5", "4", "3"]);
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
