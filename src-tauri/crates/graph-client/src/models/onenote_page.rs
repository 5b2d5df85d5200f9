//! Pages of notebooks (resources/page.md).

use jiff::Timestamp;
use serde::Deserialize;

/// A page, without what is on it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct OnenotePage {
    /// Its title.
    #[serde(default)]
    pub title: Option<String>,
    /// When it was last changed.
    #[serde(default)]
    pub last_modified_date_time: Option<Timestamp>,
}

impl OnenotePage {
    /// The properties to ask for: not where its content can be had.
    pub(crate) const SELECT: &'static [&'static str] = &["id", "title", "lastModifiedDateTime"];
}
