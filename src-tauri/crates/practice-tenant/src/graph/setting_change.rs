//! Writing settings (group-post-settings.md, groupsetting-update.md, groupsetting-delete.md): for
//! administrators, whole, and one of a template. What values may be is in `setting_values`.

use http::StatusCode;
use uuid::Uuid;

use super::access::{WRITE_SETTINGS, WRITE_SETTINGS_OF_GROUP};
use super::sent::Sent;
use super::settings;
use super::writing::Writing;
use super::{Answer, sent, setting_values};
use crate::odata::ODataError;
use crate::world::settings::GUEST;
use crate::world::{Change, Group, Role, Setting, World};
use jiff::Timestamp;

/// Whose settings they are, the tenant's if no group's, and their id.
type Place<'a> = (Option<&'a str>, &'a str);

/// Who makes settings and takes them away.
const MANAGE: [Role; 2] = [Role::Global, Role::Groups];

fn enter(writing: &Writing<'_>, group: Option<&str>, roles: &[Role]) -> Result<(), ODataError> {
    writing.caller.require(match group {
        Some(_) => WRITE_SETTINGS_OF_GROUP,
        None => WRITE_SETTINGS,
    })?;
    writing.caller.require_role(roles)
}

/// `POST /groupSettings` and `POST /groups/{id}/settings`: answers the settings.
pub(super) fn create(writing: &Writing<'_>, group: Option<&str>) -> Result<Answer, ODataError> {
    enter(writing, group, &MANAGE)?;
    let sent = writing.sent()?;
    known_properties(&sent)?;
    let id = Uuid::new_v4().to_string();
    let change = writing.write(|world| {
        let owner = owner(writing, world, group)?;
        let setting = new_setting(world, owner, &sent, id)?;
        Ok(put(writing, owner, setting))
    })?;
    let Change::PutSetting { setting, .. } = change else {
        return Ok(Answer::empty(StatusCode::CREATED));
    };
    let world = writing.tenant.world();
    Ok(Answer {
        status: StatusCode::CREATED,
        ..settings::shown(&writing.reading(&world), &setting)?
    })
}

/// `PATCH /groupSettings/{id}` and `PATCH /groups/{id}/settings/{id}`
pub(super) fn update(writing: &Writing<'_>, (group, id): Place<'_>) -> Result<Answer, ODataError> {
    enter(writing, group, &Role::ALL)?;
    let sent = writing.sent()?;
    known_properties(&sent)?;
    writing.done(|world| {
        let owner = owner(writing, world, group)?;
        let known = settings::find(all_of(world, owner), id)?;
        let template = world.settings.template(&known.template_id);
        if sent
            .some_text("templateId")?
            .is_some_and(|id| !known.is_of(&id))
        {
            return Err(ODataError::bad_request(
                "The template of settings cannot be changed.",
            ));
        }
        let values = setting_values::read(&sent, template, Some(known))?;
        let setting = Setting {
            values,
            ..known.clone()
        };
        Ok(put(writing, owner, setting))
    })
}

/// `DELETE /groupSettings/{id}` and `DELETE /groups/{id}/settings/{id}`
pub(super) fn delete(writing: &Writing<'_>, (group, id): Place<'_>) -> Result<Answer, ODataError> {
    enter(writing, group, &MANAGE)?;
    writing.done(|world| {
        let owner = owner(writing, world, group)?;
        let known = settings::find(all_of(world, owner), id)?;
        Ok(Change::DeleteSetting {
            group: owner.map(|group| group.id.clone()).unwrap_or_default(),
            user: writing.user(),
            setting: known.id.clone(),
            holds: holds(writing, owner),
            at: writing.now(),
        })
    })
}

fn owner<'w>(
    writing: &Writing<'_>,
    world: &'w World,
    group: Option<&str>,
) -> Result<Option<&'w Group>, ODataError> {
    let found = group.map(|id| writing.group(world, id)).transpose()?;
    let group = found.map(|(_, group)| group);
    if group.is_some_and(|group| !group.unified) {
        return Err(ODataError::bad_request(
            "Settings can be applied to Microsoft 365 groups only.",
        ));
    }
    Ok(group)
}

fn all_of<'w>(world: &'w World, owner: Option<&'w Group>) -> &'w [Setting] {
    owner.map_or(&world.settings.of_tenant, |group| &group.settings)
}

fn new_setting(
    world: &World,
    owner: Option<&Group>,
    sent: &Sent,
    id: String,
) -> Result<Setting, ODataError> {
    let asked = sent.some_text("templateId")?;
    let asked = asked.ok_or_else(|| sent::missing("templateId"))?;
    let template = world.settings.template(&asked);
    let fitting = template.filter(|template| owner.is_none() || template.id == GUEST);
    let template = fitting.ok_or_else(|| {
        ODataError::bad_request(format!("The template '{asked}' cannot be used here."))
    })?;
    if all_of(world, owner).iter().any(|known| known.is_of(&asked)) {
        return Err(already_there());
    }
    Ok(Setting {
        id,
        display_name: template.display_name.clone(),
        template_id: template.id.clone(),
        values: setting_values::read(sent, Some(template), None)?,
    })
}

/// There is one of each template.
fn already_there() -> ODataError {
    let message = "A conflicting object with one or more of the specified property values is present in the directory.";
    ODataError::bad_request(message).detail(serde_json::json!({
        "code": "ConflictingObjects",
        "target": "templateId",
        "message": message,
    }))
}

fn put(writing: &Writing<'_>, owner: Option<&Group>, setting: Setting) -> Change {
    Change::PutSetting {
        group: owner.map(|group| group.id.clone()).unwrap_or_default(),
        user: writing.user(),
        setting,
        holds: holds(writing, owner),
        at: writing.now(),
    }
}

/// A group's own settings hold at once, the tenant's when all parts of the service have heard of them.
fn holds(writing: &Writing<'_>, owner: Option<&Group>) -> Timestamp {
    let now = writing.now();
    match owner {
        Some(_) => now,
        None => {
            let delay = writing.tenant.behavior().settings;
            now.checked_add(delay).unwrap_or(now)
        }
    }
}

fn known_properties(sent: &Sent) -> Result<(), ODataError> {
    let known = ["displayName", "templateId", "values"];
    let mut names = sent.names();
    match names.find(|name| !known.contains(name)) {
        Some(name) => Err(sent::unknown(name)),
        None => Ok(()),
    }
}
