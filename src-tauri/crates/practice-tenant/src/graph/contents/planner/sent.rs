//! Values that clients send to Planner, read one by one.

use jiff::Timestamp;
use serde_json::{Map, Value};

use super::refusals;
use crate::odata::ODataError;
use crate::world::contents::{CATEGORIES, hint_between};

/// Titles and names are no longer.
const LONGEST: usize = 255;

pub(super) fn text(name: &str, value: &Value) -> Result<String, ODataError> {
    let text = value.as_str().ok_or_else(|| refusals::unreadable(name))?;
    Ok(text.to_owned())
}

/// A text, or none.
pub(super) fn optional_text(name: &str, value: &Value) -> Result<Option<String>, ODataError> {
    match value {
        Value::Null => Ok(None),
        value => text(name, value).map(Some),
    }
}

/// A name that is there and not too long.
pub(super) fn title(name: &str, value: &Value) -> Result<String, ODataError> {
    let title = text(name, value)?;
    if title.trim().is_empty() || title.chars().count() > LONGEST {
        return Err(refusals::invalid(format!(
            "The value of '{name}' must have between 1 and {LONGEST} characters."
        )));
    }
    Ok(title)
}

/// A whole number between 0 and `most`.
pub(super) fn number(name: &str, value: &Value, most: i32) -> Result<i32, ODataError> {
    let number = value.as_i64().ok_or_else(|| refusals::unreadable(name))?;
    let number = i32::try_from(number).ok();
    number
        .filter(|number| (0..=most).contains(number))
        .ok_or_else(|| refusals::invalid(format!("'{name}' must be between 0 and {most}.")))
}

pub(super) fn time(name: &str, value: &Value) -> Result<Option<Timestamp>, ODataError> {
    let Some(text) = optional_text(name, value)? else {
        return Ok(None);
    };
    text.parse()
        .map(Some)
        .map_err(|_| refusals::unreadable(name))
}

/// The name of a member of an open type, and what it is to be; nothing takes it away.
pub(super) type Member<'a> = (&'a String, Option<&'a Map<String, Value>>);

/// The members of an open type.
pub(super) fn members<'a>(name: &str, value: &'a Value) -> Result<Vec<Member<'a>>, ODataError> {
    let members = value
        .as_object()
        .ok_or_else(|| refusals::unreadable(name))?;
    let members = members.iter().filter(|(key, _)| !key.starts_with('@'));
    members
        .map(|(key, value)| match value {
            Value::Null => Ok((key, None)),
            Value::Object(member) if member.contains_key("@odata.type") => Ok((key, Some(member))),
            Value::Object(_) => Err(refusals::untyped(key)),
            _ => Err(refusals::unreadable(key)),
        })
        .collect()
}

/// The number of a label: `category1` to `category25`.
pub(super) fn category(key: &str) -> Result<u8, ODataError> {
    let number = key
        .strip_prefix("category")
        .and_then(|rest| rest.parse().ok());
    number
        .filter(|number| (1..=CATEGORIES).contains(number))
        .ok_or_else(|| refusals::not_writable(key))
}

/// The hint that a request for a place leads to: `A B!` asks for one between those with the hints A and B,
/// either of which may be missing (planner-order-hint-format.md).
pub(super) fn hint(name: &str, value: &Value) -> Result<String, ODataError> {
    let sent = text(name, value)?;
    let asked = sent
        .strip_suffix('!')
        .and_then(|places| places.split_once(' '));
    let (before, after) = asked.ok_or_else(refusals::hint)?;
    let is_hint = |hint: &str| hint.bytes().all(|byte| byte.is_ascii_graphic());
    if !is_hint(before) || !is_hint(after) || !after.is_empty() && before >= after {
        return Err(refusals::hint());
    }
    Ok(hint_between(before, after))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::hint;

    #[test]
    fn a_hint_asks_for_a_place_between_two_or_at_an_end() {
        let of = |sent: &str| hint("orderHint", &json!(sent));
        assert!(of(" !").is_ok() && of("A !").unwrap().as_str() > "A");
        let between = of("A B!").unwrap();
        assert!("A" < between.as_str() && between.as_str() < "B");
        for wrong in ["A", "A!", "B A!", "A A!", "A B", "", "A B C!", "ä !"] {
            assert!(of(wrong).is_err(), "{wrong}");
        }
    }
}
