//! A group's document library: folders and files, as one flat list in which the
//! first item is the root.

use jiff::Timestamp;

use super::ids::{self, Kind};
use super::life::Pace;
use super::{Part, UserIndex, texts};

/// A library.
#[derive(Debug, Clone, Default)]
pub(crate) struct Drive {
    pub(crate) id: String,
    pub(crate) created: Timestamp,
    /// The root first.
    pub(crate) items: Vec<Item>,
}

/// A folder or a file.
#[derive(Debug, Clone)]
pub(crate) struct Item {
    pub(crate) id: String,
    /// Of the folder that it is in; none for the root.
    pub(crate) parent: Option<String>,
    pub(crate) name: String,
    pub(crate) kind: ItemKind,
    pub(crate) created: Timestamp,
    pub(crate) modified: Timestamp,
    /// None for what the system made.
    pub(crate) by: Option<UserIndex>,
    /// Counts the changes.
    pub(crate) version: u32,
}

/// What an item is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ItemKind {
    Folder,
    File {
        /// In bytes.
        size: i64,
        mime_type: &'static str,
    },
}

impl Drive {
    /// A library with nothing in it.
    pub(super) fn empty(group: &str, created: Timestamp) -> Self {
        let root = Item {
            id: ids::library(group, Kind::Item, 0),
            parent: None,
            name: "root".to_owned(),
            kind: ItemKind::Folder,
            created,
            modified: created,
            by: None,
            version: 1,
        };
        Self {
            id: ids::library(group, Kind::Drive, 0),
            created,
            items: vec![root],
        }
    }

    pub(crate) fn root(&self) -> Option<&Item> {
        self.items.first()
    }

    pub(crate) fn item(&self, id: &str) -> Option<&Item> {
        self.items
            .iter()
            .find(|item| item.id.eq_ignore_ascii_case(id))
    }

    pub(crate) fn children<'a>(&'a self, of: &'a Item) -> impl Iterator<Item = &'a Item> {
        let inside = move |item: &&Item| item.parent.as_deref() == Some(&of.id);
        self.items.iter().filter(inside)
    }

    /// In bytes, with everything inside.
    pub(crate) fn size(&self, of: &Item) -> i64 {
        match of.kind {
            ItemKind::File { size, .. } => size,
            ItemKind::Folder => self.children(of).map(|item| self.size(item)).sum(),
        }
    }

    /// The last change of it, or of anything inside.
    pub(crate) fn modified(&self, of: &Item) -> Timestamp {
        let inside = self.children(of).map(|item| self.modified(item));
        inside.fold(of.modified, Timestamp::max)
    }
}

/// Nothing in it in every fifth group.
pub(super) fn draw(mut part: Part<'_>) -> Drive {
    let mut drive = Drive::empty(&part.origin.id, part.origin.created);
    let (least, most) = match part.life.pace {
        Pace::Dormant => (0, 9),
        Pace::Quiet => (2, 30),
        Pace::Steady => (8, 90),
        Pace::Busy => (30, 240),
    };
    let mut count = part.dice.between(least, most);
    if part.dice.chance(20) {
        count = 0;
    }
    if count > 6 {
        let folders = part.dice.between(1, part.words.folders.len());
        for name in part.words.folders.iter().take(folders) {
            let folder = folder(&mut part, drive.items.len(), name);
            drive.items.push(folder);
        }
    }
    let folders: Vec<String> = drive.items.iter().map(|item| item.id.clone()).collect();
    let span = part.span("files");
    for at in part.moments(span, count) {
        let parent = folders[part.dice.below(folders.len())].clone();
        let file = file(&mut part, drive.items.len(), parent, at);
        drive.items.push(file);
    }
    drive
}

fn folder(part: &mut Part<'_>, number: usize, name: &str) -> Item {
    let at = part.origin.created;
    Item {
        id: ids::library(&part.origin.id, Kind::Item, number),
        parent: Some(ids::library(&part.origin.id, Kind::Item, 0)),
        name: name.to_owned(),
        kind: ItemKind::Folder,
        created: at,
        modified: at,
        by: Some(part.somebody()),
        version: 1,
    }
}

fn file(part: &mut Part<'_>, number: usize, parent: String, modified: Timestamp) -> Item {
    let stem = texts::numbered(part.dice.word(part.words.files), number);
    let kind = part.dice.below(KINDS.len());
    let (ending, mime_type, typical) = KINDS[kind];
    let created = part.dice.moment((part.origin.created, modified), 1);
    Item {
        id: ids::library(&part.origin.id, Kind::Item, number),
        parent: Some(parent),
        // A number keeps names apart.
        name: format!("{stem} {number}.{ending}"),
        kind: ItemKind::File {
            size: typical / 4 + part.dice.below(typical as usize * 2) as i64,
            mime_type,
        },
        created: crate::clock::whole_seconds(created),
        modified,
        by: Some(part.somebody()),
        version: 1 + part.dice.below(30) as u32,
    }
}

/// Ending, media type, and a typical size in bytes.
const KINDS: [(&str, &str, i64); 7] = [
    (
        "docx",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        48_000,
    ),
    (
        "xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        90_000,
    ),
    (
        "pptx",
        "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        3_400_000,
    ),
    ("pdf", "application/pdf", 620_000),
    ("jpg", "image/jpeg", 2_100_000),
    ("mp4", "video/mp4", 84_000_000),
    ("csv", "text/csv", 14_000),
];
