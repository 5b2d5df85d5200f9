//! OData as Graph speaks it: queries, pages as a stream, delta, errors.
//!
//! Deliberately elsewhere: `$batch` (module [`crate::batch`]) and what the values mean
//! ([`crate::models`]).

pub(crate) mod body;
pub mod delta;
pub(crate) mod error;
pub(crate) mod pages;
pub mod query;

pub(crate) use body::Body;
pub use error::{ErrorDetail, ServiceError};
pub use pages::{Page, PageRequest};
pub use query::Query;

use serde::{Deserialize, Deserializer};

/// What an action answers that only says yes or no.
#[derive(Debug, Deserialize)]
pub(crate) struct TrueOrFalse {
    pub(crate) value: bool,
}

/// The service writes null where it means *none*.
pub(crate) fn null_as_default<'de, D, T>(deserializer: D) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
    T: Default + Deserialize<'de>,
{
    Ok(Option::deserialize(deserializer)?.unwrap_or_default())
}
