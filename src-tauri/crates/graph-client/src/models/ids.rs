//! Directory ids, a type each, so that a person's id is never taken for a group's.

use std::fmt;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// A text that is no directory id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a directory id")]
pub struct InvalidId;

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// An id as the service gave it.
            pub fn new(id: impl Into<String>) -> Self {
                Self(id.into())
            }

            /// An id as a person or another program gave it: a GUID.
            ///
            /// # Errors
            /// [`InvalidId`] for anything else.
            pub fn parse(text: &str) -> Result<Self, InvalidId> {
                Uuid::try_parse(text.trim()).map(|id| Self(id.to_string())).map_err(|_| InvalidId)
            }

            /// The id as it stands in addresses.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
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
