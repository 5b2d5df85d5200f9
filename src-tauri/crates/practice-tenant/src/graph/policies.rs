//! The expiration policy (grouplifecyclepolicy-list.md,
//! group-list-grouplifecyclepolicies.md). It is read here, and decided in
//! `policy_change` or at the control address.

use serde_json::{Value, json};

use super::access::READ_POLICIES;
use super::viewer::Viewer;
use super::{Answer, Reading};
use crate::odata::ODataError;

pub(super) fn the_policy(reading: &Reading<'_>) -> Value {
    json!({
        "id": reading.world.policy_id,
        "groupLifetimeInDays": reading.world.policies.lifetime_days,
        "managedGroupTypes": reading.world.policies.managed,
        "alternateNotificationEmails": reading.world.policies.notification_emails,
    })
}

fn collection(reading: &Reading<'_>, context: &str, value: &[Value]) -> Result<Answer, ODataError> {
    let context = format!("{}/$metadata#{context}", reading.call.root());
    Answer::json(&json!({"@odata.context": context, "value": value}))
}

/// `GET /groupLifecyclePolicies`
pub(super) fn list(reading: &Reading<'_>) -> Result<Answer, ODataError> {
    reading.caller.require(READ_POLICIES)?;
    collection(reading, "groupLifecyclePolicies", &[the_policy(reading)])
}

/// `GET /groupLifecyclePolicies/{id}`
pub(super) fn get(reading: &Reading<'_>, id: &str) -> Result<Answer, ODataError> {
    reading.caller.require(READ_POLICIES)?;
    if !id.eq_ignore_ascii_case(&reading.world.policy_id) {
        return Err(ODataError::not_found(id));
    }
    let mut policy = the_policy(reading);
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
    let policies = if group.unified && reading.world.policies.covers(&group.id) {
        vec![the_policy(reading)]
    } else {
        Vec::new()
    };
    collection(reading, "groupLifecyclePolicies", &policies)
}
