//! Buckets made, renamed, moved and deleted (planner-post-buckets.md, plannerbucket-update.md,
//! plannerbucket-delete.md).

use std::collections::BTreeMap;

use http::StatusCode;
use serde_json::Value;

use super::etag::{self, Entity};
use super::write::{Shows, changed, decide, group_of, made, properties};
use super::{refusals, sent};
use crate::graph::Answer;
use crate::graph::writing::Writing;
use crate::odata::ODataError;
use crate::world::contents::{Bucket, Kind, Plan, PlannerChange, hint_between};

/// A plan has no more buckets.
const MOST_BUCKETS: usize = 200;

/// `POST /planner/buckets`
pub(super) fn create(writing: &Writing<'_>) -> Result<Answer, ODataError> {
    let body = writing.sent()?;
    let of = |name: &str| body.value(name).unwrap_or(&Value::Null);
    let plan_id = sent::text("planId", of("planId"))?;
    let name = sent::title("name", of("name"))?;
    let hint = body.value("orderHint").filter(|hint| !hint.is_null());
    let hint = hint.map(|hint| sent::hint("orderHint", hint)).transpose()?;
    let group = group_of(Kind::Plan, &plan_id)?;
    let change = decide(writing, &group, |place| {
        let plan = place.plan(&plan_id)?;
        if plan.buckets.len() >= MOST_BUCKETS {
            return Err(refusals::limit("MaximumBucketsInProject"));
        }
        let bucket = Bucket {
            id: place.new_id(Kind::Bucket),
            name,
            order_hint: hint.unwrap_or_else(|| last(plan)),
            version: 1,
            touched: BTreeMap::new(),
        };
        Ok(PlannerChange::PutBucket {
            plan: plan_id.clone(),
            bucket,
        })
    })?;
    match change {
        PlannerChange::PutBucket { bucket, .. } => made(writing, &group, &bucket.id),
        _ => Ok(Answer::empty(StatusCode::NO_CONTENT)),
    }
}

/// A place behind all others.
fn last(plan: &Plan) -> String {
    let hints = plan.buckets.iter().map(|bucket| bucket.order_hint.as_str());
    hint_between(hints.max().unwrap_or_default(), "")
}

/// `PATCH /planner/buckets/{id}`
pub(super) fn update(writing: &Writing<'_>, id: &str) -> Result<Answer, ODataError> {
    let body = writing.sent()?;
    let group = group_of(Kind::Bucket, id)?;
    decide(writing, &group, |place| {
        let (plan, bucket) = place.bucket(id)?;
        let mut bucket = bucket.clone();
        let seen = etag::seen(writing.call, Entity::Bucket, bucket.version)?;
        let mut names = Vec::new();
        for (name, value) in properties(&body) {
            match name {
                "name" => bucket.name = sent::title(name, value)?,
                "orderHint" => bucket.order_hint = sent::hint(name, value)?,
                "id" | "planId" => continue,
                _ => return Err(refusals::not_writable(name)),
            }
            names.push(name.to_owned());
        }
        etag::advance((&mut bucket.version, &mut bucket.touched), seen, &names)?;
        Ok(PlannerChange::PutBucket {
            plan: plan.about.id.clone(),
            bucket,
        })
    })?;
    changed(writing, (&group, id), Shows::Whole)
}

/// `DELETE /planner/buckets/{id}`: with its tasks.
pub(super) fn delete(writing: &Writing<'_>, id: &str) -> Result<Answer, ODataError> {
    decide(writing, &group_of(Kind::Bucket, id)?, |place| {
        let (plan, bucket) = place.bucket(id)?;
        etag::seen(writing.call, Entity::Bucket, bucket.version)?;
        Ok(PlannerChange::RemoveBucket {
            plan: plan.about.id.clone(),
            bucket: id.to_owned(),
        })
    })?;
    Ok(Answer::empty(StatusCode::NO_CONTENT))
}
