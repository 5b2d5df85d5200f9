//! The expiration policy (grouplifecyclepolicy-list.md,
//! group-list-grouplifecyclepolicies.md). It is read here, and decided in
//! `policy_change` or at the control address.

use serde_json::{Value, json};

use super::access::READ_POLICIES;
use super::viewer::Viewer;
use super::{Answer, Reading};
use crate::odata::ODataError;
use crate::world::LifecyclePolicy;

fn shown(policy: &LifecyclePolicy) -> Value {
    json!({
        "id": policy.id,
        "groupLifetimeInDays": policy.lifetime_days,
        "managedGroupTypes": policy.managed,
        "alternateNotificationEmails": policy.notification_emails,
    })
}

fn all(reading: &Reading<'_>) -> Vec<Value> {
    let policy = reading.world.lifecycle.policy.as_ref();
    policy.map(shown).into_iter().collect()
}

fn collection(reading: &Reading<'_>, value: &[Value]) -> Result<Answer, ODataError> {
    let context = format!("{}/$metadata#groupLifecyclePolicies", reading.call.root());
    Answer::json(&json!({"@odata.context": context, "value": value}))
}

/// `GET /groupLifecyclePolicies`: one or none.
pub(super) fn list(reading: &Reading<'_>) -> Result<Answer, ODataError> {
    reading.caller.require(READ_POLICIES)?;
    collection(reading, &all(reading))
}

/// `GET /groupLifecyclePolicies/{id}`
pub(super) fn get(reading: &Reading<'_>, id: &str) -> Result<Answer, ODataError> {
    reading.caller.require(READ_POLICIES)?;
    one(reading, id)
}

/// The policy with this id.
pub(super) fn one(reading: &Reading<'_>, id: &str) -> Result<Answer, ODataError> {
    let policy = reading.world.lifecycle.by_id(id);
    let policy = policy.ok_or_else(|| ODataError::not_found(id))?;
    let mut policy = shown(policy);
    policy["@odata.context"] = json!(format!(
        "{}/$metadata#groupLifecyclePolicies/$entity",
        reading.call.root()
    ));
    Answer::json(&policy)
}

/// `GET /groups/{id}/groupLifecyclePolicies`: none for a security group, and one that is not covered.
pub(super) fn of_group(reading: &Reading<'_>, id: &str) -> Result<Answer, ODataError> {
    reading.caller.require(READ_POLICIES)?;
    let viewer = Viewer::new(reading, false);
    let group = viewer.group(viewer.find(id)?);
    let covered = group.unified && reading.world.lifecycle.covers(&group.id);
    let policies = covered.then(|| all(reading));
    collection(reading, &policies.unwrap_or_default())
}
