//! OData as Microsoft Graph's directory speaks it: query options, filters,
//! search, selection, pages and errors. It knows what a property is, but not
//! what a group is: that is in `graph::schema`.

pub(crate) mod body;
pub(crate) mod collection;
pub(crate) mod error;
pub(crate) mod field;
pub(crate) mod filter;
pub(crate) mod page;
pub(crate) mod query;
pub(crate) mod search;
pub(crate) mod select;
mod tokens;

pub(crate) use error::ODataError;
pub(crate) use field::{Field, Object, Property, Returned, Schema};
pub(crate) use query::Query;
