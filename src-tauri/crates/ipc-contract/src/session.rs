//! Who is signed in, where, and with which permissions.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A cloud of Microsoft 365, or the practice tenant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum CloudName {
    /// Worldwide, and US GCC.
    Global,
    /// US Government L4 (GCC High).
    UsGovL4,
    /// US Government L5 (DoD).
    UsGovL5,
    /// China, operated by 21Vianet.
    China,
    /// Addresses given by the person.
    Custom,
    /// The embedded practice tenant.
    Practice,
}

/// What a person enters to sign in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SignInRequest {
    /// The cloud.
    pub cloud: CloudName,
    /// `organizations`, a tenant's GUID or one of its domains.
    pub tenant: String,
    /// The application (client) ID of the registration.
    pub client_id: String,
    /// Graph's root for [`CloudName::Custom`], ending in `/v1.0` or without a version.
    pub graph_url: Option<String>,
    /// The sign-in root for [`CloudName::Custom`].
    pub authority: Option<String>,
    /// Which permissions to ask for.
    pub step: PermissionStep,
    /// Whether to ask for [`PermissionStep::Policies`] as well: a tenant may grant the rest only.
    #[serde(default = "yes")]
    pub policies: bool,
}

/// What a form of an earlier version asked for.
fn yes() -> bool {
    true
}

/// Permissions are asked for in steps, as features need them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum PermissionStep {
    /// Who I am; my groups can be seen, without changing anything.
    Read,
    /// Groups can be changed: renewed, marked as favorites, staffed.
    Manage,
    /// The tenant's policies can be read. Everything else works without.
    Policies,
    /// The members of groups with hidden membership can be read. Everything else works without.
    Hidden,
    /// Files and notebooks of groups can be listed, as evidence beside a decision. Everything else works
    /// without.
    Evidence,
    /// The tenant's policies can be changed, by who holds a role for it. Everything else works without.
    Administer,
}

/// A permission as the Welcome and Settings screens explain it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Permission {
    /// Graph's name, such as `Group.ReadWrite.All`.
    pub name: String,
    /// The step that asks for it.
    pub step: PermissionStep,
    /// Whether only an administrator can consent to it.
    pub admin_consent: bool,
    /// Whether the current session has it; `null` when nobody is signed in.
    pub granted: Option<bool>,
}

/// Answer to [`crate::commands::PermissionsList`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PermissionList {
    /// All permissions that the application may ask for, in the order of their steps.
    pub permissions: Vec<Permission>,
    /// Where an administrator consents to all of them, when the request was complete enough.
    pub admin_consent_url: Option<String>,
}

/// What a person reads out or types when signing in with a code.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DeviceCode {
    /// The short code to type in.
    pub user_code: String,
    /// Where to type it in.
    pub verification_uri: String,
    /// When the code stops working.
    #[ts(type = "string")]
    pub expires_at: Timestamp,
}

/// An account that has signed in on this machine.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Account {
    /// The application's own id of the account: stable, no secret.
    pub id: String,
    /// Display name of the person.
    pub display_name: String,
    /// User principal name.
    pub user_principal_name: String,
    /// Display name of the tenant.
    pub tenant_name: String,
    /// The cloud the account lives in.
    pub cloud: CloudName,
    /// Whether this is the account that the window shows.
    pub current: bool,
    /// Whether the account has to sign in again before it can be used.
    pub needs_sign_in: bool,
}

/// Whether somebody is signed in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(
    rename_all = "camelCase",
    rename_all_fields = "camelCase",
    tag = "state"
)]
pub enum SessionState {
    /// Nobody: Welcome.
    SignedOut,
    /// Somebody.
    SignedIn {
        /// Who, and where.
        session: Session,
    },
}

/// The signed-in account with what it may do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Session {
    /// The account.
    pub account: Account,
    /// The person's id in the directory.
    pub user_id: String,
    /// Names of the granted permissions.
    pub granted: Vec<String>,
    /// Whether groups can be changed (the step [`PermissionStep::Manage`] was granted).
    pub can_manage: bool,
}
