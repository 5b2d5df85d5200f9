//! People (resources/user.md).

use serde::{Deserialize, Serialize};

use super::UserId;
use super::member::is_guest;

/// A person in the directory. What the application may not read comes as null.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct User {
    /// Directory id.
    pub id: UserId,
    /// Display name.
    #[serde(default)]
    pub display_name: Option<String>,
    /// The name with which the person signs in.
    #[serde(default)]
    pub user_principal_name: Option<String>,
    /// Primary address.
    #[serde(default)]
    pub mail: Option<String>,
    /// `Member` or `Guest`.
    #[serde(default)]
    pub user_type: Option<String>,
    /// What the person does.
    #[serde(default)]
    pub job_title: Option<String>,
    /// Whether the account may sign in.
    #[serde(default)]
    pub account_enabled: Option<bool>,
}

impl User {
    /// The properties to ask for.
    pub(crate) const SELECT: &'static [&'static str] = &[
        "id",
        "displayName",
        "userPrincipalName",
        "mail",
        "userType",
        "jobTitle",
        "accountEnabled",
    ];

    /// Whether the person is a guest of the tenant.
    pub fn is_guest(&self) -> bool {
        is_guest(self.user_type.as_deref())
    }
}

/// An owner of a group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Owner {
    /// Directory id.
    pub id: UserId,
    /// Display name.
    #[serde(default)]
    pub display_name: Option<String>,
    /// Whether the account may sign in; null when the application may not know.
    #[serde(default)]
    pub account_enabled: Option<bool>,
    /// `Member` or `Guest`.
    #[serde(default)]
    pub user_type: Option<String>,
}

impl Owner {
    pub(crate) const SELECT: &'static [&'static str] =
        &["id", "displayName", "accountEnabled", "userType"];

    /// Whether the person is a guest of the tenant.
    pub fn is_guest(&self) -> bool {
        is_guest(self.user_type.as_deref())
    }
}
