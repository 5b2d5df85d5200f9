//! What a naming policy fills names from (groups-naming-policy.md).

use serde::{Deserialize, Serialize};

use super::UserId;

/// A person with the attributes that names of groups may have. What the application may not read comes as null.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct NamingPerson {
    /// Directory id.
    pub id: UserId,
    /// Display name.
    #[serde(default)]
    pub display_name: Option<String>,
    /// Fills `[Department]`.
    #[serde(default)]
    pub department: Option<String>,
    /// Fills `[Company]`.
    #[serde(default)]
    pub company_name: Option<String>,
    /// Fills `[Office]`.
    #[serde(default)]
    pub office_location: Option<String>,
    /// Fills `[StateOrProvince]`.
    #[serde(default)]
    pub state: Option<String>,
    /// Fills `[CountryOrRegion]`.
    #[serde(default)]
    pub country: Option<String>,
    /// Fills `[Title]`.
    #[serde(default)]
    pub job_title: Option<String>,
}

impl NamingPerson {
    pub(crate) const SELECT: &'static [&'static str] = &[
        "id",
        "displayName",
        "department",
        "companyName",
        "officeLocation",
        "state",
        "country",
        "jobTitle",
    ];
}
