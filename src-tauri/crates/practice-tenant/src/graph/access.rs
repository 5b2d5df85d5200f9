//! What a call may do: the permissions that were granted to the app, and the
//! person's own rights in the directory. Both must allow it
//! (permissions-reference.md, users-default-permissions.md).

use std::collections::BTreeSet;

use crate::odata::ODataError;
use crate::world::{Group, Role, UserIndex, Visibility};

pub(crate) const READ_GROUPS: &[&str] = &[
    "Group.ReadBasic.All",
    "GroupMember.Read.All",
    "GroupMember.ReadWrite.All",
    "Group.Read.All",
    "Group.ReadWrite.All",
    "Directory.Read.All",
    "Directory.ReadWrite.All",
];
pub(crate) const READ_OWNERS: &[&str] = &[
    "GroupMember.Read.All",
    "GroupMember.ReadWrite.All",
    "Group.Read.All",
    "Group.ReadWrite.All",
    "Directory.Read.All",
    "Directory.ReadWrite.All",
];
pub(crate) const READ_MEMBERS: &[&str] = &[
    "GroupMember.ReadBasic.All",
    "Group.ReadBasic.All",
    "GroupMember.Read.All",
    "GroupMember.ReadWrite.All",
    "Group.Read.All",
    "Group.ReadWrite.All",
    "Directory.Read.All",
    "Directory.ReadWrite.All",
];
pub(crate) const RENEW: &[&str] = &["Group.ReadWrite.All", "Directory.ReadWrite.All"];
pub(crate) const WRITE_GROUPS: &[&str] = &["Group.ReadWrite.All", "Directory.ReadWrite.All"];
pub(crate) const DELETE_GROUPS: &[&str] = &["Group.ReadWrite.All"];
pub(crate) const WRITE_MEMBERS: &[&str] = &[
    "GroupMember.ReadWrite.All",
    "Group.ReadWrite.All",
    "Directory.ReadWrite.All",
];
pub(crate) const VALIDATE: &[&str] = &[
    "Group.Read.All",
    "Group.ReadWrite.All",
    "Directory.Read.All",
    "Directory.ReadWrite.All",
];
pub(crate) const READ_DELETED: &[&str] = &["Group.Read.All", "Group.ReadWrite.All"];
pub(crate) const DELETE_USERS: &[&str] = &["User.ReadWrite.All", "Directory.AccessAsUser.All"];
pub(crate) const FAVORITE: &[&str] = &["Group.ReadWrite.All"];
pub(crate) const READ_POLICIES: &[&str] = &["Directory.Read.All", "Directory.ReadWrite.All"];
pub(crate) const WRITE_POLICIES: &[&str] = &["Directory.ReadWrite.All"];
pub(crate) const READ_SETTINGS: &[&str] = &[
    "GroupSettings.Read.All",
    "GroupSettings.ReadWrite.All",
    "Directory.Read.All",
    "Directory.ReadWrite.All",
];
pub(crate) const WRITE_SETTINGS: &[&str] =
    &["GroupSettings.ReadWrite.All", "Directory.ReadWrite.All"];
pub(crate) const WRITE_SETTINGS_OF_GROUP: &[&str] = &[
    "Group.ReadWrite.All",
    "GroupSettings.ReadWrite.All",
    "Directory.ReadWrite.All",
];
pub(crate) const READ_USERS: &[&str] = &[
    "User.ReadBasic.All",
    "User.Read.All",
    "User.ReadWrite.All",
    "Directory.Read.All",
    "Directory.ReadWrite.All",
];
/// Everything about people, and not only how to reach them.
const READ_WHOLE_USERS: &[&str] = &[
    "User.Read.All",
    "User.ReadWrite.All",
    "Directory.Read.All",
    "Directory.ReadWrite.All",
];
/// What `User.ReadBasic.All` shows of somebody.
pub(crate) const BASIC_PROFILE: [&str; 6] = [
    "id",
    "displayName",
    "givenName",
    "mail",
    "surname",
    "userPrincipalName",
];
const READ_ME: &str = "User.Read";

/// How much of other people the app may show.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Reach {
    Ids,
    Basic,
    Whole,
}

/// Who calls, and what the app may do for them.
#[derive(Debug, Clone)]
pub(crate) struct Caller {
    pub(crate) user: UserIndex,
    pub(crate) user_id: String,
    pub(crate) scopes: BTreeSet<String>,
    pub(crate) roles: Vec<Role>,
    pub(crate) guest: bool,
}

impl Caller {
    pub(crate) fn has(&self, accepted: &[&str]) -> bool {
        accepted.iter().any(|scope| self.scopes.contains(*scope))
    }

    pub(crate) fn require(&self, accepted: &[&str]) -> Result<(), ODataError> {
        if self.has(accepted) {
            Ok(())
        } else {
            Err(ODataError::denied())
        }
    }

    /// The person's own profile and what belongs to it.
    pub(crate) fn require_me(&self) -> Result<(), ODataError> {
        if self.scopes.contains(READ_ME) {
            Ok(())
        } else {
            self.require(READ_USERS)
        }
    }

    pub(crate) fn reach(&self) -> Reach {
        if self.has(READ_WHOLE_USERS) {
            Reach::Whole
        } else if self.has(READ_USERS) {
            Reach::Basic
        } else {
            Reach::Ids
        }
    }

    /// Guests may look at what they know, but not list the directory.
    pub(crate) fn require_member_user(&self) -> Result<(), ODataError> {
        if self.guest {
            Err(ODataError::denied())
        } else {
            Ok(())
        }
    }

    pub(crate) fn is_administrator(&self) -> bool {
        !self.roles.is_empty()
    }

    /// What only the roles of an administrator allow.
    pub(crate) fn require_administrator(&self) -> Result<(), ODataError> {
        self.require_role(&Role::ALL)
    }

    /// What only some of the roles allow.
    pub(crate) fn require_role(&self, accepted: &[Role]) -> Result<(), ODataError> {
        if self.roles.iter().any(|role| accepted.contains(role)) {
            Ok(())
        } else {
            Err(ODataError::denied())
        }
    }

    pub(crate) fn may_manage(&self, group: &Group) -> bool {
        self.is_administrator() || group.is_owner(self.user)
    }

    /// Hidden members are seen by members, owners and administrators, and only
    /// with a permission of its own.
    pub(crate) fn may_see_members(&self, group: &Group) -> bool {
        group.visibility != Visibility::HiddenMembership
            || self.has(&["Member.Read.Hidden"])
                && (self.may_manage(group) || group.is_member(self.user))
    }
}
