//! Values of a group's properties, as creations and changes may hold them
//! (resources/group.md).

use super::sent::Sent;
use crate::odata::ODataError;
use crate::world::naming::is_legal_in_alias;
use crate::world::{Rules, Visibility};

/// How many characters a name, an alias and a description may have.
const MAX_NAME: usize = 256;
const MAX_ALIAS: usize = 64;
const MAX_DESCRIPTION: usize = 1_024;
const THEMES: [&str; 7] = ["Teal", "Purple", "Green", "Blue", "Pink", "Orange", "Red"];

/// A name that is there and not too long.
pub(super) fn display_name(name: String) -> Result<String, ODataError> {
    let length = name.chars().count();
    if name.trim().is_empty() || length > MAX_NAME {
        return Err(ODataError::invalid_value("displayName"));
    }
    Ok(name)
}

/// An alias of ASCII, without the signs that addresses cannot hold.
pub(super) fn alias(alias: String) -> Result<String, ODataError> {
    let legal = alias.chars().all(is_legal_in_alias);
    if alias.is_empty() || alias.len() > MAX_ALIAS || !legal {
        return Err(ODataError::invalid_value("mailNickname"));
    }
    Ok(alias)
}

/// A description, or none; an empty one is not taken.
pub(super) fn description(text: Option<String>) -> Result<Option<String>, ODataError> {
    let wrong = |text: &String| text.is_empty() || text.chars().count() > MAX_DESCRIPTION;
    if text.as_ref().is_some_and(wrong) {
        return Err(ODataError::invalid_value("description"));
    }
    Ok(text)
}

/// One of the tenant's classifications, or none. Where groups have labels, the tenant has none.
pub(super) fn classification(
    rules: &Rules,
    name: Option<String>,
) -> Result<Option<String>, ODataError> {
    if name
        .as_ref()
        .is_some_and(|name| !is_classification(rules, name))
    {
        return Err(ODataError::invalid_value("classification"));
    }
    Ok(name)
}

pub(super) fn is_classification(rules: &Rules, name: &str) -> bool {
    !rules.labels && rules.classifications.iter().any(|known| known == name)
}

pub(super) fn theme(name: Option<String>) -> Result<Option<String>, ODataError> {
    if name.as_deref().is_some_and(|name| !THEMES.contains(&name)) {
        return Err(ODataError::invalid_value("theme"));
    }
    Ok(name)
}

/// In any case; absent and null say nothing.
pub(super) fn visibility(sent: &Sent) -> Result<Option<Visibility>, ODataError> {
    let Some(name) = sent.some_text("visibility")? else {
        return Ok(None);
    };
    let known = [
        ("Public", Visibility::Public),
        ("Private", Visibility::Private),
        ("HiddenMembership", Visibility::HiddenMembership),
    ];
    let found = known
        .into_iter()
        .find(|(known, _)| known.eq_ignore_ascii_case(&name));
    found
        .map(|(_, visibility)| Some(visibility))
        .ok_or_else(|| ODataError::invalid_value("visibility"))
}

/// A rule reads attributes of people, or of devices.
pub(super) fn membership_rule(rule: String) -> Result<String, ODataError> {
    let reads = ["user.", "device."].iter().any(|of| rule.contains(of));
    if reads && rule.contains(" -") {
        Ok(rule)
    } else {
        Err(ODataError::invalid_value("membershipRule"))
    }
}

/// Whether the rule is paused; absent says nothing.
pub(super) fn rule_paused(sent: &Sent) -> Result<Option<bool>, ODataError> {
    match sent.some_text("membershipRuleProcessingState")?.as_deref() {
        None => Ok(None),
        Some("On") => Ok(Some(false)),
        Some("Paused") => Ok(Some(true)),
        Some(_) => Err(ODataError::invalid_value("membershipRuleProcessingState")),
    }
}
