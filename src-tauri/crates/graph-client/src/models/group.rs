//! The group (resources/group.md), its people in figures, its favorite state.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::text_enum::text_enum;
use super::{GroupId, Owner};
use crate::odata::null_as_default;

/// A group, with the properties that lists and details show. All of it but the id may be missing:
/// what the person or the application may not read comes as null.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Group {
    /// Directory id.
    pub id: GroupId,
    /// Display name, up to 256 characters; not unique.
    #[serde(default)]
    pub display_name: Option<String>,
    /// Alias, up to 64 ASCII characters; unique among the tenant's Microsoft 365 groups.
    #[serde(default)]
    pub mail_nickname: Option<String>,
    /// Primary SMTP address.
    #[serde(default)]
    pub mail: Option<String>,
    /// Description.
    #[serde(default)]
    pub description: Option<String>,
    /// Who sees it; null for security groups.
    #[serde(default)]
    pub visibility: Option<Visibility>,
    /// One of the tenant's classifications.
    #[serde(default)]
    pub classification: Option<String>,
    /// `Unified` for a Microsoft 365 group, `DynamicMembership` when a rule decides who is in it.
    #[serde(default, deserialize_with = "null_as_default")]
    pub group_types: Vec<String>,
    /// `Team` when the group has a team; older teams may lack it.
    #[serde(default, deserialize_with = "null_as_default")]
    pub resource_provisioning_options: Vec<String>,
    /// When it was created.
    #[serde(default)]
    pub created_date_time: Option<Timestamp>,
    /// When it was last renewed; the creation on a group that never was.
    #[serde(default)]
    pub renewed_date_time: Option<Timestamp>,
    /// When it expires; null when no policy covers it.
    #[serde(default)]
    pub expiration_date_time: Option<Timestamp>,
}

impl Group {
    /// The properties to ask for.
    pub const SELECT: &'static [&'static str] = &[
        "id",
        "displayName",
        "mailNickname",
        "mail",
        "description",
        "visibility",
        "classification",
        "groupTypes",
        "resourceProvisioningOptions",
        "createdDateTime",
        "renewedDateTime",
        "expirationDateTime",
    ];

    /// Whether it is a Microsoft 365 group.
    pub fn is_unified(&self) -> bool {
        self.has_type("Unified")
    }

    /// Whether a rule decides who is in it.
    pub fn is_dynamic(&self) -> bool {
        self.has_type("DynamicMembership")
    }

    /// Whether it has a team, as far as the group itself says.
    pub fn has_team(&self) -> bool {
        self.resource_provisioning_options
            .iter()
            .any(|option| option.eq_ignore_ascii_case("Team"))
    }

    fn has_type(&self, name: &str) -> bool {
        self.group_types
            .iter()
            .any(|group_type| group_type.eq_ignore_ascii_case(name))
    }
}

text_enum!(
    /// Who sees a group.
    Visibility {
        /// Anyone may join and see the content.
        Public = "Public",
        /// Owners let people in.
        Private = "Private",
        /// As private, and outsiders do not see who is in it. Set at creation, for ever.
        HiddenMembership = "HiddenMembership",
    }
);

/// A group's people in figures.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct GroupPeople {
    /// The owners, at most 100 (the service's limit for a group).
    pub owners: Vec<Owner>,
    /// How many direct members there are; `None` when it may not be read.
    pub member_count: Option<u32>,
    /// How many of the members are guests; `None` when it may not be read.
    pub guest_count: Option<u32>,
}

/// Whether a group is among the signed-in person's favorites.
///
/// Graph documents no way to read it: the property `isFavorite` is in the metadata, and a tenant may
/// answer it with a value, with null, or not at all. *Unknown* is therefore a state, not an error.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FavoriteState {
    /// The service says that it is one.
    Marked,
    /// The service says that it is none.
    Unmarked,
    /// The service does not tell.
    Unknown,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_group_that_may_not_be_read_is_an_id_and_nulls() {
        let group: Group = serde_json::from_str(r##"{"@odata.type":"#microsoft.graph.group","id":"1","displayName":null,"groupTypes":null}"##).unwrap();
        assert_eq!(
            (group.display_name.as_deref(), group.is_unified()),
            (None, false)
        );
    }

    #[test]
    fn both_spellings_of_hidden_membership_are_one() {
        for spelling in ["HiddenMembership", "Hiddenmembership"] {
            assert_eq!(
                Visibility::from(spelling.to_owned()),
                Visibility::HiddenMembership
            );
        }
    }
}
