//! Roles in the directory by which somebody decides about groups (resources/directoryrole.md).

/// A role of an administrator, as far as this version asks for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DirectoryRole {
    /// Global Administrator.
    GlobalAdministrator,
    /// Groups Administrator.
    GroupsAdministrator,
    /// User Administrator.
    UserAdministrator,
}

impl DirectoryRole {
    /// All of them.
    pub const ALL: [Self; 3] = [
        Self::GlobalAdministrator,
        Self::GroupsAdministrator,
        Self::UserAdministrator,
    ];

    /// The id of the role's template, the same in every tenant.
    pub fn template_id(self) -> &'static str {
        match self {
            Self::GlobalAdministrator => "62e90394-69f5-4237-9190-012177145e10",
            Self::GroupsAdministrator => "fdd7a751-b60b-444a-984c-02652fe8fa1c",
            Self::UserAdministrator => "fe930be7-5e62-47db-91af-98c3a49a38b1",
        }
    }
}
