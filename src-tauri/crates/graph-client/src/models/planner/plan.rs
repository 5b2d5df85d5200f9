//! A plan (resources/plannerplan.md) and its details (resources/plannerplandetails.md).

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Deserializer, Serialize};

use super::Etag;
use crate::models::PlanId;

/// A plan.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PlannerPlan {
    /// 28 characters; capitals count.
    pub id: PlanId,
    /// Its title.
    #[serde(default)]
    pub title: String,
    /// When it was made.
    #[serde(default)]
    pub created_date_time: Option<Timestamp>,
    /// The version of its title.
    #[serde(rename = "@odata.etag", default)]
    pub etag: Option<Etag>,
}

/// One of the 25 labels of a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PlannerCategory(u8);

impl PlannerCategory {
    /// How many a plan has.
    pub const COUNT: u8 = 25;

    /// The label of a number from 1 on; none beyond [`PlannerCategory::COUNT`].
    pub fn new(number: u8) -> Option<Self> {
        (1..=Self::COUNT).contains(&number).then_some(Self(number))
    }

    /// Its number, from 1 on.
    pub fn number(self) -> u8 {
        self.0
    }

    /// The name of its property: `category1` to `category25`.
    pub(crate) fn property(self) -> String {
        format!("category{}", self.0)
    }

    fn of(property: &str) -> Option<Self> {
        let number = property.strip_prefix("category")?.parse().ok()?;
        Self::new(number)
    }
}

/// What a plan says when it is opened: the names of its labels.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PlannerPlanDetails {
    /// The names that labels were given; the others have none.
    #[serde(default, deserialize_with = "named")]
    pub category_descriptions: BTreeMap<PlannerCategory, String>,
    /// The version of these names.
    #[serde(rename = "@odata.etag", default)]
    pub etag: Option<Etag>,
}

/// Labels with a name; what is no label is passed over.
fn named<'de, D: Deserializer<'de>>(
    from: D,
) -> Result<BTreeMap<PlannerCategory, String>, D::Error> {
    let all: Option<BTreeMap<String, Option<String>>> = Option::deserialize(from)?;
    let named = all.unwrap_or_default().into_iter();
    let named = named.filter_map(|(property, name)| Some((PlannerCategory::of(&property)?, name?)));
    Ok(named.filter(|(_, name)| !name.is_empty()).collect())
}

/// The labels of a task: those that are set.
pub(super) fn applied<'de, D: Deserializer<'de>>(
    from: D,
) -> Result<Vec<PlannerCategory>, D::Error> {
    let all: Option<BTreeMap<String, serde_json::Value>> = Option::deserialize(from)?;
    let set = all.unwrap_or_default().into_iter();
    let set = set.filter(|(_, value)| *value == serde_json::Value::Bool(true));
    let mut labels: Vec<_> = set
        .filter_map(|(property, _)| PlannerCategory::of(&property))
        .collect();
    labels.sort_unstable();
    Ok(labels)
}

impl Serialize for PlannerCategory {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.property())
    }
}
