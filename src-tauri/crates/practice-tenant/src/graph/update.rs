//! Changing a group's properties (group-update.md): those of the directory, and
//! members that are bound with them. Those that Exchange keeps go by themselves
//! and are in `mail_update`.

use http::StatusCode;

use super::access::{WRITE_GROUPS, WRITE_MEMBERS};
use super::create::too_many;
use super::groups::MAIL_PROPERTIES;
use super::membership::{already_there, refuse_dynamic};
use super::naming::{self, Names};
use super::references::{self, GuestRule, MAX_BOUND};
use super::schema::GROUP;
use super::sent::{Sent, unknown};
use super::writing::{Writing, refuse_kept_elsewhere};
use super::{Answer, labels, mail_update, values};
use crate::odata::ODataError;
use crate::world::{Change, Edit, Group, Life, People, Rules, Visibility, World};

/// What a change may hold of the directory's.
const KNOWN: [&str; 13] = [
    "displayName",
    "description",
    "mailNickname",
    "visibility",
    "classification",
    "assignedLabels",
    "theme",
    "preferredLanguage",
    "preferredDataLocation",
    "securityEnabled",
    "groupTypes",
    "membershipRule",
    "membershipRuleProcessingState",
];
const MEMBERS: &str = "members@odata.bind";

/// `PATCH /groups/{id}`
pub(super) fn update(writing: &Writing<'_>, id: &str) -> Result<Answer, ODataError> {
    let sent = writing.sent()?;
    let mail = sent.names().any(|name| MAIL_PROPERTIES.contains(&name));
    if mail {
        return mail_update::update(writing, id, &sent);
    }
    let members_only = sent.names().all(|name| name == MEMBERS);
    writing.caller.require(if members_only {
        WRITE_MEMBERS
    } else {
        WRITE_GROUPS
    })?;
    known_properties(&sent)?;
    writing.done(|world| change(writing, world, id, &sent))
}

/// A group that was created a moment ago is not known everywhere yet.
fn not_yet(error: ODataError) -> ODataError {
    if error.status != StatusCode::NOT_FOUND {
        return error;
    }
    ODataError::bad_request(
        "The source resource object or one of the objects being referenced do not exist.",
    )
}

fn change(
    writing: &Writing<'_>,
    world: &World,
    id: &str,
    sent: &Sent,
) -> Result<Change, ODataError> {
    let now = writing.now();
    let place = world.group_index(id);
    let there = place.is_some_and(|place| world.life(place, now) == Life::Live);
    let (place, group) = writing
        .managed(world, id)
        .map_err(|error| if there { not_yet(error) } else { error })?;
    refuse_kept_elsewhere(group)?;
    let rules = world.settings.rules(now);
    let edits = edits(rules, group, sent)?;
    check_names(writing, world, (place, group), &edits)?;
    if sent.value("preferredDataLocation").is_some() {
        writing.caller.require_administrator()?;
    }
    Ok(Change::UpdateGroup {
        group: group.id.clone(),
        user: writing.user(),
        edits,
        members: members(writing, world, group, sent)?,
        at: writing.now(),
    })
}

fn known_properties(sent: &Sent) -> Result<(), ODataError> {
    for name in sent.names() {
        if name == MEMBERS || KNOWN.contains(&name) {
            continue;
        }
        return Err(match GROUP.property(name) {
            Some(_) => ODataError::bad_request(format!(
                "Property '{name}' is read-only and cannot be set."
            )),
            None => unknown(name),
        });
    }
    Ok(())
}

fn edits(rules: &Rules, group: &Group, sent: &Sent) -> Result<Vec<Edit>, ODataError> {
    let mut edits = Vec::new();
    if let Some(name) = sent.text("displayName")? {
        let name = values::display_name(name.unwrap_or_default())?;
        edits.push(Edit::DisplayName(name));
    }
    if let Some(text) = sent.text("description")? {
        edits.push(Edit::Description(values::description(text)?));
    }
    if let Some(alias) = sent.text("mailNickname")? {
        edits.push(Edit::MailNickname(values::alias(
            alias.unwrap_or_default(),
        )?));
    }
    if sent.value("visibility").is_some() {
        edits.push(Edit::Visibility(visibility(group, sent)?));
    }
    if let Some(name) = sent.text("classification")? {
        edits.push(Edit::Classification(values::classification(rules, name)?));
    }
    if let Some(label) = labels::sent(rules, sent, group.unified)? {
        edits.push(Edit::Label(label));
    }
    if let Some(theme) = sent.text("theme")? {
        edits.push(Edit::Theme(values::theme(theme)?));
    }
    if let Some(language) = sent.text("preferredLanguage")? {
        edits.push(Edit::PreferredLanguage(language));
    }
    if let Some(location) = sent.text("preferredDataLocation")? {
        edits.push(Edit::PreferredDataLocation(location));
    }
    if let Some(enabled) = sent.flag("securityEnabled")? {
        edits.push(Edit::SecurityEnabled(enabled));
    }
    edits.extend(rule(group, sent)?);
    Ok(edits)
}

/// Public and private can be exchanged; hidden membership is for ever.
fn visibility(group: &Group, sent: &Sent) -> Result<Visibility, ODataError> {
    let wanted = values::visibility(sent)?;
    let wanted = wanted.ok_or_else(|| ODataError::invalid_value("visibility"))?;
    let hidden = [group.visibility, wanted].contains(&Visibility::HiddenMembership);
    if hidden && group.visibility != wanted {
        return Err(ODataError::bad_request(
            "HiddenMembership can be set only when a group is created, and cannot be changed.",
        ));
    }
    Ok(wanted)
}

/// Membership becomes dynamic with type and rule, and assigned again without the type.
fn rule(group: &Group, sent: &Sent) -> Result<Vec<Edit>, ODataError> {
    let mut edits = Vec::new();
    let dynamic = match sent.value("groupTypes") {
        None => group.is_dynamic(),
        Some(_) => {
            let types = sent.texts("groupTypes")?;
            if types.iter().any(|name| name == "Unified") != group.unified {
                return Err(ODataError::invalid_value("groupTypes"));
            }
            types.iter().any(|name| name == "DynamicMembership")
        }
    };
    match (dynamic, sent.some_text("membershipRule")?) {
        (true, Some(rule)) => {
            edits.push(Edit::MembershipRule(Some(values::membership_rule(rule)?)));
        }
        (false, None) if group.is_dynamic() => edits.push(Edit::MembershipRule(None)),
        (false, Some(_)) => return Err(ODataError::invalid_value("membershipRule")),
        (true, None) if !group.is_dynamic() => return Err(super::sent::missing("membershipRule")),
        (_, None) => {}
    }
    if let Some(paused) = values::rule_paused(sent)? {
        edits.push(Edit::RulePaused(paused));
    }
    Ok(edits)
}

/// The policy is enforced on names that change, not on those that stay.
fn check_names(
    writing: &Writing<'_>,
    world: &World,
    (place, group): (usize, &Group),
    edits: &[Edit],
) -> Result<(), ODataError> {
    let mut names = Names::default();
    for edit in edits {
        match edit {
            Edit::DisplayName(name) if *name != group.display_name => {
                names.display_name = Some(name);
            }
            Edit::MailNickname(alias) if *alias != group.mail_nickname => {
                names.mail_nickname = Some(alias);
            }
            _ => {}
        }
    }
    if !group.unified {
        return Ok(());
    }
    naming::refuse(&naming::faults(
        world,
        writing.caller.user,
        &names,
        writing.now(),
    ))?;
    let alias = names.mail_nickname;
    let taken = alias.and_then(|alias| naming::taken(world, alias, Some(place), writing.now()));
    naming::refuse(taken.as_slice())
}

/// All of them are added, or nothing of the request is done.
fn members(
    writing: &Writing<'_>,
    world: &World,
    group: &Group,
    sent: &Sent,
) -> Result<Vec<String>, ODataError> {
    let addresses = sent.bound("members")?;
    if addresses.is_empty() {
        return Ok(Vec::new());
    }
    if addresses.len() > MAX_BOUND {
        return Err(too_many());
    }
    refuse_dynamic(group)?;
    let people = references::people(world, writing.now(), People::Members, &addresses)?;
    if people.iter().any(|user| group.is_member(*user)) {
        return Err(already_there(People::Members));
    }
    let rule = GuestRule::of(group);
    references::allow_guests(world, rule, (People::Members, &people), writing.now())?;
    Ok(references::ids(world, &people))
}
