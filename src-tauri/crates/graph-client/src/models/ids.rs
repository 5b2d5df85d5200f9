//! Directory ids, a type each, so that a person's id is never taken for a group's.
//!
//! An id is letters, digits and hyphens, at least one, whoever gave it: it can neither be empty nor
//! lead out of its place in an address.

use std::fmt;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::text_id::text_id;

/// A text that is no directory id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a directory id")]
pub struct InvalidId;

fn is_id(text: &str) -> bool {
    !text.is_empty()
        && text
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        text_id!($(#[$doc])* $name, is_id);

        impl $name {
            /// An id as a person or another program gave it: a GUID.
            ///
            /// # Errors
            /// [`InvalidId`] for anything else.
            pub fn parse(text: &str) -> Result<Self, InvalidId> {
                Uuid::try_parse(text.trim()).map(|id| Self(id.to_string())).map_err(|_| InvalidId)
            }
        }
    };
}

id!(
    /// Directory id of a group.
    GroupId
);
id!(
    /// Directory id of a user.
    UserId
);
id!(
    /// Id of a group lifecycle policy.
    LifecyclePolicyId
);
id!(
    /// Id of settings, the tenant's or one group's.
    GroupSettingId
);
id!(
    /// Id of a template of settings. It is the same in every tenant.
    GroupSettingTemplateId
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_could_change_an_address_is_no_id() {
        for odd in [
            "", " ", ".", "..", "a/b", "a\\b", "a?b", "a#b", "%2e", "a\0", "a b", "é", "$ref",
        ] {
            assert_eq!(UserId::try_from(odd.to_owned()), Err(InvalidId), "{odd:?}");
            assert_eq!(GroupId::parse(odd), Err(InvalidId), "{odd:?}");
            let json = serde_json::Value::from(odd);
            assert!(serde_json::from_value::<UserId>(json).is_err(), "{odd:?}");
        }
    }
}
