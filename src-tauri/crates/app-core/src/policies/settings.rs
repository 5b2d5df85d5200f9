//! Settings between the service's words and the contract's. All values are texts, and the whole set is sent: what a
//! newer template has is kept as it is.

use std::collections::{BTreeMap, HashSet};

use graph_client::models::{GroupSetting, GroupSettingTemplate, SettingValue as GraphValue};
use ipc_contract::jobs::PropertyChange;
use ipc_contract::policies::{SettingEntry, SettingValue, SettingsObject};
use serde_json::{Map, Value};

use crate::CoreError;

/// Descriptions of classifications are at most so long.
const DESCRIPTIONS_MOST: usize = 300;

/// The settings of a template, or its defaults.
pub(crate) fn shown(
    template: Option<&GroupSettingTemplate>,
    made: Option<&GroupSetting>,
) -> Option<SettingsObject> {
    let id = template
        .map(|template| template.id.to_string())
        .or_else(|| made?.template_id.as_ref().map(ToString::to_string))?;
    let name = template.and_then(|template| template.display_name.clone());
    let name = name.or_else(|| made.and_then(|made| made.display_name.clone()));
    Some(SettingsObject {
        id: made.map(|made| made.id.to_string()),
        display_name: name.unwrap_or_else(|| id.clone()),
        template_id: id,
        description: template.and_then(|template| template.description.clone()),
        values: values(template, made),
    })
}

fn values(
    template: Option<&GroupSettingTemplate>,
    made: Option<&GroupSetting>,
) -> Vec<SettingValue> {
    let set: BTreeMap<&str, &str> = made
        .into_iter()
        .flat_map(|made| &made.values)
        .map(|value| (value.name.as_str(), value.value.as_deref().unwrap_or_default()))
        .collect();
    let known = template.into_iter().flat_map(|template| &template.values);
    let mut values: Vec<SettingValue> = known
        .map(|value| {
            let own = set.get(value.name.as_str());
            let default = value.default_value.as_deref().unwrap_or_default();
            SettingValue {
                name: value.name.clone(),
                value_type: value.value_type.clone(),
                default_value: value.default_value.clone(),
                description: value.description.clone(),
                value: own.copied().unwrap_or(default).to_owned(),
                set: own.is_some(),
            }
        })
        .collect();
    let named: HashSet<String> = values.iter().map(|value| value.name.clone()).collect();
    let unknown = made.into_iter().flat_map(|made| &made.values);
    values.extend(
        unknown
            .filter(|value| !named.contains(&value.name))
            .map(|value| SettingValue {
                name: value.name.clone(),
                value_type: None,
                default_value: None,
                description: None,
                value: value.value.clone().unwrap_or_default(),
                set: true,
            }),
    );
    values
}

/// All values as they are, for a change of them; `None` where none were made.
pub(crate) fn entries(made: Option<&GroupSetting>) -> Option<Vec<SettingEntry>> {
    let entries = made?.values.iter().map(|value| SettingEntry {
        name: value.name.clone(),
        value: value.value.clone().unwrap_or_default(),
    });
    Some(entries.collect())
}

/// What holds, by the names of values: what is set, else the template's defaults.
pub(crate) fn effective(
    template: Option<&GroupSettingTemplate>,
    set: Option<&[SettingEntry]>,
) -> Map<String, Value> {
    let defaults = template.into_iter().flat_map(|template| &template.values);
    let defaults = defaults.map(|value| {
        let default = value.default_value.clone().unwrap_or_default();
        (value.name.clone(), Value::String(default))
    });
    let set = set.unwrap_or_default().iter();
    let set = set.map(|entry| (entry.name.clone(), Value::String(entry.value.clone())));
    defaults.chain(set).collect()
}

/// Whether two sets come to the same, in whatever order and however a yes is spelt.
pub(crate) fn is_same(one: Option<&[SettingEntry]>, other: Option<&[SettingEntry]>) -> bool {
    let sorted = |set: Option<&[SettingEntry]>| {
        set.map(|set| {
            let pairs = set.iter().map(|entry| (entry.name.clone(), spelt(&entry.value)));
            pairs.collect::<BTreeMap<_, _>>()
        })
    };
    sorted(one) == sorted(other)
}

/// The service writes `true` as well as `True`.
fn spelt(value: &str) -> String {
    match value.eq_ignore_ascii_case("true") || value.eq_ignore_ascii_case("false") {
        true => value.to_ascii_lowercase(),
        false => value.to_owned(),
    }
}

/// What differs between two sets, a template's defaults where there is none.
pub(crate) fn differences(
    template: Option<&GroupSettingTemplate>,
    before: Option<&[SettingEntry]>,
    after: Option<&[SettingEntry]>,
) -> Vec<PropertyChange> {
    let (before, after) = (effective(template, before), effective(template, after));
    let mut changes = super::differences(&before, &after);
    changes.retain(|change| {
        let spelt = |value: &Option<String>| value.as_deref().map(spelt);
        spelt(&change.before) != spelt(&change.after)
    });
    changes
}

/// What the service is sent.
pub(crate) fn to_graph(entries: &[SettingEntry]) -> Vec<GraphValue> {
    let values = entries.iter().map(|entry| GraphValue {
        name: entry.name.clone(),
        value: Some(entry.value.clone()),
    });
    values.collect()
}

/// What the application itself refuses of a whole set.
///
/// # Errors
/// [`CoreError::InvalidSetting`] with the value's name; [`CoreError::TooLarge`] for what is too long.
pub(crate) fn check(
    template: Option<&GroupSettingTemplate>,
    entries: &[SettingEntry],
) -> Result<(), CoreError> {
    let mut names = HashSet::new();
    for entry in entries {
        if entry.name.is_empty() || !names.insert(entry.name.as_str()) {
            return Err(CoreError::InvalidSetting(entry.name.clone()));
        }
    }
    for value in template.into_iter().flat_map(|template| &template.values) {
        let entry = entries.iter().find(|entry| entry.name == value.name);
        let fits = entry.is_some_and(|entry| is_of_type(value.value_type.as_deref(), &entry.value));
        if !fits {
            return Err(CoreError::InvalidSetting(value.name.clone()));
        }
    }
    let text = |name: &str| entries.iter().find(|entry| entry.name == name);
    if template.is_some_and(|template| template.is(GroupSettingTemplate::UNIFIED)) {
        let descriptions = text("ClassificationDescriptions");
        if descriptions.is_some_and(|entry| entry.value.chars().count() > DESCRIPTIONS_MOST) {
            return Err(CoreError::InvalidSetting("ClassificationDescriptions".into()));
        }
        super::naming::check_settings(entries)?;
    }
    Ok(())
}

/// A type that is not known takes any text: the service has the last word.
fn is_of_type(value_type: Option<&str>, value: &str) -> bool {
    match value_type {
        Some("System.Boolean") => matches!(spelt(value).as_str(), "true" | "false"),
        Some("System.Int32") => value.is_empty() || value.parse::<i32>().is_ok(),
        Some("System.Guid") => value.is_empty() || uuid::Uuid::try_parse(value).is_ok(),
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn template() -> GroupSettingTemplate {
        serde_json::from_value(json!({
            "id": GroupSettingTemplate::UNIFIED_GUEST, "displayName": "Group.Unified.Guest",
            "values": [{ "name": "AllowToAddGuests", "type": "System.Boolean", "defaultValue": "true" }],
        }))
        .unwrap()
    }

    fn entry(name: &str, value: &str) -> SettingEntry {
        SettingEntry {
            name: name.into(),
            value: value.into(),
        }
    }

    #[test]
    fn a_value_that_the_template_does_not_know_is_shown_and_kept() {
        let made: GroupSetting = serde_json::from_value(json!({
            "id": "11111111-1111-4111-8111-111111111111", "templateId": GroupSettingTemplate::UNIFIED_GUEST,
            "values": [{ "name": "AllowToAddGuests", "value": "False" }, { "name": "Newer", "value": "x" }],
        }))
        .unwrap();
        let shown = shown(Some(&template()), Some(&made)).unwrap();
        assert_eq!(shown.values[1].value, "x");
        assert_eq!(shown.values[1].value_type, None);
        assert_eq!(entries(Some(&made)).unwrap().len(), 2);
        assert!(check(Some(&template()), &entries(Some(&made)).unwrap()).is_ok());
    }

    #[test]
    fn a_whole_set_of_the_right_types_is_taken_and_nothing_else() {
        let check = |entries: &[SettingEntry]| check(Some(&template()), entries).is_ok();
        assert!(check(&[entry("AllowToAddGuests", "True")]));
        assert!(!check(&[entry("AllowToAddGuests", "perhaps")]));
        assert!(!check(&[]), "a part is no set");
        let twice = [entry("AllowToAddGuests", "true"), entry("AllowToAddGuests", "true")];
        assert!(!check(&twice));
    }

    #[test]
    fn how_a_yes_is_spelt_is_no_difference() {
        let (one, other) = ([entry("A", "True")], [entry("A", "true")]);
        assert!(is_same(Some(&one), Some(&other)));
        assert!(differences(None, Some(&one), Some(&other)).is_empty());
        assert!(!is_same(Some(&one), None));
    }
}
