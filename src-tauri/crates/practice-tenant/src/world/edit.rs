//! Changes of a group's properties, in the form in which they are kept: those
//! of the directory, and those that its mailbox keeps.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{Group, UserIndex, Visibility};

/// One property of the directory with its new value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum Edit {
    DisplayName(String),
    Description(Option<String>),
    MailNickname(String),
    Visibility(Visibility),
    Classification(Option<String>),
    /// The id of a sensitivity label.
    Label(Option<String>),
    Theme(Option<String>),
    PreferredLanguage(Option<String>),
    PreferredDataLocation(Option<String>),
    SecurityEnabled(bool),
    /// With a rule the group is a dynamic one.
    MembershipRule(Option<String>),
    RulePaused(bool),
}

/// One property that Exchange keeps; the last two are one person's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum MailEdit {
    AllowExternalSenders(bool),
    AutoSubscribeNewMembers(bool),
    HideFromAddressLists(bool),
    HideFromOutlookClients(bool),
    IsSubscribedByMail(bool),
    UnseenCount(i32),
}

impl Edit {
    /// The property's name, for the log of changes.
    pub(super) fn property(&self) -> &'static str {
        match self {
            Self::DisplayName(_) => "displayName",
            Self::Description(_) => "description",
            Self::MailNickname(_) => "mailNickname",
            Self::Visibility(_) => "visibility",
            Self::Classification(_) => "classification",
            Self::Label(_) => "assignedLabels",
            Self::Theme(_) => "theme",
            Self::PreferredLanguage(_) => "preferredLanguage",
            Self::PreferredDataLocation(_) => "preferredDataLocation",
            Self::SecurityEnabled(_) => "securityEnabled",
            Self::MembershipRule(_) => "membershipRule",
            Self::RulePaused(_) => "membershipRuleProcessingState",
        }
    }

    pub(super) fn apply(&self, group: &mut Group) {
        match self.clone() {
            Self::DisplayName(name) => group.display_name = name,
            Self::Description(text) => group.description = text,
            Self::MailNickname(alias) => group.mail_nickname = alias,
            Self::Visibility(visibility) => group.visibility = visibility,
            Self::Classification(name) => group.classification = name,
            Self::Label(id) => group.label = id,
            Self::Theme(theme) => group.theme = theme,
            Self::PreferredLanguage(language) => group.preferred_language = language,
            Self::PreferredDataLocation(location) => group.preferred_data_location = location,
            Self::SecurityEnabled(enabled) => group.security_enabled = enabled,
            Self::MembershipRule(rule) => group.membership_rule = rule,
            Self::RulePaused(paused) => group.rule_paused = paused,
        }
    }
}

impl MailEdit {
    pub(super) fn apply(self, group: &mut Group, user: Option<UserIndex>, at: Timestamp) {
        let settings = &mut group.mail_settings;
        match (self, user) {
            (Self::AllowExternalSenders(on), _) => settings.allow_external_senders = on,
            (Self::AutoSubscribeNewMembers(on), _) => settings.auto_subscribe_new_members = on,
            (Self::HideFromAddressLists(on), _) => settings.hide_from_address_lists = on,
            (Self::HideFromOutlookClients(on), _) => settings.hide_from_outlook_clients = on,
            (Self::IsSubscribedByMail(on), Some(user)) => settings.subscribe(user, on),
            (Self::UnseenCount(count), Some(user)) => settings.set_unseen(user, count, at),
            (Self::IsSubscribedByMail(_) | Self::UnseenCount(_), None) => {}
        }
    }
}
