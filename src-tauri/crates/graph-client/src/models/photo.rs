//! Photos of groups and people (resources/profilephoto.md).

use bytes::Bytes;

/// A photo.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Photo {
    /// The picture itself.
    pub bytes: Bytes,
    /// Its media type, such as `image/jpeg`.
    pub content_type: String,
}

/// The sizes in which photos are kept, in pixels a side. Where one is missing the service answers
/// with a smaller one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PhotoSize {
    /// 48.
    S48,
    /// 64.
    S64,
    /// 96.
    S96,
    /// 120.
    S120,
    /// 240.
    S240,
    /// 360.
    S360,
    /// 432.
    S432,
    /// 504.
    S504,
    /// 648.
    S648,
}

impl PhotoSize {
    /// As it stands in an address.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::S48 => "48x48",
            Self::S64 => "64x64",
            Self::S96 => "96x96",
            Self::S120 => "120x120",
            Self::S240 => "240x240",
            Self::S360 => "360x360",
            Self::S432 => "432x432",
            Self::S504 => "504x504",
            Self::S648 => "648x648",
        }
    }
}

/// What a photo that is set may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PhotoType {
    /// JPEG: the type that the service documents.
    Jpeg,
    /// PNG.
    Png,
}

impl PhotoType {
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
        }
    }
}
