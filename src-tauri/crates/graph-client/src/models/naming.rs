//! Whether names would be taken, and what stands against them (directoryobject-validateproperties.md).

use serde_json::Value;

use super::UserId;
use super::text_enum::text_enum;
use crate::odata::{Body, ErrorDetail};

/// The names to check; at least one of them has to be given.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NameCheck {
    /// Display name.
    pub display_name: Option<String>,
    /// Alias.
    pub mail_nickname: Option<String>,
    /// The person by whose attributes and roles the policy is applied; else the signed-in one.
    pub on_behalf_of: Option<UserId>,
}

impl NameCheck {
    pub(crate) fn body(&self) -> Body {
        let on_behalf_of = self.on_behalf_of.as_ref().map(UserId::as_str);
        Body::default()
            .set_some("displayName", self.display_name.clone())
            .set_some("mailNickname", self.mail_nickname.clone())
            .set_some("onBehalfOfUserId", on_behalf_of.map(Value::from))
    }
}

/// What the service says of names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NameVerdict {
    /// They would be taken.
    Valid,
    /// They would not. Only the first kind of fault is told, except that a missing prefix or suffix
    /// is told for both names together.
    Refused(Vec<NameFault>),
}

/// What stands against one name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NameFault {
    /// The name that is concerned; `None` when the service does not say.
    pub property: Option<NameProperty>,
    /// Why it is not taken.
    pub reason: NameReason,
}

text_enum!(
    /// A name of a group.
    NameProperty {
        /// The display name.
        DisplayName = "displayName",
        /// The alias.
        MailNickname = "mailNickname",
    }
);

/// Why a name is not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NameReason {
    /// Another object has it.
    PropertyConflict,
    /// The naming policy wants it to begin or end otherwise.
    MissingPrefixSuffix {
        /// What it has to begin with; empty when nothing.
        prefix: String,
        /// What it has to end with; empty when nothing.
        suffix: String,
        /// A name that would be taken, where the service makes a suggestion.
        suggested: Option<String>,
    },
    /// It holds a word that the naming policy blocks.
    ContainsBlockedWord {
        /// The word, where the service names it.
        word: Option<String>,
    },
    /// It is too long.
    InvalidLength,
    /// Anything else, by the service's code.
    Other(String),
}

impl From<&ErrorDetail> for NameFault {
    fn from(detail: &ErrorDetail) -> Self {
        Self {
            property: detail.target.clone().map(NameProperty::from),
            reason: reason(detail),
        }
    }
}

fn reason(detail: &ErrorDetail) -> NameReason {
    match detail.code.as_str() {
        // A creation names the same fault otherwise than a check does.
        "PropertyConflict" | "ObjectConflict" | "ConflictingObjects" => {
            NameReason::PropertyConflict
        }
        "MissingPrefixSuffix" => NameReason::MissingPrefixSuffix {
            prefix: detail.prefix.clone().unwrap_or_default(),
            suffix: detail.suffix.clone().unwrap_or_default(),
            suggested: detail.suggested_property_value.clone(),
        },
        "ContainsBlockedWord" => NameReason::ContainsBlockedWord {
            word: detail.blocked_word.clone(),
        },
        "InvalidLength" => NameReason::InvalidLength,
        code => NameReason::Other(code.to_owned()),
    }
}
