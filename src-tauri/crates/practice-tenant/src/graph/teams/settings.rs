//! What a team may be set to.

use serde_json::{Map, Value, json};

use crate::graph::Call;
use crate::odata::ODataError;

/// Kinds of settings, each with its settings as they are at first.
pub(super) const ALL: [(&str, &[(&str, bool)]); 4] = [
    (
        "memberSettings",
        &[
            ("allowCreateUpdateChannels", true),
            ("allowCreatePrivateChannels", true),
            ("allowDeleteChannels", true),
            ("allowAddRemoveApps", true),
            ("allowCreateUpdateRemoveTabs", true),
            ("allowCreateUpdateRemoveConnectors", true),
        ],
    ),
    (
        "guestSettings",
        &[
            ("allowCreateUpdateChannels", false),
            ("allowDeleteChannels", false),
        ],
    ),
    (
        "messagingSettings",
        &[
            ("allowUserEditMessages", true),
            ("allowUserDeleteMessages", true),
            ("allowOwnerDeleteMessages", true),
            ("allowTeamMentions", true),
            ("allowChannelMentions", true),
        ],
    ),
    (
        "funSettings",
        &[
            ("allowGiphy", true),
            ("allowStickersAndMemes", true),
            ("allowCustomMemes", true),
        ],
    ),
];

/// Those of one kind, with what somebody chose.
pub(super) fn merged(chosen: Option<&Value>, name: &str, defaults: &[(&str, bool)]) -> Value {
    let mut settings: Map<String, Value> = defaults
        .iter()
        .map(|(name, value)| ((*name).to_owned(), json!(value)))
        .collect();
    if name == "funSettings" {
        settings.insert("giphyContentRating".to_owned(), json!("moderate"));
    }
    if let Some(Value::Object(chosen)) = chosen {
        settings.extend(chosen.clone());
    }
    Value::Object(settings)
}

/// The settings that the body names; there may be none.
pub(super) fn sent(call: &Call) -> Result<Value, ODataError> {
    let refused = |what: &str| ODataError::malformed(format!("Invalid team: {what}."));
    if call.body.is_empty() {
        return Ok(json!({}));
    }
    let body: Value =
        serde_json::from_slice(&call.body).map_err(|error| refused(&error.to_string()))?;
    let properties = body.as_object().ok_or_else(|| refused("no object"))?;
    for (name, value) in properties {
        let known = ALL.iter().find(|(known, _)| known == name);
        let (_, settings) = known.ok_or_else(|| refused(name))?;
        let chosen = value.as_object().ok_or_else(|| refused(name))?;
        for setting in chosen.keys() {
            let known = settings.iter().any(|(known, _)| known == setting);
            if !known && setting != "giphyContentRating" {
                return Err(refused(setting));
            }
        }
    }
    Ok(body)
}
