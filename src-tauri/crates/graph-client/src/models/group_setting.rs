//! The tenant's rules for groups (resources/groupsetting.md). All values are texts.

use serde::{Deserialize, Serialize};

use super::{GroupSettingId, GroupSettingTemplateId};
use crate::odata::null_as_default;

/// Settings made from a template. Where there are none, the template's defaults hold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct GroupSetting {
    /// Id of the settings.
    pub id: GroupSettingId,
    /// The template's name.
    #[serde(default)]
    pub display_name: Option<String>,
    /// The template they were made from: see [`GroupSettingTemplate`].
    #[serde(default)]
    pub template_id: Option<GroupSettingTemplateId>,
    /// The values, all of the template's; those too that this version does not know.
    #[serde(default, deserialize_with = "null_as_default")]
    pub values: Vec<SettingValue>,
}

/// One setting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SettingValue {
    /// Its name, such as `AllowToAddGuests`.
    #[serde(default, deserialize_with = "null_as_default")]
    pub name: String,
    /// Its value as text.
    #[serde(default)]
    pub value: Option<String>,
}

impl GroupSetting {
    /// The value of `name`; `None` when it is missing or empty.
    pub fn value(&self, name: &str) -> Option<&str> {
        let setting = self.values.iter().find(|setting| setting.name == name)?;
        setting.value.as_deref().filter(|value| !value.is_empty())
    }

    /// The value of `name`, when it is a yes or a no.
    pub fn flag(&self, name: &str) -> Option<bool> {
        flag(self.value(name)?)
    }

    /// Whether they were made from the template `id`.
    pub fn is_of(&self, id: &str) -> bool {
        is_template(self.template_id.as_ref(), id)
    }
}

/// Settings to be made from a template.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct NewGroupSetting {
    /// The template. There can be one of each for the tenant, and one of
    /// [`GroupSettingTemplate::UNIFIED_GUEST`] for a group.
    pub template_id: GroupSettingTemplateId,
    /// All values of the template; the service refuses a part of them.
    pub values: Vec<SettingValue>,
}

/// What settings can be made from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct GroupSettingTemplate {
    /// Id of the template.
    pub id: GroupSettingTemplateId,
    /// Its name, such as `Group.Unified`.
    #[serde(default)]
    pub display_name: Option<String>,
    /// What it is for.
    #[serde(default)]
    pub description: Option<String>,
    /// Its settings with their defaults.
    #[serde(default, deserialize_with = "null_as_default")]
    pub values: Vec<SettingTemplateValue>,
}

/// One setting of a template.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SettingTemplateValue {
    /// Its name.
    #[serde(default, deserialize_with = "null_as_default")]
    pub name: String,
    /// Its type, such as `System.Boolean`.
    #[serde(default, rename = "type")]
    pub value_type: Option<String>,
    /// What holds where nothing is set.
    #[serde(default)]
    pub default_value: Option<String>,
    /// What it does.
    #[serde(default)]
    pub description: Option<String>,
}

impl GroupSettingTemplate {
    /// The template of the tenant's rules for Microsoft 365 groups.
    pub const UNIFIED: &'static str = "62375ab9-6b52-47ed-826b-58e47e0e304b";
    /// The template of one group's rules for guests.
    pub const UNIFIED_GUEST: &'static str = "08d542b9-071f-4e16-94b0-74abb372e3d9";

    /// The default of `name`; `None` when there is none or it is empty.
    pub fn default_value(&self, name: &str) -> Option<&str> {
        let setting = self.values.iter().find(|setting| setting.name == name)?;
        let default = setting.default_value.as_deref();
        default.filter(|value| !value.is_empty())
    }

    /// The default of `name`, when it is a yes or a no.
    pub fn default_flag(&self, name: &str) -> Option<bool> {
        flag(self.default_value(name)?)
    }

    /// Whether it is the template `id`.
    pub fn is(&self, id: &str) -> bool {
        is_template(Some(&self.id), id)
    }
}

/// The service writes `true` as well as `True`.
fn flag(text: &str) -> Option<bool> {
    match text {
        text if text.eq_ignore_ascii_case("true") => Some(true),
        text if text.eq_ignore_ascii_case("false") => Some(false),
        _ => None,
    }
}

fn is_template(id: Option<&GroupSettingTemplateId>, wanted: &str) -> bool {
    id.is_some_and(|id| id.as_str().eq_ignore_ascii_case(wanted))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_flag_is_read_in_either_spelling() {
        let json = r#"{"id":"1","values":[{"name":"A","value":"True"},{"name":"B","value":"false"},{"name":"C","value":""}]}"#;
        let settings: GroupSetting = serde_json::from_str(json).unwrap();
        assert_eq!(
            ["A", "B", "C", "D"].map(|name| settings.flag(name)),
            [Some(true), Some(false), None, None]
        );
    }
}
