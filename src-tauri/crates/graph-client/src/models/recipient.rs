//! Who a post or an event is from or for (resources/recipient.md, resources/emailaddress.md).

use serde::{Deserialize, Serialize};

/// A name with an address.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct EmailAddress {
    /// Display name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// SMTP address; the service leaves it out where it knows a name only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
}

/// Somebody, by address.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Recipient {
    /// Name and address.
    #[serde(default, deserialize_with = "crate::odata::null_as_default")]
    pub email_address: EmailAddress,
}

impl Recipient {
    /// Somebody with this name and address.
    pub fn new(name: Option<&str>, address: &str) -> Self {
        Self {
            email_address: EmailAddress {
                name: name.map(str::to_owned),
                address: Some(address.to_owned()),
            },
        }
    }
}
