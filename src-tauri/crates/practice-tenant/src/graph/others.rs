//! Objects that are neither groups nor people, and that stand among groups in
//! relations without a type cast: clients must look at the type.

use super::me::Relation;
use super::schema::{APPLICATION, ROLE};
use crate::odata::{Field, Schema};
use crate::world::{OWNER, Role, UserIndex, World};

/// One such object; the same in every tenant.
pub(crate) struct Other {
    pub(crate) schema: &'static Schema,
    id: &'static str,
    display_name: &'static str,
    /// The role that it is, if it is one, and the id of the role's template.
    role: Option<(Role, &'static str)>,
}

static BADGES: Other = Other {
    schema: &APPLICATION,
    id: "3f6b1c1e-7d52-4a0b-9c6d-2f5d2f0c7a11",
    display_name: "Visitor badges",
    role: None,
};

static ROLES: [Other; 3] = [
    Other {
        schema: &ROLE,
        id: "c46a31c4-0a4e-4d5b-bc77-0d0a3f1b9e05",
        display_name: "Global Administrator",
        role: Some((Role::Global, "62e90394-69f5-4237-9190-012177145e10")),
    },
    Other {
        schema: &ROLE,
        id: "b0e2a9d4-51c3-4b7a-8f1e-6d0c9a3e4f22",
        display_name: "Groups Administrator",
        role: Some((Role::Groups, "fdd7a751-b60b-444a-984c-02652fe8fa1c")),
    },
    Other {
        schema: &ROLE,
        id: "8c1d7f60-2b9e-4c53-a1d8-5e3f60b7c914",
        display_name: "User Administrator",
        role: Some((Role::User, "fe930be7-5e62-47db-91af-98c3a49a38b1")),
    },
];

/// What else somebody owns or belongs to: the owner an application, administrators their roles.
pub(super) fn of(world: &World, user: UserIndex, relation: Relation) -> Vec<&'static Other> {
    match relation {
        Relation::Owner if user == OWNER => vec![&BADGES],
        Relation::Owner => Vec::new(),
        Relation::Member => roles(world, user).collect(),
    }
}

fn roles(world: &World, user: UserIndex) -> impl Iterator<Item = &'static Other> {
    let held = world.user(user).map_or(&[][..], |user| &user.roles);
    let is_held = move |other: &&Other| other.role.is_some_and(|(role, _)| held.contains(&role));
    ROLES.iter().filter(is_held)
}

/// Whether somebody holds the role with this id, or with a template of this id.
pub(super) fn holds(world: &World, user: UserIndex, id: &str) -> bool {
    roles(world, user).any(|other| {
        let template = other
            .role
            .is_some_and(|(_, template)| template.eq_ignore_ascii_case(id));
        template || other.id.eq_ignore_ascii_case(id)
    })
}

impl Other {
    pub(super) fn field(&self, property: &str) -> Field<'static> {
        match property {
            "id" => Field::text(self.id),
            "displayName" => Field::text(self.display_name),
            "roleTemplateId" => Field::optional(self.role.map(|(_, template)| template)),
            _ => Field::Null,
        }
    }
}
