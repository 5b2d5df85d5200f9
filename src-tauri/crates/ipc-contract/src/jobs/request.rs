//! A change as a person asks for it, of one thing or of many.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::details::{GroupChanges, NewGroup};
use crate::people::{PersonRef, Role};
use crate::policies::{ExpirationInput, ExpirationPolicy, SettingEntry};

/// A change that a person asks for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(
    rename_all = "camelCase",
    rename_all_fields = "camelCase",
    tag = "kind"
)]
pub enum ChangeRequest {
    /// Makes a group, with its people.
    CreateGroup {
        /// The group.
        group: NewGroup,
    },
    /// Changes properties of one or many groups.
    UpdateGroups {
        /// The groups.
        group_ids: Vec<String>,
        /// What to change.
        changes: GroupChanges,
    },
    /// Deletes groups; they can be brought back for 30 days.
    DeleteGroups {
        /// The groups.
        group_ids: Vec<String>,
    },
    /// Brings deleted groups back.
    RestoreGroups {
        /// The groups.
        group_ids: Vec<String>,
    },
    /// Deletes deleted groups for good. Only certain administrators can.
    PurgeGroups {
        /// The groups.
        group_ids: Vec<String>,
    },
    /// Renews groups.
    RenewGroups {
        /// The groups.
        group_ids: Vec<String>,
    },
    /// Marks groups as favorites, or takes them from the favorites.
    SetFavorites {
        /// The groups.
        group_ids: Vec<String>,
        /// Which of the two.
        marked: bool,
    },
    /// Adds people to groups.
    AddPeople {
        /// The groups.
        group_ids: Vec<String>,
        /// The people.
        people: Vec<PersonRef>,
        /// As what.
        role: Role,
    },
    /// Adds the people of a checked list.
    AddChecked {
        /// The check.
        check_id: String,
        /// Who is meant on lines that were unclear; unclear lines without a choice are left out.
        choices: Vec<LineChoice>,
    },
    /// Removes people from groups.
    RemovePeople {
        /// The groups.
        group_ids: Vec<String>,
        /// The people.
        people: Vec<PersonRef>,
        /// As what: an owner who is no longer one stays a member.
        role: Role,
    },
    /// Copies the members of one group into another.
    CopyPeople {
        /// Where they are.
        from_id: String,
        /// Where they shall be too.
        to_id: String,
    },
    /// Hands everything that somebody owns to somebody else.
    HandOver {
        /// Who leaves.
        from: PersonRef,
        /// Who takes over: becomes owner and member first.
        to: PersonRef,
        /// Whether the one who leaves is also removed as a member.
        remove_membership: bool,
    },
    /// Changes how long groups live. Nothing is written when the tenant has something else than `before`.
    PolicyExpiration {
        /// What the person saw; `null` for no policy.
        before: Option<ExpirationPolicy>,
        /// What shall be; `null` for no policy.
        after: Option<ExpirationInput>,
    },
    /// Adds groups to those that expire, or takes them out.
    PolicySelection {
        /// The policy.
        policy_id: String,
        /// The groups.
        group_ids: Vec<String>,
        /// Which of the two.
        covered: bool,
    },
    /// Changes settings, the whole set. Nothing is written when the service has something else than `before`.
    PolicySettings {
        /// The template.
        template_id: String,
        /// The group, for settings of one; `null` for the tenant's.
        group_id: Option<String>,
        /// What the person saw; `null` where none were made.
        before: Option<Vec<SettingEntry>>,
        /// What shall be; `null` for the template's defaults.
        after: Option<Vec<SettingEntry>>,
    },
}

/// Who is meant on an unclear line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LineChoice {
    /// The line's number.
    pub line: u32,
    /// Directory id of one of the line's candidates.
    pub person_id: String,
}
