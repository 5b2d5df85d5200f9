//! What the tenant's settings come to: who may create groups, how they are named and classified, and
//! what guests may.

use super::{ADD_GUESTS, Setting};
use crate::world::naming::Naming;

/// What holds for groups.
#[derive(Debug, Clone)]
pub(crate) struct Rules {
    pub(crate) naming: Naming,
    /// Whether everybody may create groups, or only administrators and who
    /// belongs to `creators`.
    pub(crate) group_creation: bool,
    /// The id of a security group.
    pub(crate) creators: Option<String>,
    pub(crate) guests_allowed: bool,
    pub(crate) guest_owners: bool,
    /// Whether guests reach what groups hold.
    pub(crate) guest_access: bool,
    /// Ignored while groups have labels.
    pub(crate) classifications: Vec<String>,
    /// What a group gets that is created without a classification.
    pub(crate) default_classification: Option<String>,
    /// Whether groups have sensitivity labels.
    pub(crate) labels: bool,
}

impl Rules {
    /// By the settings of `Group.Unified` and those on guests; where there are none, or a value is
    /// missing or none of its type, the templates' defaults hold.
    pub(super) fn of(unified: Option<&Setting>, guests: Option<&Setting>) -> Self {
        let flag = |name, default| {
            let decided = unified.and_then(|setting| setting.flag(name));
            decided.unwrap_or(default)
        };
        let text = |name| {
            let decided = unified.and_then(|setting| setting.value(name));
            decided.map(str::trim).filter(|value| !value.is_empty())
        };
        let by_guests = guests.and_then(Setting::guests_allowed);
        Self {
            naming: Naming {
                pattern: text("PrefixSuffixNamingRequirement")
                    .unwrap_or_default()
                    .to_owned(),
                blocked_words: list(text("CustomBlockedWordsList")),
            },
            group_creation: flag("EnableGroupCreation", true),
            creators: text("GroupCreationAllowedGroupId").map(str::to_owned),
            guests_allowed: flag(ADD_GUESTS, true) && by_guests != Some(false),
            guest_owners: flag("AllowGuestsToBeGroupOwner", false),
            guest_access: flag("AllowGuestsToAccessGroups", true),
            classifications: list(text("ClassificationList")),
            default_classification: text("DefaultClassification").map(str::to_owned),
            labels: flag("EnableMIPLabels", false),
        }
    }
}

fn list(text: Option<&str>) -> Vec<String> {
    let items = text.unwrap_or_default().split(',').map(str::trim);
    let items = items.filter(|item| !item.is_empty());
    items.map(str::to_owned).collect()
}
