//! People (resources/user.md).

use serde::{Deserialize, Serialize};

use super::UserId;

/// The signed-in person.
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
        self.user_type
            .as_deref()
            .is_some_and(|user_type| user_type.eq_ignore_ascii_case("Guest"))
    }
}
