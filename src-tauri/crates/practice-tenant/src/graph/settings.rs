//! The directory's settings for groups and their templates
//! (group-list-settings.md, groupsetting-get.md, groupsettingtemplate-list.md).
//! They are read here, and written in `setting_change`.

use serde::Serialize;
use serde_json::{Value, json};

use super::access::{READ_GROUPS, READ_SETTINGS};
use super::viewer::Viewer;
use super::{Answer, Reading};
use crate::odata::ODataError;
use crate::world::Setting;

const SETTINGS: &str = "groupSettings";
const TEMPLATES: &str = "groupSettingTemplates";

fn collection(
    reading: &Reading<'_>,
    name: &str,
    value: &impl Serialize,
) -> Result<Answer, ODataError> {
    let context = format!("{}/$metadata#{name}", reading.call.root());
    Answer::json(&json!({"@odata.context": context, "value": value}))
}

fn one(reading: &Reading<'_>, name: &str, value: impl Serialize) -> Result<Answer, ODataError> {
    let context = format!("{}/$metadata#{name}/$entity", reading.call.root());
    let mut value = json!(value);
    value["@odata.context"] = json!(context);
    Answer::json(&value)
}

/// The settings with this id in a list.
pub(super) fn find<'s>(settings: &'s [Setting], id: &str) -> Result<&'s Setting, ODataError> {
    let mut settings = settings.iter();
    let found = settings.find(|setting| setting.id.eq_ignore_ascii_case(id));
    found.ok_or_else(|| ODataError::not_found(id))
}

/// Settings as they are answered by themselves.
pub(super) fn shown(reading: &Reading<'_>, setting: &Setting) -> Result<Answer, ODataError> {
    one(reading, SETTINGS, setting)
}

/// `GET /groupSettings`: none of a template means that its defaults hold.
pub(super) fn list(reading: &Reading<'_>) -> Result<Answer, ODataError> {
    reading.caller.require(READ_SETTINGS)?;
    collection(reading, SETTINGS, &reading.world.settings.of_tenant)
}

/// `GET /groupSettings/{id}`
pub(super) fn get(reading: &Reading<'_>, id: &str) -> Result<Answer, ODataError> {
    reading.caller.require(READ_SETTINGS)?;
    shown(reading, find(&reading.world.settings.of_tenant, id)?)
}

/// `GET /groups/{id}/settings`: an empty list means that the tenant's hold.
pub(super) fn list_of_group(reading: &Reading<'_>, id: &str) -> Result<Answer, ODataError> {
    let viewer = enter_group(reading)?;
    collection(reading, SETTINGS, &viewer.group(viewer.find(id)?).settings)
}

/// `GET /groups/{id}/settings/{id}`
pub(super) fn get_of_group(
    reading: &Reading<'_>,
    id: &str,
    setting: &str,
) -> Result<Answer, ODataError> {
    let viewer = enter_group(reading)?;
    let group = viewer.group(viewer.find(id)?);
    shown(reading, find(&group.settings, setting)?)
}

fn enter_group<'a>(reading: &Reading<'a>) -> Result<Viewer<'a>, ODataError> {
    if !reading.caller.has(READ_SETTINGS) {
        reading.caller.require(READ_GROUPS)?;
    }
    Ok(Viewer::new(reading, false))
}

/// `GET /groupSettingTemplates`
pub(super) fn templates(reading: &Reading<'_>) -> Result<Answer, ODataError> {
    reading.caller.require(READ_SETTINGS)?;
    let templates = reading
        .world
        .settings
        .templates
        .iter()
        .map(directory_object);
    collection(reading, TEMPLATES, &templates.collect::<Vec<_>>())
}

/// `GET /groupSettingTemplates/{id}`
pub(super) fn template(reading: &Reading<'_>, id: &str) -> Result<Answer, ODataError> {
    reading.caller.require(READ_SETTINGS)?;
    let template = reading.world.settings.template(id);
    let template = template.ok_or_else(|| ODataError::not_found(id))?;
    one(reading, TEMPLATES, directory_object(template))
}

/// Templates are objects of the directory, and settings are not.
fn directory_object(template: &impl Serialize) -> Value {
    let mut object = json!(template);
    object["deletedDateTime"] = Value::Null;
    object
}
