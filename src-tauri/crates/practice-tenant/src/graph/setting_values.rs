//! The values of settings as they are sent: all that the template has, each once, each a text of the
//! template's type. Which types there are is `world::settings`'s to say; of others any text is taken.

use std::collections::BTreeSet;

use serde_json::Value;
use uuid::Uuid;

use super::sent::{self, Sent};
use crate::odata::ODataError;
use crate::world::Setting;
use crate::world::naming::GROUP_NAME;
use crate::world::settings::{SettingValue, Template};

const VALUES: &str = "values";
/// How many phrases can be blocked.
const MOST_BLOCKED: usize = 5_000;
/// How long the pattern of names and the texts on classifications can be, in characters.
const LONGEST_PATTERN: usize = 64;
const LONGEST_DESCRIPTIONS: usize = 300;

/// The values that were sent for settings of `template`, or for `known` ones that are there. Those may
/// have values that the template does not have.
pub(super) fn read(
    sent: &Sent,
    template: Option<&Template>,
    known: Option<&Setting>,
) -> Result<Vec<SettingValue>, ODataError> {
    let values = sent.value(VALUES).ok_or_else(|| sent::missing(VALUES))?;
    let values = values
        .as_array()
        .ok_or_else(|| ODataError::invalid_value(VALUES))?;
    let values = values.iter().map(value).collect::<Result<Vec<_>, _>>()?;
    let names = names(template, known);
    let mut seen = BTreeSet::new();
    for SettingValue { name, value } in &values {
        if !names.contains(name.as_str()) {
            return Err(refused(name, "is not a value of the template"));
        }
        if !seen.insert(name.as_str()) {
            return Err(refused(name, "is given twice"));
        }
        if !fits(type_of(template, name), value) || !is_within_limits(name, value) {
            return Err(refused(name, "is not valid"));
        }
    }
    match names.into_iter().find(|name| !seen.contains(name)) {
        Some(name) => Err(refused(name, "is missing: all values must be given")),
        None => Ok(values),
    }
}

fn value(sent: &Value) -> Result<SettingValue, ODataError> {
    let name = sent.get("name").and_then(Value::as_str);
    let name = name.ok_or_else(|| ODataError::invalid_value(VALUES))?;
    let value = match sent.get("value") {
        Some(Value::String(text)) => text.clone(),
        Some(Value::Null) | None => String::new(),
        Some(_) => return Err(refused(name, "is no text")),
    };
    Ok(SettingValue {
        name: name.to_owned(),
        value,
    })
}

fn names<'n>(template: Option<&'n Template>, known: Option<&'n Setting>) -> BTreeSet<&'n str> {
    let of_template = template.into_iter().flat_map(|template| &template.values);
    let of_template = of_template.map(|value| value.name.as_str());
    let there = known.into_iter().flat_map(|setting| &setting.values);
    let there = there.map(|value| value.name.as_str());
    of_template.chain(there).collect()
}

fn type_of<'t>(template: Option<&'t Template>, name: &str) -> &'t str {
    let mut values = template.into_iter().flat_map(|template| &template.values);
    let found = values.find(|value| value.name == name);
    found.map_or("", |value| value.value_type.as_str())
}

fn fits(value_type: &str, value: &str) -> bool {
    match value_type {
        "System.Boolean" => value.to_lowercase().parse::<bool>().is_ok(),
        "System.Int32" => value.parse::<i32>().is_ok(),
        "System.Guid" => value.is_empty() || Uuid::try_parse(value).is_ok(),
        _ => true,
    }
}

fn is_within_limits(name: &str, value: &str) -> bool {
    let length = value.chars().count();
    match name {
        "CustomBlockedWordsList" => value.split(',').count() <= MOST_BLOCKED,
        "ClassificationDescriptions" => length <= LONGEST_DESCRIPTIONS,
        "PrefixSuffixNamingRequirement" => {
            let once = value.matches(GROUP_NAME).count() == 1;
            value.is_empty() || once && length <= LONGEST_PATTERN
        }
        _ => true,
    }
}

fn refused(name: &str, why: &str) -> ODataError {
    let message = format!("The setting value '{name}' {why}.");
    ODataError::bad_request(message.clone()).detail(serde_json::json!({
        "code": "InvalidValue",
        "target": name,
        "message": message,
    }))
}
