//! What the tenant decides about all groups: how long they live, what they are called, who creates them, and
//! who comes in from outside.
//!
//! Changing any of it is a [`crate::jobs::ChangeRequest`] like every other change. Deliberately elsewhere: the
//! dates that a policy comes to (`app-core`), and what one group shows of it ([`crate::details`]).

mod changing;
mod compare;
mod group;
mod naming;
mod what_if;

pub use changing::{ExpirationInput, PolicyPlan, PolicyReach, SettingEntry};
pub use compare::{
    ChangeList, FileFault, PoliciesAdoptRequest, PoliciesCompared, PoliciesImportRequest,
    PolicyDifference,
};
pub use group::{Coverage, CreationBarrier, GuestSetting};
pub use naming::{
    NameAttribute, NameExample, NamePart, NamePattern, NamingFinding, NamingInput, NamingMisfit,
    NamingMisfits, NamingMisfitsRequest, NamingPolicy, NamingPreview, NamingPreviewRequest,
};
pub use what_if::{
    ExpiryAssumption, ExpiryRule, MonthCount, WhatIf, WhatIfChange, WhatIfFigures, WhatIfFilter,
    WhatIfRequest, WhatIfRow, WhatIfRows, WhatIfRowsRequest, WhatIfSort,
};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::error::CommandError;

/// Asks for the tenant's policies.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PoliciesRequest {
    /// Whether to ask the service though they were read a short while ago.
    pub anew: bool,
}

/// What a policy is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum PolicyArea {
    /// How long groups live.
    Expiration,
    /// What groups are called.
    Naming,
    /// Who may create groups.
    Creation,
    /// Who comes in from outside.
    Guests,
    /// Classifications.
    Classification,
    /// Links to what the company says about using groups.
    Guidelines,
    /// Sensitivity labels.
    Labels,
    /// Settings made from any other template.
    Templates,
}

/// A role of the directory whose holders may change policies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum AdminRole {
    /// Global Administrator.
    GlobalAdministrator,
    /// Groups Administrator.
    GroupsAdministrator,
    /// User Administrator.
    UserAdministrator,
}

/// What stands against changing something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Obstacle {
    /// None of the roles is held.
    Role,
    /// The permission was not granted to the application: [`PolicyRight::permissions`].
    Permission,
}

/// Whether an area may be changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PolicyRight {
    /// The area.
    pub area: PolicyArea,
    /// What stands against it; `null` when it may be changed, or which roles are held is not known: then trying
    /// tells.
    pub obstacle: Option<Obstacle>,
    /// The roles that may change it.
    pub roles: Vec<AdminRole>,
    /// The permissions that changing it takes, by their Graph names.
    pub permissions: Vec<String>,
}

/// Which groups an expiration policy covers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum ManagedGroups {
    /// All Microsoft 365 groups.
    All,
    /// Those that were added to it, at most [`SELECTED_MOST`].
    Selected,
    /// None.
    None,
}

/// How many groups can be added to an expiration policy.
pub const SELECTED_MOST: u32 = 500;
/// How many blocked words there can be.
pub const BLOCKED_WORDS_MOST: u32 = 5_000;
/// How many days a group lives at least.
pub const LIFETIME_LEAST: u32 = 30;

/// The expiration policy, of which a tenant has at most one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ExpirationPolicy {
    /// The service's id.
    pub id: String,
    /// Days from a renewal to the expiry.
    pub lifetime_days: u32,
    /// Which groups it covers.
    pub managed: ManagedGroups,
    /// Who is written to about groups without owners.
    pub notification_emails: Vec<String>,
}

/// The expiration policy, as far as it is known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(
    rename_all = "camelCase",
    rename_all_fields = "camelCase",
    tag = "state"
)]
pub enum ExpirationState {
    /// It may not, or cannot, be read.
    Unknown {
        /// Why.
        error: Box<CommandError>,
    },
    /// There is none: no group expires.
    None,
    /// There is one.
    Active {
        /// It.
        policy: ExpirationPolicy,
        /// How many of the groups that the person can see it covers; of *Selected*, how many are added, as far as
        /// they can be seen.
        covered: u32,
        /// How many groups the person can see.
        groups: u32,
    },
}

/// One value of settings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SettingValue {
    /// Its name, such as `AllowToAddGuests`.
    pub name: String,
    /// The template's type, such as `System.Boolean`; `null` when the template does not know the value.
    pub value_type: Option<String>,
    /// The template's default.
    pub default_value: Option<String>,
    /// What it does, in the template's words.
    pub description: Option<String>,
    /// What holds: what is set, else the default. All values are texts.
    pub value: String,
    /// Whether it is set, and not the default by there being no settings.
    pub set: bool,
}

/// The settings of a template: as they were made, or the defaults where none were.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SettingsObject {
    /// The service's id; `null` where none were made and the defaults hold.
    pub id: Option<String>,
    /// The template.
    pub template_id: String,
    /// The template's name, such as `Group.Unified`.
    pub display_name: String,
    /// What the template is for; `null` when the tenant has no such template.
    pub description: Option<String>,
    /// The template's values in its order, then those that it does not know.
    pub values: Vec<SettingValue>,
}

/// The tenant's settings, as far as they are known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(
    rename_all = "camelCase",
    rename_all_fields = "camelCase",
    tag = "state"
)]
pub enum SettingsState {
    /// They may not, or cannot, be read.
    Unknown {
        /// Why.
        error: Box<CommandError>,
    },
    /// They were read.
    Known {
        /// One for each of the tenant's templates, that of groups first; then those whose template is not known.
        settings: Vec<SettingsObject>,
        /// What names have to be like.
        naming: NamingPolicy,
        /// The group whose members may create groups though not everybody may; `null` when there is none.
        creators: Option<NamedGroup>,
    },
}

/// A group by its name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NamedGroup {
    /// Directory id.
    pub id: String,
    /// Its name; its id when it could not be read.
    pub display_name: String,
    /// Whether it is a security group.
    pub security: bool,
}

/// Groups that a search found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NamedGroups {
    /// At most 50, best first.
    pub groups: Vec<NamedGroup>,
}

/// What the tenant decides about groups.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Policies {
    /// When it was read; `null` when it never was.
    #[ts(type = "string | null")]
    pub as_of: Option<Timestamp>,
    /// The service's present moment, from which days are counted.
    #[ts(type = "string")]
    pub now: Timestamp,
    /// Why this is not newer, when reading failed.
    pub last_error: Option<CommandError>,
    /// How long groups live.
    pub expiration: ExpirationState,
    /// Everything else.
    pub settings: SettingsState,
    /// What may be changed, an entry an area.
    pub rights: Vec<PolicyRight>,
    /// Roles that the person holds; `null` when that could not be read.
    pub roles: Option<Vec<AdminRole>>,
    /// How many seconds a change of settings takes to hold at most.
    pub delay_seconds: u32,
}
