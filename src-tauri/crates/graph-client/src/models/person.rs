//! People by how much they have to do with the signed-in one (resources/person.md).

use serde::{Deserialize, Serialize};

use super::UserId;
use crate::odata::null_as_default;

/// Somebody whom the signed-in person works with; need not be in the directory.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Person {
    /// For people of the tenant their directory id, for others an id of the mailbox.
    pub id: String,
    /// Display name.
    #[serde(default)]
    pub display_name: Option<String>,
    /// The name with which the person signs in.
    #[serde(default)]
    pub user_principal_name: Option<String>,
    /// What the person does.
    #[serde(default)]
    pub job_title: Option<String>,
    /// Addresses, the likeliest first.
    #[serde(default, deserialize_with = "null_as_default")]
    pub scored_email_addresses: Vec<ScoredEmailAddress>,
    /// What kind of person it is.
    #[serde(default)]
    pub person_type: Option<PersonType>,
}

/// An address of a person.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ScoredEmailAddress {
    /// The address.
    #[serde(default)]
    pub address: Option<String>,
    /// How likely it is meant; larger is likelier.
    #[serde(default)]
    pub relevance_score: Option<f64>,
}

/// What kind of person somebody is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PersonType {
    /// `Person`, `Group`, `Other`.
    pub class: Option<String>,
    /// `OrganizationUser` for somebody of the tenant; `PersonalContact` and others else.
    pub subclass: Option<String>,
}

impl Person {
    pub(crate) const SELECT: &'static [&'static str] = &[
        "id",
        "displayName",
        "userPrincipalName",
        "jobTitle",
        "scoredEmailAddresses",
        "personType",
    ];

    /// The directory id of somebody of the tenant; `None` for contacts and groups.
    pub fn user_id(&self) -> Option<UserId> {
        let subclass = self.person_type.as_ref()?.subclass.as_deref()?;
        let in_directory = subclass.eq_ignore_ascii_case("OrganizationUser");
        in_directory.then(|| UserId::parse(&self.id).ok()).flatten()
    }
}
