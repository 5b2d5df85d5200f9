//! The expiration policy and the directory's settings for groups
//! (grouplifecyclepolicy-list.md, group-list-grouplifecyclepolicies.md,
//! group-list-settings.md). Both can only be read yet.

use serde_json::{Value, json};

use super::access::{READ_GROUPS, READ_POLICIES, READ_SETTINGS};
use super::{Answer, Reading};
use crate::odata::ODataError;
use crate::world::policy;

fn the_policy(reading: &Reading<'_>) -> Value {
    json!({
        "id": reading.world.policy_id,
        "groupLifetimeInDays": policy::LIFETIME_DAYS,
        "managedGroupTypes": "All",
        "alternateNotificationEmails": policy::NOTIFICATION_EMAILS,
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

/// `GET /groups/{id}/groupLifecyclePolicies`: none for a security group.
pub(super) fn of_group(reading: &Reading<'_>, id: &str) -> Result<Answer, ODataError> {
    reading.caller.require(READ_POLICIES)?;
    let unified = {
        let place = reading
            .world
            .group_index(id)
            .ok_or_else(|| ODataError::not_found(id))?;
        reading.world.groups[place].unified
    };
    let policies = if unified {
        vec![the_policy(reading)]
    } else {
        Vec::new()
    };
    collection(reading, "groupLifecyclePolicies", &policies)
}

/// `GET /groupSettings`: an empty list means that every setting has its default.
pub(super) fn settings(reading: &Reading<'_>) -> Result<Answer, ODataError> {
    reading.caller.require(READ_SETTINGS)?;
    collection(reading, "groupSettings", &[])
}

/// `GET /groups/{id}/settings`
pub(super) fn settings_of_group(reading: &Reading<'_>, id: &str) -> Result<Answer, ODataError> {
    if !reading.caller.has(READ_SETTINGS) {
        reading.caller.require(READ_GROUPS)?;
    }
    reading
        .world
        .group_index(id)
        .ok_or_else(|| ODataError::not_found(id))?;
    collection(reading, "groupSettings", &[])
}
