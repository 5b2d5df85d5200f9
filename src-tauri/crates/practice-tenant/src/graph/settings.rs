//! The directory's settings for groups and their templates
//! (group-list-settings.md, groupsettingtemplate-list.md): every value is a text.
//! They are read here; what they say is decided at the control address.

use serde_json::{Value, json};

use super::access::{READ_GROUPS, READ_SETTINGS};
use super::viewer::Viewer;
use super::{Answer, Reading};
use crate::odata::ODataError;
use crate::world::{Group, Policies};

const UNIFIED: &str = "62375ab9-6b52-47ed-826b-58e47e0e304b";
const GUEST: &str = "08d542b9-071f-4e16-94b0-74abb372e3d9";
/// The one object that holds the tenant's settings.
const SETTINGS_ID: &str = "f0b2d6f5-097d-4177-91af-a24e530b53cc";

/// Name, type, default and meaning.
type Described = (&'static str, &'static str, &'static str, &'static str);

const UNIFIED_VALUES: [Described; 15] = [
    (
        "NewUnifiedGroupWritebackDefault",
        "System.Boolean",
        "true",
        "Whether new groups are written back to the premises.",
    ),
    (
        "EnableMIPLabels",
        "System.Boolean",
        "false",
        "Whether sensitivity labels apply to groups.",
    ),
    (
        "CustomBlockedWordsList",
        "System.String",
        "",
        "Words that may not stand in names and aliases, separated by commas.",
    ),
    (
        "EnableMSStandardBlockedWords",
        "System.Boolean",
        "false",
        "No longer used.",
    ),
    (
        "ClassificationDescriptions",
        "System.String",
        "",
        "What the classifications mean.",
    ),
    (
        "DefaultClassification",
        "System.String",
        "",
        "The classification of a group that has none.",
    ),
    (
        "PrefixSuffixNamingRequirement",
        "System.String",
        "",
        "What names begin and end with.",
    ),
    (
        "AllowGuestsToBeGroupOwner",
        "System.Boolean",
        "false",
        "Whether guests may own groups.",
    ),
    (
        "AllowGuestsToAccessGroups",
        "System.Boolean",
        "true",
        "Whether guests reach what groups hold.",
    ),
    (
        "GuestUsageGuidelinesUrl",
        "System.String",
        "",
        "Guidelines for guests.",
    ),
    (
        "GroupCreationAllowedGroupId",
        "System.Guid",
        "",
        "Whose members may create groups in any case.",
    ),
    (
        "AllowToAddGuests",
        "System.Boolean",
        "true",
        "Whether guests may be added to groups.",
    ),
    (
        "UsageGuidelinesUrl",
        "System.String",
        "",
        "Guidelines for groups.",
    ),
    (
        "ClassificationList",
        "System.String",
        "",
        "The classifications, separated by commas.",
    ),
    (
        "EnableGroupCreation",
        "System.Boolean",
        "true",
        "Whether everybody may create groups.",
    ),
];
const GUEST_VALUES: [Described; 1] = [(
    "AllowToAddGuests",
    "System.Boolean",
    "true",
    "Whether guests may be added to this group.",
)];

fn collection(reading: &Reading<'_>, name: &str, value: &[Value]) -> Result<Answer, ODataError> {
    let context = format!("{}/$metadata#{name}", reading.call.root());
    Answer::json(&json!({"@odata.context": context, "value": value}))
}

fn one(reading: &Reading<'_>, name: &str, mut value: Value) -> Result<Answer, ODataError> {
    let context = format!("{}/$metadata#{name}/$entity", reading.call.root());
    value["@odata.context"] = json!(context);
    Answer::json(&value)
}

fn by_id(id: &str, values: Vec<Value>) -> Result<Value, ODataError> {
    let same = |value: &Value| {
        value["id"]
            .as_str()
            .is_some_and(|known| known.eq_ignore_ascii_case(id))
    };
    values
        .into_iter()
        .find(same)
        .ok_or_else(|| ODataError::not_found(id))
}

/// `GET /groupSettings`
pub(super) fn list(reading: &Reading<'_>) -> Result<Answer, ODataError> {
    reading.caller.require(READ_SETTINGS)?;
    collection(
        reading,
        "groupSettings",
        &[of_tenant(&reading.world.policies)],
    )
}

/// `GET /groupSettings/{id}`
pub(super) fn get(reading: &Reading<'_>, id: &str) -> Result<Answer, ODataError> {
    reading.caller.require(READ_SETTINGS)?;
    let settings = by_id(id, vec![of_tenant(&reading.world.policies)])?;
    one(reading, "groupSettings", settings)
}

/// `GET /groups/{id}/settings`: an empty list means that the tenant's hold.
pub(super) fn list_of_group(reading: &Reading<'_>, id: &str) -> Result<Answer, ODataError> {
    let settings = of_group_by_id(reading, id)?;
    collection(reading, "groupSettings", &settings)
}

/// `GET /groups/{id}/settings/{id}`
pub(super) fn get_of_group(
    reading: &Reading<'_>,
    id: &str,
    setting: &str,
) -> Result<Answer, ODataError> {
    let settings = by_id(setting, of_group_by_id(reading, id)?)?;
    one(reading, "groupSettings", settings)
}

fn of_group_by_id(reading: &Reading<'_>, id: &str) -> Result<Vec<Value>, ODataError> {
    if !reading.caller.has(READ_SETTINGS) {
        reading.caller.require(READ_GROUPS)?;
    }
    let viewer = Viewer::new(reading, false);
    let group = viewer.group(viewer.find(id)?);
    Ok(of_group(group).into_iter().collect())
}

/// `GET /groupSettingTemplates`
pub(super) fn templates(reading: &Reading<'_>) -> Result<Answer, ODataError> {
    reading.caller.require(READ_SETTINGS)?;
    collection(reading, "groupSettingTemplates", &all_templates())
}

/// `GET /groupSettingTemplates/{id}`
pub(super) fn template(reading: &Reading<'_>, id: &str) -> Result<Answer, ODataError> {
    reading.caller.require(READ_SETTINGS)?;
    one(
        reading,
        "groupSettingTemplates",
        by_id(id, all_templates())?,
    )
}

fn all_templates() -> Vec<Value> {
    vec![
        a_template(UNIFIED, "Group.Unified", &UNIFIED_VALUES),
        a_template(GUEST, "Group.Unified.Guest", &GUEST_VALUES),
    ]
}

fn a_template(id: &str, name: &str, values: &[Described]) -> Value {
    let values: Vec<Value> = values
        .iter()
        .map(|(name, kind, default, description)| {
            json!({"name": name, "type": kind, "defaultValue": default, "description": description})
        })
        .collect();
    json!({
        "id": id,
        "deletedDateTime": null,
        "displayName": name,
        "description": format!("Settings of the template {name}."),
        "values": values,
    })
}

fn of_tenant(policies: &Policies) -> Value {
    let values: Vec<Value> = UNIFIED_VALUES
        .iter()
        .map(|(name, _, default, _)| {
            let value = decided(policies, name).unwrap_or_else(|| (*default).to_owned());
            json!({"name": name, "value": value})
        })
        .collect();
    json!({
        "id": SETTINGS_ID,
        "displayName": "Group.Unified",
        "templateId": UNIFIED,
        "values": values,
    })
}

/// What the tenant decided of a setting; nothing where it keeps the default.
fn decided(policies: &Policies, name: &str) -> Option<String> {
    Some(match name {
        "PrefixSuffixNamingRequirement" => policies.naming.pattern.clone(),
        "CustomBlockedWordsList" => policies.naming.blocked_words.join(","),
        "EnableMIPLabels" => policies.labels.to_string(),
        "ClassificationList" => policies.classifications.join(","),
        "EnableGroupCreation" => policies.group_creation.to_string(),
        "GroupCreationAllowedGroupId" => policies.creators.clone().unwrap_or_default(),
        "AllowToAddGuests" => policies.guests_allowed.to_string(),
        "AllowGuestsToBeGroupOwner" => policies.guest_owners.to_string(),
        _ => return None,
    })
}

fn of_group(group: &Group) -> Option<Value> {
    let allowed = group.guests_allowed?;
    // Unlike any id of a group, and the same at every start.
    let id = format!("a1{}", group.id.get(2..).unwrap_or_default());
    Some(json!({
        "id": id,
        "displayName": "Group.Unified.Guest",
        "templateId": GUEST,
        "values": [{"name": "AllowToAddGuests", "value": allowed.to_string()}],
    }))
}
