//! Objects that are neither groups nor people, and that stand among groups in
//! relations without a type cast: clients must look at the type.

use super::me::Relation;
use super::schema::{APPLICATION, ROLE};
use crate::odata::{Field, Schema};
use crate::world::{ADMINISTRATOR, OWNER, UserIndex};

/// One such object; the same in every tenant.
pub(crate) struct Other {
    pub(crate) schema: &'static Schema,
    id: &'static str,
    display_name: &'static str,
    holder: UserIndex,
    relation: Relation,
}

static OTHERS: [Other; 3] = [
    Other {
        schema: &APPLICATION,
        id: "3f6b1c1e-7d52-4a0b-9c6d-2f5d2f0c7a11",
        display_name: "Visitor badges",
        holder: OWNER,
        relation: Relation::Owner,
    },
    Other {
        schema: &ROLE,
        id: "b0e2a9d4-51c3-4b7a-8f1e-6d0c9a3e4f22",
        display_name: "Groups Administrator",
        holder: ADMINISTRATOR,
        relation: Relation::Member,
    },
    Other {
        schema: &ROLE,
        id: "fe930be7-5e62-47db-91af-98c3a49a38b1",
        display_name: "User Administrator",
        holder: ADMINISTRATOR,
        relation: Relation::Member,
    },
];

/// What else somebody owns or belongs to.
pub(super) fn of(user: UserIndex, relation: Relation) -> impl Iterator<Item = &'static Other> {
    let held = move |other: &&Other| other.holder == user && other.relation == relation;
    OTHERS.iter().filter(held)
}

impl Other {
    pub(super) fn field(&self, property: &str) -> Field<'static> {
        match property {
            "id" => Field::text(self.id),
            "displayName" => Field::text(self.display_name),
            _ => Field::Null,
        }
    }
}
