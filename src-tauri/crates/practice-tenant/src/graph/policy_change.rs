//! Deciding about expiry (grouplifecyclepolicy-post-grouplifecyclepolicies.md, -update.md, -delete.md,
//! -addgroup.md, -removegroup.md): for administrators. A tenant has one policy at most.

use http::StatusCode;
use serde_json::json;
use uuid::Uuid;

use super::access::WRITE_POLICIES;
use super::policies;
use super::sent::Sent;
use super::writing::Writing;
use super::{Answer, sent};
use crate::odata::ODataError;
use crate::world::lifecycle::MOST_SELECTED;
use crate::world::{Change, LifecyclePolicy, ManagedGroups, PolicyChange, PolicyEdit, World};

/// The service takes no shorter lifetime.
const SHORTEST_DAYS: i64 = 30;
const LIFETIME: &str = "groupLifetimeInDays";
const MANAGED: &str = "managedGroupTypes";
const EMAILS: &str = "alternateNotificationEmails";

fn enter(writing: &Writing<'_>) -> Result<(), ODataError> {
    writing.caller.require(WRITE_POLICIES)?;
    writing.caller.require_administrator()
}

fn refuse_unknown(world: &World, id: &str) -> Result<(), ODataError> {
    let known = world.lifecycle.by_id(id);
    known.map(drop).ok_or_else(|| ODataError::not_found(id))
}

/// `POST /groupLifecyclePolicies`: answers the policy.
pub(super) fn create(writing: &Writing<'_>) -> Result<Answer, ODataError> {
    enter(writing)?;
    let edit = edit(&writing.sent()?)?;
    let id = Uuid::new_v4().to_string();
    let policy = LifecyclePolicy {
        id: id.clone(),
        lifetime_days: edit.lifetime_days.ok_or_else(|| sent::missing(LIFETIME))?,
        managed: edit.managed.ok_or_else(|| sent::missing(MANAGED))?,
        notification_emails: edit.notification_emails.unwrap_or_default(),
    };
    writing.write(|world| {
        if world.lifecycle.policy.is_some() {
            return Err(ODataError::bad_request(
                "A group lifecycle policy already exists in this tenant.",
            ));
        }
        Ok(Change::CreatePolicy {
            user: writing.user(),
            policy,
            at: writing.now(),
        })
    })?;
    let world = writing.tenant.world();
    Ok(Answer {
        status: StatusCode::CREATED,
        ..policies::one(&writing.reading(&world), &id)?
    })
}

/// `PATCH /groupLifecyclePolicies/{id}`: answers the policy.
pub(super) fn update(writing: &Writing<'_>, id: &str) -> Result<Answer, ODataError> {
    enter(writing)?;
    let edit = edit(&writing.sent()?)?;
    writing.write(|world| {
        refuse_unknown(world, id)?;
        let policy = PolicyChange {
            lifetime_days: edit.lifetime_days,
            managed_group_types: edit.managed,
            notification_emails: edit.notification_emails,
            ..PolicyChange::default()
        };
        Ok(Change::Policy {
            user: writing.user(),
            policy,
            at: writing.now(),
        })
    })?;
    let world = writing.tenant.world();
    policies::one(&writing.reading(&world), id)
}

/// `DELETE /groupLifecyclePolicies/{id}`
pub(super) fn delete(writing: &Writing<'_>, id: &str) -> Result<Answer, ODataError> {
    enter(writing)?;
    writing.done(|world| {
        refuse_unknown(world, id)?;
        Ok(Change::DeletePolicy {
            user: writing.user(),
            at: writing.now(),
        })
    })
}

/// What was sent of a policy. An address is not looked at more closely than the service does: it has an
/// `@` between other signs.
fn edit(sent: &Sent) -> Result<PolicyEdit, ODataError> {
    let mut edit = PolicyEdit::default();
    for name in sent.names() {
        let value = sent.value(name).cloned().unwrap_or_default();
        let invalid = || ODataError::invalid_value(name);
        match name {
            LIFETIME => {
                let days = value.as_i64().filter(|days| *days >= SHORTEST_DAYS);
                let days = days.and_then(|days| i32::try_from(days).ok());
                edit.lifetime_days = Some(days.ok_or_else(invalid)?);
            }
            MANAGED => {
                let managed = serde_json::from_value::<ManagedGroups>(value);
                edit.managed = Some(managed.map_err(|_| invalid())?);
            }
            EMAILS => {
                let emails = sent.some_text(name)?.unwrap_or_default();
                let mut addresses = emails.split(';').map(str::trim);
                if !emails.is_empty() && !addresses.all(is_address) {
                    return Err(invalid());
                }
                edit.notification_emails = Some(emails);
            }
            _ => return Err(sent::unknown(name)),
        }
    }
    Ok(edit)
}

fn is_address(text: &str) -> bool {
    let parts = text.split_once('@');
    parts.is_some_and(|(name, domain)| {
        !name.is_empty() && domain.contains('.') && !text.contains(char::is_whitespace)
    })
}

/// `POST /groupLifecyclePolicies/{id}/addGroup` or `…/removeGroup`: a group at a time, where groups are
/// selected; says whether it is so afterwards.
pub(super) fn select(writing: &Writing<'_>, id: &str, covered: bool) -> Result<Answer, ODataError> {
    enter(writing)?;
    let group = writing.sent()?.some_text("groupId")?;
    let group = group.ok_or_else(|| sent::missing("groupId"))?;
    let selects = {
        let world = writing.tenant.world();
        refuse_unknown(&world, id)?;
        world.lifecycle.managed() == ManagedGroups::Selected
    };
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
    let more = covered && !world.lifecycle.is_selected(&group.id);
    if more && world.lifecycle.count_selected() >= MOST_SELECTED {
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
