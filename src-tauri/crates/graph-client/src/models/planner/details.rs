//! What a task says when it is opened (resources/plannertaskdetails.md).

use std::collections::BTreeMap;

use percent_encoding::{AsciiSet, CONTROLS, percent_decode_str, utf8_percent_encode};
use serde::{Deserialize, Deserializer, Serialize};

use super::{Etag, OrderHint};

/// Notes, list and references of a task.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PlannerTaskDetails {
    /// Notes, as plain text.
    #[serde(default, deserialize_with = "or_default")]
    pub description: String,
    /// The points of its list, by ids that clients choose.
    #[serde(default, deserialize_with = "or_default")]
    pub checklist: BTreeMap<String, PlannerChecklistItem>,
    /// What it points to.
    #[serde(default, deserialize_with = "or_default")]
    pub references: BTreeMap<ReferenceUrl, PlannerExternalReference>,
    /// Their version: another than the task's.
    #[serde(rename = "@odata.etag", default)]
    pub etag: Option<Etag>,
}

/// A point of a task's list (resources/plannerchecklistitem.md).
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PlannerChecklistItem {
    /// What is to be done.
    #[serde(default, deserialize_with = "or_default")]
    pub title: String,
    /// Whether it is done.
    #[serde(default, deserialize_with = "or_default")]
    pub is_checked: bool,
    /// Where it stands; unlike elsewhere, the greatest is the first.
    #[serde(default)]
    pub order_hint: OrderHint,
}

/// Something that a task points to (resources/plannerexternalreference.md).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PlannerExternalReference {
    /// What it is called.
    #[serde(default)]
    pub alias: Option<String>,
    /// `Word`, `Excel`, `Other` and so on.
    #[serde(default, rename = "type")]
    pub kind: Option<String>,
}

/// An address that a task points to. As a property's name some of its characters are encoded.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct ReferenceUrl(String);

/// What a property's name must not hold.
const ENCODED: &AsciiSet = &CONTROLS.add(b'%').add(b'.').add(b':').add(b'@').add(b'#');

impl ReferenceUrl {
    /// Of an address as people know it.
    pub fn new(url: impl Into<String>) -> Self {
        Self(url.into())
    }

    /// The address as people know it.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    pub(crate) fn property(&self) -> String {
        utf8_percent_encode(&self.0, ENCODED).to_string()
    }
}

impl<'de> Deserialize<'de> for ReferenceUrl {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let property = String::deserialize(from)?;
        let url = percent_decode_str(&property).decode_utf8_lossy();
        Ok(Self(url.into_owned()))
    }
}

/// What is null counts as not being there.
fn or_default<'de, D: Deserializer<'de>, T: Default + Deserialize<'de>>(
    from: D,
) -> Result<T, D::Error> {
    Ok(Option::deserialize(from)?.unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_comes_back_as_it_was_put_in() {
        let url = "https://contoso.example:8443/a%20b/plan.docx?x=ü#top@here";
        let property = ReferenceUrl::new(url).property();
        assert!(!property.contains(['.', ':', '@', '#']), "{property}");
        let read: ReferenceUrl = serde_json::from_value(property.into()).unwrap();
        assert_eq!(read.as_str(), url);
    }
}
