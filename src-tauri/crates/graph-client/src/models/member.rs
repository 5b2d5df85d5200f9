//! Who is in a group: mostly people, in other groups than Microsoft 365's also things.

use serde::{Deserialize, Serialize};

use super::UserId;

/// A member or an owner of a group. What the application may not read comes as null.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Member {
    /// Directory id; a person's, unless [`Member::kind`] says otherwise.
    pub id: UserId,
    /// What it is, as the service writes it.
    #[serde(
        rename = "@odata.type",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub odata_type: Option<String>,
    /// Display name.
    #[serde(default)]
    pub display_name: Option<String>,
    /// Primary address.
    #[serde(default)]
    pub mail: Option<String>,
    /// The name with which a person signs in.
    #[serde(default)]
    pub user_principal_name: Option<String>,
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

/// What a member is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum MemberKind {
    /// A person of the tenant.
    Person,
    /// A guest.
    Guest,
    /// A group.
    Group,
    /// A device.
    Device,
    /// An application.
    ServicePrincipal,
    /// A contact of the tenant.
    Contact,
    /// Something that this version does not know.
    Other,
}

impl Member {
    /// The properties to ask for; the type comes by itself.
    pub(crate) const SELECT: &'static [&'static str] = &[
        "id",
        "displayName",
        "mail",
        "userPrincipalName",
        "userType",
        "jobTitle",
        "accountEnabled",
    ];

    /// What it is. Without a type it is a person: the service leaves the type out where a collection
    /// holds nothing else.
    pub fn kind(&self) -> MemberKind {
        let odata_type = self
            .odata_type
            .as_deref()
            .unwrap_or("#microsoft.graph.user");
        match odata_type.trim_start_matches("#microsoft.graph.") {
            "user" if is_guest(self.user_type.as_deref()) => MemberKind::Guest,
            "user" => MemberKind::Person,
            "group" => MemberKind::Group,
            "device" => MemberKind::Device,
            "servicePrincipal" => MemberKind::ServicePrincipal,
            "orgContact" | "contact" => MemberKind::Contact,
            _ => MemberKind::Other,
        }
    }
}

/// Whether a user of this type is a guest of the tenant.
pub(super) fn is_guest(user_type: Option<&str>) -> bool {
    user_type.is_some_and(|user_type| user_type.eq_ignore_ascii_case("Guest"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kind(json: &str) -> MemberKind {
        serde_json::from_str::<Member>(json).unwrap().kind()
    }

    #[test]
    fn a_member_is_what_its_type_and_its_user_type_say() {
        let guest = r##"{"@odata.type":"#microsoft.graph.user","id":"1","userType":"guest"}"##;
        assert_eq!(kind(guest), MemberKind::Guest);
        let group = r##"{"@odata.type":"#microsoft.graph.group","id":"1","userType":null}"##;
        assert_eq!(kind(group), MemberKind::Group);
        assert_eq!(kind(r#"{"id":"1"}"#), MemberKind::Person);
        let new = r##"{"@odata.type":"#microsoft.graph.agentUser","id":"1"}"##;
        assert_eq!(kind(new), MemberKind::Other);
    }
}
