//! The person's groups: listed from what is known, read anew, searched, and their people.

mod list;
mod people;
mod refresh;
mod search;
pub(crate) mod summary;
pub(crate) mod tenant;

pub(crate) use refresh::Refresh;
pub(crate) use summary::Known;
pub(crate) use tenant::{Tenant, tenant_file};
