//! Changes of a group, one request each for the directory and for Exchange (group-update.md).

use serde_json::{Value, json};

use super::{Edit, Theme, Visibility};
use crate::odata::Body;

/// A change of what the directory keeps of a group; what is left out stays.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct GroupPatch {
    /// Display name; cannot be emptied.
    pub display_name: Option<String>,
    /// Alias; cannot be emptied.
    pub mail_nickname: Option<String>,
    /// Description. An empty text clears it.
    pub description: Edit<String>,
    /// Public or Private; Hidden membership can neither be chosen nor left.
    pub visibility: Option<Visibility>,
    /// One of the tenant's classifications.
    pub classification: Edit<String>,
    /// Its colour in Outlook.
    pub theme: Edit<Theme>,
    /// The rule of a dynamic group.
    pub membership_rule: Option<String>,
    /// Ids of the sensitivity labels that it has from now on.
    pub assigned_labels: Option<Vec<String>>,
}

impl GroupPatch {
    /// Whether it changes nothing.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    pub(crate) fn body(&self) -> Value {
        let description = match &self.description {
            Edit::Set(text) if text.is_empty() => Edit::Clear,
            edit => edit.clone(),
        };
        Body::default()
            .set_some("displayName", self.display_name.clone())
            .set_some("mailNickname", self.mail_nickname.clone())
            .edit("description", description)
            .set_some("visibility", self.visibility.clone())
            .edit("classification", self.classification.clone())
            .edit("theme", self.theme.clone())
            .set_some("membershipRule", self.membership_rule.clone())
            .set_some(
                "assignedLabels",
                self.assigned_labels.as_deref().map(labels),
            )
            .into_json()
    }
}

/// Labels by their ids.
pub(crate) fn labels(ids: &[String]) -> Vec<Value> {
    ids.iter().map(|id| json!({ "labelId": id })).collect()
}

/// A change of what Exchange keeps of a group; what is left out stays.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct MailSettingsPatch {
    /// Whether people outside the tenant may send to it.
    pub allow_external_senders: Option<bool>,
    /// Whether whoever joins gets the conversations by mail.
    pub auto_subscribe_new_members: Option<bool>,
    /// Whether address lists leave it out.
    pub hide_from_address_lists: Option<bool>,
    /// Whether Outlook leaves it out.
    pub hide_from_outlook_clients: Option<bool>,
    /// Whether the signed-in person gets the conversations by mail.
    pub is_subscribed_by_mail: Option<bool>,
}

impl MailSettingsPatch {
    /// Whether it changes nothing.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    pub(crate) fn body(&self) -> Value {
        Body::default()
            .set_some("allowExternalSenders", self.allow_external_senders)
            .set_some("autoSubscribeNewMembers", self.auto_subscribe_new_members)
            .set_some("hideFromAddressLists", self.hide_from_address_lists)
            .set_some("hideFromOutlookClients", self.hide_from_outlook_clients)
            .set_some("isSubscribedByMail", self.is_subscribed_by_mail)
            .into_json()
    }
}
