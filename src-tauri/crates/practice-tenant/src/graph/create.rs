//! Creating groups (group-post-groups.md, group-set-options.md): Microsoft 365
//! groups and security groups.

use http::StatusCode;
use uuid::Uuid;

use super::access::{Caller, WRITE_GROUPS};
use super::naming::{self, Names};
use super::references::{self, GuestRule, MAX_BOUND};
use super::schema::GROUP;
use super::sent::{Sent, missing, unknown};
use super::viewer::{Entry, Viewer};
use super::writing::Writing;
use super::{Answer, groups, labels, listing, values};
use crate::odata::{ODataError, Query};
use crate::world::{Change, DOMAIN, Life, NewGroup, People, Rules, Visibility, World};
use jiff::{SignedDuration, Timestamp};

/// How many groups somebody without a role may have created.
const QUOTA: usize = 250;
/// So many groups that are gone for good count as one.
const GONE_COUNT_AS_ONE: usize = 4;
/// How long a deleted group can be brought back, and how long it counts after that.
const MONTH: SignedDuration = SignedDuration::from_hours(24 * 30);

/// Properties that a creation may hold beside `…@odata.bind`.
const KNOWN: [&str; 17] = [
    "displayName",
    "description",
    "mailEnabled",
    "mailNickname",
    "securityEnabled",
    "groupTypes",
    "visibility",
    "classification",
    "assignedLabels",
    "theme",
    "preferredLanguage",
    "preferredDataLocation",
    "resourceBehaviorOptions",
    "resourceProvisioningOptions",
    "membershipRule",
    "membershipRuleProcessingState",
    "isAssignableToRole",
];
const BEHAVIORS: [&str; 7] = [
    "AllowOnlyMembersToPost",
    "CalendarMemberReadOnly",
    "ConnectorsDisabled",
    "HideGroupInOutlook",
    "SubscribeMembersToCalendarEventsDisabled",
    "SubscribeNewGroupMembers",
    "WelcomeEmailDisabled",
];

/// `POST /groups`
pub(super) fn create(writing: &Writing<'_>) -> Result<Answer, ODataError> {
    let caller = writing.caller;
    caller.require(WRITE_GROUPS)?;
    let sent = writing.sent()?;
    let id = Uuid::new_v4().to_string();
    let now = writing.now();
    writing.write(|world| {
        may_create(world, caller, is_unified(&sent)?, now)?;
        let new = new_group(world, caller, &sent, now)?;
        Ok(Change::CreateGroup {
            group: id.clone(),
            user: writing.user(),
            new: Box::new(new),
            at: now,
        })
    })?;
    created(writing, &id)
}

/// The new group, whatever other readers know of it yet.
fn created(writing: &Writing<'_>, id: &str) -> Result<Answer, ODataError> {
    let world = writing.tenant.world();
    let reading = writing.reading(&world);
    let viewer = Viewer::present(&reading);
    let place = world.group_index(id).unwrap_or_default();
    let entry = Entry::Group(&viewer, place);
    let answer = listing::single(&reading, &Query::default(), &viewer, ("groups", entry))?;
    let location = format!(
        "{}/directoryObjects/{id}/Microsoft.DirectoryServices.Group",
        writing.call.root()
    );
    Ok(Answer {
        status: StatusCode::CREATED,
        headers: vec![("Location", location)],
        ..answer
    })
}

/// The person's rights, the tenant's settings, and the person's quota.
fn may_create(
    world: &World,
    caller: &Caller,
    unified: bool,
    now: Timestamp,
) -> Result<(), ODataError> {
    caller.require_member_user()?;
    if caller.is_administrator() {
        return Ok(());
    }
    let rules = world.settings.rules(now);
    let chosen = rules.creators.as_deref();
    let chosen = chosen.and_then(|id| world.group_index(id));
    let chosen = chosen.is_some_and(|place| world.groups[place].is_member(caller.user));
    if unified && !rules.group_creation && !chosen {
        return Err(ODataError::denied());
    }
    if used(world, caller, now) >= QUOTA {
        return Err(ODataError::new(
            StatusCode::FORBIDDEN,
            "Directory_QuotaExceeded",
            "The directory object quota limit for the Principal has been exceeded. Please ask your administrator to increase the quota limit or delete objects to reduce the used quota.",
        ));
    }
    Ok(())
}

/// How much of the quota somebody has used: groups that can be brought back
/// count, those that are gone for good count a little for a while.
fn used(world: &World, caller: &Caller, now: Timestamp) -> usize {
    let (mut whole, mut gone) = (0, 0);
    let own = |place: &usize| world.groups[*place].creator == Some(caller.user);
    for place in (0..world.groups.len()).filter(own) {
        let group = &world.groups[place];
        let ended = group.deleted.and_then(|at| at.checked_add(MONTH).ok());
        let ended = group.purged.or(ended).unwrap_or(now);
        if world.life(place, now) != Life::Gone {
            whole += 1;
        } else if now.duration_since(ended) < MONTH {
            gone += 1;
        }
    }
    whole + gone / GONE_COUNT_AS_ONE
}

fn is_unified(sent: &Sent) -> Result<bool, ODataError> {
    let types = sent.texts("groupTypes")?;
    Ok(types.iter().any(|name| name == "Unified"))
}

fn new_group(
    world: &World,
    caller: &Caller,
    sent: &Sent,
    now: Timestamp,
) -> Result<NewGroup, ODataError> {
    known_properties(sent)?;
    let unified = kind(sent)?;
    let display_name = sent.some_text("displayName")?;
    let display_name = values::display_name(display_name.ok_or_else(|| missing("displayName"))?)?;
    let alias = sent.some_text("mailNickname")?;
    let alias = values::alias(alias.ok_or_else(|| missing("mailNickname"))?)?;
    if unified {
        let names = Names {
            display_name: Some(&display_name),
            mail_nickname: Some(&alias),
        };
        naming::refuse(&naming::faults(world, caller.user, &names, now))?;
        let taken = naming::taken(world, &alias, None, now);
        naming::refuse(taken.as_slice())?;
    }
    let membership_rule = rule(sent)?;
    let (owners, members) = people(world, caller, sent, unified, now)?;
    if membership_rule.is_some() && !members.is_empty() {
        return Err(ODataError::bad_request(
            "Members cannot be set for a group with dynamic membership.",
        ));
    }
    privileged(caller, sent)?;
    let rules = world.settings.rules(now);
    Ok(NewGroup {
        display_name,
        description: values::description(sent.some_text("description")?)?,
        mail: unified.then(|| address(world, &alias, now)),
        mail_nickname: alias,
        unified,
        security_enabled: sent.flag("securityEnabled")?.unwrap_or_default(),
        membership_rule,
        rule_paused: values::rule_paused(sent)?.unwrap_or_default(),
        visibility: values::visibility(sent)?.unwrap_or(Visibility::Public),
        classification: classification(rules, sent, unified)?,
        label: labels::sent(rules, sent, unified)?.flatten(),
        theme: values::theme(sent.some_text("theme")?)?,
        preferred_language: sent.some_text("preferredLanguage")?,
        preferred_data_location: sent.some_text("preferredDataLocation")?,
        behaviors: behaviors(sent)?,
        owners,
        members,
    })
}

/// The one that was chosen; a Microsoft 365 group without one gets the tenant's default.
fn classification(rules: &Rules, sent: &Sent, unified: bool) -> Result<Option<String>, ODataError> {
    let chosen = values::classification(rules, sent.some_text("classification")?)?;
    let default = rules.default_classification.clone();
    let default = default.filter(|name| unified && values::is_classification(rules, name));
    Ok(chosen.or(default))
}

fn known_properties(sent: &Sent) -> Result<(), ODataError> {
    for name in sent.names() {
        if groups::MAIL_PROPERTIES.contains(&name) {
            return Err(ODataError::bad_request(format!(
                "The property '{name}' cannot be set when a group is created."
            )));
        }
        let bound = ["owners@odata.bind", "members@odata.bind"].contains(&name);
        if !bound && !KNOWN.contains(&name) {
            return Err(match GROUP.property(name) {
                Some(_) => ODataError::bad_request(format!(
                    "Property '{name}' is read-only and cannot be set."
                )),
                None => unknown(name),
            });
        }
    }
    Ok(())
}

/// Whether it is a Microsoft 365 group; anything but that and a security group
/// is not made by this service.
fn kind(sent: &Sent) -> Result<bool, ODataError> {
    let types = sent.texts("groupTypes")?;
    let known = |name: &String| ["Unified", "DynamicMembership"].contains(&name.as_str());
    if !types.iter().all(known) {
        return Err(ODataError::invalid_value("groupTypes"));
    }
    let mail = sent.flag("mailEnabled")?;
    let mail = mail.ok_or_else(|| missing("mailEnabled"))?;
    let security = sent.flag("securityEnabled")?;
    let security = security.ok_or_else(|| missing("securityEnabled"))?;
    match (is_unified(sent)?, mail, security) {
        (true, true, _) => Ok(true),
        (true, false, _) => Err(ODataError::invalid_value("mailEnabled")),
        (false, false, true) => Ok(false),
        (false, true, _) => Err(ODataError::bad_request(
            "The service does not currently support writes of mail-enabled groups. Please ensure that the mail-enablement property is unset and the security-enablement property is set.",
        )),
        (false, false, false) => Err(ODataError::invalid_value("securityEnabled")),
    }
}

/// Type and rule of a dynamic group come together or not at all.
fn rule(sent: &Sent) -> Result<Option<String>, ODataError> {
    let types = sent.texts("groupTypes")?;
    let dynamic = types.iter().any(|name| name == "DynamicMembership");
    match (dynamic, sent.some_text("membershipRule")?) {
        (true, Some(rule)) => values::membership_rule(rule).map(Some),
        (false, None) => Ok(None),
        (true, None) => Err(missing("membershipRule")),
        (false, Some(_)) => Err(ODataError::invalid_value("membershipRule")),
    }
}

/// What needs a role that nobody here holds, or an administrator.
fn privileged(caller: &Caller, sent: &Sent) -> Result<(), ODataError> {
    let located = sent.some_text("preferredDataLocation")?.is_some();
    let assignable = sent.flag("isAssignableToRole")? == Some(true);
    if assignable || located && !caller.is_administrator() {
        return Err(ODataError::denied());
    }
    Ok(())
}

fn behaviors(sent: &Sent) -> Result<Vec<String>, ODataError> {
    let chosen = sent.texts("resourceBehaviorOptions")?;
    if chosen.iter().all(|name| BEHAVIORS.contains(&name.as_str())) {
        Ok(chosen)
    } else {
        Err(ODataError::invalid_value("resourceBehaviorOptions"))
    }
}

/// Owners and members; whoever names no owner becomes one, and no member.
fn people(
    world: &World,
    caller: &Caller,
    sent: &Sent,
    unified: bool,
    now: Timestamp,
) -> Result<(Vec<String>, Vec<String>), ODataError> {
    let owners = sent.bound("owners")?;
    let members = sent.bound("members")?;
    if owners.len() + members.len() > MAX_BOUND {
        return Err(too_many());
    }
    let rule = GuestRule {
        unified,
        allowed: None,
    };
    let find = |of: People, addresses: &[String]| {
        let people = references::people(world, now, of, addresses)?;
        references::allow_guests(world, rule, (of, &people), now)?;
        Ok(references::ids(world, &people))
    };
    let mut owners = find(People::Owners, &owners)?;
    if owners.is_empty() {
        owners.push(caller.user_id.clone());
    }
    Ok((owners, find(People::Members, &members)?))
}

pub(super) fn too_many() -> ODataError {
    ODataError::bad_request(format!(
        "The request binds more than {MAX_BOUND} references; a request can add {MAX_BOUND} at most."
    ))
}

/// The service adds digits where another group still holds the address.
fn address(world: &World, alias: &str, now: Timestamp) -> String {
    let held = |address: &str| {
        let same = |place: &usize| world.groups[*place].mail.as_deref() == Some(address);
        let mut places = (0..world.groups.len()).filter(same);
        places.any(|place| world.life(place, now) != Life::Gone)
    };
    let plain = format!("{alias}@{DOMAIN}");
    let numbered = (100..).map(|number: u32| format!("{alias}{number}@{DOMAIN}"));
    let mut addresses = std::iter::once(plain.clone()).chain(numbered);
    addresses.find(|address| !held(address)).unwrap_or(plain)
}
