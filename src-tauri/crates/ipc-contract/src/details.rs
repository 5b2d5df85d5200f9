//! One group in full: what its Overview and Settings show, what can be changed, and making a new one.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::groups::{GroupSummary, Visibility};
use crate::people::PersonRef;
use crate::policies::{Coverage, CreationBarrier, GuestSetting};

/// Why a group's people or properties cannot be changed here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum FixedReason {
    /// A rule decides who is in it.
    Dynamic,
    /// It comes from a directory on the company's own premises.
    Synced,
    /// The person is neither an owner nor an administrator.
    NotOwner,
    /// The permission to change groups was not granted.
    PermissionMissing,
}

/// What is not in order with a group's owners.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(
    rename_all = "camelCase",
    rename_all_fields = "camelCase",
    tag = "kind"
)]
pub enum HealthIssue {
    /// No enabled person of the tenant owns it: nobody can renew it.
    NoOwner,
    /// Exactly one enabled person owns it.
    OneOwner {
        /// Who.
        person: PersonRef,
        /// Whether that is the signed-in person.
        me: bool,
    },
    /// An owner's account is disabled.
    OwnerDisabled {
        /// Who.
        person: PersonRef,
    },
    /// An owner is a guest.
    OwnerGuest {
        /// Who.
        person: PersonRef,
    },
    /// An owner is no member, and so locked out of Planner and Teams.
    OwnerNotMember {
        /// Who.
        person: PersonRef,
        /// Whether that is the signed-in person.
        me: bool,
    },
}

/// The Exchange-backed properties (group-get.md); per group, the subscription per person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MailSettings {
    /// People outside the tenant may write to the group.
    pub allow_external_senders: bool,
    /// New members get its mail in their own inbox.
    pub auto_subscribe_new_members: bool,
    /// Address lists do not show it.
    pub hide_from_address_lists: bool,
    /// Outlook does not show it.
    pub hide_from_outlook_clients: bool,
    /// The signed-in person gets its mail in their own inbox.
    pub is_subscribed_by_mail: bool,
}

/// A sensitivity label, which takes the place of the classification where a tenant has them for groups.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SensitivityLabel {
    /// Id; empty for no label.
    pub id: String,
    /// Name.
    pub display_name: String,
}

/// A group as its own screen shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct GroupDetails {
    /// What lists show of it.
    pub summary: GroupSummary,
    /// When the service was last read for it; `null` when only a list has been.
    #[ts(type = "string | null")]
    pub as_of: Option<Timestamp>,
    /// Why this is not newer, when reading it failed.
    pub last_error: Option<crate::error::CommandError>,
    /// One of Teal, Purple, Green, Blue, Pink, Orange, Red.
    pub theme: Option<String>,
    /// The rule of a dynamic group.
    pub membership_rule: Option<String>,
    /// The Exchange-backed properties; `null` while the mailbox is not there or may not be read.
    pub mail_settings: Option<MailSettings>,
    /// What the tenant offers as classifications; empty when it has none.
    pub classifications: Vec<String>,
    /// Its sensitivity labels; `null` where the tenant has none for groups, or they may not be read.
    pub labels: Option<Vec<SensitivityLabel>>,
    /// The labels that there are to choose from, as far as they are known: see [`CreationRules::labels`].
    pub label_choices: Vec<SensitivityLabel>,
    /// Why its properties cannot be changed; `null` when they can.
    pub properties_fixed: Option<FixedReason>,
    /// Why its people cannot be changed; `null` when they can.
    pub people_fixed: Option<FixedReason>,
    /// Whether it was created moments ago and parts of it are still being made.
    pub being_set_up: bool,
    /// What is not in order with its owners; empty when all is well or the people were not read.
    pub health: Vec<HealthIssue>,
    /// Which expiration policy covers it.
    pub coverage: Coverage,
    /// Whether guests can be added to it; `null` while that is not known.
    pub guests: Option<GuestSetting>,
}

/// Changes to a group's properties. `null` leaves a property as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct GroupChanges {
    /// Display name.
    pub display_name: Option<String>,
    /// Alias.
    pub mail_nickname: Option<String>,
    /// Description; an empty text clears it.
    pub description: Option<String>,
    /// Who sees it: Public or Private only.
    pub visibility: Option<Visibility>,
    /// Theme.
    pub theme: Option<String>,
    /// Classification.
    pub classification: Option<String>,
    /// Sensitivity label; one with an empty id takes it away.
    pub label: Option<SensitivityLabel>,
    /// Exchange-backed.
    pub allow_external_senders: Option<bool>,
    /// Exchange-backed.
    pub auto_subscribe_new_members: Option<bool>,
    /// Exchange-backed.
    pub hide_from_address_lists: Option<bool>,
    /// Exchange-backed.
    pub hide_from_outlook_clients: Option<bool>,
    /// The signed-in person's own subscription.
    pub is_subscribed_by_mail: Option<bool>,
}

/// Asks whether a name and an alias would be accepted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NameCheckRequest {
    /// The group that shall get the name; `null` for one that is to be created.
    pub group_id: Option<String>,
    /// Display name.
    pub display_name: String,
    /// Alias; `null` when it does not change.
    pub mail_nickname: Option<String>,
}

/// One thing that is wrong with a name or an alias.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(
    rename_all = "camelCase",
    rename_all_fields = "camelCase",
    tag = "kind"
)]
pub enum NameProblem {
    /// Nothing was typed.
    Empty,
    /// More characters than the service takes.
    TooLong {
        /// How many it takes.
        most: u32,
    },
    /// Characters that an alias cannot have.
    ForbiddenCharacters {
        /// Which.
        characters: String,
    },
    /// Another group of the tenant has this alias.
    Taken,
    /// The naming policy wants something before or after.
    MissingPrefixSuffix {
        /// What has to stand in front.
        prefix: String,
        /// What has to stand behind.
        suffix: String,
    },
    /// The naming policy blocks a word.
    BlockedWord {
        /// Which, when the service said so.
        word: Option<String>,
    },
    /// Refused for a reason that this version does not know.
    Other {
        /// The service's own words.
        reason: String,
    },
}

/// Which of the two a finding concerns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum NameField {
    /// Display name.
    DisplayName,
    /// Alias.
    MailNickname,
}

/// A finding about a name, and what to write instead.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NameFinding {
    /// Which of the two.
    pub field: NameField,
    /// What is wrong.
    pub problem: NameProblem,
    /// What would be accepted, when that can be said.
    pub suggestion: Option<String>,
}

/// Whether a name and an alias would be accepted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NameVerdict {
    /// What is wrong; empty when both would be accepted.
    pub findings: Vec<NameFinding>,
    /// The alias that fits the name, when none was given.
    pub suggested_alias: Option<String>,
    /// Whether the service was asked; false while offline, when only what can be known here was checked.
    pub checked_by_service: bool,
}

/// A group to be created.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NewGroup {
    /// Display name, up to 256 characters.
    pub display_name: String,
    /// Alias, up to 64 characters.
    pub mail_nickname: String,
    /// Description; may be empty.
    pub description: String,
    /// Who sees it. Hidden membership is for ever.
    pub visibility: Visibility,
    /// Owners beside the signed-in person.
    pub owners: Vec<PersonRef>,
    /// Members.
    pub members: Vec<PersonRef>,
    /// Whether the signed-in person is a member too (Planner and Teams need that).
    pub me_as_member: bool,
    /// New members get its mail in their own inbox.
    pub subscribe_new_members: bool,
    /// New members get a welcome mail.
    pub welcome_mail: bool,
    /// Classification, where the tenant has them.
    pub classification: Option<String>,
    /// Sensitivity label, where the tenant has those instead.
    #[serde(default)]
    pub label: Option<SensitivityLabel>,
    /// Whether to make a team for it as soon as that is possible.
    pub team: bool,
}

/// What creating groups is like in this tenant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CreationRules {
    /// Whether the naming policy wants something before or after the name; an example for this person.
    pub name_example: Option<String>,
    /// Where the company says how groups are to be used.
    pub guidelines_url: Option<String>,
    /// What the tenant offers as classifications.
    pub classifications: Vec<String>,
    /// What a new group gets when nothing is chosen.
    pub default_classification: Option<String>,
    /// The sensitivity labels that the person's own groups have, by name; `null` where groups have none. The
    /// tenant may offer others: it does not tell which, to who is only an owner.
    pub labels: Option<Vec<SensitivityLabel>>,
    /// Whether the tenant lets everybody create groups; `null` when it could not be read.
    pub everybody_may_create: Option<bool>,
    /// Where the company says how guests may be taken in.
    pub guest_guidelines_url: Option<String>,
    /// Why the person may not create groups; `null` when they may, or it is not known.
    pub barrier: Option<CreationBarrier>,
}
