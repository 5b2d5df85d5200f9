//! A group as somebody creates it, in the form in which it is kept.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{Group, Provisioning, UserIndex, Visibility};

/// Everything that a creation decides.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct NewGroup {
    pub(crate) display_name: String,
    pub(crate) description: Option<String>,
    pub(crate) mail_nickname: String,
    pub(crate) mail: Option<String>,
    pub(crate) unified: bool,
    pub(crate) security_enabled: bool,
    pub(crate) membership_rule: Option<String>,
    pub(crate) rule_paused: bool,
    pub(crate) visibility: Visibility,
    pub(crate) classification: Option<String>,
    /// The id of a sensitivity label.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) label: Option<String>,
    pub(crate) theme: Option<String>,
    pub(crate) preferred_language: Option<String>,
    pub(crate) preferred_data_location: Option<String>,
    /// `resourceBehaviorOptions`
    pub(crate) behaviors: Vec<String>,
    /// The people's ids.
    pub(crate) owners: Vec<String>,
    pub(crate) members: Vec<String>,
}

/// Which behaviors begin with which setting of the mailbox.
const HIDDEN_IN_OUTLOOK: &str = "HideGroupInOutlook";
const SUBSCRIBED: &str = "SubscribeNewGroupMembers";

impl NewGroup {
    /// The group as it begins, without its people.
    pub(super) fn group(&self, id: &str, creator: Option<UserIndex>, at: Timestamp) -> Group {
        let new = self.clone();
        let mut group = Group {
            display_name: new.display_name,
            description: new.description,
            mail_nickname: new.mail_nickname,
            mail: new.mail,
            unified: new.unified,
            mail_enabled: new.unified,
            security_enabled: new.security_enabled,
            membership_rule: new.membership_rule,
            rule_paused: new.rule_paused,
            visibility: new.visibility,
            classification: new.classification,
            label: new.label,
            theme: new.theme,
            preferred_language: new.preferred_language,
            preferred_data_location: new.preferred_data_location,
            creator,
            appeared: Some(at),
            provisioning: Provisioning::Created(at),
            ..Group::blank(id.to_owned(), at)
        };
        let chosen = |name: &str| new.behaviors.iter().any(|behavior| behavior == name);
        group.mail_settings.hide_from_outlook_clients = chosen(HIDDEN_IN_OUTLOOK);
        group.mail_settings.auto_subscribe_new_members = chosen(SUBSCRIBED);
        group.behaviors = new.behaviors;
        group
    }
}
