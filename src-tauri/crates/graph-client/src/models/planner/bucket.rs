//! A bucket: a column of a plan's board (resources/plannerbucket.md).

use serde::Deserialize;

use super::{Etag, OrderHint};
use crate::models::{BucketId, PlanId};

/// A bucket.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PlannerBucket {
    /// 28 characters; capitals count.
    pub id: BucketId,
    /// The plan that it is in.
    pub plan_id: PlanId,
    /// Its name.
    #[serde(default)]
    pub name: String,
    /// Where it stands among the others.
    #[serde(default)]
    pub order_hint: OrderHint,
    /// Its version.
    #[serde(rename = "@odata.etag", default)]
    pub etag: Option<Etag>,
}
