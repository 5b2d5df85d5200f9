//! Plans, their buckets and tasks (resources/planner-overview.md).
//!
//! Each thing has an [`Etag`] of its own, and its details another: who changes or deletes it names the one that
//! they have seen. The service takes an older one as long as nobody has changed the same meanwhile.

mod bucket;
mod changes;
mod details;
mod hint;
mod plan;
mod task;

use std::fmt;

use http::HeaderValue;
use serde::{Deserialize, Serialize};

pub use bucket::PlannerBucket;
pub use changes::{ChecklistPoint, NewPlannerTask, PlannerTaskDetailsPatch, PlannerTaskPatch};
pub use details::{
    PlannerChecklistItem, PlannerExternalReference, PlannerTaskDetails, ReferenceUrl,
};
pub use hint::{OrderHint, OrderHintRequest};
pub use plan::{PlannerCategory, PlannerPlan, PlannerPlanDetails};
pub use task::{PlannedTasks, PlannerAssignment, PlannerTask};

/// Which version of a thing somebody has seen. Of one thing, a later one is greater.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String")]
pub struct Etag(String);

impl Etag {
    /// As the service wrote it.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    pub(crate) fn header(&self) -> Option<HeaderValue> {
        HeaderValue::try_from(&self.0).ok()
    }
}

/// A text that cannot stand in a header.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an etag")]
pub struct InvalidEtag;

impl TryFrom<String> for Etag {
    type Error = InvalidEtag;

    fn try_from(text: String) -> Result<Self, InvalidEtag> {
        match HeaderValue::try_from(&text) {
            Ok(_) if !text.is_empty() => Ok(Self(text)),
            _ => Err(InvalidEtag),
        }
    }
}

impl fmt::Display for Etag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_stand_in_a_header_is_no_etag() {
        for odd in ["", "a\nb", "a\0"] {
            assert_eq!(Etag::try_from(odd.to_owned()), Err(InvalidEtag), "{odd:?}");
        }
        assert!(Etag::try_from("W/\"JzEtVGFzayc=\"".to_owned()).is_ok());
    }
}
