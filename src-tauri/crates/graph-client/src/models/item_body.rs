//! The text of a post or an event (resources/itembody.md).

use serde::{Deserialize, Serialize};

use super::text_enum::text_enum;

text_enum!(
    /// How a text is written.
    BodyType {
        /// Plain.
        Text = "text",
        /// HTML, whoever wrote it: not to be shown before it is cleaned.
        Html = "html",
    }
);

/// A text. What comes from the service is somebody else's: HTML in it is not to be trusted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ItemBody {
    /// How it is written.
    #[serde(default = "text")]
    pub content_type: BodyType,
    /// The text.
    #[serde(default, deserialize_with = "crate::odata::null_as_default")]
    pub content: String,
}

impl ItemBody {
    /// A plain text.
    pub fn text(content: impl Into<String>) -> Self {
        Self {
            content_type: BodyType::Text,
            content: content.into(),
        }
    }

    /// HTML.
    pub fn html(content: impl Into<String>) -> Self {
        Self {
            content_type: BodyType::Html,
            content: content.into(),
        }
    }
}

fn text() -> BodyType {
    BodyType::Text
}
