//! The group's library (drive-get.md, driveitem-list-children.md).

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::items::{LIBRARY, Named, page, single};
use super::{Area, Held};
use crate::graph::Answer;
use crate::odata::ODataError;
use crate::world::contents::{Drive, Item, ItemKind};

/// What a library may hold, in bytes.
const TOTAL: i64 = 27_487_790_694_400;

/// `words` is the path after the group, `keys` the same as it was written.
pub(super) fn get(held: &Held<'_>, words: &[&str], keys: &[&str]) -> Result<Answer, ODataError> {
    let drive = &held.content.drive;
    let missing = || Area::Files.item_missing();
    let root = || drive.root().ok_or_else(missing);
    let item = |id| drive.item(id).ok_or_else(missing);
    match words {
        ["drives"] => {
            let named = named(held, "drives", "drive");
            page(held.reading.call, &LIBRARY, &named, vec![shown_drive(held)])
        }
        ["drive"] => {
            let named = named(held, "drive", "drive");
            single(held.reading.call, &named, shown_drive(held))
        }
        ["drive", "root"] => one(held, root()?),
        ["drive", "root", "children"] => children(held, root()?),
        ["drive", "items", _] => one(held, item(keys[2])?),
        ["drive", "items", _, "children"] => children(held, item(keys[2])?),
        _ => Err(held.unknown()),
    }
}

fn named<'a>(held: &Held<'_>, tail: &str, type_name: &'a str) -> Named<'a> {
    Named {
        context: held.context(tail),
        type_name,
    }
}

fn one(held: &Held<'_>, item: &Item) -> Result<Answer, ODataError> {
    let named = named(held, "drive/items", "driveItem");
    single(held.reading.call, &named, shown(held, item))
}

/// Folders and files by name.
fn children(held: &Held<'_>, of: &Item) -> Result<Answer, ODataError> {
    let mut items: Vec<&Item> = held.content.drive.children(of).collect();
    items.sort_by_cached_key(|item| item.name.to_lowercase());
    let shown = items.into_iter().map(|item| shown(held, item));
    let named = named(held, "drive/root/children", "driveItem");
    page(held.reading.call, &LIBRARY, &named, shown.collect())
}

fn library(held: &Held<'_>) -> String {
    format!("{}/Shared%20Documents", held.site())
}

fn shown_drive(held: &Held<'_>) -> Value {
    let drive = &held.content.drive;
    let used = drive.root().map_or(0, |root| drive.size(root));
    let modified = drive.root().map(|root| drive.modified(root));
    json!({
        "id": drive.id,
        "driveType": "documentLibrary",
        "name": "Documents",
        "description": "",
        "webUrl": library(held),
        "createdDateTime": drive.created,
        "lastModifiedDateTime": modified,
        "createdBy": held.identity(None),
        "lastModifiedBy": held.identity(None),
        "quota": {
            "deleted": 0,
            "remaining": TOTAL - used,
            "state": "normal",
            "total": TOTAL,
            "used": used,
        },
    })
}

fn shown(held: &Held<'_>, item: &Item) -> Value {
    let drive = &held.content.drive;
    let modified = drive.modified(item);
    let folder = match item.kind {
        ItemKind::Folder => json!({"childCount": drive.children(item).count()}),
        ItemKind::File { .. } => Value::Null,
    };
    let file = match item.kind {
        ItemKind::Folder => Value::Null,
        ItemKind::File { mime_type, .. } => {
            json!({"mimeType": mime_type, "hashes": {"quickXorHash": hash(item)}})
        }
    };
    let root = item.parent.is_none();
    let name =
        percent_encoding::utf8_percent_encode(&item.name, percent_encoding::NON_ALPHANUMERIC);
    let mut shown = json!({
        "id": item.id,
        "name": item.name,
        "size": drive.size(item),
        "webUrl": if root { library(held) } else { format!("{}/{name}", library(held)) },
        "createdDateTime": item.created,
        "lastModifiedDateTime": modified,
        "createdBy": held.identity(item.by),
        "lastModifiedBy": held.identity(item.by),
        "eTag": format!("\"{{{}}},{}\"", item.id, item.version),
        "cTag": format!("\"c:{{{}}},{}\"", item.id, item.version),
        "parentReference": parent(drive, item),
        "fileSystemInfo": {
            "createdDateTime": item.created,
            "lastModifiedDateTime": modified,
        },
        "folder": folder,
        "file": file,
        "root": if root { json!({}) } else { Value::Null },
    });
    // A facet that does not apply is absent, as clients tell files from folders.
    if let Some(properties) = shown.as_object_mut() {
        properties.retain(|_, value| !value.is_null());
    }
    shown
}

fn parent(drive: &Drive, item: &Item) -> Value {
    let mut parent = json!({"driveId": drive.id, "driveType": "documentLibrary"});
    if let Some(id) = &item.parent {
        let inside = drive.root().is_some_and(|root| root.id == *id);
        let folder = drive.item(id).map_or("", |folder| folder.name.as_str());
        parent["id"] = json!(id);
        parent["path"] = json!(if inside {
            format!("/drives/{}/root:", drive.id)
        } else {
            format!("/drives/{}/root:/{folder}", drive.id)
        });
    }
    parent
}

/// Something that changes with the file, in the form of the hash.
fn hash(item: &Item) -> String {
    let digest = Sha256::new()
        .chain_update(&item.id)
        .chain_update(item.version.to_be_bytes())
        .finalize();
    STANDARD.encode(&digest[..20])
}
