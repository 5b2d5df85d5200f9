//! Deciding about expiry (grouplifecyclepolicy-update.md, -addgroup.md, -removegroup.md): for
//! administrators. There is one policy, and it stays.

use serde_json::json;

use super::access::WRITE_POLICIES;
use super::policies::the_policy;
use super::writing::Writing;
use super::{Answer, sent};
use crate::odata::ODataError;
use crate::world::policy::MOST_SELECTED;
use crate::world::{Change, ManagedGroups, PolicyChange, World};

/// The service takes no shorter lifetime.
const SHORTEST_DAYS: i64 = 30;

fn enter(writing: &Writing<'_>, id: &str) -> Result<(), ODataError> {
    writing.caller.require(WRITE_POLICIES)?;
    writing.caller.require_administrator()?;
    if id.eq_ignore_ascii_case(&writing.tenant.world().policy_id) {
        Ok(())
    } else {
        Err(ODataError::not_found(id))
    }
}

/// `PATCH /groupLifecyclePolicies/{id}`: answers the policy.
pub(super) fn update(writing: &Writing<'_>, id: &str) -> Result<Answer, ODataError> {
    enter(writing, id)?;
    let sent = writing.sent()?;
    let mut policy = PolicyChange::default();
    for name in sent.names() {
        let value = sent.value(name).cloned().unwrap_or_default();
        let invalid = |_| ODataError::invalid_value(name);
        match name {
            "groupLifetimeInDays" => {
                let days = value.as_i64().filter(|days| *days >= SHORTEST_DAYS);
                let days = days.and_then(|days| i32::try_from(days).ok());
                policy.lifetime_days = Some(days.ok_or_else(|| ODataError::invalid_value(name))?);
            }
            "managedGroupTypes" => {
                policy.managed_group_types =
                    Some(serde_json::from_value::<ManagedGroups>(value).map_err(invalid)?);
            }
            "alternateNotificationEmails" => {
                policy.notification_emails =
                    Some(serde_json::from_value::<String>(value).map_err(invalid)?);
            }
            _ => return Err(sent::unknown(name)),
        }
    }
    writing.write(|_| {
        Ok(Change::Policy {
            user: writing.user(),
            policy,
            at: writing.now(),
        })
    })?;
    let world = writing.tenant.world();
    Answer::json(&the_policy(&writing.reading(&world)))
}

/// `POST /groupLifecyclePolicies/{id}/addGroup` or `…/removeGroup`: a group at a time, where groups are
/// selected; says whether it is so afterwards.
pub(super) fn select(writing: &Writing<'_>, id: &str, covered: bool) -> Result<Answer, ODataError> {
    enter(writing, id)?;
    let group = writing.sent()?.some_text("groupId")?;
    let group = group.ok_or_else(|| sent::missing("groupId"))?;
    let selects = writing.tenant.world().policies.managed == ManagedGroups::Selected;
    if selects {
        writing.write(|world| selection(writing, world, (&group, covered)))?;
    }
    let root = writing.call.root();
    Answer::json(&json!({
        "@odata.context": format!("{root}/$metadata#Edm.Boolean"),
        "value": selects,
    }))
}

fn selection(
    writing: &Writing<'_>,
    world: &World,
    (id, covered): (&str, bool),
) -> Result<Change, ODataError> {
    let (_, group) = writing.group(world, id)?;
    if !group.unified {
        return Err(ODataError::bad_request(
            "Only Microsoft 365 groups can have a lifecycle policy.",
        ));
    }
    let more = covered && !world.policies.is_selected(&group.id);
    if more && world.policies.count_selected() >= MOST_SELECTED {
        return Err(ODataError::bad_request(format!(
            "The lifecycle policy cannot be applied to more than {MOST_SELECTED} groups.",
        )));
    }
    Ok(Change::Cover {
        group: group.id.clone(),
        user: writing.user(),
        covered,
        at: writing.now(),
    })
}
