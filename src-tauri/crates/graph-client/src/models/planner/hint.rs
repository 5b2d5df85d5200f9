//! Where a thing stands among others (resources/planner-order-hint-format.md).

use serde::{Deserialize, Serialize};

/// A text by which things are ordered: by its bytes, the least first. Who moves a thing asks for a
/// place by an [`OrderHintRequest`], and reads from the answer which hint that became.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(from = "Option<String>")]
pub struct OrderHint(String);

impl From<Option<String>> for OrderHint {
    fn from(hint: Option<String>) -> Self {
        Self(hint.unwrap_or_default())
    }
}

impl OrderHint {
    /// As the service wrote it; empty where it gave none.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// What asks for a place among others, and becomes a hint there. Another type than [`OrderHint`]: the service refuses
/// a hint of its own that is sent back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OrderHintRequest(String);

impl OrderHintRequest {
    /// A place between two things; at an end, where there is none on that side.
    ///
    /// ```
    /// use graph_client::models::{OrderHint, OrderHintRequest};
    ///
    /// let [first, second] = ["8585", "8590"].map(|hint| OrderHint::from(Some(hint.to_owned())));
    /// assert_eq!(OrderHintRequest::between(Some(&first), Some(&second)).as_str(), "8585 8590!");
    /// assert_eq!(OrderHintRequest::between(None, Some(&first)).as_str(), " 8585!");
    /// assert_eq!(OrderHintRequest::between(None, None).as_str(), " !");
    /// ```
    pub fn between(before: Option<&OrderHint>, after: Option<&OrderHint>) -> Self {
        let of = |hint: Option<&OrderHint>| hint.map_or("", OrderHint::as_str).to_owned();
        Self(format!("{} {}!", of(before), of(after)))
    }

    /// As it is sent.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}
