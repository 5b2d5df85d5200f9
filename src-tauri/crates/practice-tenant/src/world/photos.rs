//! Photos of groups and people: those that somebody set, and those that have
//! been there since the company was drawn.

use std::collections::HashMap;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::pictures::{self, Subject};

/// The side in pixels of what has always been there.
const DRAWN_SIDE: u32 = 240;

/// A photo as it can be asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Photo {
    pub(crate) width: u32,
    pub(crate) height: u32,
    pub(crate) media_type: String,
    pub(crate) bytes: Bytes,
}

/// A photo that somebody set, as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct SetPhoto {
    pub(crate) media_type: String,
    pub(crate) width: u32,
    pub(crate) height: u32,
    /// Base64.
    pub(crate) data: String,
}

/// All photos that were set, by the id of the group.
#[derive(Debug, Default)]
pub(crate) struct Photos(HashMap<String, Photo>);

impl Photos {
    pub(super) fn set(&mut self, id: &str, photo: &SetPhoto) {
        // What was kept by this program can be read by it.
        let bytes = STANDARD.decode(&photo.data).unwrap_or_default();
        let photo = Photo {
            width: photo.width,
            height: photo.height,
            media_type: photo.media_type.clone(),
            bytes: bytes.into(),
        };
        self.0.insert(id.to_owned(), photo);
    }

    pub(crate) fn of(&self, id: &str) -> Option<&Photo> {
        self.0.get(id)
    }
}

impl SetPhoto {
    pub(crate) fn new((width, height): (u32, u32), media_type: &str, bytes: &[u8]) -> Self {
        Self {
            media_type: media_type.to_owned(),
            width,
            height,
            data: STANDARD.encode(bytes),
        }
    }
}

impl Photo {
    /// A picture that has always been there, no larger than it was drawn.
    pub(crate) fn drawn(subject: Subject, id: &str, side: Option<u32>) -> Option<Self> {
        let side = side.unwrap_or(DRAWN_SIDE).min(DRAWN_SIDE);
        Some(Self {
            width: side,
            height: side,
            media_type: "image/png".to_owned(),
            bytes: pictures::draw(subject, id, side)?.into(),
        })
    }

    /// Changes with the bytes.
    pub(crate) fn etag(&self) -> String {
        let digest = Sha256::digest(&self.bytes);
        let letters = digest[..8].iter().map(|byte| format!("{byte:02X}"));
        format!("\"{}\"", letters.collect::<String>())
    }
}
