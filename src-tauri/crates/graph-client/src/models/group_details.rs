//! One group in full: what the directory keeps of it, and what Exchange keeps (resources/group.md).

use serde::{Deserialize, Serialize};

use super::text_enum::text_enum;
use super::{Group, GroupBehavior, Theme};
use crate::odata::null_as_default;

/// A group with all that the directory keeps of it and an owner may want to see or change.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct GroupDetails {
    /// What lists show too.
    #[serde(flatten)]
    pub group: Group,
    /// Its colour in Outlook.
    #[serde(default)]
    pub theme: Option<Theme>,
    /// The rule that decides who is in it.
    #[serde(default)]
    pub membership_rule: Option<String>,
    /// Whether the rule is at work.
    #[serde(default)]
    pub membership_rule_processing_state: Option<RuleProcessing>,
    /// True when it comes from an on-premises directory: then it cannot be changed here.
    #[serde(default)]
    pub on_premises_sync_enabled: Option<bool>,
    /// Whether it has a mailbox or an address.
    #[serde(default)]
    pub mail_enabled: Option<bool>,
    /// Whether rights can be given to it.
    #[serde(default)]
    pub security_enabled: Option<bool>,
    /// All its addresses; the one with an upper-case `SMTP:` is the primary one.
    #[serde(default, deserialize_with = "null_as_default")]
    pub proxy_addresses: Vec<String>,
    /// What was chosen at creation, for ever.
    #[serde(default, deserialize_with = "null_as_default")]
    pub resource_behavior_options: Vec<GroupBehavior>,
    /// Language in which it was created, such as `en-US`.
    #[serde(default)]
    pub preferred_language: Option<String>,
    /// Where its data lies, in tenants with several places.
    #[serde(default)]
    pub preferred_data_location: Option<String>,
    /// Whether directory roles can be given to it.
    #[serde(default)]
    pub is_assignable_to_role: Option<bool>,
}

impl GroupDetails {
    /// What is asked for beside [`Group::SELECT`].
    pub(crate) const SELECT: &'static [&'static str] = &[
        "theme",
        "membershipRule",
        "membershipRuleProcessingState",
        "onPremisesSyncEnabled",
        "mailEnabled",
        "securityEnabled",
        "proxyAddresses",
        "resourceBehaviorOptions",
        "preferredLanguage",
        "preferredDataLocation",
        "isAssignableToRole",
    ];

    /// Whether it comes from an on-premises directory.
    pub fn is_synced(&self) -> bool {
        self.on_premises_sync_enabled == Some(true)
    }
}

text_enum!(
    /// Whether a membership rule is at work.
    RuleProcessing {
        /// It decides who is in the group.
        On = "On",
        /// It rests.
        Paused = "Paused",
    }
);

/// A sensitivity label on a group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct AssignedLabel {
    /// Id of the label.
    pub label_id: String,
    /// Its name.
    #[serde(default)]
    pub display_name: Option<String>,
}

/// A group with nothing but its sensitivity labels; asked for by itself, since not every cloud has them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct GroupLabels {
    /// Its labels; today one at most.
    #[serde(default, deserialize_with = "null_as_default")]
    pub assigned_labels: Vec<AssignedLabel>,
}

impl GroupLabels {
    pub(crate) const SELECT: &'static [&'static str] = &["assignedLabels"];
}

/// What Exchange keeps of a group. All of it may be missing: a tenant need not tell.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct MailSettings {
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
    /// How many conversations have posts that the signed-in person has not read.
    pub unseen_count: Option<i32>,
}

impl MailSettings {
    pub(crate) const SELECT: &'static [&'static str] = &[
        "allowExternalSenders",
        "autoSubscribeNewMembers",
        "hideFromAddressLists",
        "hideFromOutlookClients",
        "isSubscribedByMail",
        "unseenCount",
    ];
}
